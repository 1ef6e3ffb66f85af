"""How fast, how much memory, and whether cost grows with length as a line does: `make bench`."""
