"""The pages of housing: projects, one project with its daily work, a canal or city, lists for the field."""
