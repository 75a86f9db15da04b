"""Text in columns on a terminal, where Thai marks above and below a letter take no room."""

import unicodedata
from collections.abc import Sequence

NARROW = frozenset({"Mn", "Me", "Cf"})


def width(text: str) -> int:
    """How many columns a text takes.

    >>> width("ที่"), width("ครัวเรือน")
    (1, 7)
    """
    return sum(unicodedata.category(letter) not in NARROW for letter in text)


def fitted(text: str, columns: int, *, right: bool = False) -> str:
    """A text filled up with spaces to a width; a longer one is cut with an ellipsis."""
    if width(text) > columns:
        while text and width(text) >= columns:
            text = text[:-1]
        text += "…"
    space = " " * (columns - width(text))
    return space + text if right else text + space


def row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    """Cells side by side."""
    fit = (fitted(cell, w, right=r) for cell, w, r in zip(cells, widths, right, strict=True))
    return "  ".join(fit).rstrip()
