"""Making a practice country in a test."""

from pathlib import Path
from typing import Any

from tidtam.people.actions import command_account
from tidtam.practice.actions import Made, make_country
from tidtam.practice.planning import Ask

CODI = Path(__file__).parents[2] / "definitions" / "codi"
ASK = Ask(seed=7, entries=5_000, claims=300)


def make(into: Path, ask: Ask = ASK, **more: Any) -> Made:
    """A country with the agency's real definitions; those of its own are written to a folder of the test."""
    return make_country(actor=command_account(), folder=CODI, into=into, ask=ask, **more)
