"""What the sheet of a round says: a row for each line that counts at each of somebody's places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidtam.intake.sheets import problems as say
from tidtam.intake.sheets.layout import LARGEST
from tidtam.intake.sheets.mark import Mark, Square, new_mark
from tidtam.people.access import access_of
from tidtam.people.models import User
from tidtam.places import queries as nested
from tidtam.places.atlas import ADMINISTRATIVE
from tidtam.places.models import Kind, Place
from tidtam.problems import Refused
from tidtam.programmes.models import IndicatorVersion
from tidtam.review import checking, grid, grid_numbers
from tidtam.review.grid_numbers import NOTHING, Now
from tidtam.review.models import Round

Numbers = dict[tuple[str, int], Now]


@dataclass(frozen=True, slots=True)
class RowOut:
    """One row: a line at a place, its number now and in the round before."""

    place: Place
    province: str
    line: IndicatorVersion
    now: Now
    before: int | None

    @property
    def square(self) -> Square:
        """What the mark keeps of it."""
        return Square(self.place.code, self.line.code, self.now.revision, self.now.number)

    @property
    def state(self) -> str:
        """How far its claim has come, in Thai and English; empty when there is none."""
        if not self.now.state:
            return ""
        name = checking.name_of_state(self.now.state)
        return f"{name.th} · {name.en}"


@dataclass(frozen=True, slots=True)
class Content:
    """The rows of a sheet with all that is needed to write them."""

    of_round: Round
    person: User
    mark: Mark
    places: Sequence[Place]
    rows: Sequence[RowOut]


def content_for(*, person: User, of_round: Round, within: Place | None = None) -> Content:
    """The squares of a round at all places for which somebody records, or at those within one place.

    Refused when there are none, or more than one file holds.
    """
    places = _places(person, within)
    if not places:
        raise Refused([say.NO_PLACES.at()])
    rows = list(_rows(of_round, places))
    if len(rows) > LARGEST:
        raise Refused([say.TOO_LARGE.at(rows=f"{len(rows):,}", limit=f"{LARGEST:,}")])
    return Content(of_round, person, new_mark(of_round.code, person.username), places, rows)


def places_for(person: User) -> list[Place]:
    """All places for which somebody records one number a line: provinces, then tambons, by code."""
    access = access_of(person)
    return [place for kind in grid.kinds_of(access) for place in grid.places_of(access, kind)]


def _places(person: User, within: Place | None) -> list[Place]:
    places = places_for(person)
    if within is None:
        return places
    inside = set(nested.within(nested.tree_of(within), within.pk).values_list("descendant_id", flat=True))
    return [place for place in places if place.pk in inside]


def _rows(of_round: Round, places: Sequence[Place]) -> Iterator[RowOut]:
    ids = [place.pk for place in places]
    lines = grid.lines_of(of_round)
    now: Numbers = grid_numbers.numbers_of(of_round, lines, ids)
    before: Numbers = grid_numbers.numbers_before(of_round, lines, ids)
    counted = grid.lines_at(of_round, lines, {place.pk: Kind(place.kind) for place in places})
    provinces = province_names()
    for place in places:
        for line in counted[place.pk]:
            at = (line.code, place.pk)
            yield RowOut(
                place,
                provinces.get(place.pk, ""),
                line,
                now.get(at, NOTHING),
                before.get(at, NOTHING).number,
            )


def province_names() -> dict[int, str]:
    """The Thai name of the province of each place (id) in it."""
    homes = nested.homes_at(ADMINISTRATIVE, Kind.PROVINCE)
    return dict(homes.values_list("descendant_id", "ancestor__name_th"))
