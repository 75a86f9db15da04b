"""Tidtam (ติดตาม): follows a result from the tambon to the figure that a minister reads, and back."""
