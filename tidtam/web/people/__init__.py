"""Who holds what where, invitations, and the page that takes one up."""
