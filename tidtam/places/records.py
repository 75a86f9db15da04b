"""Places, edges and trees as plain records: what the sources say, before it is compared with the database."""

from dataclasses import dataclass
from datetime import date

from tidtam.places.models import Kind


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place with the code of its home; dates as in `Place`."""

    code: str
    kind: Kind
    name_th: str
    name_en: str
    home: str | None
    valid_from: date | None = None
    valid_to: date | None = None
    note_th: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class SuccessionRecord:
    """A successor of an abolished place."""

    place: str
    successor: str
    basis: str
    in_force: date | None
    source: str


@dataclass(frozen=True, slots=True)
class EdgeRecord:
    """A child under its parent in one tree; dates as in `TreeEdge`."""

    tree: str
    parent: str
    child: str
    valid_from: date | None = None
    valid_to: date | None = None
    certain: bool = True
    note_th: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class TreeRecord:
    """A tree; `whole` is the kind of place of which each one must be placed in it."""

    code: str
    name_th: str
    name_en: str
    root: str
    below: str | None = None
    whole: Kind | None = None
    note_th: str = ""
    source: str = ""
    review_date: date | None = None
