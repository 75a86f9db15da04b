"""Thai text as people write it: Buddhist-Era dates, digits, numbers, order, words; no database and no web."""

import os

# On import pythainlp would make a folder in the home of whoever runs it. All our state lies under one folder,
# and the words that we use come inside the package. (It refuses to see its old and its new setting at once.)
if "PYTHAINLP_READ_MODE" not in os.environ:
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
