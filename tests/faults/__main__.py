"""`python -m tests.faults` writes docs/faults-tried.md from the list."""

from tests.faults.test_faults import PAGE
from tests.faults.tried import page

PAGE.write_text(page(), encoding="utf-8")
