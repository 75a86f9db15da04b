"""`tidtam grant read`: what a workbook of grants would propose, or does."""

from datetime import date
from pathlib import Path

import click

from tidtam.cli.problem_text import tell
from tidtam.cli.sheet_write import account
from tidtam.housing import problems as say
from tidtam.housing.access import readable
from tidtam.housing.models import Project
from tidtam.intake.grants.actions import take
from tidtam.intake.problems import FILE_UNREADABLE
from tidtam.people.access import access_of
from tidtam.people.models import User
from tidtam.problems import Both, Refused, Where
from tidtam.programmes.money_rules import money_text

LOOKED = Both(
    "อนุมัติ {households:,} ครัวเรือน รวม {whole} และจ่าย {vouchers:,} ใบสำคัญ รวม {paid} เพิ่ม --commit เพื่อเสนอจริง",
    "To approve: {households:,} households, {whole}. To pay: {vouchers:,} vouchers, {paid}. "
    "Add --commit to propose it.",
)
PROPOSED = Both(
    "เสนอแล้ว อนุมัติ {households:,} ครัวเรือน รวม {whole} และจ่าย {vouchers:,} ใบสำคัญ รวม {paid}",
    "Proposed. To approve: {households:,} households, {whole}. To pay: {vouchers:,} vouchers, {paid}.",
)


def run(*, lang: str, file: Path, code: str, day: date, username: str, exception: str, commit: bool) -> int:
    """Prints what would be proposed or was; 2 when a rule is broken or the file cannot be read."""
    actor = account(username)
    project = project_of(actor, code)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused([FILE_UNREADABLE.at(Where(file=str(file)), reason=error.strerror)]) from error
    found = take(
        actor=actor, project=project, day=day, content=content, name=file.name, exception=exception,
        commit=commit,
    )  # fmt: skip
    if found.problems:
        tell(found.problems, lang, err=False)
        return 2
    said, asked = PROPOSED if found.claims else LOOKED, found.proposed
    click.echo(
        said.text(lang).format(
            households=len(asked.parts),
            whole=money_text(asked.whole).text(lang),
            vouchers=len(asked.vouchers),
            paid=money_text(asked.to_pay).text(lang),
        )
    )
    return 0


def project_of(actor: User, code: str) -> Project:
    """The project with this code among those that somebody may open; Refused where there is none."""
    found = readable(access_of(actor)).select_related("place", "event").filter(code=code).first()
    if found is None:
        raise Refused([say.NO_PROJECT.at(code=code)])
    return found
