"""`tidtam simulate`: a practice country of any size in a database of its own."""

from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command

from tidtam.analytics.segments import kept
from tidtam.cli.folders import definitions_folder
from tidtam.cli.person import first_link
from tidtam.cli.progress import Bar
from tidtam.cli.setup import say
from tidtam.people.actions import command_account
from tidtam.people.models import User
from tidtam.practice.actions import make_country, refuse_unless_empty
from tidtam.practice.claims import PEOPLE
from tidtam.practice.planning import Ask
from tidtam.practice.starting_over import is_set_up, take_away
from tidtam.problems import Both
from tidtam.review.practice import banner

DONE = Both(
    "{banner}\n{entries:,} รายการ ปี {first}-{last}: {stories:,} จากเอกสารสมมุติ, {claims:,} เปิดดูผู้บันทึกได้\n"
    "คำนิยามและเป้าหมายสมมุติอยู่ที่ {definitions}\nเปิดหน้าเว็บด้วย\n  TIDTAM_HOME={home} tidtam serve",
    "{banner}\n{entries:,} entries of {first}-{last}: {stories:,} by made-up papers, {claims:,} by claims.\n"
    "The made-up definitions and targets are in {definitions}\nServe the pages with\n"
    "  TIDTAM_HOME={home} tidtam serve",
)
FIRST = Both("{name} ({username}) ตั้งรหัสผ่านที่", "{name} ({username}) chooses a password at")
STOPPED = Both(
    "หยุดแล้ว ไม่มีข้อมูลค้างอยู่ สั่งอีกครั้งเพื่อเริ่มใหม่",
    "Stopped; nothing was kept. Run it again to start over.",
)


def run(
    *, lang: str, home: Path, seed: int, entries: int, claims: int, first_year: int, last_year: int,
    again: bool, definitions: Path | None,
) -> int:  # fmt: skip
    """Makes the country in an empty database; with `again` a practice database is emptied first."""
    folder = definitions_folder(definitions)
    ask = Ask(seed, entries, first_year, last_year, claims)
    try:
        _make_ready(again=again, lang=lang)
        with Bar(lang) as bar:
            actor = command_account()
            made = make_country(actor=actor, folder=folder, into=home / "definitions", ask=ask, progress=bar)
    except KeyboardInterrupt:
        click.echo(STOPPED.text(lang), err=True)
        raise
    say("ready", lang)
    told = {
        "banner": banner(), "entries": made.stories + made.entries, "stories": made.stories, "home": home,
        "first": first_year, "last": last_year, "claims": made.claims, "definitions": made.definitions,
    }  # fmt: skip
    click.echo(DONE.text(lang).format(**told))
    for user in User.objects.filter(username__in=PEOPLE).order_by("pk"):
        click.echo(FIRST.text(lang).format(name=user, username=user.username))
        click.echo(f"  {first_link(user)}")
    return 0


def _make_ready(*, again: bool, lang: str) -> None:
    """Looks that the database is empty (or empties it), before its tables are touched; then makes them."""
    if is_set_up():
        if again:
            take_away()
            kept.thrown_away(Path(settings.CUBE["folder"]))
        else:
            refuse_unless_empty()
    say("tables", lang)
    call_command("migrate", interactive=False, verbosity=0)
