"""What was typed on the money page, read into what the actions take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from tidtam.housing.actions import (
    Planned,
    Shown,
    contract_grant,
    give_exception,
    move_grant,
    pay_grant,
    propose_grant,
)
from tidtam.housing.grants.money import given_to, left_by_exit
from tidtam.housing.models import Household, Project
from tidtam.housing.problems import VOUCHER_MISSING
from tidtam.intake.grants.actions import take
from tidtam.intake.grants.workbook import parts_on
from tidtam.people.models import User
from tidtam.problems import Problem, Refused, Where
from tidtam.thai.digits import to_arabic
from tidtam.web.address import echoed
from tidtam.web.grants import problems as say
from tidtam.web.loans.record import read_day, read_satang

ROWS = 5
"""Instalments that the form has room for."""


def done(request: HttpRequest, actor: User, project: Project) -> str:
    """Does what the form asks; gives what was done. Refused with everything that is wrong."""
    post = request.POST
    match post.get("do"):
        case "give":
            give_exception(actor=actor, claim=_key(post.get("claim", "")))
            return "given"
        case "contract":
            _contract(actor, project, post)
        case "pay":
            _pay(actor, project, post)
        case "use":
            _use(request, actor, project)
        case "file":
            _file(request, actor, project)
        case _:
            _propose(actor, project, post)
    return "sent"


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def _day(post: Mapping[str, str]) -> date:
    wrong: list[Problem] = []
    day = read_day(post.get("day", ""), "day", wrong)
    if day is None:
        raise Refused(wrong)
    return day


def _sum(post: Mapping[str, str], field: str) -> int:
    wrong: list[Problem] = []
    satang = read_satang(post.get(field, ""), field, wrong)
    if satang is None:
        raise Refused(wrong)
    return satang


def _propose(actor: User, project: Project, post: Mapping[str, str]) -> None:
    day, wrong = _day(post), list[Problem]()
    some = chosen(project, post.get("who", ""))
    sums = {}
    for part in parts_on(project, day):
        text = post.get(f"part-{part}", "").strip()
        if text and text != "0" and (satang := read_satang(text, f"part-{part}", wrong)):
            sums[part] = satang
    text = post.get("management", "").strip()
    management = read_satang(text, "management", wrong) if text and text != "0" else 0
    if wrong:
        raise Refused(wrong)
    propose_grant(
        actor=actor,
        project=project,
        day=day,
        parts=dict.fromkeys(some, sums),
        management=management or 0,
        exception=post.get("reason", ""),
    )


def chosen(project: Project, text: str) -> list[Household]:
    """The households that numbers such as "1-20, 25" mean; with nothing typed, all that have no grant."""
    there = {one.number: one for one in project.households.select_related("subject", "project")}
    if not text.strip():
        given = given_to(list(there.values()))
        gone = left_by_exit(project, there.values())
        left = [one for one in there.values() if one.pk not in given and one.pk not in gone]
        if not left:
            raise Refused([say.NO_ONE_LEFT.at(Where(field="who"))])
        return left
    try:
        wanted = [there[number] for number in dict.fromkeys(_numbers(to_arabic(text)))]
    except (ValueError, KeyError):
        raise Refused([say.NO_SUCH_HOUSEHOLDS.at(Where(field="who"), text=echoed(text))]) from None
    return wanted


def _numbers(text: str) -> Iterator[int]:
    for piece in text.replace("–", "-").split(","):
        first, _, last = piece.strip().partition("-")
        start, end = int(first), int(last or first)
        if not 0 <= end - start <= 100_000:
            raise ValueError(piece)
        yield from range(start, end + 1)


def _contract(actor: User, project: Project, post: Mapping[str, str]) -> None:
    day, wrong, plan = _day(post), list[Problem](), list[Planned]()
    for row in range(1, ROWS + 1):
        if not (text := post.get(f"sum-{row}", "").strip()):
            continue
        satang = read_satang(text, f"sum-{row}", wrong)
        share = to_arabic(post.get(f"share-{row}", "").strip() or "100")
        stage = post.get(f"stage-{row}", "")
        if not (share.isdecimal() and len(share) < 4 and 1 <= int(share) <= 100):
            wrong.append(say.NO_SHARE.at(Where(field=f"share-{row}"), text=echoed(share)))
        elif satang is not None:
            plan.append(Planned(satang=satang, stage=stage, share=int(share)))
    if wrong:
        raise Refused(wrong)
    contract_grant(actor=actor, project=project, day=day, plan=plan)


def _pay(actor: User, project: Project, post: Mapping[str, str]) -> None:
    voucher = post.get("voucher", "")
    if not voucher.strip():
        raise Refused([VOUCHER_MISSING.at(Where(field="voucher"))])
    pay_grant(actor=actor, project=project, day=_day(post), satang=_sum(post, "sum"), voucher=voucher)


def _use(request: HttpRequest, actor: User, project: Project) -> None:
    files = request.FILES.getlist("evidence")
    move_grant(
        actor=actor,
        project=project,
        stage="used",
        day=_day(request.POST),
        satang=_sum(request.POST, "sum"),
        evidence=[Shown(one.read(), one.name or "") for one in files],
        key=_key(request.POST["key"]) if request.POST.get("key") else None,
    )


def _file(request: HttpRequest, actor: User, project: Project) -> None:
    file = request.FILES.get("file")
    content = file.read() if isinstance(file, UploadedFile) else b""
    name = (file.name or "") if isinstance(file, UploadedFile) else ""
    found = take(
        actor=actor,
        project=project,
        day=_day(request.POST),
        content=content,
        name=name,
        exception=request.POST.get("reason", ""),
        commit=True,
    )
    if found.problems:
        raise Refused(found.problems)
