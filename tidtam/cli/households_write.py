"""`tidtam households write`: the lists of households of projects as one file."""

from pathlib import Path

import click

from tidtam.cli.problems import FILE_EXISTS, NOT_WRITABLE
from tidtam.cli.sheet_write import account
from tidtam.intake.lists.content import content_for, projects_for
from tidtam.intake.lists.writing import write_lists
from tidtam.problems import Both, Refused

WRITTEN = Both(
    "เขียนแล้ว: {path} ({projects:,} โครงการ {rows:,} ครัวเรือน)",
    "Written: {path} ({projects:,} projects, {rows:,} households)",
)


def run(*, lang: str, file: Path, projects: tuple[str, ...], username: str) -> int:
    """Writes the file; an existing one is never overwritten."""
    person = account(username)
    content = content_for(person=person, projects=projects_for(person, list(dict.fromkeys(projects))))
    written = write_lists(content)
    try:
        with file.open("xb") as new:
            new.write(written)
    except FileExistsError as there:
        raise Refused([FILE_EXISTS.at(path=file)]) from there
    except OSError as error:
        raise Refused([NOT_WRITABLE.at(path=file, reason=error.strerror)]) from error
    rows = sum(len(one.rows) for one in content.lists)
    click.echo(WRITTEN.text(lang).format(path=file, projects=len(content.lists), rows=rows), err=True)
    return 0
