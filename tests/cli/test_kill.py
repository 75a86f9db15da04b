"""`kill -9` during `import --commit`: all of the workbook is in the book, or nothing of it, every time."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from tests.intake import books
from tests.intake.country import make_country
from tidtam.audit.models import AuditLine
from tidtam.cli.progress import STEPS
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.models import Entry
from tidtam.review.models import Acceptance, Claim, SourcePaper

ROWS = 1_500
KILLS = 10
IMPORT = (sys.executable, "-c", "from tidtam.cli.main import main; main()", "import", "--commit")


def _book(folder: Path, number: int) -> Path:
    rows = [books.happened(row, แหล่งที่มา=f"s{number}") for row in range(1, ROWS + 1)]
    return books.write(folder / f"{number}.xlsx", rows, [books.source(f"s{number}", "23 เม.ย. 2562")])


def _kept(number: int) -> list[int]:
    """How much of a workbook there is: claims, their numbers, acceptances, entries, papers."""
    claims = Claim.objects.filter(file=f"{number}.xlsx")
    keys = [str(key) for key in claims.values_list("key", flat=True)]
    entries = sum(key in keys for key in Entry.objects.values_list("statement", flat=True))
    papers = SourcePaper.objects.filter(url__endswith=f"/s{number}").count()
    accepted = Acceptance.objects.filter(claim__in=claims).count()
    return [claims.count(), accepted, entries, papers * ROWS]


def _begin(path: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """An import that has begun to write: its first rows are in, nothing is let go yet."""
    process = subprocess.Popen(
        [*IMPORT, path], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    while (line := process.stderr.readline().decode().strip()) != STEPS["keep"].en:
        assert process.poll() is None or line, "the import ended before it wrote"
    return process


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_all_or_nothing_ten_times_out_of_ten(process_environment: dict[str, str], tmp_path: Path) -> None:
    environment = process_environment | {"TIDTAM_LANG": "en"}
    make_country()
    connection.close()
    process = _begin(_book(tmp_path, 0), environment)
    began = time.monotonic()
    assert process.wait() == 0
    writing = time.monotonic() - began
    assert _kept(0) == [ROWS] * 4

    seen = []
    for number in range(1, KILLS + 1):
        path = _book(tmp_path, number)
        lines = AuditLine.objects.count()
        connection.close()
        process = _begin(path, environment)
        time.sleep(writing * (number - 1) / KILLS)  # from the first row to the last
        process.kill()
        process.wait()
        kept = _kept(number)
        assert kept in ([0] * 4, [ROWS] * 4)
        assert kept[0] or AuditLine.objects.count() == lines
        seen.append(kept[0])
    assert seen[0] == 0
    assert faults() == []

    for number in (1, KILLS):  # what was killed can be imported again, what was kept counts once
        connection.close()
        path = tmp_path / f"{number}.xlsx"
        subprocess.run([*IMPORT, path], env=environment, check=True, capture_output=True)
        assert _kept(number) == [ROWS] * 4
    assert faults() == []
