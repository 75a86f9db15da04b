"""Sums of loans that know what they are: principal and interest are never one result."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Of(StrEnum):
    """What a sum is of."""

    PRINCIPAL = "principal"
    INTEREST = "interest"


@dataclass(frozen=True, slots=True)
class Lent:
    """A sum in satang of one kind; adding another kind to it, or a plain number, is a TypeError.

    >>> Lent(Of.PRINCIPAL, 100) + Lent(Of.PRINCIPAL, 50)
    Lent(of=<Of.PRINCIPAL: 'principal'>, satang=150)
    >>> Lent(Of.PRINCIPAL, 100) + Lent(Of.INTEREST, 50)
    Traceback (most recent call last):
    TypeError: principal and interest are never added
    """

    of: Of
    satang: int

    def __add__(self, other: object) -> Lent:
        if not isinstance(other, Lent):
            raise TypeError(f"{self.of} of a loan is never added to {other!r}")
        if other.of is not self.of:
            raise TypeError(f"{self.of} and {other.of} are never added")
        return Lent(self.of, self.satang + other.satang)

    __radd__ = __add__


def principal(satang: int) -> Lent:
    """A sum of principal."""
    return Lent(Of.PRINCIPAL, satang)


def interest(satang: int) -> Lent:
    """A sum of interest."""
    return Lent(Of.INTEREST, satang)
