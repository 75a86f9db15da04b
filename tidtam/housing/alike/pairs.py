"""Finding households that are likely the same, in a list and among those that are there already."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tidtam.housing.alike.names import bare, one_digit_apart
from tidtam.problems import Both

LIKE_NAME = 0.8
"""Names whose letters agree at least this far are alike: one letter more, less or other in seven."""

MOST_IN_A_BLOCK = 40
"""Of more households with one key in common only those that share a finer key as well are compared."""


class Reason(StrEnum):
    """Why two households are taken for one."""

    SAME_ID = "same_id"
    SAME_NAME_AND_HOUSE = "same_name_and_house"
    SAME_HOUSE_LIKE_NAME = "same_house_like_name"
    SAME_NAME_NEAR_HOUSE = "same_name_near_house"
    SAME_NAME = "same_name"
    SOUNDS_ALIKE = "sounds_alike"


SCORES = {
    Reason.SAME_ID: 100,
    Reason.SAME_NAME_AND_HOUSE: 95,
    Reason.SAME_HOUSE_LIKE_NAME: 80,
    Reason.SAME_NAME_NEAR_HOUSE: 80,
    Reason.SAME_NAME: 60,
    Reason.SOUNDS_ALIKE: 50,
}
"""How likely, of 100; only the same citizen ID is certain."""

WORDS = {
    Reason.SAME_ID: Both("เลขประจำตัวประชาชนเดียวกัน", "the same citizen ID"),
    Reason.SAME_NAME_AND_HOUSE: Both("ชื่อและบ้านเลขที่เดียวกัน", "the same name and house number"),
    Reason.SAME_HOUSE_LIKE_NAME: Both("บ้านเลขที่เดียวกัน ชื่อคล้ายกัน", "the same house number, a like name"),
    Reason.SAME_NAME_NEAR_HOUSE: Both(
        "ชื่อเดียวกัน บ้านเลขที่ต่างกันหลักเดียว", "the same name, a house number one digit off"
    ),
    Reason.SAME_NAME: Both("ชื่อเดียวกันในพื้นที่เดียวกัน", "the same name in the same place"),
    Reason.SOUNDS_ALIKE: Both("ชื่อออกเสียงคล้ายกัน บ้านใกล้กัน", "names that sound alike, houses close by"),
}

IDS_DIFFER = 40
"""So much less likely when both have a citizen ID and the two differ: then only the house speaks for it."""

LEAST = 50


@dataclass(frozen=True, slots=True)
class Row:
    """A household as it is compared: `name`, `sound` and `house` in their compared forms, `id_hash` keyed.

    `place` is the code of the place in which names and houses are looked for; `key` names the row.
    """

    key: str
    name: str
    sound: str = ""
    house: str = ""
    place: str = ""
    id_hash: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Two rows that are likely the same household, why, and how likely of 100."""

    key: str
    other: str
    reason: Reason
    score: int

    @property
    def is_sure(self) -> bool:
        """Whether nothing but a slip of the pen could say otherwise."""
        return self.reason is Reason.SAME_ID


class Index:
    """Households by what they may have in common: ask it for one, or feed a list through `take_in`."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._rows: list[Row] = []
        self._by: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Puts a household in."""
        number = len(self._rows)
        self._rows.append(row)
        for key in _keys(row):
            self._by[key].append(number)

    def like(self, row: Row) -> list[Match]:
        """Those in the index that are likely the same as this one, the likeliest first; not itself."""
        found = [
            match
            for number in self._candidates(row)
            if self._rows[number].key != row.key and (match := compare(row, self._rows[number]))
        ]
        return sorted(found, key=lambda match: (-match.score, match.other))

    def take_in(self, rows: Iterable[Row]) -> Iterator[Match]:
        """All matches of a list with those that are there and within itself; each pair once."""
        for row in rows:
            yield from self.like(row)
            self.add(row)

    def _candidates(self, row: Row) -> Iterator[int]:
        seen: set[int] = set()
        for key in _keys(row):
            for number in self._block(key, row):
                if number not in seen:
                    seen.add(number)
                    yield number

    def _block(self, key: tuple[str, ...], row: Row) -> list[int]:
        """Who shares a key; of very many only who shares the house, or the whole name, as well."""
        block = self._by.get(key, [])
        if len(block) <= MOST_IN_A_BLOCK or key[0] in _FINE:
            return block
        finer = [self._by.get(other, []) for other in _keys(row) if other[0] in _FINE]
        return sorted(set().union(*finer)) if finer else block


_FINE = ("id", "name+house", "sound+house")


def _keys(row: Row) -> Iterator[tuple[str, ...]]:
    if row.id_hash:
        yield "id", row.id_hash
    if row.house:
        yield "name+house", row.place, row.name, row.house
        yield "house", row.place, row.house
        if row.sound:
            yield "sound+house", row.place, row.sound, row.house
    yield "name", row.place, row.name
    if row.sound:
        yield "sound", row.place, row.sound


def compare(one: Row, other: Row) -> Match | None:
    """What speaks for two rows being the same household; None when too little does."""
    if one.id_hash and one.id_hash == other.id_hash:
        return Match(one.key, other.key, Reason.SAME_ID, SCORES[Reason.SAME_ID])
    reason = _reason(one, other) if one.place == other.place else None
    if reason is None:
        return None
    score = SCORES[reason] - (IDS_DIFFER if one.id_hash and other.id_hash else 0)
    return Match(one.key, other.key, reason, score) if score >= LEAST else None


def _reason(one: Row, other: Row) -> Reason | None:
    same_house = bool(one.house) and one.house == other.house
    near = bool(one.house and other.house) and one_digit_apart(one.house, other.house)
    if one.name == other.name:
        if same_house:
            return Reason.SAME_NAME_AND_HOUSE
        return Reason.SAME_NAME_NEAR_HOUSE if near else Reason.SAME_NAME
    if same_house and names_alike(one.name, other.name):
        return Reason.SAME_HOUSE_LIKE_NAME
    if near and one.sound and one.sound == other.sound:
        return Reason.SOUNDS_ALIKE
    return None


def names_alike(one: str, other: str) -> bool:
    """Whether two compared names differ by tone marks or a letter in seven.

    >>> names_alike("สมศรีใจดี", "สมสรีใจดี"), names_alike("สมศรีใจดี", "บุญมาแก้วใส")
    (True, False)
    """
    mine, yours = bare(one), bare(other)
    return mine == yours or SequenceMatcher(None, mine, yours, autojunk=False).ratio() >= LIKE_NAME
