"""`tidtam board`: the lines of the report on a terminal."""

import json
from collections.abc import Iterator, Sequence
from datetime import date

import click

from tidtam.cli.asked import check_days, place_code
from tidtam.cli.columns import fitted, row
from tidtam.cli.problem_text import tell
from tidtam.problems import Both
from tidtam.reports import queries, wording
from tidtam.reports.as_json import board_json
from tidtam.reports.content import Board, Line, Slot, StageCount
from tidtam.reports.paper import problems_of
from tidtam.thai.dates import english_date, fiscal_label, long_date
from tidtam.thai.digits import number

WIDTHS = (7, 46, 14, 10, 14, 11)
RIGHT = (False, False, False, True, True, True)
HEADS = {
    "th": ("บรรทัด", "", "หน่วย", "เป้าหมาย", "ผล", "ร้อยละ"),
    "en": ("line", "", "unit", "target", "result", "%"),
}
AS_OF = Both("ณ {day}", "as of {day}")
KNOWN_AT = Both("เท่าที่รู้ ณ {day}", "as known on {day}")
ITEMS = Both("รายการอื่นและรายภาค", "Other and regional items")
SERIES = Both("อนุกรมระยะยาว", "Long series")


def run(
    *,
    lang: str,
    fiscal_year: int | None,
    as_of: date | None,
    known_at: date | None,
    place: str,
    as_json: bool,
) -> int:
    """Prints the board; what is contradictory in it goes to stderr."""
    check_days(fiscal_year, as_of)
    found = queries.board(
        fiscal_year=fiscal_year, as_of=as_of, known_at=known_at, place_code=place_code(place, lang)
    )
    if as_json:
        click.echo(json.dumps(board_json(found), ensure_ascii=False, indent=2))
        return 0
    for line in _board(found, lang):
        click.echo(line)
    tell(problems_of(found), lang)
    return 0


def _board(found: Board, lang: str) -> Iterator[str]:
    yield heading(found, lang)
    yield row(HEADS[lang], WIDTHS, RIGHT)
    for part in found.headings:
        yield f"{part.no}. {part.name_th if lang == 'th' else part.name_en}"
        for line in part.lines:
            yield from line_rows(line, lang)
    for name, lines in ((ITEMS, found.items), (SERIES, found.series)):
        yield from _section(name, lines, lang)


def _section(name: Both, lines: Sequence[Line], lang: str) -> Iterator[str]:
    told = [line for line in lines if line.result is not None]
    if told:
        yield name.text(lang)
        for line in told:
            yield from line_rows(line, lang)


def heading(found: Board, lang: str) -> str:
    """Year, place and days in one line."""
    name = found.place.name_th if lang == "th" else found.place.name_en
    year = fiscal_label(found.fiscal_year) if lang == "th" else f"Fiscal year {found.fiscal_year}"
    parts = [year, name or found.place.name_th, AS_OF.text(lang).format(day=day(found.as_of, lang))]
    if found.known_at:
        parts.append(KNOWN_AT.text(lang).format(day=day(found.known_at, lang)))
    return " · ".join(parts)


def day(value: date, lang: str) -> str:
    """A day in words."""
    return long_date(value) if lang == "th" else english_date(value)


def line_rows(line: Line, lang: str) -> Iterator[str]:
    """A line of the report, with its stages or slots below it."""
    name, unit = (line.name_th, line.unit_th) if lang == "th" else (line.name_en, line.unit_en)
    target = "" if line.target is None else number(line.target)
    percent = "" if line.percent is None else wording.percent_text(line)
    figures = (unit, target, result_text(line, lang), percent)
    if no := wording.line_no(line):
        yield row((no, name, *figures), WIDTHS, RIGHT)
    else:  # its code is for programs and for this command, so that it is told whole
        yield row((name, *figures), (WIDTHS[0] + 2 + WIDTHS[1], *WIDTHS[2:]), RIGHT[1:])
        yield _below(f"tidtam trail {line.line}", "")
    if line.slots:
        yield from (_slot(slot, lang) for slot in line.slots)
        return
    for stage in line.stages:
        yield _below(stage.name_th if lang == "th" else stage.name_en, stage_text(stage))


def _slot(slot: Slot, lang: str) -> str:
    place = slot.actual_place or slot.promised_place
    where = (place.name_th if lang == "th" else place.name_en) if place else ""
    if slot.stage is None:
        told = wording.NOT_REPORTED.text(lang)
    else:
        told = slot.stage.name_th if lang == "th" else slot.stage.name_en
    beside = "" if slot.promised_place else f" ({wording.UNPROMISED.text(lang)})"
    return _below(slot.subject_name or where, f"{told}{beside}")


def stage_text(stage: StageCount) -> str:
    """How many stand at a stage, or up to how many."""
    return wording.brief_amount(stage.quantity, stage.upper)


def result_text(line: Line, lang: str) -> str:
    """The result as it is known: a number, at least one, a range, or not reported; never an unsaid zero."""
    if line.result is None:
        return "" if line.slots else wording.NOT_REPORTED.text(lang)
    return wording.brief_amount(line.result, line.result_upper, line.result_kind)


def _below(name: str, told: str) -> str:
    return f"{' ' * 9}· {fitted(name, 44)}  {told}".rstrip()
