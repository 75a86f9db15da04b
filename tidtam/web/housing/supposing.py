"""The what-if page: move pace, rate and number and see money and the end by fiscal year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from tidtam.housing.what_if import Outlook, Pace, Supposed, outlook, pace_asked
from tidtam.housing.what_if_said import pace_text, sentence
from tidtam.problems import Problem, Refused, Where
from tidtam.web.address import Address
from tidtam.web.housing.fields import Sheet
from tidtam.web.housing.forms import today_typed
from tidtam.web.housing.problems import MISSING
from tidtam.web.housing.reading import Reading
from tidtam.web.page import page, shown
from tidtam.web.show import Show

FIELDS = ("households", "done", "baht", "pace", "first", "finish")
STEPS = (50, 75, 100, 125, 150, 200)
"""Other paces that are shown beside the one supposed, in per cent of it."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Another pace, and what would follow from it."""

    pace: int
    outlook: Outlook
    is_this: bool


@page
def what_if(request: HttpRequest, address: Address) -> HttpResponse:
    """What follows from so many households, such a rate and such a pace; everything stands in the address."""
    show = Show(address.lang, address.digits == "thai")
    asked = any(request.GET.get(name) for name in FIELDS)
    wrong: list[Problem] = []
    found, needed = None, None
    if asked:
        try:
            found, needed = _outlook(request.GET)
        except Refused as refused:
            wrong = [_renamed(problem) for problem in refused.problems]
    answer = shown(
        request,
        "housing/what_if.html",
        address,
        sheet=_sheet(show, request.GET if asked else None, wrong),
        found=found,
        said=sentence(found).text(show.lang) if found else "",
        needed=pace_text(needed).text(show.lang) if needed else "",
        needed_pace=ceil(needed.a_month) if needed else None,
        beside=_beside(found) if found else [],
    )
    answer.status_code = 400 if wrong else 200
    return answer


def _sheet(show: Show, typed: QueryDict | None, wrong: list[Problem]) -> Sheet:
    if typed is not None and not typed.get("first"):
        typed = typed.copy()
        typed["first"] = today_typed(show)
    made = Sheet("if", show, typed, wrong)
    made.add("households", numeric=True, hint="housing.if.households_hint")
    made.add("done", numeric=True, hint="housing.if.done_hint")
    made.add("baht", numeric=True, hint="housing.if.baht_hint")
    made.add("pace", numeric=True, hint="housing.if.pace_hint")
    made.add("first", usual=today_typed(show), hint="work.day_hint")
    made.add("finish", hint="housing.if.finish_hint")
    return made


def _outlook(asked: QueryDict) -> tuple[Outlook, Pace | None]:
    """What follows, and the pace that a wished end would need."""
    reading = Reading(asked)
    households, done, satang = reading.whole("households"), reading.whole("done"), reading.satang("baht")
    pace = reading.whole("pace")
    first = _day(reading, "first") or timezone.localdate()
    finish = _day(reading, "finish")
    reading.wrong += [
        MISSING.at(Where(field=name)) for name in ("households", "baht") if not reading.text(name)
    ]
    reading.checked()
    supposed = Supposed(
        households=households or 0,
        done=done or 0,
        satang_each=satang or 0,
        pace=None if pace is None else Pace.monthly(pace),
        first_day=first,
    )
    needed = pace_asked(supposed.left, first, finish) if finish else None
    if supposed.pace is None and needed is not None:
        supposed = _at(supposed, needed.a_month)
    return outlook(supposed), needed


def _day(reading: Reading, name: str) -> date | None:
    day = reading.day(name) if reading.text(name) else None
    return day.last if day else None


def _at(supposed: Supposed, a_month: Fraction) -> Supposed:
    return Supposed(
        households=supposed.households,
        done=supposed.done,
        satang_each=supposed.satang_each,
        pace=Pace(a_month),
        first_day=supposed.first_day,
    )


def _beside(found: Outlook) -> list[Beside]:
    """The same at other paces, whole households a month, none twice."""
    pace = found.supposed.pace
    if pace is None or not pace.a_month or not found.supposed.left:
        return []
    this = ceil(pace.a_month)
    paces = sorted({max(1, ceil(pace.a_month * step / 100)) for step in STEPS})
    return [Beside(one, outlook(_at(found.supposed, Fraction(one))), one == this) for one in paces]


def _renamed(problem: Problem) -> Problem:
    """A problem under the name that its field has in the form."""
    name = {"satang_each": "baht", "left": "done"}.get(problem.where.field or "", problem.where.field)
    return problem.kind.at(Where(field=name), **problem.values)
