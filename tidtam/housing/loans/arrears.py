"""Arrears by age, and the part of a portfolio that is at risk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tidtam.housing.loans.paid import Owed
from tidtam.ledger.achievement import share_of

AT_RISK_OVER_DAYS = 30
"""The usual threshold of portfolio at risk among lenders to the poor (PAR30)."""


class Age(StrEnum):
    """How many days late, in the bands of an ageing table; `current` has fallen due but is not late."""

    CURRENT = "current"
    TO_30 = "1-30"
    TO_60 = "31-60"
    TO_90 = "61-90"
    TO_180 = "91-180"
    TO_365 = "181-365"
    OVER_A_YEAR = "over-365"


_LAST_DAYS = (
    (0, Age.CURRENT),
    (30, Age.TO_30),
    (60, Age.TO_60),
    (90, Age.TO_90),
    (180, Age.TO_180),
    (365, Age.TO_365),
)


def age_of(days_late: int) -> Age:
    """The band of a number of days.

    >>> [age_of(days).value for days in (0, 1, 30, 31, 365, 366)]
    ['current', '1-30', '1-30', '31-60', '181-365', 'over-365']
    """
    return next((age for last, age in _LAST_DAYS if days_late <= last), Age.OVER_A_YEAR)


def by_age(owed: Owed) -> dict[Age, int]:
    """What has fallen due and is not paid, in satang, each instalment by its own age; every band is there."""
    found = dict.fromkeys(Age, 0)
    for unpaid in owed.unpaid:
        found[age_of(unpaid.days_late)] += unpaid.satang
    return found


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Loans together on one day: how many, their outstanding principal in satang, and how much is at risk."""

    loans: int
    outstanding: int
    loans_at_risk: int
    at_risk: int

    @property
    def share_at_risk(self) -> Decimal | None:
        """The part of the outstanding principal that is at risk, four decimals.

        None, never 0, where there are no loans or nothing is outstanding.
        """
        return share_of(self.at_risk, self.outstanding)


def portfolio(loans: Iterable[Owed], over_days: int = AT_RISK_OVER_DAYS) -> Portfolio:
    """The portfolio of many loans: at risk is the whole outstanding principal of a loan with anything late
    by more than `over_days`, not only the late part. ValueError when they are told as of different days.
    """
    found = list(loans)
    if len({loan.on for loan in found}) > 1:
        raise ValueError("loans of different days are not one portfolio")
    at_risk = [loan for loan in found if loan.days_in_arrears > over_days]
    return Portfolio(
        loans=len(found),
        outstanding=sum(loan.principal_outstanding for loan in found),
        loans_at_risk=len(at_risk),
        at_risk=sum(loan.principal_outstanding for loan in at_risk),
    )


def outstanding_by_age(loans: Iterable[Owed]) -> dict[Age, int]:
    """The outstanding principal in satang, each loan as a whole in the band of its oldest arrears."""
    found = dict.fromkeys(Age, 0)
    for loan in loans:
        found[age_of(loan.days_in_arrears)] += loan.principal_outstanding
    return found
