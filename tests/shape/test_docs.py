"""A command, a setting or a decision that the docs do not name fails here."""

import re

import click

from docs import render
from tests.shape.source import ROOT, modules

HANDBOOK = ROOT / "docs" / "handbook"


def test_the_page_of_commands_is_what_the_commands_say_today() -> None:
    page = (HANDBOOK / "commands.md").read_text(encoding="utf-8")
    assert page == render.commands_page(), "run `make docs`"


def test_every_command_says_what_it_is_for_and_every_option_what_it_does() -> None:
    from tidtam.cli.main import main

    silent = []
    for name, command in render.commands(main):
        if not command.help:
            silent.append(name)
        silent += [
            f"{name} {option.name}"
            for option in command.params
            if isinstance(option, click.Option) and not option.help
        ]
    assert silent == []


def test_every_setting_is_in_the_handbook() -> None:
    text = (HANDBOOK / "settings.md").read_text(encoding="utf-8")
    read = set()
    for module in modules():
        source = (ROOT / module.path).read_text(encoding="utf-8")
        read.update(re.findall(r"""["'](TIDTAM_[A-Z_]+)["']""", source))
    assert read
    assert sorted(name for name in read if name not in text) == []


NO_PAGE = {"", "font", "sign-out", "two-step"}
"""The board, which is the first page of all; a font; a button; the second half of signing in."""


def test_every_part_of_the_site_is_in_the_handbook() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in HANDBOOK.glob("*.md"))
    source = (ROOT / "tidtam" / "web" / "urls.py").read_text(encoding="utf-8")
    parts = {address.partition("/")[0] for address in re.findall(r'path\("([^"]*)"', source)}
    assert len(parts) > 12
    assert sorted(part for part in parts - NO_PAGE if f"`/{part}/" not in text) == []


def test_decisions_are_numbered_once_and_fit_a_page() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [page.name[:4] for page in pages]
    assert all(number.isdigit() for number in numbers)
    assert len(numbers) == len(set(numbers))
    assert [page.name for page in pages if len(page.read_text(encoding="utf-8").split()) > 800] == []


def test_links_between_the_docs_lead_somewhere() -> None:
    assert [
        f"{page.relative_to(ROOT)} -> {target}"
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ] == []


def test_structure_names_every_package() -> None:
    text = (ROOT / "docs" / "structure.md").read_text(encoding="utf-8")
    packages = sorted(path.parent.name for path in (ROOT / "tidtam").glob("*/__init__.py"))
    assert [name for name in packages if f"`{name}/`" not in text] == []
