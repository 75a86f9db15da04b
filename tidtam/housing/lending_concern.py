"""What review must know of loans: what is wrong with claims of them, and what follows from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from django.db import connection
from django.db.models import prefetch_related_objects
from django.utils import timezone

from tidtam.housing.lending import book
from tidtam.housing.lending import problems as say
from tidtam.housing.lending.agreed import answers_of, terms_of
from tidtam.housing.lending.book import Book, Moved
from tidtam.housing.lending.models import Loan
from tidtam.housing.lending.rules import broken
from tidtam.housing.lending.settlement import Change, change_of, satang_of, stage_of
from tidtam.housing.loans.paid import owed
from tidtam.housing.loans.rules import day_named
from tidtam.housing.loans.schedule import schedule
from tidtam.ledger_store.read import Moment
from tidtam.people.models import User
from tidtam.problems import Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.money_rules import money_text
from tidtam.review.actions.telling import claim_of, keep_told
from tidtam.review.models import Claim
from tidtam.review.registry import Concern, Following
from tidtam.review.words import ClaimState

TOLD_BY_HAND = (book.APPROVED, book.DRAWN, book.RECEIVED)
FAR_AWAY = date.max


def check(claims: Sequence[Claim]) -> list[Problem]:
    """What is wrong with claims of loans, under the key of each: rules, sums, days, a paper told twice."""
    found: list[Problem] = []
    by_loan = _by_loan(claims)
    kept = book.books(list(by_loan), Moment(FAR_AWAY)) if by_loan else {}
    for loan, told in by_loan.items():
        by_stage = {stage: [one for one in told if stage_of(one) == stage] for stage in TOLD_BY_HAND}
        for claim in by_stage[book.APPROVED]:
            wrong = broken(loan, programmes.money_rules(loan.programme, loan.approved_on))
            found += [problem.kind.at(_where(claim), **problem.values) for problem in wrong]
        found += _drawn(loan, kept[loan.pk], by_stage[book.DRAWN])
        found += _received(loan, kept[loan.pk], by_stage[book.RECEIVED])
        found += _told_twice(loan, told)
    return found


def _by_loan(claims: Sequence[Claim]) -> dict[Loan, list[Claim]]:
    """The claims of loans that somebody told, by their loans."""
    ours = [claim for claim in claims if claim.container_id and claim.unit == "satang"]
    if not ours:
        return {}
    prefetch_related_objects(ours, "counts")
    rows = Loan.objects.filter(subject__in={claim.container_id for claim in ours}).order_by("pk")
    if connection.in_atomic_block:  # two receipts at once are checked one after the other
        rows = rows.select_for_update(of=("self",))
    loans = {loan.subject_id: loan for loan in rows.select_related("place").prefetch_related("answers")}
    found: dict[Loan, list[Claim]] = defaultdict(list)
    for claim in ours:
        if claim.container_id in loans and stage_of(claim) in TOLD_BY_HAND:
            found[loans[claim.container_id]].append(claim)
    return found


def _drawn(loan: Loan, kept: Book, told: Sequence[Claim]) -> Iterator[Problem]:
    """What is drawn beyond what was approved, or on a day on which it cannot be."""
    before = kept.drawn.satang
    for claim in told:
        satang = satang_of([claim])
        left = loan.principal - before
        if satang > left:
            values = {"approved": loan.principal, "drawn": before, "sum": satang, "left": left}
            sums = {name: money_text(value) for name, value in (values | {"over": satang - left}).items()}
            names = {"loan": loan.code, "contract": loan.contract_number, "paper": loan.paper}
            yield say.DRAWN_TOO_MUCH.at(_where(claim), **sums, **names)
            continue
        before += satang
        more = [*kept.draws, Moved(str(claim.key), claim.last_day, satang)]
        yield from _days(loan, Book(draws=more, receipts=kept.receipts), claim)


def _days(loan: Loan, tried: Book, claim: Claim) -> Iterator[Problem]:
    """Whether the term has room for the drawdowns as they would then be."""
    try:
        terms_of(loan, tried.as_draws(), answers_of(loan.answers.all()))
    except Refused as refused:
        yield from (problem.kind.at(_where(claim), **problem.values) for problem in refused.problems)


def _received(loan: Loan, kept: Book, told: Sequence[Claim]) -> Iterator[Problem]:
    """What came in before anything was drawn, or beyond all that the loan still asks for."""
    if not told:
        return
    if not kept.draws:
        yield from (say.NOTHING_DRAWN.at(_where(claim), loan=loan.code) for claim in told)
        return
    terms = terms_of(loan, kept.as_draws(), answers_of(loan.answers.all()))
    dues = schedule(terms)
    tried = list(kept.receipts)
    for claim in told:
        one = Moved(str(claim.key), claim.last_day, satang_of([claim]))
        new = Book(receipts=[*tried, one])
        try:
            found = owed(dues, new.as_payments(), FAR_AWAY, terms.convention.paid_first)
        except Refused as refused:
            yield from (problem.kind.at(_where(claim), **problem.values) for problem in refused.problems)
            continue
        if found.excess:
            sums = {"sum": money_text(one.satang), "over": money_text(found.excess)}
            names = {"loan": loan.code, "contract": loan.contract_number}
            yield say.PAID_TOO_MUCH.at(_where(claim), day=day_named(one.day), **sums, **names)
        else:
            tried.append(one)


def _told_twice(loan: Loan, told: Sequence[Claim]) -> Iterator[Problem]:
    """A slip or voucher that was recorded before, by whomever."""
    others = Claim.objects.filter(
        container=loan.subject_id,
        pathway__in={claim.pathway for claim in told},
        note__in={claim.note for claim in told},
        state__in=(ClaimState.PROPOSED, ClaimState.HELD, ClaimState.ACCEPTED),
    ).prefetch_related("counts")
    for claim in told:
        for other in others:
            if other.pk != claim.pk and other.note == claim.note and stage_of(other) == stage_of(claim):
                values = {"paper": claim.note, "loan": loan.code, "sum": money_text(satang_of([other]))}
                yield say.PAPER_TWICE.at(_where(claim), day=day_named(other.last_day), **values)
                break


def follow(actor: User, claims: Sequence[Claim]) -> Following:
    """What drawdowns and receipts that were let in or taken back change in principal and interest."""
    touched = _by_loan(claims)
    return settle(actor, list(touched)) if touched else Following()


def settle(actor: User, loans: Sequence[Loan]) -> Following:
    """What the books of these loans lack today of what their schedules say, as claims by the actor."""
    today = timezone.localdate()
    rows = Loan.objects.filter(pk__in=[loan.pk for loan in loans]).order_by("pk")
    locked = list(rows.select_for_update(of=("self",)).select_related("place").prefetch_related("answers"))
    kept = book.books(locked, Moment(today))
    changes = [change_of(loan, kept[loan.pk], today) for loan in locked]
    return Following(
        let_in=[claim for change in changes for claim in _kept(actor, change)],
        taken_back=[claim for change in changes for claim in change.taken_back],
        reason="คิดใหม่จากการเบิกและการชำระทั้งหมดที่ทราบ",
    )


def _kept(actor: User, change: Change) -> Sequence[Claim]:
    claims = [claim_of(actor, telling) for telling in change.tellings]
    if claims:
        keep_told(claims, {str(telling.key): telling for telling in change.tellings})
    return claims


def _where(claim: Claim) -> Where:
    return Where(field=str(claim.key))


LENDING = Concern("lending", check, follow)
"""To be registered when the application starts."""
