"""Times one step of lists of households on the database of the environment; started by `tests.bench`.

Each step is a process of its own, so that its memory is its own too: `make` (as many households of another
programme at the same places), `write`, `fill`, `look` (with the search for doubles), `take`, `again`.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from tests.intake.country import make_country  # noqa: E402
from tests.intake.lists.books import COLUMNS, opened  # noqa: E402
from tests.intake.many_places import add_places, recorder_of_all  # noqa: E402
from tidtam.housing.actions import NewHousehold, NewProject, add_project  # noqa: E402
from tidtam.housing.actions.households import add_to_lists  # noqa: E402
from tidtam.housing.alike.names import compared_house, compared_name  # noqa: E402
from tidtam.housing.citizen_ids import hashed  # noqa: E402
from tidtam.housing.made_up import MadeUp, made_up  # noqa: E402
from tidtam.housing.models import Household, Project  # noqa: E402
from tidtam.intake.lists.actions import look, take  # noqa: E402
from tidtam.intake.lists.content import content_for, projects_for  # noqa: E402
from tidtam.intake.lists.writing import write_lists  # noqa: E402
from tidtam.ledger_store.rows import put  # noqa: E402
from tidtam.people.actions import loader_account  # noqa: E402
from tidtam.people.models import User  # noqa: E402
from tidtam.places.models import Kind, Place  # noqa: E402
from tidtam.review.practice import mark_as_practice  # noqa: E402

OF_A_PROJECT = 100
BARE = "bench_bare_household"
DOUBLES = 50
"""One in so many rows is likely the same as a household of the other programme."""


def make(_file: Path, rows: int) -> dict[str, int]:
    call_command("migrate", verbosity=0)
    mark_as_practice(actor=loader_account())
    make_country()
    number = rows // OF_A_PROJECT
    add_places(Kind.TAMBON, number)
    person = recorder_of_all()
    places = Place.objects.filter(kind=Kind.TAMBON).order_by("-pk")[:number]
    others = []
    for at, place in enumerate(places):
        for code, programme in ((f"BM-{at}", "baan_mankong"), (f"PP-{at}", "por_piang")):
            new = NewProject(
                code=code, programme=programme, name=code, place=place, started_on=date(2018, 10, 1)
            )
            project = add_project(actor=person, new=new)
        others.append(project)
    there = made_up(rows, seed=2561)
    lists = [
        (project, [_known(one) for one in there[at * OF_A_PROJECT : (at + 1) * OF_A_PROJECT]])
        for at, project in enumerate(others)
    ]
    add_to_lists(actor=person, new=lists)
    return {"rows": rows}


def _known(one: MadeUp) -> NewHousehold:
    known = hashed(one.citizen_id, practice=True)
    return NewHousehold(
        name=one.name, compared=compared_name(one.name), id_hash=known.id_hash, id_tail=known.id_tail,
        house=one.house, house_compared=compared_house(one.house),
    )  # fmt: skip


def _person() -> User:
    return User.objects.get(username="all")


def write(file: Path, _rows: int) -> dict[str, int]:
    codes = Project.objects.filter(programme="baan_mankong").order_by("pk").values_list("code", flat=True)
    projects = projects_for(_person(), list(codes))
    file.write_bytes(write_lists(content_for(person=_person(), projects=projects)))
    return {"rows": Household.objects.filter(project__in=projects).count()}


def fill(file: Path, rows: int) -> dict[str, int]:
    book = opened(file.read_bytes())
    mine, theirs = made_up(rows), made_up(rows, seed=2561)
    for at, one in enumerate(mine):
        line: list[object] = [""] * len(COLUMNS)
        same = theirs[at] if at % DOUBLES == 0 else one
        typed = {
            "project": f"BM-{at // OF_A_PROJECT}", "name": same.name, "id": one.citizen_id,
            "house": same.house, "stage": "approved", "since": "มี.ค. 2562", "draws": "เพิ่ม",
        }  # fmt: skip
        for key, value in typed.items():
            line[COLUMNS[key]] = value
        book.numbers.append(line)
    file.write_bytes(book.saved())
    return {"rows": rows}


def look_at(file: Path, _rows: int) -> dict[str, int]:
    looked = look(actor=_person(), content=file.read_bytes(), name=file.name)
    if not looked.ok:
        sys.exit("\n".join(problem.text("en") for problem in looked.problems[:5]))
    return {"rows": looked.changes, "doubles": len(looked.likely)}


def take_in(file: Path, _rows: int) -> dict[str, int]:
    person = _person()
    looked = look(actor=person, content=file.read_bytes(), name=file.name)
    done = take(actor=person, planned=looked.planned()) if looked.changes else None
    rows = sum(sum(one.counts.values()) for one in looked.lists)
    return {"rows": rows, "claims": len(done.handed_in) if done else 0}


def bare(_file: Path, _rows: int) -> dict[str, int]:
    """The same households into a bare table with the same columns and nothing else to keep."""
    fields = [field for field in Household._meta.concrete_fields if not field.primary_key]
    columns = [str(field.column) for field in fields]
    rows = Household.objects.filter(project__programme="baan_mankong")
    values = [
        tuple(json.dumps(v) if isinstance(v, list) else str(v) if hasattr(v, "isoformat") else v for v in row)
        for row in rows.values_list(*[field.attname for field in fields])
    ]
    table = Household._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {BARE}")
        like = "SELECT {} FROM {} WHERE 1 = 0".format(", ".join(columns), table)
        cursor.execute(f"CREATE TABLE {BARE} AS {like}")
    start = time.perf_counter()
    with transaction.atomic():
        put(BARE, columns, values)
    milliseconds = round((time.perf_counter() - start) * 1000)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {BARE}")
    return {"rows": len(values), "milliseconds": milliseconds}


STEPS: dict[str, Callable[[Path, int], dict[str, int]]] = {
    "make": make, "write": write, "fill": fill, "look": look_at, "take": take_in, "bare": bare,
}  # fmt: skip

if __name__ == "__main__":
    name, path, wanted = sys.argv[1:]
    start = time.perf_counter()
    done = STEPS[name](Path(path), int(wanted))
    seconds = done.pop("milliseconds", 0) / 1000 or time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**done, "seconds": seconds, "megabytes": most}))
