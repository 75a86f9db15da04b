"""Thai dictionary order for names, with the numbers in them in the order of their size."""

import re

from tidtam.thai.clean import normalise
from tidtam.thai.digits import to_arabic

# ็ ่ ้ ๊ ๋ ์ count only between words that are otherwise the same.
_MARKS = re.compile("[็-์]")
_LEAD_VOWEL = re.compile("([เ-ไ])([ก-ฮ])")
_UNSORTED = re.compile(r"[ฯๆ\s.,()'\"“”‘’-]+")
_DIGITS = re.compile(r"\d+")
_DIGIT_PLACES = 12


def sort_key(text: str) -> str:
    """A text whose plain character order is that of the Royal Institute dictionary; a database that
    keeps it must compare it byte by byte (COLLATE "C").

    The consonant comes before the vowel written left of it, tone marks decide last, and stops, spaces, ฯ
    and ๆ do not count. Numbers sort by size, in Thai digits too.

    >>> sorted(["ไก่", "เกิด", "กาล", "เป็ด", "หมู่ 10", "หมู่ ๒"], key=sort_key)
    ['กาล', 'เกิด', 'ไก่', 'เป็ด', 'หมู่ ๒', 'หมู่ 10']
    """
    plain = _UNSORTED.sub("", to_arabic(normalise(text)).casefold())
    counted = _DIGITS.sub(lambda m: m[0].lstrip("0").zfill(_DIGIT_PLACES), plain)
    with_marks = _LEAD_VOWEL.sub(r"\2\1", counted)
    # Unicode has the marks after every letter, so the plain order of the second half puts ก่า after กา.
    return f"{_MARKS.sub('', with_marks)}\x01{with_marks}"
