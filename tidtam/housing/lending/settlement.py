"""What drawdowns and payments amount to in the book: principal that came back, interest due and paid.

It is reckoned anew from all of them, so that it is the same in whatever order they became known. What stands
in the book and differs is taken back, and told as it is now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from tidtam.housing.lending import book
from tidtam.housing.lending.agreed import answers_of, terms_of
from tidtam.housing.lending.book import Book, Moved
from tidtam.housing.lending.models import Loan
from tidtam.housing.loans.paid import settled
from tidtam.housing.loans.schedule import schedule
from tidtam.places import queries as places
from tidtam.review.actions.telling import Telling
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState, DrawsFrom

FOLLOWS_FROM = {book.REPAID: book.DRAWN, book.PAID: book.DUE, book.FORGONE: book.DUE, book.DUE: ""}
"""The stages that nobody tells by hand, and where each takes its money from; due comes from nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """So much money that reached a stage on a day; `note` names the paper that it comes from."""

    pathway: str
    day: date
    stage: str
    satang: int
    note: str = ""


@dataclass(slots=True)
class Change:
    """What has to come out of the book of a loan, and what has to go in instead."""

    taken_back: list[Claim] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)


def change_of(loan: Loan, kept: Book, on: date) -> Change:
    """What the book of a loan lacks or has too much of, with all that was drawn and received up to a day."""
    standing = _standing(loan)
    wanted = Counter(wanted_of(loan, kept, on))
    found = Change()
    for pathway in (book.way_of(loan).interest, book.way_of(loan).principal):
        have = Counter({part: len(claims) for part, claims in standing.items() if part.pathway == pathway})
        want = Counter({part: times for part, times in wanted.items() if part.pathway == pathway})
        differing = [part.day for part in ((have - want) + (want - have))]
        if not differing:
            continue
        # What came later rests on what came before: from the first day that differs all is told again.
        since = min(differing)
        found.taken_back += [
            claim for part, claims in standing.items() if part.pathway == pathway and part.day >= since
            for claim in claims
        ]  # fmt: skip
        found.tellings += [_telling(loan, part) for part in sorted(want.elements()) if part.day >= since]
    return found


def wanted_of(loan: Loan, kept: Book, on: date) -> Iterator[Part]:
    """All that the drawdowns and receipts of a loan amount to up to a day; nothing before a drawdown.

    Refused where its terms have no room for an answer, drawn or not: else no page of it would open any more.
    """
    draws = kept.as_draws()
    terms = terms_of(loan, draws, answers_of(loan.answers.all()))
    if not draws:
        return
    way = book.way_of(loan)
    dues = schedule(terms)
    for due in dues:
        if due.day <= on and due.interest + due.forgone:
            yield Part(way.interest, due.day, book.DUE, due.interest + due.forgone, f"งวดที่ {due.number}")
        if due.day <= on and due.forgone:
            yield Part(way.interest, due.day, book.FORGONE, due.forgone, f"งวดที่ {due.number}")
    papers = _papers(kept.receipts)
    for one in settled(dues, kept.as_payments(), on, terms.convention.paid_first):
        paper = papers.get(kept.receipts[one.payment].key, "")
        if one.interest:
            yield Part(way.interest, one.day, book.PAID, one.interest, paper)
        if one.principal:
            yield Part(way.principal, one.day, book.REPAID, one.principal, paper)


def _papers(receipts: Sequence[Moved]) -> Mapping[str, str]:
    rows = Claim.objects.filter(key__in=[one.key for one in receipts]).values_list("key", "note")
    return {str(key): note for key, note in rows}


def _standing(loan: Loan) -> dict[Part, list[Claim]]:
    """The claims that followed from others and are in the book now."""
    rows = Claim.objects.filter(
        container=loan.subject_id, state=ClaimState.ACCEPTED, counts__stage__in=FOLLOWS_FROM
    )
    found: dict[Part, list[Claim]] = {}
    for claim in rows.select_related("place", "made_by").prefetch_related("counts", "subjects", "evidence"):
        (count,) = claim.counts.all()
        part = Part(claim.pathway, claim.last_day, count.stage, count.number, claim.note)
        found.setdefault(part, []).append(claim)
    return found


def _telling(loan: Loan, part: Part) -> Telling:
    source = FOLLOWS_FROM[part.stage]
    return telling_of(loan, part.pathway, part.stage, part.satang, part.day, part.note, lot_stage=source)


def telling_of(
    loan: Loan,
    pathway: str,
    stage: str,
    satang: int,
    day: date,
    note: str,
    *,
    lot_stage: str = "",
    key: UUID | None = None,
) -> Telling:
    """What is told of a loan; with `lot_stage` the money comes out of what stands there, or not at all."""
    return Telling(
        key=key or uuid4(),
        pathway=pathway,
        cycle=loan.code,
        place=loan.place,
        tree=places.tree_of(loan.place, day),
        container=loan.subject_id,
        first_day=day,
        last_day=day,
        ladder=book.way_of(loan).money_ladder,
        stage=stage,
        number=satang,
        draws=DrawsFrom.LOT_ABOVE if lot_stage else DrawsFrom.ADDS,
        lot_place=loan.place_id if lot_stage else None,
        lot_container=loan.subject_id if lot_stage else None,
        lot_stage=lot_stage,
        note=note,
    )


def stage_of(claim: Claim) -> str:
    """The stage that a claim of money speaks of."""
    return next((count.stage for count in claim.counts.all()), "")


def satang_of(claims: Iterable[Claim]) -> int:
    """What claims tell together."""
    return sum(count.number for claim in claims for count in claim.counts.all())
