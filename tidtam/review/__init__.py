"""Claims: proposed, checked and let in."""
