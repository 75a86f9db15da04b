"""`tidtam trail`: one figure down to places, months, stages, entries and papers."""

import json
from collections.abc import Iterator
from datetime import date

import click

from tidtam.cli.asked import check_days, place_code
from tidtam.cli.board import day, line_rows, stage_text
from tidtam.cli.columns import fitted
from tidtam.cli.plain import plain
from tidtam.cli.problem_text import tell
from tidtam.problems import Both
from tidtam.reports import queries
from tidtam.reports.content import PlaceName, StageName, Trail, TrailEntry
from tidtam.reports.wording import brief_amount
from tidtam.thai.dates import VagueDate, english_vague, short_vague
from tidtam.thai.digits import number

BY_PLACE = Both("ตามพื้นที่", "By place")
BY_MONTH = Both("ตามเดือน", "By month")
BY_STAGE = Both("ตามขั้น", "By stage")
ENTRIES = Both(
    "รายการในบัญชี หน้า {page}/{pages} (ทั้งหมด {count:,})", "Entries, page {page}/{pages} ({count:,} in all)"
)
NOT_PLACED = Both("ยังไม่ระบุพื้นที่ในผังนี้", "not placed in this tree")
OUTSIDE = Both("เข้ามาใหม่", "new")
DERIVED = Both(" (ระบบอธิบายจากยอดคงอยู่)", " (derived from a standing)")
LOADED = Both("นำเข้าโดย {who}", "loaded by {who}")
CHECKED = Both("รายงานจากพื้นที่ ตรวจแล้ว {steps} ขั้น", "reported from the field, checked in {steps} steps")
REVERSES = Both(" (กลับรายการ {position})", " (takes back entry {position})")


def run(
    *,
    lang: str,
    line: str,
    fiscal_year: int | None,
    as_of: date | None,
    known_at: date | None,
    place: str,
    stage: str | None,
    page: int,
    as_json: bool,
) -> int:
    """Prints the trail of one figure."""
    check_days(fiscal_year, as_of)
    found = queries.trail(
        line=line,
        fiscal_year=fiscal_year,
        as_of=as_of,
        known_at=known_at,
        place_code=place_code(place, lang),
        stage=stage,
        page=page,
    )
    if as_json:
        click.echo(json.dumps(plain(found), ensure_ascii=False, indent=2))
        return 0
    for text in _trail(found, lang):
        click.echo(text)
    tell(found.line.problems, lang)
    return 0


def _trail(found: Trail, lang: str) -> Iterator[str]:
    yield f"{day(found.as_of, lang)} · {_place(found.place, lang)}"
    yield from line_rows(found.line, lang)
    yield BY_PLACE.text(lang)
    for part in found.by_place:
        name = _place(part.place, lang) if part.place else NOT_PLACED.text(lang)
        yield _row(name, brief_amount(part.quantity, part.upper, part.kind))
    yield BY_MONTH.text(lang)
    for month in found.by_month:
        stood = brief_amount(month.standing, month.upper, month.kind)
        yield _row(_days(month.first, month.last, lang), f"{month.change:+,}  →  {stood}")
    yield BY_STAGE.text(lang)
    for stage in found.by_stage:
        yield _row(stage.name_th if lang == "th" else stage.name_en, stage_text(stage))
    counted = {"page": found.page, "pages": found.pages, "count": found.entry_count}
    yield ENTRIES.text(lang).format(**counted)
    for entry in found.entries:
        yield from _entry(entry, lang)


def _entry(entry: TrailEntry, lang: str) -> Iterator[str]:
    place = entry.to_place or entry.from_place
    start = _stage(entry.from_stage, lang) or OUTSIDE.text(lang)
    moved = f"{number(entry.quantity)}: {start} → {_stage(entry.to_stage, lang)}"
    who = f" {entry.subject_name}" if entry.subject_name else ""
    back = REVERSES.text(lang).format(position=entry.reverses) if entry.reverses else ""
    where = _place(place, lang) if place else ""
    yield f"  #{entry.position} {_days(entry.first_day, entry.last_day, lang)} · {where}{who} · {moved}{back}"
    text = entry.claim_text_th if lang == "th" else entry.claim_text_en
    yield f"      {text}{DERIVED.text(lang) if entry.derived else ''}".rstrip()
    if entry.checked_in:
        yield f"      {CHECKED.text(lang).format(steps=entry.checked_in)}"
    if entry.source:
        url = f" {entry.source.url}" if entry.source.url else ""
        yield f"      {entry.source.title}{url} · {LOADED.text(lang).format(who=entry.loader)}"


def _row(name: str, told: str) -> str:
    return f"  {fitted(name, 40)}  {told}"


def _place(place: PlaceName, lang: str) -> str:
    return place.name_th if lang == "th" else place.name_en or place.name_th


def _stage(stage: StageName | None, lang: str) -> str:
    return (stage.name_th if lang == "th" else stage.name_en) if stage else ""


def _days(first: date, last: date, lang: str) -> str:
    if first.year < 1950:  # the papers do not say when it began
        first = last
    vague = VagueDate(first, last)
    return short_vague(vague) if lang == "th" else english_vague(vague)
