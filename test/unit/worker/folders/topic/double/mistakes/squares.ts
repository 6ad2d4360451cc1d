// squares
