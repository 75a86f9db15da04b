"""The calendar: the rounds of a year, who is in and who is late, closing and giving leave."""
