"""Interest and equal instalments: exact fractions, rounded once, half up to the satang."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tidtam.housing.loans.months import Month
from tidtam.housing.loans.terms import Draw, InterestBy


def half_up(satang: Fraction) -> int:
    """Whole satang, a half going up; for sums that are not negative.

    >>> half_up(Fraction(5, 2)), half_up(Fraction(7, 3))
    (3, 2)
    """
    return _half_up(satang.numerator, satang.denominator)


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)


def level_instalment(principal: int, yearly: Decimal, months: int) -> int:
    """The equal monthly instalment in satang, a twelfth of the yearly rate a month.

    P i (1 + i)^n / ((1 + i)^n - 1), the present value of an annuity solved for its payment. The sample is the
    loan of 53,935,250 baht for 123 houses at 4 per cent over 20 years:

    >>> level_instalment(5_393_525_000, Decimal("0.04"), 240)
    32683701
    """
    monthly = Fraction(yearly) / 12
    if not monthly:
        return half_up(Fraction(principal, months))
    growth = (1 + monthly) ** months
    return half_up(principal * monthly * growth / (growth - 1))


def month_interest(
    carried: int, draws: Iterable[Draw], yearly: Decimal, month: Month, interest_by: InterestBy
) -> int:
    """The interest of a month in satang: on what was owed when it began, and on what was drawn within it."""
    drawn = tuple(draws)
    if interest_by is InterestBy.MONTH and not drawn:  # nearly every month: whole numbers alone are quicker
        numerator, denominator = yearly.as_integer_ratio()
        return _half_up(carried * numerator, 12 * denominator)
    parts = [Fraction(carried) * _year_share(month.first_day, month, interest_by)]
    parts += [draw.satang * _year_share(draw.day, month, interest_by) for draw in drawn]
    return half_up(Fraction(yearly) * sum(parts))


def _year_share(since: date, month: Month, interest_by: InterestBy) -> Fraction:
    days = (month.due - since).days
    if interest_by is InterestBy.DAY:
        return Fraction(days, 365)
    return Fraction(days, (month.due - month.first_day).days) / 12
