"""Places and stages as a report names them."""

from __future__ import annotations

from tidtam.ledger.pathway import Pathway, span_ends
from tidtam.places.models import Place
from tidtam.reports.content import PlaceName, StageCount, StageName


def place_name(place: Place) -> PlaceName:
    """A place with its names."""
    return PlaceName(place.code, place.kind, place.titled_th, place.titled_en)


def stage_count(pathway: Pathway, code: str, number: int, upper: int | None = None) -> StageCount:
    """How many stand at a stage, with its names."""
    stage = pathway.stage(code)
    return StageCount(code, stage.th, stage.en, number, upper if upper != number else None)


def stage_name(pathway: Pathway, code: str) -> StageName:
    """A stage, exit or span of stages with its names."""
    first, last = (pathway.stage(end) for end in span_ends(code))
    if first == last:
        return StageName(code, first.th, first.en)
    return StageName(code, f"{first.th} ถึง {last.th}", f"{first.en} to {last.en}")
