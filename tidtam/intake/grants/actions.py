"""A workbook of grants and payments is held against the rules, and proposed when somebody says so."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.db import transaction

from tidtam.housing.actions.money import pay_grant, propose_grant
from tidtam.housing.models import Project
from tidtam.intake.grants.vouchers import Voucher
from tidtam.intake.grants.workbook import Proposed, read
from tidtam.people.models import User
from tidtam.problems import Problem, Refused
from tidtam.review.models import Claim


@dataclass(frozen=True, slots=True)
class Looked:
    """What a workbook would propose and pay, or did (`claims`), and everything that is wrong with it."""

    proposed: Proposed
    claims: list[Claim] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def take(
    *,
    actor: User,
    project: Project,
    day: date,
    content: bytes,
    name: str,
    exception: str = "",
    commit: bool = False,
) -> Looked:
    """Proposes what a workbook says, all of it or nothing; without `commit` it only tells what would be."""
    proposed = read(content, name, project, day)
    if proposed.problems:
        return Looked(proposed, problems=proposed.problems)
    claims, wrong = list[Claim](), list[Problem]()
    with transaction.atomic():
        if proposed.whole:
            try:
                claims.append(_grant(actor, project, day, proposed, exception, name))
            except Refused as refused:
                wrong += refused.problems
        for voucher in proposed.vouchers:
            try:
                claims.append(_payment(actor, project, voucher))
            except Refused as refused:
                wrong += (_at_its_row(problem, voucher) for problem in refused.problems)
        if wrong or not commit:
            transaction.set_rollback(True)
    return Looked(proposed, claims if commit and not wrong else [], wrong)


def _grant(actor: User, project: Project, day: date, proposed: Proposed, exception: str, name: str) -> Claim:
    return propose_grant(
        actor=actor,
        project=project,
        day=day,
        parts=proposed.parts,
        management=proposed.management,
        exception=exception,
        note=name,
    )


def _payment(actor: User, project: Project, voucher: Voucher) -> Claim:
    return pay_grant(
        actor=actor,
        project=project,
        day=voucher.day,
        satang=voucher.satang,
        voucher=voucher.number,
        parts=voucher.parts,
    )


def _at_its_row(problem: Problem, voucher: Voucher) -> Problem:
    """A refusal of a payment, at the row where its voucher begins."""
    column = problem.where.column or voucher.number
    return replace(problem, where=replace(voucher.where, column=column))
