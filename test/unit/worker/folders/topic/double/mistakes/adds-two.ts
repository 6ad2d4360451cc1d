// adds-two
