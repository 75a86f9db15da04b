"""What of the book everybody may read: figures down to the province, and names that are nobody's own."""

from __future__ import annotations

from tidtam.places.models import Kind
from tidtam.reports.content import PlaceName

PUBLIC_KINDS = (Kind.NATION, Kind.REGION, Kind.PROVINCE, Kind.CANAL)
"""Public data go down to the province; a canal is shown as a whole, its communities are not."""

OWN_NAMES = ("person", "household")
"""Units of what has a name of its own that is nobody else's business."""


def is_public(kind: str) -> bool:
    """Whether places of this kind are shown to everybody."""
    return kind in PUBLIC_KINDS


def is_public_name(unit: str, place: PlaceName | None) -> bool:
    """Whether everybody may read the name of a subject: no person or household, at a place that is shown."""
    return unit not in OWN_NAMES and place is not None and is_public(place.kind)
