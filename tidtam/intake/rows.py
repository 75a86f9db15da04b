"""What a row says, cell by cell, before places and indicators are looked up."""

from dataclasses import dataclass

from django.utils import timezone

from tidtam.intake import problems as say
from tidtam.intake.cells import Row, as_text, plain
from tidtam.intake.layout import BEYOND, CORRECTS, DRAWS_WORDS, EXACTLY, EXITS, KIND_WORDS
from tidtam.problems import Both
from tidtam.review.drafts import Paper
from tidtam.review.words import ClaimKind, DrawsFrom, IfItFalls
from tidtam.thai.dates import VagueDate, short_date, short_vague


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One row of the sheet of results as it was read; None where a cell could not be read."""

    row: Row
    indicator: str
    place: str
    subject: str
    kind: ClaimKind | None
    stage: str
    exactly: bool
    number: int | None
    at_least: bool
    unit: str
    day: VagueDate | None
    if_it_falls: IfItFalls
    exit_to: str
    draws: DrawsFrom
    lot_place: str
    source: str
    note: str

    @property
    def stands(self) -> bool:
        """Whether it tells how things stand."""
        return self.kind is ClaimKind.STANDS


def read_result(row: Row) -> ResultRow:
    """Reads every cell of a row of results and notes what is wrong with each, and between them."""
    kind = row.word("kind", KIND_WORDS)
    falls, exit_to = _if_it_falls(row)
    read = ResultRow(
        row=row,
        indicator=row.text("indicator"),
        place=row.text("place"),
        subject=row.text("subject"),
        kind=kind,
        stage=row.text("stage"),
        exactly=bool(row.word("count", {False: BEYOND, True: EXACTLY}, default=False)),
        number=row.whole("number"),
        at_least=row.yes("at_least"),
        unit=row.text("unit"),
        day=_days(row),
        if_it_falls=falls,
        exit_to=exit_to,
        draws=row.word("draws", DRAWS_WORDS, default=DrawsFrom.ADDS) or DrawsFrom.ADDS,
        lot_place=row.text("lot_place"),
        source=row.text("source"),
        note=row.text("note"),
    )
    _check_kind(read)
    _check_number(read)
    _check_lot(read)
    return read


def read_source(row: Row) -> tuple[str, Paper | None]:
    """The id of a source and its paper; no paper when a cell of it is wrong."""
    name, title, url = row.text("id"), row.text("title"), row.text("url")
    published, publisher = row.day("published"), row.text("publisher")
    if url and not url.lower().startswith(("http://", "https://")):
        row.report(say.URL_STRANGE, "url", text=url)
    if published and published.last > timezone.localdate():
        row.report(say.PUBLISHED_IN_FUTURE, "published", published=short_date(published.last))
    if row.failed or published is None:
        return name, None
    return name, Paper(title=title, url=url, published=published.last, publisher=publisher)


def _days(row: Row) -> VagueDate | None:
    """The day, stretched back to the cell "from" when there is one."""
    day, first = row.day("day"), row.day("from")
    if day is None or first is None:
        return day
    if first.first > day.last:
        row.report(say.FROM_AFTER_DAY, "from", first=short_vague(first), day=short_vague(day))
        return None
    return VagueDate(first.first, day.last)


def _if_it_falls(row: Row) -> tuple[IfItFalls, str]:
    """The answer to a total that falls: none, an exit ("ออก: สละสิทธิ์"), or a correction."""
    text = row.text("if_it_falls")
    if not text:
        return IfItFalls.ASK, ""
    word, _, exit_to = text.replace("：", ":").partition(":")
    if plain(word) in {plain(CORRECTS.th), plain(CORRECTS.en)} and not exit_to:
        return IfItFalls.CORRECTS, ""
    if plain(word) in {plain(EXITS.th), plain(EXITS.en)} and exit_to.strip():
        return IfItFalls.EXITS, exit_to.strip()
    words = Both("ออก: ชื่อขั้นที่ออก, แก้ยอดเดิม", "exit: name of the exit, correct the earlier total")
    row.report(say.WORD_UNKNOWN, "if_it_falls", text=text, words=words)
    return IfItFalls.ASK, ""


def _check_kind(read: ResultRow) -> None:
    """Columns that mean something for one kind only."""
    row, kind = read.row, read.kind
    only_stands = {
        "count": read.exactly,
        "at_least": read.at_least,
        "if_it_falls": _is_filled(row, "if_it_falls"),
    }
    only_happened = {"from": _is_filled(row, "from"), "draws": _is_filled(row, "draws")}
    wrong = {ClaimKind.HAPPENED: only_stands, ClaimKind.STANDS: only_happened}
    other = {ClaimKind.HAPPENED: ClaimKind.STANDS, ClaimKind.STANDS: ClaimKind.HAPPENED}
    if kind is not None:
        for key, is_used in wrong[kind].items():
            if is_used:
                row.report(say.NOT_FOR_KIND, key, only=KIND_WORDS[other[kind]])


def _is_filled(row: Row, key: str) -> bool:
    return bool(as_text(row.cells.get(key)))


def _check_number(read: ResultRow) -> None:
    if read.number is None:
        return
    if read.subject and read.number != 1:
        read.row.report(say.SUBJECT_IS_ONE, "number", number=f"{read.number:,}")
    elif read.number == 0 and read.kind is ClaimKind.HAPPENED:
        read.row.report(say.NUMBER_ZERO, "number")


def _check_lot(read: ResultRow) -> None:
    draws_from_lot = read.draws is DrawsFrom.LOT_ABOVE
    if draws_from_lot and not read.lot_place:
        read.row.report(say.LOT_PLACE_MISSING, "lot_place")
    elif read.lot_place and not draws_from_lot:
        read.row.report(say.LOT_PLACE_FOR_LOT, "lot_place")
