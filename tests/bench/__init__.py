"""Loads and timings, each beside the same thing done plainly; never a timed assertion."""
