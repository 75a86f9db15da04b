"""Whether a loan keeps to the rules of the day of its approval: its ceiling, its years, the savings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidtam.housing.lending import problems as say
from tidtam.housing.lending.models import Loan
from tidtam.problems import Problem, Severity, Where
from tidtam.programmes.money import Rule
from tidtam.programmes.money_rules import (
    HouseholdProposal,
    ProjectProposal,
    household_problems,
    project_problems,
)

MONTHS_IN_YEAR = 12
SPOTS = {"loan": "principal", "loan_years": "months", "savings": "savings"}
"""The field of a loan that each sum of a rule is typed into."""


def against_rules(loan: Loan, rules: Sequence[Rule]) -> list[Problem]:
    """All that a loan breaks, and what no rule speaks of as a question; each names its rule and paper.

    The loan of a group is held against the ceiling of a household as an average, a satang above it included.
    """
    about = [rule for rule in rules if rule.about in ("loan", "savings")]
    return [
        problem.kind.at(Where(field=SPOTS.get(problem.where.field or "", "principal")), **problem.values)
        for problem in (*_of_one(loan, about), *_of_all(loan, about))
    ]


def broken(loan: Loan, rules: Sequence[Rule]) -> list[Problem]:
    """What keeps a loan from being approved: the rules that it breaks without an exception."""
    if loan.is_exception:
        return []
    return [one for one in against_rules(loan, rules) if one.severity is not Severity.QUESTION]


def _of_one(loan: Loan, rules: Sequence[Rule]) -> Iterator[Problem]:
    years = -(-loan.months // MONTHS_IN_YEAR)
    if any(rule.ceiling for rule in rules) and not loan.households:
        yield say.HOUSEHOLDS_NEEDED.at(Where(field="loan"))
    each = -(-loan.principal // loan.households) if loan.households else 1
    proposal = HouseholdProposal(solution=loan.solution or None, loan=each, loan_years=years)
    yield from household_problems(rules, proposal, on=loan.approved_on)


def _of_all(loan: Loan, rules: Sequence[Rule]) -> Iterator[Problem]:
    proposal = ProjectProposal(
        households=loan.households or 0, loan=loan.principal, savings=loan.savings or 0
    )
    yield from project_problems(rules, proposal, on=loan.approved_on)
