"""The report as a file: Word, PDF, Excel or JSON, all from the same board."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.conf import settings

from tidtam.documents.excel import write_excel
from tidtam.documents.pdf import write_pdf
from tidtam.documents.word import write_word
from tidtam.places.codes import NATION
from tidtam.problems import Refused, Where
from tidtam.reports import problems as kinds
from tidtam.reports.as_json import board_json
from tidtam.reports.content import Board
from tidtam.reports.formats import FORMATS
from tidtam.reports.paper import paper_of
from tidtam.reports.queries import board


def write(
    kind: str,
    *,
    fiscal_year: int | None,
    as_of: date | None,
    known_at: date | None = None,
    place_code: str = NATION,
    position: int | None = None,
) -> bytes:
    """The report as bytes; `kind` is one of `FORMATS`. Raises Refused for what cannot be asked."""
    if kind not in WRITERS:
        raise Refused([kinds.NO_SUCH_FORMAT.at(Where(field="format"), kind=kind, kinds=", ".join(FORMATS))])
    found = board(
        fiscal_year=fiscal_year,
        as_of=as_of,
        known_at=known_at,
        place_code=place_code,
        position=position,
        maps=kind in WITH_MAPS,
    )
    return WRITERS[kind](found)


def _word(found: Board) -> bytes:
    own = own_template()
    return write_word(paper_of(found), own if own.exists() else None)


def own_template() -> Path:
    """Where an agency puts a Word template of its own; it is used instead of ours when it is there."""
    return Path(settings.TIDTAM_HOME) / "templates" / "report.docx"


def _pdf(found: Board) -> bytes:
    return write_pdf(paper_of(found))


def _excel(found: Board) -> bytes:
    return write_excel(paper_of(found))


def _json(found: Board) -> bytes:
    return json.dumps(board_json(found), ensure_ascii=False, indent=1).encode()


WITH_MAPS = frozenset({"docx", "pdf"})
"""Files that people look at; the others hold numbers."""

WRITERS: dict[str, Callable[[Board], bytes]] = {"docx": _word, "pdf": _pdf, "xlsx": _excel, "json": _json}
