"""What happened to the segments: cut, found damaged, made again; `tidtam check` reads it out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

NAME = "happened.jsonl"
KEPT = 200
"""So many of the last lines are read."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened: what (`cut`, `damaged`, `dropped`), when (ISO, UTC) and its details."""

    what: str
    at: str
    about: dict[str, Any]


def note(folder: Path, what: str, **about: object) -> None:
    """Adds a line; a line is written in one go, so that two processes never mix theirs."""
    line = json.dumps({"what": what, "at": datetime.now(UTC).isoformat(timespec="seconds"), **about})
    with (folder / NAME).open("a") as file:
        file.write(line + "\n")


def read(folder: Path) -> list[Happened]:
    """The last of what happened, the oldest first; a line that was cut short is passed over."""
    try:
        lines = (folder / NAME).read_text().splitlines()[-KEPT:]
    except FileNotFoundError:
        return []
    found = []
    for line in lines:
        try:
            told = json.loads(line)
            found.append(Happened(told.pop("what"), told.pop("at"), told))
        except (ValueError, KeyError):
            continue
    return found
