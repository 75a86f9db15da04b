"""Keeping the calendar of rounds: setting them, closing them, and giving leave to report after all."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.ledger.fiscal import FiscalYear
from tidtam.people.access import Right, access_of
from tidtam.people.models import User
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.review import problems as say
from tidtam.review.models import Claim, Round, Unlocking

DAYS_TO_REPORT = timedelta(days=15)
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,19}")


@transaction.atomic
def set_round(
    *, actor: User, code: str, fiscal_year: int, names: Both, first_day: date, last_day: date, due_on: date
) -> Round:
    """Makes a round, or changes the one with this code; its days stay once something was reported on it.

    `fiscal_year` is of the Buddhist Era. Raises Refused with everything that is wrong.
    """
    _may_keep(actor)
    said = Round(
        code=code.strip(),
        fiscal_year=fiscal_year,
        name_th=names.th.strip(),
        name_en=names.en.strip(),
        first_day=first_day,
        last_day=last_day,
        due_on=due_on,
    )
    there = Round.objects.select_for_update().filter(code=said.code).first()
    wrong = [*_wrong_with(said), *_changed_in_use(said, there)]
    if wrong:
        raise Refused(wrong)
    return _kept(actor, said, there)


def _kept(actor: User, said: Round, there: Round | None) -> Round:
    if there is not None:
        said.pk, said.locked_at, said.locked_by_id = there.pk, there.locked_at, there.locked_by_id
        if all(getattr(there, name) == getattr(said, name) for name in COMPARED):
            return there
    said.save()
    detail = {name: getattr(said, name) for name in COMPARED}
    record(actor=actor, action="round.set", what=f"round:{said.code}", detail=detail)
    return said


COMPARED = ("fiscal_year", "name_th", "name_en", "first_day", "last_day", "due_on")


def _wrong_with(said: Round) -> Iterator[Problem]:
    if not (_CODE.fullmatch(said.code) and said.name_th and said.name_en):
        yield say.ROUND_NAMELESS.at(Where(field="code"))
    if said.first_day > said.last_day:
        yield say.DAYS_TURNED.at(Where(field="last_day"))
    year = FiscalYear(said.fiscal_year).period
    if said.first_day not in year or said.last_day not in year:
        yield say.ROUND_OUTSIDE_YEAR.at(Where(field="first_day"), year=said.fiscal_year)
    if said.due_on < said.last_day:
        yield say.DUE_TOO_EARLY.at(Where(field="due_on"))


def _changed_in_use(said: Round, there: Round | None) -> Iterator[Problem]:
    days = ("fiscal_year", "first_day", "last_day")
    if there is None or all(getattr(said, name) == getattr(there, name) for name in days):
        return
    if Claim.objects.filter(round=there).exists():
        yield say.ROUND_IN_USE.at(Where(field="first_day"), round=_name(there))


@transaction.atomic
def make_rounds(*, actor: User, fiscal_year: int) -> list[Round]:
    """The four quarters of a fiscal year (Buddhist Era), each due 15 days after its end.

    Quarters that are there already stay as they are.
    """
    _may_keep(actor)
    there = set(Round.objects.filter(fiscal_year=fiscal_year).values_list("code", flat=True))
    made = []
    for number in range(1, 5):
        quarter = FiscalYear(fiscal_year).quarter(number)
        names = Both(
            f"ไตรมาส {number} ปีงบประมาณ {fiscal_year}", f"quarter {number} of fiscal year {fiscal_year}"
        )
        if quarter.code not in there:
            made.append(
                set_round(
                    actor=actor,
                    code=quarter.code,
                    fiscal_year=fiscal_year,
                    names=names,
                    first_day=quarter.start,
                    last_day=quarter.end,
                    due_on=quarter.end + DAYS_TO_REPORT,
                )
            )
    return made


@transaction.atomic
def lock_round(*, actor: User, code: str, reason: str) -> Round:
    """Closes a round: from now on nothing of it is handed in. What is closed already stays as it was."""
    _may_keep(actor)
    of_round = _the_round(code)
    _says_why(reason)
    if of_round.locked_at is None:
        of_round.locked_at, of_round.locked_by = timezone.now(), actor
        of_round.save(update_fields=["locked_at", "locked_by"])
        record(actor=actor, action="round.locked", what=f"round:{code}", detail={"reason": reason.strip()})
    return of_round


@transaction.atomic
def unlock(*, actor: User, code: str, place: Place, reason: str, until: date) -> Unlocking:
    """Gives a place, and all that lies in it, leave to report on a closed round up to a day.

    The nation opens the whole round. The same leave again changes nothing.
    """
    _may_keep(actor)
    of_round = _the_round(code)
    wrong = [] if reason.strip() else [say.SAY_WHY.at(Where(field="reason"))]
    if of_round.locked_at is None:
        wrong.append(say.ROUND_NOT_LOCKED.at(round=_name(of_round)))
    if until < timezone.localdate():
        wrong.append(say.LEAVE_PAST.at(Where(field="until")))
    if wrong:
        raise Refused(wrong)
    given: dict[str, Any] = {"place": place, "until": until, "reason": reason.strip(), "by": actor}
    leave, is_new = Unlocking.objects.get_or_create(round=of_round, **given)
    if is_new:
        detail = {"place": place.code, "until": until, "reason": reason.strip()}
        record(actor=actor, action="round.unlocked", what=f"round:{code}", detail=detail)
    return leave


def _may_keep(actor: User) -> None:
    if not access_of(actor).may(Right.KEEP_CALENDAR, places.nation().pk):
        raise Refused([say.NOT_YOUR_CALENDAR.at()])


def _the_round(code: str) -> Round:
    found = Round.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Refused([say.NO_SUCH_ROUND.at(code=code[:20])])
    return found


def _says_why(reason: str) -> None:
    if not reason.strip():
        raise Refused([say.SAY_WHY.at(Where(field="reason"))])


def _name(of_round: Round) -> Both:
    return Both(of_round.name_th, of_round.name_en)
