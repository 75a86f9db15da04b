"""The sample report is written once for all tests of this package."""

import pytest

from tests.documents.sample import sample_paper
from tidtam.documents.pdf import write_pdf


@pytest.fixture(scope="session")
def report_pdf() -> bytes:
    """The sample report as PDF."""
    return write_pdf(sample_paper())
