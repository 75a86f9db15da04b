"""Who in a list is likely there already: in the list itself, in this programme, or in another one."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from tidtam.housing.alike.names import sound_of
from tidtam.housing.alike.pairs import SCORES, WORDS, Index, Reason, Row
from tidtam.housing.lists import in_chunks
from tidtam.housing.models import Household, Project
from tidtam.intake.lists.comparing import Change, Compared, ListDifference
from tidtam.problems import Both

Sound: TypeAlias = Callable[[str], str]
PLACES = 50
"""So many places are compared at a time."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A row of the file that is likely the same household as another, why, and how likely of 100.

    `other` is the number of a household, or the row of the same file; of others no name is told.
    """

    project: str
    row: int
    other: str
    other_row: int | None
    reason: Reason
    score: int

    @property
    def why(self) -> Both:
        """The reason in words."""
        return WORDS[self.reason]


def likely_the_same(found: Sequence[ListDifference]) -> list[Likely]:
    """All that are likely there twice, the likeliest first; only new rows and changed names are looked at.

    Names and houses are compared within one place, so a few places at a time are held in memory; a citizen ID
    is looked for everywhere.
    """
    news: dict[int, list[_News]] = defaultdict(list)
    for one in found:
        project = one.content.project
        news[project.place_id] += (_News(project, row) for row in one.rows if _is_news(row))
    places = sorted(place for place, some in news.items() if some)
    pairs = [pair for some in in_chunks(places, PLACES) for pair in _at_places(some, news)]
    everybody = [one for some in news.values() for one in some]
    pairs += _elsewhere(everybody)
    once = {(one.row, one.other, one.other_row): one for one in sorted(pairs, key=lambda one: one.score)}
    return sorted(once.values(), key=lambda one: (-one.score, one.row, one.other))


@dataclass(frozen=True, slots=True)
class _News:
    """A row that is looked at, and its project."""

    project: Project
    told: Compared

    @property
    def itself(self) -> str:
        """The number of the very household, where it has one: nobody is the double of himself."""
        number = self.told.row.number
        return f"{self.project.code}/{number:04}" if number else ""

    def likely(self, other: str, other_row: int | None, reason: Reason, score: int) -> Likely:
        """That it is likely the same as another."""
        return Likely(self.project.code, self.told.row.row, other, other_row, reason, score)


def _is_news(row: Compared) -> bool:
    return row.change == Change.NEW or bool({"name", "id", "house"} & set(row.fields))


def _at_places(places: Sequence[int], news: Mapping[int, Sequence[_News]]) -> Iterator[Likely]:
    sound: Sound = cache(sound_of)  # kept no longer than this: names are nobody's to keep
    rows = {f"row:{one.told.row.row}": one for place in places for one in news[place]}
    own = {one.itself for one in rows.values()}  # as they stood before this very file changes them
    index = Index(row for row in _there(places, sound) if row.key not in own)
    for match in index.take_in(_row(key, one, sound) for key, one in rows.items()):
        other = rows.get(match.other)
        at = other.told.row.row if other else None
        yield rows[match.key].likely("" if other else match.other, at, match.reason, match.score)


def _row(key: str, one: _News, sound: Sound) -> Row:
    row, place = one.told.row, str(one.project.place_id)
    return Row(key, row.compared, sound(row.name), row.house_compared, place, one.told.known_by.id_hash)


def _there(places: Sequence[int], sound: Sound) -> Iterator[Row]:
    """The households at these places."""
    values = (
        Household.objects.filter(project__place__in=places)
        .order_by()
        .values_list("subject__name", "name", "compared", "house__compared", "project__place", "id_hash")
    )
    for number, name, compared, house, place, id_hash in values.iterator(chunk_size=2_000):
        yield Row(number, compared, sound(name), house or "", str(place), id_hash)


def _elsewhere(news: Sequence[_News]) -> Iterator[Likely]:
    """Households anywhere that have one of these citizen IDs."""
    by_id = {one.told.known_by.id_hash: one for one in news if one.told.known_by.id_hash}
    for some in in_chunks(sorted(by_id), 1_000):
        rows = Household.objects.filter(id_hash__in=some).order_by("pk")
        for id_hash, number in rows.values_list("id_hash", "subject__name"):
            if number != by_id[id_hash].itself:
                yield by_id[id_hash].likely(number, None, Reason.SAME_ID, SCORES[Reason.SAME_ID])
