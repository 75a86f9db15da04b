"""`tidtam person add`: the first administrator, or anybody else, from the machine itself."""

import sys

import click
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from tidtam.cli.asked import place_code
from tidtam.people.actions import add_person, command_account, give_role
from tidtam.people.inviting import NewAccount
from tidtam.people.models import Role, User
from tidtam.people.signing import link_parts
from tidtam.places import queries as places

SAID = {
    "th": "เพิ่ม {name} ({username}) เป็น{role}ที่{place} แล้ว",
    "en": "{name} ({username}) is now {role_code} at {place}",
}
LINK = {
    "th": "เปิดลิงก์นี้เพื่อตั้งรหัสผ่าน (ใช้ได้ครั้งเดียว ภายใน 24 ชั่วโมง):",
    "en": "open this link to choose a password (once, within 24 hours):",
}


def run(
    *, lang: str, name: str, username: str, role: str, place: str, email: str, password_stdin: bool
) -> int:
    """Makes the account and gives it the role, both or neither; prints the link for its first password."""
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else ""
    at = places.place(place_code(place, lang))
    with transaction.atomic():
        account = NewAccount(display_name=name, username=username, password=password, again=password)
        user = add_person(account=account, email=email)
        give_role(actor=command_account(), user=user, role=Role(role), place=at)
    words = {
        "name": user,
        "username": user.username,
        "role": Role(role).label,
        "role_code": role,
        "place": at,
    }
    click.echo(SAID[lang].format(**words), err=True)
    if not password:
        click.echo(LINK[lang], err=True)
        click.echo(first_link(user))
    return 0


def first_link(user: User) -> str:
    """The address at which somebody chooses a password."""
    return str(settings.TIDTAM_URL + reverse("password_new", kwargs=link_parts(user)))
