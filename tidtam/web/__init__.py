"""The pages: a folder per area, thin views, and everything that a page says kept in its address."""
