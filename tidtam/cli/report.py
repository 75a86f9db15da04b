"""`tidtam report`: the six-month report as a file, or as one JSON document on stdout."""

import sys
from datetime import date
from pathlib import Path

import click
from django.utils import timezone

from tidtam.cli.asked import check_days, place_code
from tidtam.cli.problems import FORMATS_DIFFER, NOT_WRITABLE, UNKNOWN_FORMAT
from tidtam.problems import Both, Refused
from tidtam.reports.files import write
from tidtam.reports.formats import FORMATS
from tidtam.thai.dates import iso_be

WRITTEN = Both("เขียนแล้ว: {path}", "Written: {path}")


def run(
    *,
    lang: str,
    fiscal_year: int | None,
    as_of: date | None,
    known_at: date | None,
    place: str,
    kind: str | None,
    output: Path | None,
    as_json: bool,
) -> int:
    """Writes the report. JSON without a file goes to stdout; the others get a name of their own."""
    chosen = _format(kind, output, as_json)
    check_days(fiscal_year, as_of)
    content = write(
        chosen, fiscal_year=fiscal_year, as_of=as_of, known_at=known_at, place_code=place_code(place, lang)
    )
    if chosen == "json" and output is None:
        sys.stdout.buffer.write(content.rstrip(b"\n") + b"\n")
        return 0
    path = output or Path(f"tidtam-{iso_be(as_of or timezone.localdate())}.{chosen}")
    _keep(path, content)
    click.echo(WRITTEN.text(lang).format(path=path), err=True)
    return 0


def _format(kind: str | None, output: Path | None, as_json: bool) -> str:
    """The format that was said, or that the name of the file tells; Refused when it is not clear."""
    said = "json" if as_json else kind
    told = output.suffix.lower().removeprefix(".") if output else ""
    if as_json and kind not in (None, "json"):
        raise Refused([FORMATS_DIFFER.at(one="json", other=kind)])
    if said or told in FORMATS:
        return said or told
    if output is None:
        return "json"
    raise Refused([UNKNOWN_FORMAT.at(name=output.name)])


def _keep(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Refused([NOT_WRITABLE.at(path=path, reason=error.strerror)]) from error
