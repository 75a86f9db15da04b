"""An office for the load: all of Thailand, recorders in tambons of twenty provinces, a verifier in each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from tidtam.ledger_store.check import faults  # noqa: E402
from tidtam.people.actions import give_role, loader_account  # noqa: E402
from tidtam.people.models import Role, User  # noqa: E402
from tidtam.places import queries as places  # noqa: E402
from tidtam.places.actions import load_places  # noqa: E402
from tidtam.places.models import Kind, Place  # noqa: E402
from tidtam.programmes.actions import load_definitions  # noqa: E402
from tidtam.review import grid  # noqa: E402
from tidtam.review.models import Claim, Round  # noqa: E402

CODI = Path(__file__).parents[2] / "definitions" / "codi"
LONG_AGO = date(2018, 10, 1)
QUARTERS = (
    ("2562-Q1", date(2018, 10, 1), date(2018, 12, 31)),
    ("2562-Q2", date(2019, 1, 1), date(2019, 3, 31)),
    ("2562-Q3", date(2019, 4, 1), date(2019, 6, 30)),
    ("2562-Q4", date(2019, 7, 1), date(2019, 9, 30)),
)
CANALS = {"2.3"}


def make(recorders: int, reviewers: int) -> dict[str, list[list[str]]]:
    """Sets the database up: the cookie and tambon of each recorder, the cookie of each reviewer, squares."""
    call_command("migrate", verbosity=0)
    load_places(actor=loader_account(), folder=CODI)
    load_definitions(actor=loader_account(), folder=CODI)
    rounds = [
        Round.objects.create(
            code=code,
            fiscal_year=2562,
            name_th=code,
            name_en=code,
            first_day=first,
            last_day=last,
            due_on=last,
        )
        for code, first, last in QUARTERS
    ]
    provinces = list(places.of_kind(Kind.PROVINCE))[:reviewers]
    each = recorders // reviewers
    tambons = [
        tambon
        for province in provinces
        for tambon in places.descendants_of_kind("admin", province, Kind.TAMBON)[:each]
    ]
    there = grid.lines_at(rounds[0], grid.lines_of(rounds[0]), {one.pk: Kind.TAMBON for one in tambons})
    lines = sorted({line.code for here in there.values() for line in here} - CANALS)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_number (id bigserial PRIMARY KEY, number bigint NOT NULL)")
    return {
        "recorders": [[_came_in(f"r{n}", Role.RECORDER, at), at.code] for n, at in enumerate(tambons)],
        "reviewers": [[_came_in(f"v{n}", Role.VERIFIER, at)] for n, at in enumerate(provinces)],
        "rounds": [[one.code for one in rounds]],
        "lines": [lines],
    }


def _came_in(username: str, role: Role, place: Place) -> str:
    """Somebody with a role who is signed in; the cookie of their session."""
    user = User.objects.create_user(username, display_name=username)
    give_role(actor=loader_account(), user=user, role=role, place=place, tree="admin", first_day=LONG_AGO)
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[-1]
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def told(saved: dict[str, int]) -> str:
    """What the database says of the numbers that were acknowledged."""
    claims = Claim.objects.filter(cell__isnull=False).prefetch_related("counts")
    kept = {claim.cell: grid.number_of(claim) for claim in claims}
    lost = sum(kept.get(name) != number for name, number in saved.items())
    passed = sum(claim.rung == "region" for claim in claims)
    sound = f"{len(faults())} faults in the book"
    connection.close()
    return f"{len(saved)} saves acknowledged, {lost} lost, {passed} passed on, {sound},"
