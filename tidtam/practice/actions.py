"""Making a practice country: one transaction, so that an interruption leaves nothing half made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from django.db import transaction

from tidtam.audit.actions import record
from tidtam.ledger.fiscal import FiscalYear
from tidtam.ledger_store.models import Entry
from tidtam.ledger_store.plan import open_cells
from tidtam.ledger_store.practice_bulk import filling, next_subject
from tidtam.ledger_store.read import head
from tidtam.people.actions import loader_account
from tidtam.people.models import User
from tidtam.places.actions import load_places
from tidtam.places.models import Place
from tidtam.practice import made_definitions, problems, stories
from tidtam.practice.claims import keep_claims, people
from tidtam.practice.country import Country, country
from tidtam.practice.flow import Cells, DayBatch, Flow
from tidtam.practice.planning import Ask, Plan, planned
from tidtam.practice.shapes import WALK
from tidtam.problems import Both, Refused
from tidtam.programmes import queries as programmes
from tidtam.programmes.actions import load_definitions
from tidtam.review.actions import accept, propose
from tidtam.review.models import Claim
from tidtam.review.practice import is_practice, mark_as_practice

LEAST = 1_000
Progress = Callable[[str, int, int], None]
"""Told what is being done (places, stories, entries, indexes, claims), how much of it, and of how much."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came out: the folder of its definitions, entries told by papers and in bulk, claims of the field.

    `results` is what the generator says of each line in each year, in the unit of the line; the book must
    add up to the same.
    """

    definitions: Path
    stories: int
    entries: int
    claims: int
    results: Mapping[tuple[str, int], int]


def refuse_unless_empty() -> None:
    """Refused where anything was claimed, booked or marked as practice already."""
    there = (
        (Both("มีรายการในบัญชี", "the ledger has entries"), Entry.objects.exists()),
        (Both("มีรายการที่เสนอไว้", "there are claims"), Claim.objects.exists()),
        (Both("เป็นฐานข้อมูลฝึกหัดแล้ว", "it is a practice database already"), is_practice()),
    )
    found = [problems.NOT_EMPTY.at(what=what) for what, is_there in there if is_there]
    if found:
        raise Refused(found[:1])


@transaction.atomic
def make_country(
    *, actor: User, folder: Path, into: Path, ask: Ask, progress: Progress = lambda *_: None
) -> Made:
    """Fills an empty database with a practice country: `ask.entries` entries, marked as practice.

    `folder` holds the agency's definitions; those of the practice country are written to `into`. The tables
    must be there. All or nothing; the same ask gives the same rows. Refused where the database is not empty.
    """
    refuse_unless_empty()
    if ask.entries < LEAST:
        raise Refused([problems.TOO_FEW.at(entries=ask.entries, least=LEAST)])
    progress("places", 0, 1)
    made = made_definitions.write(folder, into, ask)
    load_places(actor, made)
    land = country(ask.seed, FiscalYear(ask.first_year).start)
    units = made_definitions.units(made, ask)
    expected = planned(ask.entries, units, land.how_many())
    made_definitions.write_targets(made, ask, expected.lines)
    load_definitions(actor=actor, folder=made)
    mark_as_practice(actor=actor)
    progress("places", 1, 1)
    told = _tell_stories(ask, land, progress)
    plan = planned(ask.entries - told, units, land.how_many())
    flow = _fill(actor, ask, plan, land, told, progress)
    claims = _claims(actor, ask, land, flow, progress)
    detail = {"seed": ask.seed, "entries": ask.entries, "years": [ask.first_year, ask.last_year]}
    record(actor=actor, action="practice.made", what="country", detail=detail)
    return Made(made, told, plan.entries, claims, dict(flow.results))


def _tell_stories(ask: Ask, land: Country, progress: Progress) -> int:
    """Lets in what papers tell, the way of every paper; how many entries that gave."""
    progress("stories", 0, 1)
    loader = loader_account()
    proposed = propose(actor=loader, claims=stories.drafts(ask, land))
    accept(actor=loader, claims=proposed.claims.values())
    progress("stories", 1, 1)
    return head()


def _fill(actor: User, ask: Ask, plan: Plan, land: Country, told: int, progress: Progress) -> Flow:
    flow = Flow(ask, plan, land, _cells(plan), next_subject())
    with filling(actor=actor, expected=plan.entries) as book:
        for batch in flow.batches(book.next_position):
            book.name(batch.named)
            book.add(f"practice {ask.seed} {batch.day}", _evening(batch), batch.rows, batch.told)
            progress("entries", book.head - told, plan.entries)
        progress("indexes", 0, 1)
    progress("indexes", 1, 1)
    return flow


def _evening(batch: DayBatch) -> datetime:
    """When the day's entries went into the book: six in the evening, Bangkok."""
    return datetime.combine(batch.day, time(11), UTC)


def _cells(plan: Plan) -> Cells:
    """The cells of all lines and of walks, opened where they are new."""
    pathways = programmes.pathways()
    counted: dict[tuple[str, int], tuple[str, str, str]] = {}
    for line in plan.lines:
        version = programmes.indicator(line.shape.code, line.year)
        if version is not None:
            cycle = version.cycle_key(line.year)
            counted[line.shape.code, line.year] = (version.pathway, cycle, version.counting_stage)
    wanted = {(pathway, cycle): pathways[pathway] for pathway, cycle, _ in counted.values()}
    wanted[WALK.pathway, ""] = pathways[WALK.pathway]
    opened = open_cells(wanted)
    lines = {key: (opened[path, cycle].pk, stage) for key, (path, cycle, stage) in counted.items()}
    return Cells(lines, opened[WALK.pathway, ""].pk)


def _claims(actor: User, ask: Ask, land: Country, flow: Flow, progress: Progress) -> int:
    progress("claims", 0, 1)
    since: date = FiscalYear(ask.first_year).start
    who = people(actor=actor, nation=Place.objects.get(pk=land.nation), since=since)
    number = keep_claims(flow.claims, who)
    progress("claims", 1, 1)
    return number
