"""A cooperative of Lat Phrao canal that borrows, and what is done with its loan."""

from dataclasses import replace
from datetime import date

import pytest

from tests.housing.conftest import Canal
from tidtam.housing.actions.lending import NewLoan, add_loan, answer_change, confirm_answer, draw, receive
from tidtam.housing.lending.models import Loan
from tidtam.housing.models import Project
from tidtam.people.models import User
from tidtam.registers.actions import add_organisation
from tidtam.registers.models import Organisation, OrganisationKind
from tidtam.review.actions import approve
from tidtam.review.models import Claim


def make_cooperative(canal: Canal) -> Organisation:
    """สหกรณ์เคหสถานริมคลองหนึ่ง, at the canal."""
    kind, name = OrganisationKind.COOPERATIVE, "สหกรณ์เคหสถานริมคลองหนึ่ง"
    return add_organisation(actor=canal.kamon, kind=kind, name=name, place=canal.place)


def to_borrow(cooperative: Organisation, project: Project) -> NewLoan:
    """120,000 baht over twelve months, from 1 January 2563: the first loan of tests/spec."""
    return NewLoan(
        code="L-1", organisation=cooperative, project=project, programme="canals", contract_number="ส.1/2563",
        contracted_on=date(2019, 12, 20), approved_on=date(2019, 12, 1), paper="มติ 12/2562",
        principal=12_000_000, first_due=date(2020, 2, 1), months=12, households=1, savings=1_200_000,
    )  # fmt: skip


@pytest.fixture
def cooperative(canal: Canal) -> Organisation:
    return make_cooperative(canal)


@pytest.fixture
def new(cooperative: Organisation, project: Project) -> NewLoan:
    return to_borrow(cooperative, project)


def lent(canal: Canal, new: NewLoan, **changes: object) -> Loan:
    """A loan that finance let into the book."""
    loan = add_loan(actor=canal.kamon, new=replace(new, **changes))
    accepted(canal.wanchai, Claim.objects.get(container=loan.subject))
    return loan


def accepted(who: User, *claims: Claim) -> None:
    """Let in, all of them."""
    done = approve(actor=who, keys=[claim.key for claim in claims])
    assert (done.problems, sorted(done.accepted)) == ([], sorted(str(claim.key) for claim in claims))


def drawn(canal: Canal, loan: Loan, satang: int, day: date, paper: str = "") -> Claim:
    """Paid out to the organisation, told by Kamon and let in by Wanchai."""
    paper = paper or f"บ.{day.isoformat()}"
    claim = draw(actor=canal.kamon, loan=loan, satang=satang, day=day, paper=paper)
    accepted(canal.wanchai, claim)
    return claim


def paid(canal: Canal, loan: Loan, satang: int, day: date, paper: str = "") -> Claim:
    """Paid by the organisation, told by Kamon and let in by Wanchai."""
    paper = paper or f"ร.{day.isoformat()}"
    claim = receive(actor=canal.kamon, loan=loan, satang=satang, day=day, paper=paper)
    accepted(canal.wanchai, claim)
    return claim


def answered(canal: Canal, loan: Loan, code: str, accepts: bool = True) -> None:
    """The organisation took a change up or declined it: noted by Kamon, confirmed by Wanchai."""
    answer = answer_change(
        actor=canal.kamon,
        loan=loan,
        code=code,
        accepted=accepts,
        answered_on=date(2020, 4, 10),
        paper="น.7/2563",
    )
    confirm_answer(actor=canal.wanchai, answer=answer)
