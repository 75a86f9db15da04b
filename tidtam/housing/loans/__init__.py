"""Loans in plain Python: terms, the schedule that follows from them, what was paid, and what is in arrears.

Sums are whole satang, rates are exact decimals, and every division is done with whole numbers until it is
rounded once. Nothing here knows the framework or the database.
"""
