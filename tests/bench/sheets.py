"""Times one step of the sheet of a round on the database of the environment; started by `tests.bench`.

Each step is a process of its own, so that its memory is its own too: `make`, `write`, `fill`, `take`.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from tests.intake.country import make_country  # noqa: E402
from tests.intake.many_places import LINES_OF_A_TAMBON, add_places, recorder_of_all  # noqa: E402
from tests.intake.sheet_books import COLUMNS, opened, second_quarter  # noqa: E402
from tidtam.intake.sheets.actions import confirmed, look, take  # noqa: E402
from tidtam.intake.sheets.content import content_for  # noqa: E402
from tidtam.intake.sheets.writing import write_sheet  # noqa: E402
from tidtam.people.models import User  # noqa: E402
from tidtam.places.models import Kind  # noqa: E402
from tidtam.review.models import Round  # noqa: E402


def make(_file: Path, rows: int) -> int:
    call_command("migrate", verbosity=0)
    make_country()
    add_places(Kind.TAMBON, rows // LINES_OF_A_TAMBON + 1)
    recorder_of_all()
    second_quarter()
    return rows


def write(file: Path, rows: int) -> int:
    content = content_for(person=User.objects.get(username="all"), of_round=Round.objects.get())
    if len(content.rows) < rows:
        sys.exit(f"{len(content.rows)} rows were made, not {rows}: how many lines count in a tambon?")
    file.write_bytes(write_sheet(content))
    return len(content.rows)


def fill(file: Path, _rows: int) -> int:
    book = opened(file.read_bytes())
    for number, row in enumerate(book.numbers[1:]):
        row[COLUMNS["number"]] = int(row[COLUMNS["number"]] or number) + 1
    file.write_bytes(book.saved())
    return len(book.numbers) - 1


def take_in(file: Path, _rows: int) -> int:
    person = User.objects.get(username="all")
    squares = confirmed(look(actor=person, content=file.read_bytes(), name=file.name))
    outcome = take(actor=person, of_round="2562-Q2", file=file.name, squares=squares)
    if outcome.problems:
        sys.exit(outcome.problems[0].text("en"))
    return outcome.kept


STEPS = {"make": make, "write": write, "fill": fill, "take": take_in}

if __name__ == "__main__":
    name, path, wanted = sys.argv[1:]
    start = time.perf_counter()
    done = STEPS[name](Path(path), int(wanted))
    seconds = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"rows": done, "seconds": seconds, "megabytes": most}))
