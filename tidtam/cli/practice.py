"""`tidtam practice`: a database of its own in which people learn, with made-up households."""

from pathlib import Path

import click

from tidtam.cli.folders import examples_folder
from tidtam.cli.person import first_link
from tidtam.cli.setup import say, set_up
from tidtam.intake.actions import import_workbooks
from tidtam.intake.practice import PEOPLE, begin_practice, name_part_of_lat_phrao
from tidtam.people.actions import command_account, loader_account
from tidtam.people.models import User
from tidtam.problems import Both, Refused, Severity
from tidtam.review.practice import banner, mark_as_practice

EXAMPLES = ("lat-phrao.xlsx", "prem-prachakon.xlsx", "report-2562-six-months.xlsx")
"""The small real example: two canals and the report."""

DONE = Both(
    "{banner}\nบัญชีครัวเรือนสมมุติ {rows} ครัวเรือนในโครงการ {code} เปิดหน้าเว็บด้วย\n  TIDTAM_HOME={home} tidtam serve",
    "{banner}\n{rows} made-up households in the project {code}. Serve the pages with\n"
    "  TIDTAM_HOME={home} tidtam serve",
)
FIRST = Both("{name} ({username}) ตั้งรหัสผ่านที่", "{name} ({username}) chooses a password at")


def run(*, lang: str, home: Path, definitions: Path | None, examples: Path | None) -> int:
    """Makes the tables, marks the database, loads the example and names part of it; again changes nothing."""
    set_up(definitions, lang)
    mark_as_practice(actor=command_account())
    paths = [examples_folder(examples) / name for name in EXAMPLES]
    preview = import_workbooks(actor=loader_account(), paths=paths, commit=True)
    if not preview.ok:
        raise Refused([one for one in preview.problems if one.severity is Severity.ERROR])
    project = begin_practice(actor=command_account())
    name_part_of_lat_phrao(project)
    say("ready", lang)
    rows = project.households.count()
    told = {"banner": banner(), "rows": rows, "code": project.code, "home": home}
    click.echo(DONE.text(lang).format(**told))
    for user in User.objects.filter(username__in=PEOPLE).order_by("pk"):
        click.echo(FIRST.text(lang).format(name=user, username=user.username))
        click.echo(f"  {first_link(user)}")
    return 0
