"""Who in a list is likely there already: in the list itself, in this programme, or in another one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from django.db.models import Q

from tidtam.housing.alike.names import sound_of
from tidtam.housing.alike.pairs import WORDS, Index, Reason, Row
from tidtam.housing.lists import in_chunks
from tidtam.housing.models import Household
from tidtam.intake.lists.comparing import Change, Compared, ListDifference
from tidtam.problems import Both

Sound: TypeAlias = Callable[[str], str]


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
    """All that are likely there twice, the likeliest first; only new rows and changed names are looked at."""
    looked_at = [(one, row) for one in found for row in one.rows if _is_news(row)]
    if not looked_at:
        return []
    sound: Sound = cache(sound_of)  # kept no longer than this: names are nobody's to keep
    places = {one.content.project.pk: one.content.project.place for one in found}
    mine = [_row(row, places[one.content.project.pk].code, sound) for one, row in looked_at]
    hashes = [row.id_hash for row in mine if row.id_hash]
    index = Index(_others({place.pk for place in places.values()}, hashes, sound))
    own = {f"{one.content.project.code}/{row.row.number:04}" for one, row in looked_at if row.row.number}
    found_pairs = list(_pairs(index, looked_at, mine, own))
    return sorted(found_pairs, key=lambda one: (-one.score, one.row, one.other))


def _is_news(row: Compared) -> bool:
    return row.change == Change.NEW or bool({"name", "id", "house"} & set(row.fields))


def _row(row: Compared, place: str, sound: Sound) -> Row:
    key = f"row:{row.row.row}"
    name = row.row.name
    return Row(key, row.row.compared, sound(name), row.row.house_compared, place, row.known_by.id_hash)


def _pairs(
    index: Index, looked_at: Sequence[tuple[ListDifference, Compared]], mine: Sequence[Row], own: set[str]
) -> Iterator[Likely]:
    code = {row.key: one.content.project.code for (one, _), row in zip(looked_at, mine, strict=True)}
    at = {row.key: compared.row.row for (_, compared), row in zip(looked_at, mine, strict=True)}
    itself = {
        row.key: f"{one.content.project.code}/{compared.row.number:04}" if compared.row.number else ""
        for (one, compared), row in zip(looked_at, mine, strict=True)
    }
    for match in index.take_in(mine):
        if match.other == itself[match.key]:
            continue
        in_file = at.get(match.other)
        if in_file is None and match.other in own:
            continue  # as it stood before this very file changes it
        other = "" if in_file else match.other
        yield Likely(code[match.key], at[match.key], other, in_file, match.reason, match.score)


def _others(places: set[int], hashes: Sequence[str], sound: Sound) -> Iterator[Row]:
    """The households at the same places, and those anywhere that have one of these citizen IDs."""
    seen: set[int] = set()
    conditions: list[Q] = [Q(project__place__in=some) for some in in_chunks(sorted(places))]
    conditions += [Q(id_hash__in=some) for some in in_chunks(sorted(set(hashes)), 1_000)]
    for condition in conditions:
        yield from _rows(condition, seen, sound)


def _rows(condition: Q, seen: set[int], sound: Sound) -> Iterator[Row]:
    values = (
        Household.objects.filter(condition)
        .order_by()
        .values_list(
            "pk", "subject__name", "name", "compared", "house__compared", "project__place__code", "id_hash"
        )
    )
    for pk, number, name, compared, house, place, id_hash in values.iterator(chunk_size=2_000):
        if pk not in seen:
            seen.add(pk)
            yield Row(number, compared, sound(name), house or "", place, id_hash)
