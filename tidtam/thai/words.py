"""Where Thai words end, so that no line breaks inside one. Thai writes no spaces between words."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pythainlp.corpus import thai_words
from pythainlp.tokenize.newmm import segment
from pythainlp.util import Trie

# ม.ค., พอช., จ.: dots that belong to letters. With a letter before it would be the end of a sentence.
_ABBREVIATION = re.compile(r"((?<![ก-๎])(?:[ก-ฮเ-ไ][ก-๎]{0,3}\.)+)")
_HANGS_ON = re.compile(r"[ะ-ฺๅ-๎ฯ%.,:;!?)\]}”’»…/-]")
_LEANS_FORWARD = re.compile(r"[เ-ไ(\[{“‘«]$")
# Only ณ is a word of one consonant; others are ends of names that the dictionary does not have.
_LONE_CONSONANT = re.compile(r"[ก-ฒด-ฮ]์?|ณ์")
WORD_JOINT = "\u200b"
"""Zero-width space: a browser or word processor may break a line there and shows nothing."""


def words(text: str, names: Iterable[str] = ()) -> list[str]:
    """The words of a text in order, spaces and stops among them; joined they are the text again.

    `names` are words that the dictionary does not have, such as the names of places; give the same
    frozenset when calling often. The first call loads the dictionary, which takes about a second.

    >>> words("จัดตั้งสภาองค์กรชุมชน"), words("คลองลาดพร้าว", names=["คลองลาดพร้าว"])
    (['จัดตั้ง', 'สภา', 'องค์กร', 'ชุมชน'], ['คลองลาดพร้าว'])
    """
    dictionary = _with_names(frozenset(names))
    parts = _ABBREVIATION.split(text)
    # re.split puts what it split at in the odd places.
    cut = ([part] if at % 2 else segment(part, dictionary) for at, part in enumerate(parts) if part)
    return [word for words_of_part in cut for word in words_of_part]


def pieces(text: str, names: Iterable[str] = ()) -> list[str]:
    """The same text in pieces, none of which may be broken over two lines; white space is pieces of its own.

    A piece is a word with what must not stand alone: marks, ๆ (with the space before it), ฯ, lone consonants
    and closing signs after it, opening signs before it.

    >>> pieces("ชุมชนต่าง ๆ (32 แห่ง)")
    ['ชุมชน', 'ต่าง ๆ', ' ', '(32', ' ', 'แห่ง)']
    """
    found: list[str] = []
    for word in _with_repeat_signs(words(text, names)):
        if found and _belong_together(found[-1], word):
            found[-1] += word
        else:
            found.append(word)
    return found


def breakable(text: str, joiner: str = WORD_JOINT, names: Iterable[str] = ()) -> str:
    """The text with `joiner` wherever a line may break without a space; a space that holds is U+00A0.

    >>> breakable("จัดตั้งสภาองค์กรชุมชน 58 ตำบล", "|")
    'จัดตั้ง|สภา|องค์กร|ชุมชน 58 ตำบล'
    """
    out: list[str] = []
    for piece in pieces(text, names):
        if out and not piece.isspace() and not out[-1].isspace():
            out.append(joiner)
        out.append(piece if piece.isspace() else piece.replace(" ", "\u00a0"))
    return "".join(out)


class _WithNames(Trie):
    """The dictionary with names laid over it: building all of it anew would take a second."""

    def __init__(self, dictionary: Trie, names: Iterable[str]) -> None:
        super().__init__(names)
        self._dictionary = dictionary

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """The words of both that stand at a place of the text."""
        found: list[str] = self._dictionary.prefixes(text, start) + super().prefixes(text, start)
        return found


@lru_cache(maxsize=1)
def _dictionary() -> Trie:
    # Sayings and titles with spaces in them would become pieces too wide for a line.
    return Trie(word for word in thai_words() if " " not in word)


@lru_cache(maxsize=4)
def _with_names(names: frozenset[str]) -> Trie:
    return _WithNames(_dictionary(), names) if names else _dictionary()


def _with_repeat_signs(found: list[str]) -> list[str]:
    """Puts the space before ๆ and the sign itself into one word, to hang on the word before."""
    out: list[str] = []
    for word in found:
        if word.startswith("ๆ") and out and out[-1] == " ":
            out[-1] += word
        else:
            out.append(word)
    return out


def _belong_together(before: str, after: str) -> bool:
    if before.isspace() or after.isspace():
        return False
    hangs_on = _HANGS_ON.match(after) or after.startswith(" ๆ") or _LONE_CONSONANT.fullmatch(after)
    return bool(hangs_on or _LEANS_FORWARD.search(before))
