"""What of a trail a reader may see: stage counts and papers; names of what is nobody's own, or theirs."""

from collections.abc import Collection
from dataclasses import replace

from tidtam.people.actions import LOADER_NAME
from tidtam.reports.content import Trail, TrailEntry
from tidtam.reports.openness import is_public_name


def public(found: Trail, readable: Collection[str] = ()) -> Trail:
    """The trail without names of people, households, subjects below the province, and whoever loaded it.

    Entries of the claims in `readable`, which the reader may open at their place, stay as they are. Of other
    claims of the field not even what they say is shown, only in how many steps they were checked.
    """
    entries = [
        entry if entry.claim in readable else _public(entry, found.line.unit) for entry in found.entries
    ]
    return replace(found, entries=entries)


def _public(entry: TrailEntry, unit: str) -> TrailEntry:
    loader = entry.loader if entry.loader == LOADER_NAME else ""
    place = entry.to_place or entry.from_place
    named = bool(entry.subject_name) and not is_public_name(unit, place)
    if entry.checked_in:
        subject_name = "" if named else entry.subject_name
        return replace(entry, loader="", subject_name=subject_name, claim_text_th="", claim_text_en="")
    if not named:
        return replace(entry, loader=loader)
    # The words of a claim about a named subject begin with its name.
    return replace(entry, loader=loader, subject_name="", claim_text_th="", claim_text_en="")
