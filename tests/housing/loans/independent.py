"""Loans reckoned another way, without a line of the programme: to compare with, to the satang.

The instalment comes from the months backwards: what one satang at each coming due day is worth today. The
months are then walked in decimals of many digits, where the programme uses the formula and exact fractions.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import ROUND_HALF_UP, Decimal, localcontext

ONE = Decimal(1)


def instalment(principal: int, percent: Decimal, months: int) -> int:
    """The equal instalment in satang at a yearly rate in per cent."""
    with localcontext(prec=120):
        worth = Decimal(0)
        for _ in range(months):
            worth = (worth + 1) / (1 + percent / 1200)
        return int((principal / worth).quantize(ONE, ROUND_HALF_UP))


def month_of(owed: int, percent: Decimal) -> int:
    """The interest of one month in satang."""
    with localcontext(prec=120):
        return int((owed * percent / 1200).quantize(ONE, ROUND_HALF_UP))


def rows(
    principal: int, percent: Decimal, months: int, free: Collection[int] = ()
) -> list[tuple[int, int, int]]:
    """Interest, principal and what is left, month by month; nothing is asked in the months of `free`."""
    level, owed, paid_months, found = instalment(principal, percent, months), principal, 0, []
    while paid_months < months:
        if len(found) + 1 in free:
            found.append((0, 0, owed))
            continue
        paid_months += 1
        interest = month_of(owed, percent)
        part = owed if paid_months == months else min(owed, level - interest)
        owed -= part
        found.append((interest, part, owed))
        if not owed:
            break
    return found
