"""The daily work on a project: who is meant, what happened to them, and the claim that is handed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from tidtam.documents.attachments import look_at
from tidtam.housing import cycles, queries
from tidtam.housing.actions import (
    Move,
    NewHousehold,
    Shown,
    add_households,
    block,
    move_households,
    move_project,
)
from tidtam.housing.actions.projects import not_yet
from tidtam.housing.alike.names import compared_name
from tidtam.housing.codes import unknown_code
from tidtam.housing.models import Household, Project
from tidtam.housing.problems import NO_HOUSEHOLDS
from tidtam.housing.queries import MOST_NUMBERED, Wanted
from tidtam.ledger.pathway import Pathway
from tidtam.people.models import User
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.review.actions import withdraw
from tidtam.review.actions.recording import MADE_AT_RANDOM
from tidtam.review.checking import EVIDENCE_NAMES
from tidtam.review.models import Claim
from tidtam.review.words import WITH_THE_RECORDER, ClaimState
from tidtam.thai.digits import to_arabic
from tidtam.web.address import echoed
from tidtam.web.housing import problems
from tidtam.web.housing.reading import Reading
from tidtam.web.work.photos import MOST
from tidtam.web.work.typed import by_field

REPLACED = "replaced"
"""The exit of a household whose right somebody else takes over."""

NOT_HANDED_IN = "ยังส่งไม่ได้ จึงเริ่มใหม่ · could not be handed in, so it was begun anew"

NAMED_IN_A_PROBLEM = 5
Files = Sequence["UploadedFile[bytes]"]

_NUMBERS = re.compile(r"[0-9]+(?:[/-][0-9]+)*(?: +[0-9]+(?:[/-][0-9]+)*)*")
_SPAN = re.compile(r"([0-9]{1,6})-([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who is meant: ticked, named by number, or all that the table shows; and what was not understood."""

    households: list[Household]
    unclear: list[Household]
    wrong: list[Problem]


def texts_of(typed: str) -> list[str]:
    """The numbers that somebody typed, a span of them one by one.

    >>> texts_of("๑๔, 20-22 7/1, 5 ม.3")
    ['14', '20', '21', '22', '7/1', '5 ม.3']
    """
    found: list[str] = []
    for part in re.split(r"[,;\n]+", to_arabic(typed)):
        whole = " ".join(part.split())
        texts = whole.split(" ") if _NUMBERS.fullmatch(whole) else [whole]
        found += (text for one in texts if one for text in _span(one))
    return list(dict.fromkeys(found))[:MOST_NUMBERED]


def _span(text: str) -> Iterator[str]:
    span = _SPAN.fullmatch(text)
    if span and 0 <= int(span[2]) - int(span[1]) < MOST_NUMBERED:
        yield from map(str, range(int(span[1]), int(span[2]) + 1))
    else:
        yield text


def chosen(project: Project, post: QueryDict, wanted: Wanted) -> Chosen:
    """Who is meant by a form; a row's own button means that row alone."""
    one = post.get("one", "").partition(":")[0]
    if one:
        return Chosen(_picked(project, [one]), [], [])
    found = {each.pk: each for each in _picked(project, post.getlist("pick"))}
    if post.get("all"):
        rows = queries.households(project, wanted)[: MOST_NUMBERED + 1]
        found |= {each.pk: each for each in rows}
    unclear: list[Household] = []
    wrong: list[Problem] = []
    for text, meant in queries.numbered(project, texts_of(post.get("who", ""))).items():
        if not meant:
            wrong.append(problems.NOBODY_THERE.at(Where(field="who"), text=echoed(text)))
        elif len(meant) == 1:
            found[meant[0].pk] = meant[0]
        elif not any(each.pk in found for each in meant):
            unclear += meant
            wrong.append(problems.SEVERAL_THERE.at(Where(field="who"), text=echoed(text), which=named(meant)))
    if len(found) > MOST_NUMBERED:
        said = {"number": f"{len(found):,}", "most": f"{MOST_NUMBERED:,}"}
        wrong.append(problems.TOO_MANY.at(Where(field="who"), **said))
    return Chosen(sorted(found.values(), key=lambda each: each.number), unclear, wrong)


def _picked(project: Project, texts: Sequence[str]) -> list[Household]:
    ids = {int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) < 15}
    return list(queries.households(project).filter(pk__in=ids)) if ids else []


def named(households: Sequence[Household]) -> str:
    """A few households in words: number, house and name, as people at the place know them."""
    texts = [f"{one.number} {one.name}" + (f" ({one.house})" if one.house else "") for one in households]
    more = len(texts) - NAMED_IN_A_PROBLEM
    return " · ".join(texts[:NAMED_IN_A_PROBLEM]) + (f" … +{more}" if more > 0 else "")


def hand_in(actor: User, project: Project, post: QueryDict, files: Files, wanted: Wanted) -> Claim:
    """Hands in that the chosen households reached a stage or left; Refused with all that is wrong.

    The same form sent again is the same claim.
    """
    key = key_of(post)
    if there := _handed_in(actor, key):
        return there
    reading, who, stage = Reading(post), chosen(project, post, wanted), stage_of(post)
    pathway = programmes.pathway(cycles.counted(project).households)
    reading.wrong += who.wrong
    if not who.households and not who.wrong:
        reading.wrong.append(NO_HOUSEHOLDS.at(Where(field="who")))
    reading.wrong += _of_stage(pathway, stage, files)
    days = reading.day("day")
    reading.wrong += not_yet(days.last, "day") if days else ()
    if stage in pathway.exit_codes:
        reading.wrong += _of_exit(reading, stage, who.households)
    reading.checked()
    assert days is not None
    evidence = _shown(files)

    def told() -> Claim:
        return move_households(
            actor=actor,
            project=project,
            moves=[Move(one, stage) for one in who.households],
            first_day=days.first,
            day=days.last,
            note=reading.text("note"),
            evidence=evidence,
            key=key,
        )

    if stage == REPLACED:
        return _taken_over(actor, who.households[0], reading.text("by"), told)
    return _or_let_go(actor, key, told)


def hand_in_step(actor: User, project: Project, post: QueryDict, files: Files) -> Claim:
    """Hands in that the project itself reached a stage or ended."""
    key = key_of(post)
    if there := _handed_in(actor, key):
        return there
    reading, stage = Reading(post), stage_of(post)
    pathway = programmes.pathway(cycles.counted(project).projects)
    reading.wrong += _of_stage(pathway, stage, files)
    days = reading.day("day")
    reading.wrong += not_yet(days.last, "day") if days else ()
    if stage in pathway.exit_codes and not reading.text("note"):
        reading.wrong.append(problems.SAY_WHY.at(Where(field="note")))
    reading.checked()
    assert days is not None
    day, note, evidence = days.last, reading.text("note"), _shown(files)
    return _or_let_go(
        actor,
        key,
        lambda: move_project(
            actor=actor, project=project, stage=stage, day=day, note=note, evidence=evidence, key=key
        ),
    )


@transaction.atomic
def block_chosen(actor: User, project: Project, post: QueryDict, wanted: Wanted) -> int:
    """Notes what blocks the chosen households, or the whole project where none is chosen; how many."""
    reading, who = Reading(post), chosen(project, post, wanted)
    reading.wrong += who.wrong
    whole = bool(post.get("whole"))
    if not who.households and not who.wrong and not whole:
        reading.wrong.append(NO_HOUSEHOLDS.at(Where(field="who")))
    days = reading.day("since")
    reading.wrong += unknown_code("blocked", reading.text("reason"), "reason")
    reading.checked()
    assert days is not None
    for one in [None] if whole else who.households:
        block(
            actor=actor,
            project=project,
            household=one,
            reason=reading.text("reason"),
            since=days.first,
            note=reading.text("why"),
        )
    return 1 if whole else len(who.households)


def key_of(post: QueryDict) -> UUID:
    """The key that the form was made with; a new one where there is none that nobody could foretell."""
    try:
        key = UUID(post.get("key", ""))
    except ValueError:
        return uuid4()
    return key if key.version == MADE_AT_RANDOM else uuid4()


def stage_of(post: QueryDict) -> str:
    """The stage that was chosen; a row's own button says it with the row."""
    return post.get("one", "").partition(":")[2] or post.get("stage", "")


def _handed_in(actor: User, key: UUID) -> Claim | None:
    claims = Claim.objects.filter(key=key, made_by=actor)
    return claims.exclude(state__in=(*WITH_THE_RECORDER, ClaimState.WITHDRAWN)).first()


def _of_stage(pathway: Pathway, stage: str, files: Files) -> Iterator[Problem]:
    if stage not in pathway.rank and stage not in [one.code for one in cycles.exits_told(pathway)]:
        yield problems.CHOOSE_STAGE.at(Where(field="stage"))
        return
    for kind in sorted(programmes.evidence_for(pathway.code, stage)) if not files else ():
        reached = pathway.stage(stage)
        said = {"stage": Both(reached.th, reached.en), "kind": EVIDENCE_NAMES[kind]}
        yield problems.PHOTO_NEEDED.at(Where(field="photos"), **said)


def _of_exit(reading: Reading, stage: str, households: Sequence[Household]) -> Iterator[Problem]:
    if not reading.text("note"):
        yield problems.SAY_WHY.at(Where(field="note"))
    if stage != REPLACED:
        return
    if len(households) > 1:
        yield problems.ONE_REPLACED.at(Where(field="who"))
    if not reading.text("by"):
        yield problems.WHO_TOOK_OVER.at(Where(field="by"))


def _taken_over(actor: User, household: Household, heir: str, told: Callable[[], Claim]) -> Claim:
    """The one who takes over comes onto the list in the same house, as the other one leaves."""
    house = household.house.number if household.house else ""
    new = NewHousehold(
        name=heir,
        compared=compared_name(heir),
        house=house,
        house_compared=household.house.compared if household.house else "",
        part=household.part,
        solution=household.solution,
        took_over_from=household,
    )
    with transaction.atomic():  # both, or neither
        add_households(actor=actor, project=household.project, new=[new])
        return told()


def _or_let_go(actor: User, key: UUID, told: Callable[[], Claim]) -> Claim:
    """What cannot be handed in does not stay behind as a draft: the form on the page has all of it."""
    try:
        return told()
    except Refused:
        if Claim.objects.filter(key=key, made_by=actor, state=ClaimState.DRAFT).exists():
            withdraw(actor=actor, key=key, reason=NOT_HANDED_IN)
        raise


def _shown(files: Files) -> list[Shown]:
    """The files as they came, each looked at before anything is told."""
    wrong: list[Problem] = []
    shown = [Shown(one.read(MOST + 1), one.name or "") for one in files]
    for one in shown:
        try:
            look_at(one.content, one.name, now=timezone.now())
        except Refused as refused:
            wrong += [p.kind.at(Where(file=one.name, field="photos"), **p.values) for p in refused.problems]
    if wrong:
        raise Refused(wrong)
    return shown


def beside(wrong: Sequence[Problem], fields: tuple[str, ...]) -> dict[str, list[Problem]]:
    """Problems by the field of the form under which they stand."""
    return by_field(list(wrong), fields)
