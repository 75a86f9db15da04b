"""Options that several commands share: days of either era, the place, the language, and where answers go."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from tidtam.places.codes import NATION
from tidtam.thai.dates import DateUnreadable, parse_iso_be

Command = TypeVar("Command", bound=Callable[..., Any])
YEARS = click.IntRange(2500, 2600)


class Day(click.ParamType[date]):
    """A day as 2562-03-31 (Buddhist Era) or 2019-03-31 (Common Era)."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that a text names; a usage error (exit 2) when it names none."""
        if isinstance(value, date):
            return value
        try:
            return parse_iso_be(str(value))
        except DateUnreadable as unreadable:
            self.fail(f"{unreadable.problem().text('th')}\n{unreadable.problem().text('en')}", param, ctx)


DAY = Day()


def lang_option(command: Command) -> Command:
    """The language of messages."""
    return click.option(
        "--lang",
        type=click.Choice(["th", "en"]),
        default="th",
        envvar="TIDTAM_LANG",
        help="ภาษาของข้อความ · Language of messages (th unless TIDTAM_LANG says otherwise).",
    )(command)


def json_option(command: Command) -> Command:
    """One JSON document on stdout instead of text."""
    text = "พิมพ์เอกสาร JSON หนึ่งฉบับให้โปรแกรมอ่าน · Print one JSON document for a program to read."
    return click.option("--json", "as_json", is_flag=True, help=text)(command)


def account_option(command: Command) -> Command:
    """In whose name it is done."""
    text = "ทำในนามบัญชีใด · The name of the account in whose name it is done."
    return click.option("--as", "username", required=True, metavar="ผู้ใช้", help=text)(command)


def moment_options(command: Command) -> Command:
    """Which year, as of which day, as known on which day, and for which place."""
    for option in reversed(_MOMENT):
        command = option(command)
    return command


_MOMENT = (
    click.option(
        "--fiscal-year",
        type=YEARS,
        metavar="พ.ศ.",
        help="ปีงบประมาณ เช่น 2562; ไม่บอกคือปีของ --as-of · Fiscal year (B.E.); that of --as-of unless given.",
    ),
    click.option(
        "--as-of",
        type=DAY,
        metavar="วัน",
        help="ยอด ณ วันใด เช่น 2562-03-31 หรือ 2019-03-31; ไม่บอกคือวันนี้ · The day asked about; or today.",
    ),
    click.option(
        "--known-at",
        type=DAY,
        metavar="วัน",
        help="เท่าที่รู้ ณ วันใด; ไม่บอกคือรู้ทั้งหมด · Only what was known on that day; everything unless given.",
    ),
    click.option(
        "--place",
        default=NATION,
        show_default=True,
        metavar="พื้นที่",
        help="ชื่อหรือรหัสพื้นที่ · Name or code of a place: TH, 10, 4001, canal:lat-phrao.",
    ),
)
