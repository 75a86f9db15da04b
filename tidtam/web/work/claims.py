"""The page of one claim: what it says, what happened to it, and what this person may do with it now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tidtam.people.access import Access, Right, access_of
from tidtam.people.models import User
from tidtam.places.models import Kind
from tidtam.problems import Problem, Refused
from tidtam.programmes import queries as programmes
from tidtam.review import checking, work
from tidtam.review.actions import answer, approve, ask, remove_evidence, send_back, submit, withdraw
from tidtam.review.actions.reviewing import why_not
from tidtam.review.models import Claim, ClaimCount
from tidtam.review.problems import NO_SUCH_EVIDENCE
from tidtam.review.words import WITH_THE_RECORDER, ClaimState
from tidtam.web.address import Address
from tidtam.web.page import form, shown
from tidtam.web.reader import signed_in
from tidtam.web.show import Show
from tidtam.web.work import problems
from tidtam.web.work.photos import add_photos
from tidtam.web.work.rows import HOMES, Row, rows_of
from tidtam.web.work.story import story_of
from tidtam.web.work.typed import STAGE, number_in


@dataclass(frozen=True, slots=True)
class May:
    """What somebody may do with a claim now."""

    change: bool = False
    answer: bool = False
    withdraw: bool = False
    review: bool = False
    lets_in: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is anything to do."""
        return self.change or self.answer or self.withdraw or self.review


def the_claim(access: Access, key: UUID) -> Claim:
    """The claim with this key, among those that somebody may read; Refused where there is none."""
    found = work.whole(work.readable(access)).select_related(HOMES).filter(key=key).first()
    if found is None:
        raise Refused([problems.NO_SUCH_CLAIM.at()])
    return found


def to_claim(key: UUID, address: Address) -> str:
    """The address of the page of a claim."""
    lang = "?lang=en" if address.lang == "en" else ""
    return reverse("claim", kwargs={"key": key}) + lang


def may(access: Access, claim: Claim) -> May:
    """What somebody may do with a claim now."""
    records = access.may(Right.RECORD, claim.place_id)
    reviews = why_not(access, claim) is None
    return May(
        change=records and claim.state in WITH_THE_RECORDER,
        answer=records and claim.state == ClaimState.HELD,
        withdraw=records and claim.state not in (ClaimState.ACCEPTED, ClaimState.WITHDRAWN),
        review=reviews,
        lets_in=reviews and _is_last(claim),
    )


def _is_last(claim: Claim) -> bool:
    return programmes.ladder(claim.ladder).after(claim.rung, Kind(claim.place.kind)) is None


def _remove(actor: User, found: Claim, number: str, reason: str) -> None:
    """Takes off a piece of evidence of this claim, and of no other."""
    here = {str(one.pk): one.pk for one in found.evidence.all()}
    if number not in here:
        raise Refused([NO_SUCH_EVIDENCE.at()])
    remove_evidence(actor=actor, evidence=here[number], reason=reason)


def _approve(actor: User, key: UUID, seen: str) -> None:
    done = approve(actor=actor, keys=[key], seen={key: int(seen)} if seen.isdecimal() else None)
    if done.problems:
        raise Refused(done.problems)


DEEDS: dict[str, Callable[[User, UUID, str], Any]] = {
    "submit": lambda actor, key, _: submit(actor=actor, keys=[key]),
    "withdraw": lambda actor, key, text: withdraw(actor=actor, key=key, reason=text),
    "approve": _approve,
    "ask": lambda actor, key, text: ask(actor=actor, key=key, text=text),
    "send_back": lambda actor, key, text: send_back(actor=actor, key=key, reason=text),
}
"""What the buttons of the page do, by their names; answering and evidence come with more than a text."""


def _answer(actor: User, found: Claim, post: Mapping[str, str]) -> None:
    """Answers with what was typed, and with the numbers as they were put right."""
    there = [count.stage for count in found.counts.all() if STAGE + count.stage in post]
    numbers = {stage: number_in(post[STAGE + stage].strip()) for stage in there}
    seen = post.get("seen", "")
    revision = int(seen) if seen.isdecimal() else None
    answer(actor=actor, key=found.key, text=post.get("text", ""), numbers=numbers, seen=revision)


@form
def claim(request: HttpRequest, address: Address, key: UUID) -> HttpResponse:
    """One claim; its buttons lead back here."""
    actor = signed_in(request)
    access = access_of(actor)
    found = the_claim(access, key)
    if request.method != "POST":
        return _shown(request, address, access, found)
    do, text = request.POST.get("do", ""), request.POST.get("text", "")
    try:
        if do in ("answer", "add"):
            add_photos(actor, found, request.FILES.getlist("photos"))
        if do == "add" and not request.FILES.getlist("photos"):
            raise Refused([problems.NO_FILES.at()])
        if do == "answer":
            _answer(actor, found, request.POST)
        elif do == "remove":
            _remove(actor, found, request.POST.get("evidence", ""), text)
        elif do in DEEDS:
            DEEDS[do](actor, key, text)
    except Refused as refused:
        answer = _shown(request, address, access, the_claim(access, key), do, text, refused.problems)
        answer.status_code = 400
        return answer
    return HttpResponseRedirect(to_claim(key, address))


def _warnings(actor: User, found: Claim) -> list[Problem]:
    return checking.against_the_book(actor=actor, key=found.key) + checking.maybe_twice(found)


@dataclass(frozen=True, slots=True)
class Stated:
    """One number of a claim: its stage in words, and the field in which an answer puts it right."""

    stage: str
    count: ClaimCount
    name: str
    text: str


def _counts(row: Row, found: Claim, post: Mapping[str, str]) -> list[Stated]:
    counts = found.counts.all()
    return [
        Stated(
            row.pathway.stage(one.stage).name(row.show.lang),
            one,
            STAGE + one.stage,
            post.get(STAGE + one.stage, str(one.number)),
        )
        for one in counts
    ]


def _shown(
    request: HttpRequest,
    address: Address,
    access: Access,
    found: Claim,
    do: str = "",
    text: str = "",
    wrong: list[Problem] | None = None,
) -> HttpResponse:
    show = Show(address.lang, address.digits == "thai")
    (row,) = rows_of([found], show)
    allowed = may(access, found)
    checked = allowed.change or allowed.review or allowed.withdraw
    return shown(
        request,
        "work/claim.html",
        address,
        row=row,
        claim=found,
        counts=_counts(row, found, request.POST),
        may=allowed,
        steps=story_of(found, show),
        checked=checked,
        warnings=_warnings(signed_in(request), found) if checked else [],
        wrong=wrong or [],
        did=do,
        typed=text,
    )
