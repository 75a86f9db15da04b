"""The sheet of a round: written for somebody's places, filled in elsewhere, compared and taken back."""
