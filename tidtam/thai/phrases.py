"""Reads number phrases of prose: 2.7 หมื่น, กว่า 5 แสนบาท, 1,000 กว่าล้านบาท, 2-3 หมื่น.

The forms are those found in Thai government news of 2557 to 2568; a phrase keeps what it leaves open.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tidtam.thai import problems as told
from tidtam.thai.clean import normalise
from tidtam.thai.digits import to_arabic
from tidtam.thai.number_reading import NUMBER, plain_number, whole_if_whole
from tidtam.thai.unreadable import NumberUnreadable


class Qualifier(StrEnum):
    """What a phrase says about its number."""

    EXACT = "exact"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    NEARLY = "nearly"
    ABOUT = "about"
    AVERAGE = "average"


_LOW_ONLY = (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
_HIGH_ONLY = (Qualifier.AT_MOST, Qualifier.LESS_THAN, Qualifier.NEARLY)

_BEFORE = {
    "กว่า": Qualifier.MORE_THAN,
    "มากกว่า": Qualifier.MORE_THAN,
    "เกินกว่า": Qualifier.MORE_THAN,
    "ไม่น้อยกว่า": Qualifier.AT_LEAST,
    "ไม่ต่ำกว่า": Qualifier.AT_LEAST,
    "อย่างน้อย": Qualifier.AT_LEAST,
    "ไม่เกิน": Qualifier.AT_MOST,
    "ไม่มากกว่า": Qualifier.AT_MOST,
    "น้อยกว่า": Qualifier.LESS_THAN,
    "เกือบ": Qualifier.NEARLY,
    "ประมาณ": Qualifier.ABOUT,
    "ราว": Qualifier.ABOUT,
    "ราวๆ": Qualifier.ABOUT,
    "ร่วม": Qualifier.ABOUT,
    "เฉลี่ย": Qualifier.AVERAGE,
}

_TIMES = {"": 1, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}
# พันธุ์ (variety) and ร้อยละ (per cent) are no multipliers.
_MULTIPLIER = r"(?:(?:ร้อย(?!ละ)|พัน(?!ธ)|หมื่น|แสน)? ?(?:ล้าน)+|ร้อย(?!ละ)|พัน(?!ธ)|หมื่น|แสน)"

_PHRASE = re.compile(
    rf"(?P<before>{'|'.join(sorted(_BEFORE, key=len, reverse=True))})? ?"
    rf"(?P<low>{NUMBER}) ?(?P<low_times>{_MULTIPLIER})? ?"
    rf"(?:(?:-|–|—|ถึง) ?(?P<high>{NUMBER}) ?(?P<high_times>{_MULTIPLIER})? ?)?"
    rf"(?P<over>กว่า ?|เศษ ?)?(?P<late_times>{_MULTIPLIER})? ?"
    r"(?P<unit>[^\d\n]*?) ?(?P<more>เศษ|ขึ้นไป)?"
)


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """What a phrase says: from `low` to `high` (None is left open), its qualifier, its unit as written."""

    low: int | Decimal | None
    high: int | Decimal | None
    qualifier: Qualifier = Qualifier.EXACT
    unit: str = ""


def read_phrase(text: str) -> NumberPhrase:
    """A number with its multiplier, qualifier and unit. Raises NumberUnreadable.

    "about" and "average" keep low and high equal: how far off they are is not known.

    >>> read_phrase("2.7 หมื่น").low, read_phrase("938.7 ล้านบาท").unit
    (27000, 'บาท')
    >>> read_phrase("1,000 กว่าล้านบาท")
    NumberPhrase(low=1000000000, high=None, qualifier=<Qualifier.MORE_THAN: 'more than'>, unit='บาท')
    """
    plain = to_arabic(normalise(text)).replace("\n", " ")
    found = _PHRASE.fullmatch(plain)
    if not found:
        raise NumberUnreadable(told.NUMBER_UNREADABLE if plain else told.NUMBER_EMPTY, text=text)
    low, high = _ends(found, text)
    qualifier = _qualifier(found, text)
    return NumberPhrase(
        low=None if qualifier in _HIGH_ONLY else low,
        high=None if qualifier in _LOW_ONLY else high,
        qualifier=qualifier,
        unit=found["unit"].strip(),
    )


def _ends(found: re.Match[str], text: str) -> tuple[int | Decimal, int | Decimal]:
    """Both ends, equal when there is one number; in "2-3 หมื่น" the multiplier is meant for both."""
    low = plain_number(found["low"], text)
    high = plain_number(found["high"], text) if found["high"] else low
    late = found["high_times"] or found["late_times"]
    shared = found["low_times"] or (late if low <= high else None)
    ends = _times(low, shared), _times(high, late or found["low_times"])
    if ends[1] < ends[0]:
        raise NumberUnreadable(told.NUMBER_UNREADABLE, text=text)
    return ends


def _times(value: int | Decimal, multiplier: str | None) -> int | Decimal:
    word = (multiplier or "").replace(" ", "")
    small = word.replace("ล้าน", "")
    return whole_if_whole(Decimal(value) * _TIMES[small] * 1_000_000 ** word.count("ล้าน"))


def _qualifier(found: re.Match[str], text: str) -> Qualifier:
    """The one qualifier; two that differ ("ไม่เกิน 5 แสนกว่า") cannot be read."""
    said = {_BEFORE[found["before"]]} if found["before"] else set()
    if found["over"] or found["more"] == "เศษ":
        said.add(Qualifier.MORE_THAN)
    if found["more"] == "ขึ้นไป":
        said.add(Qualifier.AT_LEAST)
    if len(said) > 1 and said != {Qualifier.ABOUT, Qualifier.MORE_THAN}:
        raise NumberUnreadable(told.NUMBER_UNREADABLE, text=text)
    return Qualifier.ABOUT if Qualifier.ABOUT in said else next(iter(said), Qualifier.EXACT)
