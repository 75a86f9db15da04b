"""`tidtam person two-step-off`: lets somebody in by password alone whose phone is lost."""

import click

from tidtam.cli.problems import NO_SUCH_PERSON
from tidtam.people.actions import command_account, take_off
from tidtam.people.signing import person
from tidtam.problems import Refused

SAID = {"th": "ปิดการยืนยันสองขั้นของ {name} แล้ว", "en": "two-step sign-in of {name} is off"}


def run(*, lang: str, username: str) -> int:
    """Takes the second step off; Refused when nobody has this name."""
    user = person(username)
    if user is None:
        raise Refused([NO_SUCH_PERSON.at(text=username)])
    take_off(actor=command_account(), user=user)
    click.echo(SAID[lang].format(name=user), err=True)
    return 0
