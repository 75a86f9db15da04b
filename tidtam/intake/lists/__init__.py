"""The list of the households of projects: written with what is known, filled in elsewhere, taken back."""
