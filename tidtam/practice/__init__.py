"""A practice country: made-up results of several fiscal years in the shapes of real ones."""
