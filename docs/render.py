"""Writes the handbook pages that come from the code: `make docs` runs it, a test asks whether it was run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

HANDBOOK = Path(__file__).resolve().parent / "handbook"

OPENING = """# Commands

Written by `make docs` from the commands themselves: what `--help` says is what stands here.

คำสั่งเป็นของผู้ดูแลเครื่องที่ติดตั้งระบบ ซึ่งเปิดฐานข้อมูลได้อยู่แล้ว จึงไม่ถามรหัสผ่าน
`board`, `report`, `trail`, `check` อ่านได้ทุกพื้นที่ ผู้ใช้ทั่วไปเข้าทางหน้าเว็บเท่านั้น
`sheet` ทำในนามบัญชีที่ `--as` บอก ได้เฉพาะพื้นที่ของบัญชีนั้น พื้นที่อื่นถูกปฏิเสธเหมือนบนหน้าเว็บ

Commands are for whoever keeps the machine and can open its database anyway: they ask for no password,
and `board`, `report`, `trail` and `check` read every place. Everybody else comes in by the pages.
`sheet` acts in the name of the account that `--as` gives, at the places of that account only; any other
place is refused as it is on the pages.
"""


def commands(group: click.Command, path: str = "tidtam") -> Iterator[tuple[str, click.Command]]:
    """Each command under `group` with its full name, in the order of `--help`."""
    if isinstance(group, click.Group):
        for name in group.list_commands(click.Context(group)):
            command = group.commands[name]
            if not command.hidden:
                yield f"{path} {name}", command
                yield from commands(command, f"{path} {name}")


def commands_page() -> str:
    """The page of all commands."""
    from tidtam.cli.main import main  # noqa: PLC0415  a broken command must not keep the other pages from being made

    return "\n".join(
        [OPENING, *(_section(name, command, main.context_settings) for name, command in commands(main))]
    )


def _section(name: str, command: click.Command, settings: dict[str, Any]) -> str:
    context = click.Context(command, info_name=name, terminal_width=100, **settings)
    return f"## {name}\n```\n{command.get_help(context)}\n```\n"


def main() -> None:
    """Writes each page that comes from the code."""
    (HANDBOOK / "commands.md").write_text(commands_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
