"""Reads the drawn tables of money: sums in baht, CODI's own rules, and what the guard answers in short."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from tidtam.problems import Both, Problem
from tidtam.programmes.actions import check_folder
from tidtam.programmes.money import Rule
from tidtam.programmes.written import Definitions

CODI = Path(__file__).parents[2] / "definitions" / "codi"

SHORT = {
    "money.over-ceiling": "เกิน {gap}",
    "money.part-unknown": "ไม่มีส่วนนี้",
    "money.solution-needed": "บอกรูปแบบ",
    "money.term-too-long": "เกิน {limit} ปี",
    "money.months-too-many": "เกิน {limit} เดือน",
    "money.one-or-the-other": "เลือกอย่างเดียว",
    "money.share-too-large": "เกิน {gap}",
    "money.share-too-small": "ขาด {gap}",
    "money.average-too-high": "เกินรวม {gap}",
    "money.unit-price-too-high": "เกินรวม {gap}",
    "money.no-rule": "ถาม",
}
"""An answer in a cell; each is checked in full, in both languages, by its own test."""


def satang(baht: str) -> int:
    """A sum in baht such as 72,000.01, in satang; an empty cell is nothing asked for."""
    exact = Decimal(baht.replace(",", "") or 0) * 100
    assert exact == int(exact), baht
    return int(exact)


def baht(number: int) -> str:
    """A sum in baht with its satang."""
    return f"{Decimal(number) / 100:,.2f}"


@cache
def definitions() -> Definitions:
    """What CODI's files say; nothing is wrong with them."""
    found, problems = check_folder(CODI)
    assert problems == []
    return found


@cache
def all_rules() -> tuple[Rule, ...]:
    """CODI's money rules, each with the title of its paper, as the database gives them."""
    titles = {paper.code: paper.title for paper in definitions().papers}
    written = (one.dated for one in definitions().money)
    return tuple(replace(rule, paper_title=titles[rule.paper]) for rule in written if isinstance(rule, Rule))


def rules_of(programme: str) -> list[Rule]:
    """The rules of a programme, of all days."""
    return [rule for rule in all_rules() if rule.programme == programme]


def answer(found: Iterable[Problem]) -> str:
    """ "ผ่าน" when nothing is wrong, else what is wrong with which sum, in the order of the guard."""
    return ", ".join(_short(problem) for problem in found) or "ผ่าน"


def by_rule(found: Iterable[Problem]) -> str:
    """The codes of the rules that say so, each once."""
    return ", ".join(dict.fromkeys(str(one.values["code"]) for one in found if "code" in one.values))


def _short(problem: Problem) -> str:
    values = {name: value.th if isinstance(value, Both) else value for name, value in problem.values.items()}
    plain = {name: str(value).removesuffix(" บาท") for name, value in values.items()}
    return f"{problem.where.field} {SHORT[problem.code].format(**plain)}"
