"""The form for what was paid or drawn: typed, looked at once more beside what it will do, and handed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from tidtam.housing.actions.happenings import Shown
from tidtam.housing.actions.lending import answer_change, draw, receive
from tidtam.housing.lending import queries
from tidtam.housing.lending.models import Loan
from tidtam.housing.lending.problems import PAPER_MISSING
from tidtam.housing.lending.queries import Reckoned
from tidtam.housing.loans.paid import Owed, Payment, owed
from tidtam.intake.grants.problems import DAY_VAGUE
from tidtam.people.access import access_of
from tidtam.people.models import User
from tidtam.problems import Problem, Refused, Where
from tidtam.review.models import Claim
from tidtam.thai.dates import DateUnreadable, read_date
from tidtam.thai.money import baht_text
from tidtam.thai.money_reading import satang_of
from tidtam.web.address import Address, echoed
from tidtam.web.loans import problems
from tidtam.web.loans.views import loan_page, the_loan, to_loan
from tidtam.web.page import deed, form, shown
from tidtam.web.reader import access_here, signed_in
from tidtam.web.work.photos import MOST

PAID, DRAWN = "paid", "drawn"
FIELDS = ("what", "sum", "day", "paper", "evidence")


@dataclass(slots=True)
class Typed:
    """The form as it was filled in; sent twice under one key it is one slip."""

    key: UUID
    what: str = ""
    sum: str = ""
    day: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the form says, read."""

    is_draw: bool
    satang: int
    day: date
    paper: str

    @property
    def words(self) -> str:
        """The sum in Thai words, as a receipt has it."""
        return baht_text(Decimal(self.satang).scaleb(-2))


@dataclass(frozen=True, slots=True)
class Effect:
    """What will come of it, to be looked at before it is sent."""

    told: Told
    interest: int = 0
    principal: int = 0
    ahead: int = 0
    still_due: int = 0
    left_to_draw: int = 0


def typed_of(post: Mapping[str, str]) -> Typed:
    """What was typed."""
    try:
        key = UUID(post.get("key", ""))
    except ValueError:
        key = uuid4()
    return Typed(key, *(post.get(name, "").strip() for name in ("what", "sum", "day", "paper")))


def read(typed: Typed) -> Told:
    """What is said; Refused with everything that is wrong, each under its field."""
    wrong: list[Problem] = []
    if typed.what not in (PAID, DRAWN):
        wrong.append(problems.CHOOSE_WHAT.at(Where(field="what")))
    satang, day = read_satang(typed.sum, "sum", wrong), read_day(typed.day, "day", wrong)
    if not typed.paper:
        wrong.append(PAPER_MISSING.at(Where(field="paper")))
    if wrong or satang is None or day is None:
        raise Refused(wrong)
    return Told(typed.what == DRAWN, satang, day, typed.paper)


def read_satang(text: str, field: str, wrong: list[Problem]) -> int | None:
    """A sum of baht as somebody typed it, in satang; None, and what is wrong, where it cannot be read."""
    if satang := satang_of(text):
        return satang
    wrong.append(problems.NO_SUM.at(Where(field=field), text=echoed(text) or "–"))
    return None


def read_day(text: str, field: str, wrong: list[Problem]) -> date | None:
    """A day as somebody typed it; None, and what is wrong, where it cannot be read."""
    try:
        found = read_date(text) if text else None
    except DateUnreadable as unreadable:
        wrong.append(unreadable.problem(Where(field=field)))
        return None
    if found is None:
        wrong.append(problems.NO_DAY.at(Where(field=field)))
    elif found.first != found.last:
        wrong.append(DAY_VAGUE.at(Where(field=field), text=echoed(text)))
        return None
    return found.last if found else None


@form
def loan_record(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """Asked for, it is empty; sent, it shows what would come of it; confirmed, it is handed in."""
    loan = the_loan(access_here(request), code)
    if request.method != "POST":
        typed = Typed(uuid4(), what=PAID if queries.reckoned([loan])[0].owed else DRAWN)
        return _asked(request, address, loan, typed)
    typed = typed_of(request.POST)
    try:
        told = read(typed)
        if request.POST.get("do") == "send":
            _send(request, loan, typed, told)
            lang = "&lang=en" if address.lang == "en" else ""
            return HttpResponseRedirect(f"{to_loan(loan, address.changed(lang='th'))}?sent=1{lang}")
        if request.POST.get("do") == "mend":
            return _asked(request, address, loan, typed)
        _would_be_refused(signed_in(request), loan, told)
    except Refused as refused:
        answer = _asked(request, address, loan, typed, refused.problems)
        answer.status_code = 400
        return answer
    return _asked(request, address, loan, typed, effect=effect_of(queries.reckoned([loan])[0], told))


def _send(request: HttpRequest, loan: Loan, typed: Typed, told: Told) -> None:
    files = request.FILES.getlist("evidence")
    evidence = [Shown(one.read(MOST + 1), one.name or "") for one in files]
    with transaction.atomic():  # a photo that cannot be taken leaves no slip behind: the form is sent again
        _tell(signed_in(request), loan, told, evidence, typed.key)


def _tell(actor: User, loan: Loan, told: Told, evidence: list[Shown], key: UUID) -> Claim:
    deed = draw if told.is_draw else receive
    return deed(
        actor=actor, loan=loan, satang=told.satang, day=told.day, paper=told.paper, evidence=evidence, key=key
    )


def _would_be_refused(actor: User, loan: Loan, told: Told) -> None:
    """Refused with what handing it in would say, so that it is said before; nothing is kept."""
    with transaction.atomic():
        _tell(actor, loan, told, [], uuid4())
        transaction.set_rollback(True)


def effect_of(one: Reckoned, told: Told) -> Effect:
    """What a slip or a drawdown will do, beside all that is in the book today."""
    if told.is_draw:
        return Effect(told, left_to_draw=one.loan.principal - one.book.drawn.satang - told.satang)
    before = _owed_with(one, [])
    after = _owed_with(one, [Payment(told.day, told.satang)])
    return Effect(
        told,
        interest=_sum(after, "interest") - _sum(before, "interest"),
        principal=_sum(after, "principal") - _sum(before, "principal"),
        ahead=after.ahead - before.ahead,
        still_due=after.due,
    )


def _owed_with(one: Reckoned, more: list[Payment]) -> Owed:
    payments = [*one.book.as_payments(), *more]
    return owed(one.dues, payments, timezone.localdate(), one.terms.convention.paid_first)


def _sum(found: Owed, part: str) -> int:
    return sum(getattr(split, part) for split in found.splits)


def _asked(
    request: HttpRequest,
    address: Address,
    loan: Loan,
    typed: Typed,
    found: list[Problem] | None = None,
    effect: Effect | None = None,
) -> HttpResponse:
    (one,) = queries.reckoned([loan])
    return shown(
        request,
        "loans/record.html",
        address,
        loan=loan,
        one=one,
        typed=typed,
        typed_fields=[(name, getattr(typed, name)) for name in ("what", "sum", "day", "paper")],
        effect=effect,
        beside=_beside(found or []),
        wrong=len(found or []),
        left_to_draw=loan.principal - one.book.drawn.satang,
        back=to_loan(loan, address),
    )


def _beside(found: list[Problem]) -> dict[str, list[Problem]]:
    """The problems by the field that they stand under; "page" has those of the whole."""
    beside: dict[str, list[Problem]] = defaultdict(list)
    for problem in found:
        name = problem.where.field or ""
        beside[name if name in FIELDS else "page"].append(problem)
    return dict(beside)


@deed
def loan_answer(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """Notes what an organisation answered to a moratorium or a new rate."""
    actor = signed_in(request)
    loan = the_loan(access_of(actor), code)
    wrong: list[Problem] = []
    day = read_day(request.POST.get("day", "").strip(), "day", wrong)
    try:
        if day is None:
            raise Refused(wrong)
        answer_change(
            actor=actor,
            loan=loan,
            code=request.POST.get("change", ""),
            accepted=request.POST.get("accepted") == "yes",
            answered_on=day,
            paper=request.POST.get("paper", ""),
        )
    except Refused as refused:
        return loan_page(request, address, loan, refused.problems, "answer")
    return HttpResponseRedirect(to_loan(loan, address))
