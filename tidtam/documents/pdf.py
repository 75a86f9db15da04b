"""Writes PDF with Typst: no line breaks inside a Thai word, and the words can be found and copied."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import typst

from tidtam.documents.fonts import pdf_font_folder
from tidtam.documents.pdf_text import with_true_text
from tidtam.documents.report_layout import ReportPaper
from tidtam.thai.digits import in_digits
from tidtam.thai.words import pieces

TEMPLATES = Path(__file__).parent / "templates"
_PLAIN = frozenset({"url", "address", "svg", "alt", "lang", "number"})  # what is not running text


def write_pdf(paper: ReportPaper, *, made_at: datetime | None = None) -> bytes:
    """The report as PDF. The same paper and time give the same pages; without a time it says 1970."""
    data = asdict(paper)
    for numbered in ("problems", "sources"):
        for at, part in enumerate(data[numbered], start=1):
            part["number"] = in_digits(str(at), "thai" if paper.thai_digits else "arabic")
    prepared = _Cutter(data.pop("names")).cut(data) | {
        "plain_title": paper.title,
        "plain_agency": paper.agency,
    }
    return set_in_type(TEMPLATES / "report.typ", prepared, made_at=made_at)


def set_in_type(template: Path, paper: dict[str, Any], *, made_at: datetime | None = None) -> bytes:
    """Any Typst template with its data (JSON in `sys.inputs.paper`), in Sarabun, with a true text layer."""
    made = typst.compile(
        str(template),
        root=str(template.parent),
        font_paths=_fonts(),
        sys_inputs={"paper": json.dumps(paper, ensure_ascii=False)},
        timestamp=int((made_at or datetime(1970, 1, 1, tzinfo=UTC)).timestamp()),
    )
    return with_true_text(made)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(pdf_font_folder())]
    )


class _Cutter:
    """Cuts every running text of some data into the list of pieces that may not be broken over two lines."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names

    def cut(self, value: Any, name: str = "") -> Any:
        """The data cut; bytes are left out, for the typesetter reads text only."""
        match value:
            case str() if name not in _PLAIN:
                return pieces(value, self.names)
            case dict():
                texts = {key: part for key, part in value.items() if not isinstance(part, bytes)}
                return {key: self.cut(part, key) for key, part in texts.items()}
            case list() | tuple():
                return [self.cut(part, name) for part in value]
            case Decimal():
                return str(value)
            case _:
                return value
