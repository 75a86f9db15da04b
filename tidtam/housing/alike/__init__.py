"""Whether two households are the same: citizen IDs, names and house numbers as they are compared.

Pure: no framework, no database.
"""
