// squares.2
