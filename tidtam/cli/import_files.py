"""`tidtam import`: what workbooks would do, or do."""

import json
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import click

from tidtam.cli.import_text import claim_lines, next_step, other_lines, summary
from tidtam.cli.problem_text import tell
from tidtam.cli.problems import NOT_SET_UP
from tidtam.cli.progress import Bar
from tidtam.intake.actions import import_workbooks
from tidtam.intake.preview import Preview
from tidtam.intake.reading import no_progress
from tidtam.people.actions import loader_account
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes


def run(*, lang: str, files: Sequence[Path], commit: bool, as_json: bool) -> int:
    """Prints the preview (or what was done); 2 when anything is wrong, and then nothing was changed."""
    if not programmes.codes():
        raise Refused([NOT_SET_UP.at()])
    with nullcontext(no_progress) if as_json else Bar(lang) as progress:
        preview = import_workbooks(actor=loader_account(), paths=files, commit=commit, progress=progress)
    if as_json:
        click.echo(json.dumps(preview.as_json(), ensure_ascii=False, indent=2))
    else:
        _print(preview, lang, commit=commit)
    return 0 if preview.ok else 2


def _print(preview: Preview, lang: str, *, commit: bool) -> None:
    if not commit:
        for line in (*claim_lines(preview, lang), *other_lines(preview, lang)):
            click.echo(line)
    tell(preview.problems, lang, err=False)
    click.echo(summary(preview, lang))
    click.echo(next_step(preview, lang, commit=commit))
