"""Reads what was typed into a form of housing; all that is wrong with it comes at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from tidtam.problems import Problem, Refused, Where
from tidtam.thai.dates import DateUnreadable, VagueDate, read_date
from tidtam.thai.money_reading import satang_of
from tidtam.thai.numbers import NumberUnreadable, read_number
from tidtam.web.address import echoed
from tidtam.web.housing import problems
from tidtam.web.work.problems import NO_DAY, NOT_A_COUNT

LARGEST = 10**12


class Reading:
    """The fields of one form; a field that is read gives its value, or a problem under its name."""

    def __init__(self, typed: Mapping[str, str]) -> None:
        self.typed = typed
        self.wrong: list[Problem] = []

    def text(self, name: str) -> str:
        """A text without the space around it."""
        return self.typed.get(name, "").strip()

    def day(self, name: str) -> VagueDate | None:
        """A day, or the days of a month; None with a problem when it is neither."""
        text = self.text(name)
        if not text:
            self.wrong.append(NO_DAY.at(Where(field=name)))
            return None
        try:
            return read_date(text)
        except DateUnreadable as unreadable:
            self.wrong.append(unreadable.problem(Where(field=name)))
            return None

    def whole(self, name: str) -> int | None:
        """A whole number from 0 up; None when nothing was typed, and with a problem when it is none."""
        found = self._number(name)
        if found is None:
            return None
        if isinstance(found, int) and 0 <= found < LARGEST:
            return found
        self.wrong.append(NOT_A_COUNT.at(Where(field=name), text=echoed(self.text(name))))
        return None

    def satang(self, name: str) -> int | None:
        """A sum of baht, in satang; None when nothing was typed, and with a problem when it is none."""
        found = self._number(name)
        satang = satang_of(found)
        if found is not None and satang is None:
            self.wrong.append(NOT_A_COUNT.at(Where(field=name), text=echoed(self.text(name))))
        return satang

    def choice(self, name: str, known: Collection[str]) -> str:
        """One of what is offered; empty with a problem when it is none of them."""
        text = self.text(name)
        if text in known:
            return text
        self.wrong.append(problems.NOT_A_CHOICE.at(Where(field=name)))
        return ""

    def checked(self) -> None:
        """Refused with everything that was wrong so far."""
        if self.wrong:
            raise Refused(self.wrong)

    def _number(self, name: str) -> int | Decimal | None:
        text = self.text(name)
        if not text:
            return None
        try:
            return read_number(text)
        except NumberUnreadable as unreadable:
            self.wrong.append(unreadable.problem(Where(field=name)))
            return None
