"""`tidtam remind`, every day: mails recorders whose places are not in, and forgets sessions that are over."""

from collections.abc import Iterable

import click

from tidtam.people.actions import reminding_account
from tidtam.people.tasks import clear_old_sessions
from tidtam.problems import Both
from tidtam.review.actions.reminding import remind
from tidtam.review.reminders import SAID, Due, to_remind

NOBODY = Both("ไม่มีใครต้องเตือนวันนี้", "Nobody is to be reminded today.")
SENT = Both("ส่งจดหมายเตือน {sent} ฉบับ", "{sent} reminders were sent.")
WOULD = Both("จะส่งจดหมายเตือน {sent} ฉบับ (ยังไม่ได้ส่ง)", "{sent} reminders would be sent; none was.")
NO_MAIL = Both("{name}: ไม่มีอีเมล", "{name}: no e-mail address")
NOT_TAKEN = Both(
    "{name}: เครื่องส่งอีเมลไม่รับ ลองสั่งอีกครั้ง", "{name}: no mail server took the letter; run it once more"
)


def run(*, lang: str, dry_run: bool) -> int:
    """1 when a letter could not be sent, else 0; with `dry_run` nothing is sent, noted or forgotten."""
    if not dry_run:
        clear_old_sessions()
    due = to_remind()
    if not due:
        click.echo(NOBODY.text(lang))
        return 0
    reachable = [one for one in due if one.user.email]
    _tell(due, lang, dry_run)
    failed = [] if dry_run else remind(actor=reminding_account(), due=reachable)
    for one in failed:
        click.echo(NOT_TAKEN.text(lang).format(name=one.user.display_name), err=True)
    click.echo((WOULD if dry_run else SENT).text(lang).format(sent=len(reachable) - len(failed)))
    return 1 if failed else 0


def _tell(due: Iterable[Due], lang: str, dry_run: bool) -> None:
    """Who has no address is told always, since somebody has to ring them; the others before sending only."""
    for one in due:
        if not one.user.email:
            click.echo(NO_MAIL.text(lang).format(name=one.user.display_name), err=True)
        elif dry_run:
            when = Both(*SAID[one.moment]).text(lang)
            click.echo(f"{one.user.email}  {one.round.code}  {when}  ({len(one.places)})")
