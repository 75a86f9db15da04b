"""Payments: a voucher is paid once, its parts add up to it, and nobody is paid above what was approved."""

from collections.abc import Iterable, Iterator

from django.db.models import Sum

from tidtam.housing import problems as say
from tidtam.housing.grants.guard import sums_agree
from tidtam.housing.grants.instalments import APPROVED, CONTRACTED, DUE, PAID
from tidtam.housing.grants.money import LIVE
from tidtam.housing.models import GrantItem, VoucherPart
from tidtam.ledger.pathway import Stage
from tidtam.problems import Both, Problem, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.money_rules import money_text
from tidtam.review.models import Claim, ClaimCount
from tidtam.review.words import ClaimState
from tidtam.thai.date_writing import english_date, long_date

PAPERS = 3
"""So many papers are named behind a sum; the rest are counted."""


def wrong_with(claim: Claim, whole: int) -> Iterator[Problem]:
    """What is wrong with a payment by itself, and beside the others of its project."""
    parts = list(claim.voucher_parts.select_related("household__subject"))
    if parts:
        yield from sums_agree((part.satang for part in parts), whole)
        yield from _above_what_was_given(claim, parts)
    if claim.note and (before := _of_this_voucher(claim)):
        on = Both(long_date(before.last_day), english_date(before.last_day))
        yield say.VOUCHER_TWICE.at(Where(column=claim.note), voucher=claim.note, day=on)


def _above_what_was_given(claim: Claim, parts: list[VoucherPart]) -> Iterator[Problem]:
    households = [part.household_id for part in parts]
    given = GrantItem.objects.filter(household__in=households, claim__state=ClaimState.ACCEPTED)
    paid = VoucherPart.objects.filter(household__in=households, claim__state__in=LIVE).exclude(claim=claim)
    may = dict(given.order_by().values_list("household").annotate(satang=Sum("satang")))
    had = dict(paid.order_by().values_list("household").annotate(satang=Sum("satang")))
    approval = programmes.pathway(claim.pathway).stage(APPROVED)
    for part in parts:
        approved, before = may.get(part.household_id, 0), had.get(part.household_id, 0)
        if before + part.satang > approved:
            name = part.household.subject.name
            claims = given.filter(household=part.household_id).values_list("claim", flat=True)
            yield say.PAID_ABOVE_GIVEN.at(
                Where(column=name),
                household=name,
                asked=money_text(part.satang),
                before=money_text(before),
                approved=money_text(approved),
                paper=_papers(claims, approval),
            )


def _of_this_voucher(claim: Claim) -> Claim | None:
    """Another payment of the project by the voucher of this one."""
    others = Claim.objects.filter(
        container=claim.container_id, pathway=claim.pathway, note=claim.note, state__in=LIVE,
        counts__stage=PAID,
    )  # fmt: skip
    return others.exclude(pk=claim.pk).order_by("pk").first()


def waiting_to_leave(claim: Claim) -> int:
    """The satang that other claims, not decided on yet, take from where this one takes its own."""
    others = ClaimCount.objects.filter(
        claim__container=claim.container_id, claim__pathway=claim.pathway, claim__lot_stage=claim.lot_stage,
        claim__state__in=(ClaimState.PROPOSED, ClaimState.HELD),
    ).exclude(claim=claim)  # fmt: skip
    return int(others.aggregate(satang=Sum("number"))["satang"] or 0)


def papers_behind(claim: Claim) -> Both:
    """The papers on which the money stands that a claim moves on: its contract, approval or voucher."""
    stage = CONTRACTED if claim.lot_stage == DUE else claim.lot_stage
    behind = Claim.objects.filter(
        container=claim.container_id, pathway=claim.pathway, state=ClaimState.ACCEPTED, counts__stage=stage
    )
    return _papers(behind.values_list("pk", flat=True), programmes.pathway(claim.pathway).stage(stage))


def _papers(claims: Iterable[int], stage: Stage) -> Both:
    """Claims as papers, by note (or stage) and day; that there is none is said, never left out."""
    rows = list(Claim.objects.filter(pk__in=claims).order_by("last_day", "pk"))
    if not rows:
        return Both("ยังไม่มี", "none yet")
    thai = [f"{one.note or stage.th} {long_date(one.last_day)}" for one in rows[:PAPERS]]
    english = [f"{one.note or stage.en} {english_date(one.last_day)}" for one in rows[:PAPERS]]
    if (more := len(rows) - PAPERS) > 0:
        thai, english = [*thai, f"และอีก {more:,} ฉบับ"], [*english, f"and {more:,} more"]
    return Both(", ".join(thai), ", ".join(english))
