"""What people write for a place, taken apart: titles, parts of an address, the form that compares."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tidtam.places.models import Kind
from tidtam.thai.clean import normalise
from tidtam.thai.digits import to_arabic

AREAS = frozenset({Kind.DISTRICT, Kind.TAMBON})
"""What a municipality of a town or city may be called after; it is no area of the tree itself."""

_TITLES: tuple[tuple[str, frozenset[Kind]], ...] = (
    (r"จังหวัด|จว\.|จ(?:\.|(?=\s))", frozenset({Kind.PROVINCE})),
    (r"กิ่งอำเภอ|กิ่ง\s*อ\.|อำเภอ|อ(?:\.|(?=\s))|เขต", frozenset({Kind.DISTRICT})),
    (r"เทศบาลตำบล|ทต\.|องค์การบริหารส่วนตำบล|อบต\.?", frozenset({Kind.TAMBON})),
    (r"เทศบาลนคร|เทศบาลเมือง|เทศบาล|ทน\.|ทม\.", AREAS),
    (r"ตำบล|ต(?:\.|(?=\s))|แขวง", frozenset({Kind.TAMBON})),
    (r"ชุมชน", frozenset({Kind.COMMUNITY})),
    (r"changwat\b|province of\b", frozenset({Kind.PROVINCE})),
    (r"amphoe\b|amphur\b|khet\b", frozenset({Kind.DISTRICT})),
    (r"tambon\b|tambol\b|khwaeng\b", frozenset({Kind.TAMBON})),
)
_SUFFIXES: tuple[tuple[str, frozenset[Kind]], ...] = (
    (r"\bprovince", frozenset({Kind.PROVINCE})),
    (r"\b(?:sub-?district|tambon)", frozenset({Kind.TAMBON})),
    (r"\b(?:district|amphoe)", frozenset({Kind.DISTRICT})),
)


def _any_of(titles: tuple[tuple[str, frozenset[Kind]], ...]) -> str:
    return "|".join(f"(?P<t{n}>{pattern})" for n, (pattern, _) in enumerate(titles))


_TITLE = re.compile(_any_of(_TITLES), re.IGNORECASE)
_SUFFIX = re.compile(rf"(?:{_any_of(_SUFFIXES)})\s*$", re.IGNORECASE)
_CUT = re.compile(r"[,;|\n]+")
# Inside a run of letters only whole words and dotted letters can begin a title: คลองนครเนื่องเขต is one name.
_INNER = re.compile(r"(?<=\S)(?=จังหวัด|อำเภอ|ตำบล|แขวง|เขต|(?<![.])[จอต]\.)")
_NOT_COMPARED = re.compile(r"[^\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[_ฯ]")


class Part(NamedTuple):
    """One name of an address in the form that compares, and the kinds that its title allows (None: any)."""

    key: str
    kinds: frozenset[Kind] | None


def key(text: str) -> str:
    """The form in which two names compare: no spaces, dots, hyphens or ฯ, small letters, Arabic digits.

    >>> key("กรุงเทพฯ") == key(" กรุง เทพ "), key("Ko Pha-ngan"), key("ประชาร่วมใจ ๒")
    (True, 'kophangan', 'ประชาร่วมใจ2')
    """
    return _NOT_COMPARED.sub("", to_arabic(normalise(text)).casefold())


def variants(name: str) -> set[str]:
    """The keys under which a name is found: whole, without its title, and each half of "ปอภาร (ปอพาน)"."""
    halves = [half.strip(" )") for half in name.split("(")] if " (" in name else []
    forms = {name, _untitled(name), *halves}
    return {found for form in forms if (found := key(form))}


def _untitled(name: str) -> str:
    """Only เขต and ชุมชน are written as part of a name in our sources."""
    for title in ("เขต", "ชุมชน"):
        if name.startswith(title) and len(name) > len(title):
            return name[len(title) :]
    return name


def readings(text: str) -> Iterator[list[Part]]:
    """The ways to read a text as the parts of one address, the most literal first."""
    text = normalise(text)
    yield [Part(key(text), None)]
    pieces = [piece for part in _CUT.split(text) for piece in _at_titles(part)]
    titled = [_part(piece) for piece in pieces]
    yield titled
    loose = [finer for piece in pieces for finer in _INNER.split(piece)]
    if len(loose) > len(pieces):
        yield [_part(piece) for piece in loose]
    words = [word for piece in pieces for word in _words(piece)]
    if len(words) > len(pieces):
        yield [_part(word) for word in words]


def _at_titles(text: str) -> list[str]:
    """The text cut before each title that begins a word."""
    starts = [m.start() for m in _TITLE.finditer(text) if m.start() == 0 or text[m.start() - 1] in " ("]
    cuts = sorted({0, *starts, len(text)})
    pieces = [text[a:b].strip(" ()") for a, b in pairwise(cuts)]
    return [piece for piece in pieces if piece]


def _words(piece: str) -> list[str]:
    """Thai names have no spaces, so each word may be a name; the title stays with the first."""
    title = _TITLE.match(piece)
    rest = piece[title.end() :].split() if title else piece.split()
    if not rest or not re.search("[\u0e00-\u0e7f]", piece):
        return [piece]
    return [(title.group() if title else "") + rest[0], *rest[1:]]


def _part(piece: str) -> Part:
    title = _TITLE.match(piece)
    if title and key(piece[title.end() :]):
        return Part(key(piece[title.end() :]), _kinds(title, _TITLES))
    suffix = _SUFFIX.search(piece)
    if suffix and key(piece[: suffix.start()]):
        return Part(key(piece[: suffix.start()]), _kinds(suffix, _SUFFIXES))
    return Part(key(piece), None)


def _kinds(found: re.Match[str], titles: tuple[tuple[str, frozenset[Kind]], ...]) -> frozenset[Kind]:
    return next(kinds for n, (_, kinds) in enumerate(titles) if found[f"t{n}"] is not None)
