"""The place page: everything of one nation, region, province or canal."""
