"""What of a trail everybody may read: stage counts and papers, and names only where they are nobody's own."""

from dataclasses import replace

from tidtam.people.actions import LOADER_NAME
from tidtam.reports.content import Trail, TrailEntry
from tidtam.reports.openness import is_public_name


def public(found: Trail) -> Trail:
    """The trail without names of people, households, subjects below the province, and whoever loaded it."""
    return replace(found, entries=[_public(entry, found.line.unit) for entry in found.entries])


def _public(entry: TrailEntry, unit: str) -> TrailEntry:
    loader = entry.loader if entry.loader == LOADER_NAME else ""
    place = entry.to_place or entry.from_place
    if not entry.subject_name or is_public_name(unit, place):
        return replace(entry, loader=loader)
    # The words of a claim about a named subject begin with its name.
    return replace(entry, loader=loader, subject_name="", claim_text_th="", claim_text_en="")
