"""`tidtam setup`: the tables, the places of Thailand and the definitions of the agency."""

from pathlib import Path

import click
from django.core.management import call_command

from tidtam.cli.folders import definitions_folder
from tidtam.ledger_store.read import head
from tidtam.people.actions import command_account
from tidtam.places.actions import load_places
from tidtam.programmes.actions import load_definitions

STEPS = {
    "tables": {"th": "เตรียมตารางในฐานข้อมูล", "en": "making the tables"},
    "places": {
        "th": "โหลดจังหวัด อำเภอ ตำบล และผังภาค",
        "en": "loading provinces, districts, tambons and trees",
    },
    "definitions": {"th": "โหลดคำนิยามตัวชี้วัดและเป้าหมาย", "en": "loading indicators and targets"},
    "ready": {"th": "พร้อมใช้", "en": "ready"},
}


def run(*, lang: str, definitions: Path | None) -> int:
    """Sets everything up; what is there already and the same is left as it is."""
    set_up(definitions, lang)
    say("ready", lang)
    return 0


def set_up(definitions: Path | None, lang: str) -> None:
    """Makes the tables and loads places and definitions; Refused with all that is wrong with these."""
    folder = definitions_folder(definitions)
    say("tables", lang)
    call_command("migrate", interactive=False, verbosity=0)
    actor = command_account()
    say("places", lang)
    load_places(actor, folder)
    say("definitions", lang)
    load_definitions(actor=actor, folder=folder, position=head())


def say(step: str, lang: str) -> None:
    """Tells on stderr what is being done."""
    click.echo(f"{STEPS[step][lang]} …" if step != "ready" else STEPS[step][lang], err=True)
