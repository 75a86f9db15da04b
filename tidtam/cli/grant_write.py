"""`tidtam grant write`: the households of a project with empty cells for their grants."""

from datetime import date
from pathlib import Path

import click
from django.utils import timezone

from tidtam.cli.grant_read import project_of
from tidtam.cli.problems import FILE_EXISTS
from tidtam.cli.sheet_write import account
from tidtam.intake.grants.workbook import write
from tidtam.problems import Both, Refused

WRITTEN = Both("เขียนแล้ว: {path}", "Written: {path}")


def run(*, lang: str, file: Path, code: str, day: date | None, username: str) -> int:
    """Writes the file; an existing one is never overwritten."""
    if file.exists():
        raise Refused([FILE_EXISTS.at(path=file)])
    project = project_of(account(username), code)
    file.write_bytes(write(project, day or timezone.localdate()))
    click.echo(WRITTEN.text(lang).format(path=file), err=True)
    return 0
