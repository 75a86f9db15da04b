"""The grid: the numbers of a round, for the places that are mine."""
