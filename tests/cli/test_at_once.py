"""The same workbook imported by several processes at once is in the book once."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.intake import books
from tests.intake.country import make_country
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.models import Entry
from tidtam.review.models import Acceptance, Claim

IMPORT = (sys.executable, "-c", "from tidtam.cli.main import main; main()", "import", "--commit", "--json")
ROWS = 50


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_four_imports_of_one_file(process_environment: dict[str, str], tmp_path: Path) -> None:
    make_country()
    connection.close()
    rows = [*(books.happened(number) for number in range(1, ROWS)), *books.lat_phrao()]
    path = books.write(tmp_path / "ผล.xlsx", rows)
    running = [
        subprocess.Popen(
            [*IMPORT, path], env=process_environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(4)
    ]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0] * 4, said
    assert sum(b'"new": 50' in out for out, _ in said) == 1
    assert sum(b'"already_there": 50' in out for out, _ in said) == 3
    assert Claim.objects.count() == Acceptance.objects.count() == ROWS
    lots = Entry.objects.filter(to_stage="done")
    assert sum(entry.quantity for entry in lots) == sum(range(1, ROWS))
    assert faults() == []
