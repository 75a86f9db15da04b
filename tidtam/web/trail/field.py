"""The claims of the field under a trail, for readers who may open them: who did what, and the photos."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tidtam.people.access import Access, Right
from tidtam.programmes import queries as programmes
from tidtam.reports.content import Trail, TrailEntry
from tidtam.review import work
from tidtam.review.models import Claim, Evidence
from tidtam.web.show import Show


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader may know of the claim of an entry."""

    key: str
    recorded_by: str
    steps: list[tuple[str, str]]
    photos: list[Evidence]


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry of the trail, and its claim where the reader may open it."""

    entry: TrailEntry
    told: Told | None


def told_of(found: Trail, access: Access, show: Show) -> dict[str, Told]:
    """The claims of the field under these entries that somebody may open, by their keys."""
    keys = {entry.claim for entry in found.entries if entry.checked_in}
    if not keys or not access.anywhere(Right.READ_CLAIMS):
        return {}
    names = {
        (ladder.code, rung.code): show.name(rung)
        for ladder in programmes.ladders().values()
        for rung in ladder.rungs
    }
    claims = work.whole(work.readable(access).filter(key__in=keys))
    return {str(claim.key): _told(claim, names) for claim in claims}


def _told(claim: Claim, names: dict[tuple[str, str], str]) -> Told:
    steps = [
        (names.get((one.ladder, one.rung), one.rung), str(one.who))
        for one in claim.acceptances.all()
        if one.turn == claim.turn
    ]
    return Told(str(claim.key), str(claim.made_by), steps, list(claim.evidence.all()))


def shown_of(entries: Iterable[TrailEntry], told: dict[str, Told]) -> list[Shown]:
    """The entries, each with its claim."""
    return [Shown(entry, told.get(entry.claim)) for entry in entries]
