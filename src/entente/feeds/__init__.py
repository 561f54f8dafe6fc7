"""How publishers' files are fetched, told apart and taken row by row."""
