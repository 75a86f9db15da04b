"""One table of a definitions file, read key by key; whatever is wrong is gathered, never raised."""

import difflib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from tidtam.problems import Both, Kind, Problem, Where
from tidtam.programmes import problems
from tidtam.thai.dates import parse_iso_be

FIRST_YEAR, LAST_YEAR = 2500, 2600
HUNDRED = Decimal(100)
_T = TypeVar("_T")
_CODE = re.compile(r"[^\s\"']+")
_BAHT = re.compile(r"\d{1,12}(\.\d{1,2})?")
_PERCENT = re.compile(r"\d{1,3}(\.\d{1,4})?")

TEXT = Both('ข้อความในเครื่องหมายคำพูด เช่น "…"', 'a text in quotation marks, such as "…"')
WHOLE = Both("จำนวนเต็มตั้งแต่ {low} ถึง {high} ไม่มีจุลภาค", "a whole number from {low} to {high} without commas")
DAY = Both('วันที่แบบ ปี-เดือน-วัน เช่น "2562-03-31"', 'a day as year-month-day, such as "2562-03-31"')
FLAG = Both("true หรือ false", "true or false")
BAHT = Both('จำนวนบาท เช่น 147000 หรือ "212.50"', 'a sum in baht, such as 147000 or "212.50"')
PERCENT = Both('ร้อยละ ไม่เกิน 100 เช่น 5 หรือ "3.5"', 'a per cent up to 100, such as 5 or "3.5"')
CODES = Both('รายการรหัส เช่น ["a", "b"]', 'a list of codes, such as ["a", "b"]')
TABLE = Both("ตารางย่อย {…}", "a table {…}")
TABLES = Both("ตารางย่อย [[…]]", "tables [[…]]")


class Table:
    """A `[[table]]` and the problems found while reading it; `done` tells of keys that nobody asked for."""

    def __init__(self, name: str, values: Mapping[str, Any], where: Where, found: list[Problem]) -> None:
        self.name = name
        self.found = found
        self._values = values
        self._where = where
        self._asked: set[str] = set()

    @property
    def where(self) -> Where:
        """The spot of the table itself, named by its code when it has one."""
        return self._at("")

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not empty."""
        value = self._value(key, TEXT, needed=default is None)
        if value is None:
            return default or ""
        if isinstance(value, str) and (value.strip() or default is not None):
            return value.strip()
        return self._wrong(key, value, TEXT, "")

    def code(self, key: str, default: str | None = None) -> str:
        """A text without spaces or quotation marks."""
        text = self.text(key, default)
        if text and not _CODE.fullmatch(text):
            return self._wrong(key, text, Both("รหัสที่ไม่มีช่องว่าง", "a code without spaces"), "")
        return text

    def choice(self, key: str, choices: Iterable[str], default: str | None = None) -> str:
        """One of a few words."""
        known = tuple(choices)
        text = self.text(key, default)
        if text and text not in known:
            return self._wrong(key, text, _one_of(known), known[0])
        return text or known[0]

    def some(self, key: str, choices: Iterable[str]) -> tuple[str, ...]:
        """Some of a few words, each once and in their own order; none when it is left out."""
        known = tuple(choices)
        wanted = Both(f"รายการในวงเล็บเหลี่ยมจาก {', '.join(known)}", f"a list [...] of {', '.join(known)}")
        value = self._value(key, wanted, needed=False)
        if value is None:
            return ()
        if not isinstance(value, list) or any(one not in known for one in value):
            return self._wrong(key, value, wanted, ())
        return tuple(one for one in known if one in value)

    def whole(self, key: str, *, low: int = 0, high: int = 10**12, needed: bool = True) -> int | None:
        """A whole number within bounds, or None when it may be left out."""
        wanted = Both(WHOLE.th.format(low=low, high=high), WHOLE.en.format(low=low, high=high))
        value = self._value(key, wanted, needed=needed)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            return self._wrong(key, value, wanted, None)
        return value

    def year(self, key: str) -> int:
        """A Buddhist year that must be there."""
        return self.whole(key, low=FIRST_YEAR, high=LAST_YEAR) or FIRST_YEAR

    def year_or_none(self, key: str) -> int | None:
        """A Buddhist year that may be left out."""
        return self.whole(key, low=FIRST_YEAR, high=LAST_YEAR, needed=False)

    def day(self, key: str) -> date:
        """A day year-month-day in either era, with quotation marks or without."""
        value = self._value(key, DAY, needed=True)
        return date.min if value is None else self._day(key, value)

    def day_or_none(self, key: str) -> date | None:
        """A day that may be left out."""
        value = self._value(key, DAY, needed=False)
        return None if value is None else self._day(key, value)

    def baht(self, key: str, *, needed: bool = False) -> int | None:
        """A sum written in baht, as satang; a number with a point is refused, since it would not be exact."""
        value = self._exact(key, BAHT, _BAHT, needed)
        return None if value is None else int(value * 100)

    def percent(self, key: str) -> Decimal:
        """A per cent that must be there, exact; at most 100, since nothing here is more than the whole."""
        value = self._exact(key, PERCENT, _PERCENT, needed=True)
        if value is not None and value > HUNDRED:
            return self._wrong(key, value, PERCENT, Decimal(0))
        return value or Decimal(0)

    def codes(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        """A list of codes."""
        value = self._value(key, CODES, needed=needed)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            return self._wrong(key, value, CODES, ())
        return tuple(value)

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._value(key, FLAG, needed=False)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        return self._wrong(key, value, FLAG, default)

    def table(self, key: str) -> "Table | None":
        """The one table below this one, when it is there."""
        value = self._value(key, TABLE, needed=False)
        if value is None:
            return None
        if not isinstance(value, dict):
            return self._wrong(key, value, TABLE, None)
        return Table(f"{self.name} {self._label()}".strip() + f".{key}", value, self._where, self.found)

    def tables(self, key: str, *, needed: bool = False) -> list["Table"]:
        """The tables below this one, in their order."""
        value = self._value(key, TABLES, needed=needed)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            return self._wrong(key, value, TABLES, [])
        return [
            Table(f"{self.name} {self._label()}".strip() + f".{key} {number}", row, self._where, self.found)
            for number, row in enumerate(value, start=1)
        ]

    def done(self) -> None:
        """Tells of every key that is not known here, with the nearest one that is."""
        for key in self._values.keys() - self._asked:
            nearest = difflib.get_close_matches(key, sorted(self._asked), 1) or sorted(self._asked)
            self._tell(problems.KEY_UNKNOWN, key, nearest=", ".join(nearest))

    def _day(self, key: str, value: Any) -> date:
        try:
            return parse_iso_be(value.strip() if isinstance(value, str) else f"{value:%Y-%m-%d}")
        except (ValueError, TypeError):
            return self._wrong(key, value, DAY, date.min)

    def _exact(self, key: str, wanted: Both, form: re.Pattern[str], needed: bool) -> Decimal | None:
        value = self._value(key, wanted, needed=needed)
        if value is None:
            return None
        if isinstance(value, bool | float) or not form.fullmatch(str(value)):
            return self._wrong(key, value, wanted, None)
        return Decimal(str(value))

    def _value(self, key: str, wanted: Both, *, needed: bool) -> Any:
        self._asked.add(key)
        value = self._values.get(key)
        if value is None and needed:
            self._tell(problems.KEY_MISSING, key, wanted=wanted)
        return value

    def _wrong(self, key: str, value: object, wanted: Both, instead: _T) -> _T:
        self._tell(
            problems.WRONG_VALUE, key, value=repr(value) if isinstance(value, str) else value, wanted=wanted
        )
        return instead

    def _tell(self, kind: Kind, key: str, **values: object) -> None:
        self.found.append(kind.at(self._at(key), **values))

    def _at(self, key: str) -> Where:
        spot = " ".join(part for part in (f"[[{self.name}]]", self._label(), key) if part)
        return Where(file=self._where.file, row=self._where.row, field=spot)

    def _label(self) -> str:
        parts = (
            self._values.get(key) for key in ("indicator", "code", "first_year", "fiscal_year", "revision")
        )
        return " ".join(str(part) for part in parts if isinstance(part, str | int))


def _one_of(known: tuple[str, ...]) -> Both:
    return Both("อย่างใดอย่างหนึ่งใน " + ", ".join(known), "one of " + ", ".join(known))
