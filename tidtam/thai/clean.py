"""Repairs characters that documents and keyboards get wrong, before anything reads the text."""

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t"), " ")

# Old Thai fonts put shifted shapes of marks into the private-use area, and PDF files still carry them.
_TONES = "่้๊๋์"
_PRIVATE_USE = {
    0xF700: "ฐ",
    **{0xF701 + i: mark for i, mark in enumerate("ิีึื")},
    **{0xF705 + i: mark for i, mark in enumerate(_TONES)},
    **{0xF70A + i: mark for i, mark in enumerate(_TONES)},
    0xF70F: "ญ",
    0xF710: "ั",
    0xF711: "\u0e4d",
    0xF712: "็",
    **{0xF713 + i: mark for i, mark in enumerate(_TONES)},
    **{0xF718 + i: mark for i, mark in enumerate("ุู\u0e3a")},
}
_CHARACTERS = _INVISIBLE | _SPACES | _PRIVATE_USE

_SPLIT_SARA_AM = re.compile("\u0e4d([่้๊๋]?)า|([่้๊๋])\u0e4dา")
_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029")
_RUN_OF_SPACES = re.compile(r" {2,}| +(?=\n)|(?<=\n) +")

# Some PDF files give ้า where ำ was printed. Only forms that are no Thai words are put right.
_LOST_SARA_AM = re.compile("(จ)้า(?=นวน)|(ด)้า(?=เนิน)|(ส)้า(?=หรับ|นัก|คัญ|เร็จ)|(ต)้า(?=บล)|(อ)้า(?=เภอ)|(ก)้า(?=หนด)")


def normalise(text: str) -> str:
    """The same words in standard characters: nothing invisible, plain single spaces, ำ and แ in one piece.

    Nothing that has a meaning is touched: digits stay as they are, words as spelled, lines as lines.

    >>> normalise("\\ufeffจ้านวน\\u00a0 ๓,๐๘๔\\u200b เเห่ง")
    'จำนวน ๓,๐๘๔ แห่ง'
    """
    text = unicodedata.normalize("NFC", text.translate(_CHARACTERS))
    text = _SPLIT_SARA_AM.sub(lambda m: (m[1] or m[2] or "") + "ำ", text)
    text = _LOST_SARA_AM.sub(lambda m: f"{m[m.lastindex or 0]}ำ", text.replace("เเ", "แ"))
    return _RUN_OF_SPACES.sub(_one_space, _LINE_ENDS.sub("\n", text)).strip()


def _one_space(run: re.Match[str]) -> str:
    beside_line_end = (
        run.string[run.end() : run.end() + 1] == "\n" or run.string[run.start() - 1 : run.start()] == "\n"
    )
    return "" if beside_line_end else " "
