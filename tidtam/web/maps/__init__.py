"""Maps: one line of the report by regions, provinces or tambons."""
