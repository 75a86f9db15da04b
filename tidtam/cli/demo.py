"""`tidtam demo`: everything set up with the real results of the examples, and the pages opened."""

from pathlib import Path

import click

from tidtam.cli import serve
from tidtam.cli.folders import examples_folder
from tidtam.cli.import_text import summary
from tidtam.cli.problem_text import tell
from tidtam.cli.progress import Bar
from tidtam.cli.setup import say, set_up
from tidtam.intake.actions import import_workbooks
from tidtam.people.actions import loader_account
from tidtam.problems import Severity

HOST = "127.0.0.1"


def run(*, lang: str, no_serve: bool, port: int, definitions: Path | None, examples: Path | None) -> int:
    """Sets up, imports all examples by the same way as any workbook, and serves unless told not to."""
    if not no_serve:
        serve.check_port(HOST, port)
    set_up(definitions, lang)
    paths = sorted(examples_folder(examples).glob("*.xlsx"))
    with Bar(lang) as bar:
        preview = import_workbooks(actor=loader_account(), paths=paths, commit=True, progress=bar)
    tell((problem for problem in preview.problems if problem.severity is Severity.ERROR), lang)
    click.echo(summary(preview, lang), err=True)
    if not preview.ok:
        return 2
    say("ready", lang)
    return 0 if no_serve else serve.run(lang=lang, host=HOST, port=port, workers=1)
