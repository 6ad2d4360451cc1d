// squares.10
