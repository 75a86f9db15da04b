"""`tidtam sheet write`: the sheet of a round for somebody's places."""

from pathlib import Path

import click

from tidtam.cli.asked import place_code
from tidtam.cli.problems import FILE_EXISTS, NOT_WRITABLE
from tidtam.intake.sheets import problems as say
from tidtam.intake.sheets.content import content_for
from tidtam.intake.sheets.formats import FORMATS
from tidtam.people.models import User
from tidtam.places import queries as places
from tidtam.problems import Both, Refused
from tidtam.review.models import Round

WRITTEN = Both(
    "เขียนแล้ว: {path} ({places:,} พื้นที่ {rows:,} ช่อง)", "Written: {path} (places: {places:,}, squares: {rows:,})"
)


def run(*, lang: str, file: Path, of_round: str, username: str, place: str | None) -> int:
    """Writes the file; an existing one is never overwritten."""
    write = FORMATS.get(file.suffix.lower())
    if write is None:
        raise Refused([say.OTHER_KIND.at(kind=file.suffix)])
    one = Round.objects.filter(code=of_round).first()
    if one is None:
        raise Refused([say.NO_ROUND.at(round=of_round)])
    within = places.place(place_code(place, lang)) if place else None
    content = content_for(person=account(username), of_round=one, within=within)
    _put(file, write(content))
    said = WRITTEN.text(lang).format(path=file, places=len(content.places), rows=len(content.rows))
    click.echo(said, err=True)
    return 0


def account(username: str) -> User:
    """The account with this name; Refused when there is none, or it is closed."""
    found = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise Refused([say.NO_ACCOUNT.at(name=username)])
    return found


def _put(path: Path, content: bytes) -> None:
    try:
        with path.open("xb") as new:
            new.write(content)
    except FileExistsError as there:
        raise Refused([FILE_EXISTS.at(path=path)]) from there
    except OSError as error:
        raise Refused([NOT_WRITABLE.at(path=path, reason=error.strerror)]) from error
