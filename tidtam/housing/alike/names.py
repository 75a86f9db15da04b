"""Names and house numbers in the form in which two of them are compared."""

import re

from pythainlp.soundex import lk82

from tidtam.thai.clean import normalise
from tidtam.thai.digits import to_arabic

_TITLES = (
    "นางสาว", "น.ส.", "นส.", "นาง", "นาย", "เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.", "ว่าที่ร้อยตรี", "ว่าที่ ร.ต.",
    "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.", "จ.ส.อ.", "จ.ส.ท.", "จ.ส.ต.", "ส.อ.", "ส.ท.",
    "ส.ต.อ.", "ส.ต.ท.", "ส.ต.ต.", "ส.ต.", "ด.ต.", "พระ", "หม่อมหลวง", "ม.ล.",
    "mr.", "mrs.", "miss ", "ms.",
)  # fmt: skip
_LONGEST_FIRST = sorted(_TITLES, key=len, reverse=True)
_KEEPS_ITS_TITLE = 3
"""A name of fewer letters than these after the title is no name: ‘นายก’ begins with no title."""

_TONES = re.compile("[่้๊๋์็]")
_NOISE = re.compile(r"[\s.,\-_/()'\"“”‘’]+")
_NUMBER = re.compile(r"(\d+)(?:\s*/\s*(\d+))?")
_MOO = re.compile(r"(?:หมู่ที่|หมู่|ม\.|ม\s)\s*(\d+)")


def without_title(name: str) -> str:
    """A name without what stands before it.

    >>> without_title("นางสาว สมศรี  ใจดี"), without_title("นายก รัฐ")
    ('สมศรี ใจดี', 'นายก รัฐ')
    """
    said = normalise(name)
    low = said.casefold()
    for title in _LONGEST_FIRST:
        left = said[len(title) :].strip()
        if low.startswith(title) and len(left.split(" ")[0]) >= _KEEPS_ITS_TITLE:
            return left
    return said


def compared_name(name: str) -> str:
    """The letters of a name alone: titles, spaces, points and capitals do not matter.

    >>> compared_name("น.ส.สมศรี ใจดี") == compared_name("นางสาว สมศรี\\u200bใจดี")
    True
    """
    return _NOISE.sub("", without_title(name)).casefold()


def bare(compared: str) -> str:
    """A compared name without tone marks, which are slipped over most often.

    >>> bare("บุญศรีแก้ว")
    'บุญศรีแกว'
    """
    return _TONES.sub("", compared)


def sound_of(name: str) -> str:
    """How the parts of a name sound (lk82), so that สมหมาย meets สมมาย; empty without Thai letters."""
    parts = without_title(name).split(" ")
    return " ".join(lk82(_NOISE.sub("", part)) for part in (parts[0], parts[-1]) if part)


def compared_house(number: str) -> str:
    """A house number as it is compared: digits, and the moo where one is said; empty where there is none.

    >>> compared_house("บ้านเลขที่ ๑๒๓/๔ หมู่ที่ ๕"), compared_house("123 /4 ม.5"), compared_house("ไม่มีเลขที่")
    ('123/4 m5', '123/4 m5', '')
    """
    said = to_arabic(normalise(number))
    moo = _MOO.search(said)
    found = _NUMBER.search(_MOO.sub(" ", said))
    if found is None:
        return ""
    house = found[1].lstrip("0") or "0"
    part = f"/{found[2].lstrip('0') or '0'}" if found[2] else ""
    return f"{house}{part} m{int(moo[1])}" if moo else f"{house}{part}"


def one_digit_apart(one: str, other: str) -> bool:
    """Whether two house numbers differ by a single digit, or by two that changed places.

    >>> one_digit_apart("123/4", "123/5"), one_digit_apart("12", "21"), one_digit_apart("12", "34")
    (True, True, False)
    """
    if len(one) != len(other) or one == other:
        return False
    at = [spot for spot, (mine, yours) in enumerate(zip(one, other, strict=True)) if mine != yours]
    turned = len(at) == 2 and at[1] - at[0] == 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]
    return len(at) == 1 or turned
