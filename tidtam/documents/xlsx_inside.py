"""Looks into an .xlsx before it is opened: its true size, how far its cells go, which formulas are broken.

A reader of workbooks makes room for every cell up to the last one and copies a text that is kept once to each
cell that uses it, so a few kilobytes can ask for more memory than there is. Here parts are only streamed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from posixpath import basename, join, normpath
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is a class

from tidtam.documents import problems as say
from tidtam.documents.limits import Limits, size_in_words
from tidtam.problems import Kind, Problem, Refused, Where

_CHUNK = 1 << 20
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]+)([0-9]+)["']""")
_FILLED = re.compile(rb"""<(?:\w+:)?c\b((?:[^>"']|"[^"]*"|'[^']*')*)(?<!/)>""")
_BROKEN = re.compile(
    rb"""<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>(?:<(?:\w+:)?f\b[^<]*(?:</(?:\w+:)?f>)?)?<(?:\w+:)?v>([^<]*)<"""
)
_FORMULA = re.compile(rb"""<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b([^>]*)>""")
_ROW_NUMBER = re.compile(rb"""\br\s*=\s*["']([0-9]+)["']""")
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*\bref\s*=\s*["']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)["']""")
_SHARED = re.compile(rb"""\bt="s"[^>]*><(?:\w+:)?v>([0-9]+)<""")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_SHARED_TEXT = re.compile(rb"<(?:\w+:)?si\b")


@dataclass(slots=True)
class SheetInside:
    """How far a sheet's cells go, its broken formulas by row and column (from 1), and what a reader hides.

    A merged range is its first row and column and its last row and column.
    """

    last_row: int = 0
    last_column: int = 0
    copied_text: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Inside:
    """The sheets by name; or that it is a packed file of another kind."""

    sheets: dict[str, SheetInside] = field(default_factory=dict)
    other_kind: str = ""


def looked_inside(content: bytes, where: Where, limits: Limits) -> Inside:
    """What is in the file; Refused with every limit that it breaks."""
    try:
        with ZipFile(BytesIO(content)) as package:
            check_size(package, where, limits)
            return _inside(package, where, limits)
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, KeyError) as error:
        raise Refused([say.NOT_A_WORKBOOK.at(where, reason=str(error).strip("'\""))]) from error


def check_size(package: ZipFile, where: Where, limits: Limits) -> None:
    """Refused when it holds too much; BadZipFile when a part is broken or larger than it claims."""
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    problems = []
    if len(parts) > limits.parts:
        problems.append(say.TOO_MANY_PARTS.at(where, count=f"{len(parts):,}", limit=f"{limits.parts:,}"))
    if unpacked > limits.unpacked_bytes:
        problems.append(_too_big(where, unpacked, limits))
    if problems:
        raise Refused(problems)
    # Sizes in the directory may lie: this unpacks each part up to its claimed size and compares the checksum.
    if broken := package.testzip():
        raise BadZipFile(broken)


def _inside(package: ZipFile, where: Where, limits: Limits) -> Inside:
    names = set(package.namelist())
    if "content.xml" in names and "mimetype" in names:
        return Inside(other_kind=".ods")
    if "xl/workbook.bin" in names:
        return Inside(other_kind=".xlsb")
    if "xl/workbook.xml" not in names:
        raise BadZipFile("xl/workbook.xml")
    parts = _sheet_parts(package)
    if len(parts) > limits.sheets:
        raise Refused([say.TOO_MANY_SHEETS.at(where, count=f"{len(parts):,}", limit=f"{limits.sheets:,}")])
    texts = _shared_lengths(package)
    found = Inside()
    problems = []
    for name, part in parts.items():
        try:
            found.sheets[name] = _measured(package, part, texts, Where(where.file, name), limits)
        except Refused as refused:
            problems += refused.problems
    copied = sum(sheet.copied_text for sheet in found.sheets.values())
    if copied > limits.unpacked_bytes:
        problems.append(_too_big(where, copied, limits))
    if problems:
        raise Refused(problems)
    return found


def _sheet_parts(package: ZipFile) -> dict[str, str]:
    """The part of each worksheet by its name."""
    book = package.read("xl/workbook.xml").decode("utf-8", "replace")
    relations = package.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    if "<!DOCTYPE" in book or "<!DOCTYPE" in relations:
        raise BadZipFile("DOCTYPE")
    targets = {}
    for relation in map(_attributes, _RELATION.findall(relations)):
        if basename(relation.get("Type", "")) == "worksheet":
            targets[relation.get("Id")] = normpath(join("xl", relation.get("Target", ""))).lstrip("/")
    sheets = [_attributes(tag) for tag in _SHEET.findall(book)]
    return {sheet["name"]: targets[sheet.get("r:id")] for sheet in sheets if sheet.get("r:id") in targets}


def _attributes(tag: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag)}


def _shared_lengths(package: ZipFile) -> list[int]:
    """About how long each text is that cells share."""
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    starts: list[int] = []
    at = 0
    for chunk in _chunks(package, "xl/sharedStrings.xml"):
        starts += [at + match.start() for match in _SHARED_TEXT.finditer(chunk.text)]
        at += chunk.used
    return [after - before for before, after in zip(starts, [*starts[1:], at], strict=False)]


def _measured(package: ZipFile, part: str, texts: list[int], where: Where, limits: Limits) -> SheetInside:
    sheet = SheetInside()
    for chunk in _chunks(package, part):
        row, column = _reach(_PLACE.findall(chunk.text))
        if row > limits.rows or column > limits.columns or row * column > limits.cells:
            row, column = _reach(
                place for cell in _FILLED.findall(chunk.text) for place in _PLACE.findall(cell)
            )
        sheet.last_row, sheet.last_column = max(sheet.last_row, row), max(sheet.last_column, column)
        _check_reach(sheet, where, limits)
        for cell, text in _BROKEN.findall(chunk.text) if b't="e"' in chunk.text else ():
            sheet.errors[_spot(cell)] = text.decode("ascii", "replace")
        _note_unseen(sheet, chunk.text)
        shared = (int(number) for number in _SHARED.findall(chunk.text))
        sheet.copied_text += sum(texts[number] for number in shared if number < len(texts))
    return sheet


def _note_unseen(sheet: SheetInside, text: bytes) -> None:
    """What the values of cells do not tell: formulas, hidden rows, merged cells."""
    sheet.formulas.update(_spot(cell) for cell in _FORMULA.findall(text))
    for row in _ROW.findall(text) if b"hidden" in text else ():
        number = _ROW_NUMBER.search(row)
        if number and _HIDDEN.search(row):
            sheet.hidden_rows.add(int(number[1]))
    for column, row, last_column, last_row in _MERGED.findall(text):
        sheet.merged.append((int(row), _column(column), int(last_row), _column(last_column)))


def _reach(places: Iterable[tuple[bytes, bytes]]) -> tuple[int, int]:
    """The last row and the last column of some places such as (b"AB", b"12")."""
    columns, rows = set(), set()
    for column, row in places:
        columns.add(column)
        rows.add(row)
    return max(map(int, rows), default=0), max(map(_column, columns), default=0)


def _spot(cell: bytes) -> tuple[int, int]:
    place = _PLACE.search(cell)
    return (int(place[2]), _column(place[1])) if place else (0, 0)


def _check_reach(sheet: SheetInside, where: Where, limits: Limits) -> None:
    """Stops where cells lie too far, so that an endless sheet costs no time."""
    reach: tuple[tuple[int, int, Kind], ...] = (
        (sheet.last_row, limits.rows, say.TOO_MANY_ROWS),
        (sheet.last_column, limits.columns, say.TOO_MANY_COLUMNS),
        (sheet.last_row * sheet.last_column, limits.cells, say.TOO_MANY_CELLS),
    )
    problems = [kind.at(where, limit=f"{limit:,}") for found, limit, kind in reach if found > limit]
    if problems:
        raise Refused(problems[:1])


@dataclass(frozen=True, slots=True)
class _Chunk:
    text: bytes
    used: int  # how much of it the next chunk does not repeat


def _chunks(package: ZipFile, part: str) -> Iterator[_Chunk]:
    """The part in pieces, each cut before a tag that might go on in the next."""
    rest = b""
    with package.open(part) as stream:
        while data := stream.read(_CHUNK):
            text = rest + data
            cut = max(text.rfind(b"<c "), text.rfind(b"<row "), text.rfind(b"<si"), 0)
            cut = cut or (0 if len(text) < 8 * _CHUNK else len(text))
            if b"<!DOCTYPE" in text:
                raise BadZipFile("DOCTYPE")
            yield _Chunk(text[:cut], cut)
            rest = text[cut:]
    yield _Chunk(rest, len(rest))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + letter - 64
    return number


def _too_big(where: Where, size: int, limits: Limits) -> Problem:
    return say.UNPACKS_TOO_BIG.at(where, size=size_in_words(size), limit=size_in_words(limits.unpacked_bytes))
