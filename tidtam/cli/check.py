"""`tidtam check`: every fault that can be found in the book, the places and the sums of the report."""

import json
from pathlib import Path

import click
from django.conf import settings

from tidtam.analytics.check import faults as segment_faults
from tidtam.cli.problem_text import tell
from tidtam.ledger_store import check as book
from tidtam.places import check as places
from tidtam.problems import Both, Problem, Severity
from tidtam.reports.check import identity_faults

FINE = Both("ตรวจแล้ว บัญชีถูกต้อง", "Checked: the ledger is sound.")
FOUND = Both("พบสิ่งผิด {count} แห่ง", "{count} faults were found.")


def run(*, lang: str, as_json: bool) -> int:
    """1 when a fault is found, else 0."""
    looked = [*book.faults(), *places.faults(), *identity_faults(), *_of_segments()]
    found = [one for one in looked if one.severity is Severity.ERROR]
    if as_json:
        document = {"ok": not found, "faults": [fault.as_json() for fault in looked]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        tell(looked, lang, err=False)
        click.echo((FOUND.text(lang).format(count=len(found))) if found else FINE.text(lang))
    return 1 if found else 0


def _of_segments() -> list[Problem]:
    return segment_faults(Path(settings.CUBE["folder"]))
