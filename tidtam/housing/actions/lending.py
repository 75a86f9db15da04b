"""Loans to organisations: agreed, drawn, repaid, and what the organisation answers to a moratorium."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.housing.access import may_record
from tidtam.housing.actions.happenings import Shown, handed_in
from tidtam.housing.actions.projects import not_yet
from tidtam.housing.codes import unknown_code
from tidtam.housing.lending import book
from tidtam.housing.lending import problems as say
from tidtam.housing.lending.agreed import on_record, terms_of
from tidtam.housing.lending.models import Loan, LoanAnswer
from tidtam.housing.lending.rules import broken
from tidtam.housing.lending.settlement import telling_of
from tidtam.housing.lending_concern import settle
from tidtam.housing.models import Project
from tidtam.housing.problems import NO_HOUSING
from tidtam.ledger_store.actions import name_subjects
from tidtam.ledger_store.models import Subject
from tidtam.people.access import access_of
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.problems import Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.registers.models import Organisation
from tidtam.review import letting_in
from tidtam.review.models import Claim

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,29}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLoan:
    """What was agreed; sums in satang. `graces` are months without principal and what becomes of interest."""

    code: str
    organisation: Organisation
    programme: str
    contract_number: str
    contracted_on: date
    approved_on: date
    paper: str
    principal: int
    first_due: date
    months: int
    project: Project | None = None
    graces: Sequence[tuple[int, str]] = ()
    households: int | None = None
    solution: str = ""
    savings: int | None = None
    onlent_percent: Decimal | None = None
    exception_reason: str = ""
    exception_by: str = ""
    exception_paper: str = ""
    note: str = ""

    @property
    def place(self) -> Place:
        """Where it counts: at its project, else at its organisation."""
        return self.project.place if self.project else self.organisation.place


@transaction.atomic
def add_loan(*, actor: User, new: NewLoan, key: UUID | None = None) -> Loan:
    """Keeps what was agreed and hands in that it was approved; finance lets that into the book.

    Refused with all that is wrong, each rule that is broken with its paper.
    """
    if wrong := list(_wrong(actor, new)):
        raise Refused(wrong)
    made = _made(actor, new)
    if wrong := _of_terms(made):
        raise Refused(wrong)
    subject = Subject(key=uuid4(), kind="loan", name=new.code, unit="satang", place=new.place)
    made.subject = name_subjects(actor=actor, subjects=[subject])[subject.key]
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as there:
        raise Refused([say.CODE_TAKEN.at(Where(field="code"), text=new.code)]) from there
    detail = {"code": made.code, "organisation": new.organisation.name, "satang": made.principal}
    record(actor=actor, action="loan.added", what=f"loan:{made.code}", detail=detail)
    way = book.way_of(made)
    handed_in(
        actor,
        telling_of(made, way.principal, book.APPROVED, made.principal, made.approved_on, made.paper, key=key),
    )
    return made


def _made(actor: User, new: NewLoan) -> Loan:
    return Loan(
        code=new.code,
        programme=new.programme,
        organisation=new.organisation,
        project=new.project,
        place=new.place,
        contract_number=new.contract_number.strip(),
        contracted_on=new.contracted_on,
        approved_on=new.approved_on,
        paper=new.paper.strip(),
        principal=new.principal,
        first_due=new.first_due,
        months=new.months,
        graces=[{"months": months, "interest": interest} for months, interest in new.graces],
        households=new.households,
        solution=new.solution,
        savings=new.savings,
        onlent_percent=new.onlent_percent,
        exception_reason=new.exception_reason.strip(),
        exception_by=new.exception_by.strip(),
        exception_paper=new.exception_paper.strip(),
        note=new.note.strip(),
        made_by=actor,
    )


def _wrong(actor: User, new: NewLoan) -> Iterator[Problem]:
    counted = programmes.housing()
    if not _CODE.fullmatch(new.code):
        yield say.CODE_BAD.at(Where(field="code"), text=new.code)
    if new.programme not in counted:
        codes = ", ".join(sorted(counted))
        yield NO_HOUSING.at(Where(field="programme"), code=new.programme, codes=codes)
    elif new.project is not None and new.project.programme != new.programme:
        yield say.OTHER_PROGRAMME.at(Where(field="project"), project=new.project.code)
    if not new.contract_number.strip():
        yield say.CONTRACT_MISSING.at(Where(field="contract_number"))
    if not new.paper.strip():
        yield say.PAPER_MISSING.at(Where(field="paper"))
    if new.principal <= 0:
        yield say.NOT_POSITIVE.at(Where(field="principal"))
    if new.solution:
        yield from unknown_code("solution", new.solution, "solution")
    said = [bool(text.strip()) for text in (new.exception_reason, new.exception_by, new.exception_paper)]
    if any(said) and not all(said):
        yield say.EXCEPTION_HALF.at(Where(field="exception_reason"))
    yield from not_yet(new.approved_on, "approved_on")
    yield from not_yet(new.contracted_on, "contracted_on")
    yield from may_record(access_of(actor), new.place)


def _of_terms(loan: Loan) -> list[Problem]:
    """What is wrong with the terms, and the rules that the loan breaks."""
    found = broken(loan, programmes.money_rules(loan.programme, loan.approved_on))
    try:
        terms_of(loan)
    except Refused as refused:
        found += refused.problems
    return found


def draw(
    *,
    actor: User,
    loan: Loan,
    satang: int,
    day: date,
    paper: str,
    evidence: Sequence[Shown] = (),
    key: UUID | None = None,
) -> Claim:
    """Tells that a part of a loan was paid out, by its voucher, and hands it in: never more than approved."""
    _of_sum(satang, paper)
    way = book.way_of(loan)
    telling = telling_of(
        loan, way.principal, book.DRAWN, satang, day, paper.strip(), lot_stage=book.APPROVED, key=key
    )
    return handed_in(actor, telling, evidence)


def receive(
    *,
    actor: User,
    loan: Loan,
    satang: int,
    day: date,
    paper: str,
    evidence: Sequence[Shown] = (),
    key: UUID | None = None,
) -> Claim:
    """Tells that an organisation paid, by its slip, and hands it in.

    Whoever checks it sees the sum of the slip. Let in, it is split into interest and principal in the same
    transaction, and what other payments settled is reckoned anew where this one came before them.
    """
    _of_sum(satang, paper)
    telling = telling_of(loan, book.way_of(loan).receipts, book.RECEIVED, satang, day, paper.strip(), key=key)
    return handed_in(actor, telling, evidence)


def _of_sum(satang: int, paper: str) -> None:
    wrong = [] if satang > 0 else [say.NOT_POSITIVE.at(Where(field="sum"))]
    wrong += [] if paper.strip() else [say.PAPER_MISSING.at(Where(field="paper"))]
    if wrong:
        raise Refused(wrong)


@transaction.atomic
def answer_change(
    *, actor: User, loan: Loan, code: str, accepted: bool, answered_on: date, paper: str
) -> LoanAnswer:
    """Notes what an organisation answered to a moratorium or rate; it counts once it is confirmed."""
    wrong = [*may_record(access_of(actor), loan.place), *not_yet(answered_on, "answered_on")]
    known = on_record()
    offered = {one.code for one in known.moratoria_within(loan.contracted_on, date.max)}
    offered |= {one.code for one in known.rates_of(loan.programme) if one.valid_from > loan.contracted_on}
    if code not in offered:
        wrong.append(say.NO_SUCH_CHANGE.at(Where(field="code"), code=code or "–"))
    if not paper.strip():
        wrong.append(say.PAPER_MISSING.at(Where(field="paper")))
    if wrong:
        raise Refused(wrong)
    try:
        with transaction.atomic():
            made = LoanAnswer.objects.create(
                loan=loan, code=code, accepted=accepted, answered_on=answered_on, paper=paper.strip(),
                said_by=actor,
            )  # fmt: skip
    except IntegrityError as there:
        raise Refused([say.ANSWERED_ALREADY.at(Where(field="code"), code=code)]) from there
    detail = {"code": code, "accepted": accepted, "paper": made.paper}
    record(actor=actor, action="loan.answered", what=f"loan:{loan.code}", detail=detail)
    return made


@transaction.atomic
def confirm_answer(*, actor: User, answer: LoanAnswer) -> LoanAnswer:
    """Confirms an answer: the schedule of the loan changes, and its book with it in the same transaction.

    It is for finance of the place, and not for who noted the answer down. Refused where the loan has no room
    for it, as when a moratorium begins after its last instalment.
    """
    row = LoanAnswer.objects.select_for_update(of=("self",)).select_related("loan__place").get(pk=answer.pk)
    loan = row.loan
    if not access_of(actor).holds(Role.FINANCE, loan.place_id) or row.said_by_id == actor.pk:
        raise Refused([say.FINANCE_CONFIRMS.at()])
    if row.confirmed_by_id is None:
        row.confirmed_by, row.confirmed_at = actor, timezone.now()
        row.save(update_fields=["confirmed_by", "confirmed_at"])
        detail = {"code": row.code, "accepted": row.accepted}
        record(actor=actor, action="loan.answer_confirmed", what=f"loan:{loan.code}", detail=detail)
        _settle(actor, [loan])
    return row


@transaction.atomic
def catch_up(*, actor: User, loans: Sequence[Loan]) -> None:
    """Puts into the book what fell due since something of these loans was last told; for finance alone.

    Nothing that is shown of arrears waits for this: it is reckoned from the schedule when it is asked for.
    """
    access = access_of(actor)
    if not all(access.holds(Role.FINANCE, loan.place_id) for loan in loans):
        raise Refused([say.FINANCE_CONFIRMS.at()])
    _settle(actor, loans)
    for loan in loans:
        record(actor=actor, action="loan.caught_up", what=f"loan:{loan.code}")


def _settle(actor: User, loans: Sequence[Loan]) -> None:
    following = settle(actor, loans)
    if following.taken_back:
        letting_in.out_of_the_book(actor, following.taken_back, following.reason)
    if following.let_in:
        letting_in.let_in(actor, following.let_in, ladder=letting_in.FOLLOWS, rung=letting_in.FOLLOWS)
