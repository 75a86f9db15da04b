"""Times the pages of housing at 100,000 households in 1,000 projects; started by `tests.bench`.

Beside each page stands its central question in plain SQL, in the same run on the same rows.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from uuid import uuid4

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from tests.housing.conftest import make_canal  # noqa: E402
from tests.intake.country import make_country  # noqa: E402
from tidtam.housing import cycles  # noqa: E402
from tidtam.housing.actions import NewHousehold, NewProject, add_households, add_project  # noqa: E402
from tidtam.housing.models import Household, Project  # noqa: E402
from tidtam.people.models import User  # noqa: E402
from tidtam.places.models import Place  # noqa: E402
from tidtam.review.actions import Named, Telling, approve, submit, tell  # noqa: E402

LARGE = 10_000
"""Households of the one large project."""
EACH = 100
DAY = date(2020, 1, 15)
TIMES = 15
STAGES = ("rights", "ready")
BAND = """
SELECT to_container_id, to_stage, SUM(sign * quantity) FROM ledger_store_entry e
JOIN ledger_store_cell c ON c.id = e.cell_id
WHERE c.pathway = 'canal' AND to_container_id IN ({}) GROUP BY 1, 2
"""
SEARCH = """
SELECT id FROM housing_household WHERE project_id = {} AND lower(name) LIKE '%ที่ 77%' ORDER BY number LIMIT 50
"""


def make(households: int) -> None:
    """The country, the projects, their households, and two stages of each let into the book."""
    call_command("migrate", verbosity=0)
    make_country()
    canal = make_canal()
    for at in range(households // EACH):
        _project(canal.kamon, canal.place, f"LP-{at:04}", EACH)
    _project(canal.kamon, canal.place, "LP-LARGE", LARGE)
    _moved(canal.kamon, canal.boonsri)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as an office's database does by itself within a minute


def _project(actor: User, place: Place, code: str, number: int) -> None:
    new = NewProject(
        code=code, programme="canals", name=f"ชุมชนริมคลองที่ {code}", place=place, started_on=date(2017, 1, 1)
    )
    project = add_project(actor=actor, new=new)
    some = [
        NewHousehold(
            name=f"สมมุติ ครัวเรือนที่ {at}",
            compared=f"สมมุติครัวเรือนที่{at}",
            house=f"{at}/1",
            house_compared=f"{at}/1",
        )
        for at in range(1, number + 1)
    ]
    add_households(actor=actor, project=project, new=some)


def _moved(recorder: User, checker: User) -> None:
    projects = list(Project.objects.select_related("place").order_by("pk"))
    for stage in STAGES:
        for start in range(0, len(projects), 50):
            told = [_telling(one, stage) for one in projects[start : start + 50]]
            claims = tell(actor=recorder, tellings=told)
            submit(actor=recorder, keys=[claim.key for claim in claims])
            done = approve(actor=checker, keys=[claim.key for claim in claims])
            if done.problems:
                sys.exit(done.problems[0].text("en"))


def _telling(project: Project, stage: str) -> Telling:
    counted = cycles.counted(project)
    subjects = project.households.values_list("subject", flat=True)
    share = subjects if stage == STAGES[0] else subjects.filter(number__lte=project.households.count() // 2)
    return Telling(
        key=uuid4(), pathway=counted.households, cycle="", place=project.place, tree="canal",
        container=project.subject_id, indicator=counted.line, first_day=DAY, last_day=DAY,
        ladder=counted.ladder, named=tuple(Named(subject, stage) for subject in share),
    )  # fmt: skip


def measure() -> list[dict[str, object]]:
    """How long each page takes at the server, how many questions it asks, and its question in plain SQL."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get(username="kamon"), backend="tidtam.people.signing.NameOrMail")
    first = list(Project.objects.order_by("code")[:25])
    small, large = first[0], Project.objects.get(code="LP-LARGE")
    containers = ",".join(str(one.subject_id) for one in first)
    pages = (
        ("list of 1,001 projects", "/housing/", BAND.format(containers)),
        ("search among projects", "/housing/?q=LP-05", BAND.format(containers)),
        ("a project of 100 households", f"/housing/{small.code}/", BAND.format(small.subject_id)),
        ("a project of 10,000 households", "/housing/LP-LARGE/", BAND.format(large.subject_id)),
        ("search in it by name", "/housing/LP-LARGE/?q=ที่ 77", SEARCH.format(large.pk)),
        ("filter by stage", "/housing/LP-LARGE/?stage=ready", BAND.format(large.subject_id)),
        ("all projects of a canal", "/housing/at/canal:lat-phrao/", BAND.format(containers)),
    )
    return [_row(client, *page) for page in pages]


def _row(client: Client, what: str, address: str, sql: str) -> dict[str, object]:
    answer = client.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address} answered {answer.status_code}")
    questions = list[str]()
    with connection.execute_wrapper(lambda execute, sql, *rest: questions.append(sql) or execute(sql, *rest)):
        client.get(address)
    taken = _times(lambda: client.get(address))
    return {
        "what": what,
        "households": Household.objects.count(),
        "queries": len(questions),
        "median": statistics.median(taken),
        "p95": sorted(taken)[int(len(taken) * 0.95) - 1] if len(taken) > 1 else taken[0],
        "plain": statistics.median(_times(lambda: _plainly(sql))),
    }


def _times(work: Callable[[], object]) -> Sequence[float]:
    found = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return found


def _plainly(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.fetchall()


if __name__ == "__main__":
    begun = time.perf_counter()
    make(int(sys.argv[1]))
    made = time.perf_counter() - begun
    print(json.dumps({"made": made, "rows": measure()}, ensure_ascii=False))
