"""What the address of a page asks for: fiscal year, days, place, language, digits.

Everything that a page depends on stands in its address, so every view can be shared. Days are written there
in the Buddhist Era (2562-03-31); what a person types into the form is read more kindly and then written so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from tidtam.ledger.fiscal import FiscalYear
from tidtam.places.codes import NATION
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.thai.dates import DateUnreadable, english_date, iso_be, long_date, read_date
from tidtam.thai.digits import to_arabic
from tidtam.web import problems
from tidtam.web.words import LANGS, say

YEARS = range(2500, 2601)
DIGITS = ("arabic", "thai")
LONGEST_ECHO = 40
LAST_PAGE = 1_000_000

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._()-]{0,79}")


@dataclass(frozen=True, slots=True)
class Address:
    """What is asked of a page; None stands for "whatever the newest data make sensible"."""

    fiscal_year: int | None = None
    as_of: date | None = None
    known_at: date | None = None
    place: str = NATION
    lang: str = "th"
    digits: str = "arabic"
    stage: str | None = None
    page: int = 1
    tree: str | None = None

    def changed(self, **changes: Any) -> "Address":
        """The same address with some of it changed."""
        return replace(self, **changes)

    def on_day(self, day: date) -> "Address":
        """The same question on another day; of the fiscal year of that day when it lies before this one."""
        year = self.fiscal_year
        known = year is not None and day >= FiscalYear(year).start
        return replace(self, as_of=day, fiscal_year=year if known else None)

    def query(self) -> str:
        """The part of the address after "?", the same for the same question; what is usual is left out."""
        said = {
            "fy": str(self.fiscal_year) if self.fiscal_year else "",
            "as_of": iso_be(self.as_of) if self.as_of else "",
            "known_at": iso_be(self.known_at) if self.known_at else "",
            "place": "" if self.place == NATION else self.place,
            "stage": self.stage or "",
            "page": "" if self.page == 1 else str(self.page),
            "tree": self.tree or "",
            "digits": "" if self.digits == "arabic" else self.digits,
            "lang": "" if self.lang == "th" else self.lang,
        }
        return urlencode({name: value for name, value in said.items() if value}, safe=":")


def read_address(asked: Mapping[str, str]) -> Address:
    """The address that these parameters ask for; `Refused` with all that is wrong with them, at once."""
    wrong: list[Problem] = []
    found = Address(
        fiscal_year=_fiscal_year(_text(asked, "fy"), wrong),
        as_of=_day(asked, "as_of", wrong),
        known_at=_day(asked, "known_at", wrong),
        place=_code(asked, "place", problems.NO_SUCH_PLACE, wrong) or NATION,
        lang=_one_of(asked, "lang", LANGS, problems.NO_SUCH_LANGUAGE, wrong),
        digits=_one_of(asked, "digits", DIGITS, problems.NO_SUCH_DIGITS, wrong),
        stage=_code(asked, "stage", problems.NO_SUCH_STAGE, wrong, line="") or None,
        page=_page(_text(asked, "page"), wrong),
        tree=_code(asked, "tree", problems.NO_SUCH_TREE, wrong) or None,
    )
    wrong += _at_odds(found)
    if wrong:
        raise Refused(wrong)
    return found


def language_asked(asked: Mapping[str, str]) -> str:
    """The language of the address, Thai when it names none that we have: for pages that must not fail."""
    lang = asked.get("lang", "")
    return lang if lang in LANGS else "th"


def is_canonical(asked: Mapping[str, str], address: Address) -> bool:
    """Whether the days stand in the address as we write them."""
    return all(
        not text or (day is not None and text == iso_be(day))
        for text, day in (
            (asked.get("as_of", ""), address.as_of),
            (asked.get("known_at", ""), address.known_at),
        )
    )


def is_code(text: str) -> bool:
    """Whether a text can be the code of a place, line or stage at all."""
    return _CODE.fullmatch(text) is not None


def echoed(text: str) -> str:
    """What somebody wrote, short enough to be said back."""
    return text if len(text) <= LONGEST_ECHO else text[:LONGEST_ECHO] + "…"


def asked_for(key: str) -> Where:
    """The spot of a parameter, named as the form names it."""
    return Where(field=say(f"ask.{key}", "th"))


def _text(asked: Mapping[str, str], name: str) -> str:
    return asked.get(name, "").strip()


def _fiscal_year(text: str, wrong: list[Problem]) -> int | None:
    if not text:
        return None
    plain = to_arabic(text)
    if re.fullmatch(r"[0-9]{4}", plain) and int(plain) in YEARS:
        return int(plain)
    wrong.append(problems.NO_SUCH_YEAR.at(text=echoed(text)))
    return None


def _day(asked: Mapping[str, str], name: str, wrong: list[Problem]) -> date | None:
    text = _text(asked, name)
    if not text:
        return None
    try:
        return read_date(text).last
    except DateUnreadable:
        wrong.append(problems.NO_SUCH_DAY.at(text=echoed(text)))
        return None


def _code(asked: Mapping[str, str], name: str, kind: Any, wrong: list[Problem], **values: object) -> str:
    text = _text(asked, name)
    if text and not is_code(text):
        wrong.append(kind.at(text=echoed(text), **values))
        return ""
    return text


def _one_of(
    asked: Mapping[str, str], name: str, known: tuple[str, ...], kind: Any, wrong: list[Problem]
) -> str:
    text = _text(asked, name)
    if text and text not in known:
        wrong.append(kind.at(text=echoed(text)))
    return text if text in known else known[0]


def _page(text: str, wrong: list[Problem]) -> int:
    plain = to_arabic(text or "1")
    if re.fullmatch(r"[0-9]{1,7}", plain) and 1 <= int(plain) <= LAST_PAGE:
        return int(plain)
    wrong.append(problems.NO_SUCH_PAGE.at(text=echoed(text)))
    return 1


def _at_odds(found: Address) -> list[Problem]:
    """A day before the fiscal year begins asks for a year that nobody could have reported on."""
    if found.fiscal_year is None or found.as_of is None:
        return []
    year = FiscalYear(found.fiscal_year)
    if found.as_of >= year.start:
        return []
    return [
        problems.DAY_BEFORE_YEAR.at(day=_said(found.as_of), year=found.fiscal_year, start=_said(year.start))
    ]


def _said(day: date) -> Both:
    return Both(long_date(day), english_date(day))
