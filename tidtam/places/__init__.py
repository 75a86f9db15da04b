"""Places, trees with dates, codes, names and aliases."""
