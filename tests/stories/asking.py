"""Questions that many stories ask, and the answers without what an order of loading may change."""

import json
from datetime import date
from typing import Any

from tidtam.reports.as_json import board_json
from tidtam.reports.queries import board

Answer = dict[str, Any]

MARCH_2562 = date(2019, 3, 31)
LOOKED_BACK = (
    (date(2017, 6, 22), None, "TH"),
    (date(2018, 8, 22), None, "TH"),
    (MARCH_2562, date(2019, 4, 22), "TH"),
    (date(2019, 9, 19), None, "canal:lat-phrao"),
    (date(2019, 12, 31), date(2019, 10, 31), "TH"),
    (date(2022, 10, 31), None, "canal:prem-prachakon:lak-si"),
    (date(2023, 6, 18), None, "TH"),
    (date(2024, 3, 15), None, "TH"),
)
"""As of, known at and place: days on which a paper spoke, and days between."""


def ask(as_of: date, known_at: date | None = None, place: str = "TH") -> Answer:
    """The whole board as a program reads it."""
    found = board(fiscal_year=None, as_of=as_of, known_at=known_at, place_code=place)
    answer: Answer = json.loads(json.dumps(board_json(found)))
    return answer


def looked_back() -> list[Answer]:
    """The answers to all of `LOOKED_BACK`; how many entries the book has is no part of them."""
    answers = [ask(*asked) for asked in LOOKED_BACK]
    for answer in answers:
        answer.pop("position")
    return answers


def line_of(answer: Answer, code: str) -> Answer:
    """One line, item or series of a board."""
    every = (*answer["lines"], *answer["items"], *answer["series"])
    found: Answer = next(line for line in every if line["line"] == code)
    return found


def stages_of(line: Answer) -> dict[str, int]:
    """How many stand at each stage."""
    return {stage["stage"]: stage["quantity"] for stage in line["stages"]}
