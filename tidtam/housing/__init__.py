"""Housing as it is paid for: what was lent to a community's organisation, and how it comes back."""
