"""Gives the text in a PDF set in Sarabun back its letters, so that Thai words are found and copied rightly.

Typst notes for each glyph the text of the first cluster in which it was seen ("วั" for ว), and for the marks
of a cluster nothing; readers that do not know /ActualText get no words out of that. Three things are mended:

* each glyph's own letter, known by its outline, goes into the font's table to Unicode;
* ำ is drawn as a small ring and an า: that า gets a glyph number of its own that reads "ำ", the ring reads as
  nothing, and so the order "น ้ ำ" comes right although the ring is drawn before the tone mark;
* marks get a width (and are set back by as much), for some readers part a line at two glyphs without width.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

from tidtam.documents.glyph_texts import outlines, texts_by_outline

_RING = "\u0e4d"
_AA = "\u0e32"
_AM = "\u0e33"
_TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b")
_MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e4c\u0e4d\u0e4e") | _TONES
_MARK_WIDTH = 100  # thousandths of an em: enough for two marks to be neighbours, also over ฝ and ป
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<((?:[0-9A-Fa-f]{4})+)>")
_TABLE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{lines}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def with_true_text(pdf: bytes) -> bytes:
    """The same pages with a text layer that reads as it was written; fonts that are not known stay."""
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts: dict[tuple[int, int], _Font | None] = {}
        for page in document.pages:
            named = {name: _known(font, fonts) for name, font in page.Resources.get("/Font", {}).items()}
            page.Contents = document.make_stream(_rewritten(page, named))
        for font in filter(None, fonts.values()):
            font.write_into(document)
        made = BytesIO()
        document.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()


@dataclass
class _Font:
    """A font of the file: the text of each glyph number, and what the pages turn out to need of it."""

    whole: Any
    texts: dict[int, str]
    glyphs: int
    ams: dict[int, int] = field(default_factory=dict)

    @property
    def marks(self) -> set[int]:
        return {number for number, text in self.texts.items() if text and _MARKS.issuperset(text)}

    def am(self, aa: int) -> int:
        """The number under which this า reads "ำ"."""
        return self.ams.setdefault(aa, self.glyphs + len(self.ams))

    def write_into(self, document: pikepdf.Pdf) -> None:
        inner = self.whole.DescendantFonts[0]
        texts = {number: text.replace(_RING, "") for number, text in self.texts.items()}
        texts |= dict.fromkeys(self.ams.values(), _AM)
        self.whole.ToUnicode = document.make_stream(_unicode_table(texts))
        numbers = (*range(self.glyphs), *self.ams)
        inner.CIDToGIDMap = document.make_stream(b"".join(number.to_bytes(2) for number in numbers))
        widths = _widths(inner.get("/W", []))
        widths |= dict.fromkeys(self.marks, Decimal(_MARK_WIDTH))
        widths |= {am: widths[aa] for aa, am in self.ams.items() if aa in widths}
        pairs = ((number, pikepdf.Array([width])) for number, width in sorted(widths.items()))
        inner.W = pikepdf.Array([part for pair in pairs for part in pair])


def _known(font: Any, fonts: dict[tuple[int, int], _Font | None]) -> _Font | None:
    if font.objgen not in fonts:
        fonts[font.objgen] = _read(font)
    return fonts[font.objgen]


def _read(font: Any) -> _Font | None:
    """The font's glyphs by number; None for a font that is not Sarabun or not written in glyph numbers."""
    if font.get("/Encoding") != "/Identity-H" or "Sarabun" not in str(font.get("/BaseFont")):
        return None
    file = font.DescendantFonts[0].FontDescriptor.get("/FontFile2")
    if file is None:
        return None
    embedded = TTFont(BytesIO(file.read_bytes()))
    order = embedded.getGlyphOrder()
    drawn = outlines(embedded, order)
    known = texts_by_outline()
    told = _told(font)
    may_be = {number: known[drawn[glyph]] for number, glyph in enumerate(order) if drawn[glyph] in known}
    texts = {
        number: told[number] if told.get(number) in maybe else maybe[0] for number, maybe in may_be.items()
    }
    return _Font(font, texts, len(order))


def _told(font: Any) -> dict[int, str]:
    """What the file itself says of each glyph; right for dashes and spaces, wrong for most Thai letters."""
    pairs = _PAIR.findall(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else []
    return {
        int(number, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for number, text in pairs
    }


def _rewritten(page: pikepdf.Page, fonts: dict[str, _Font | None]) -> bytes:
    """The page's drawing with the letters renumbered and the marks set back; else unchanged."""
    steps: list[Any] = []
    writer: _Letters | None = None
    writers = {name: _Letters(font) if font else None for name, font in fonts.items()}
    for step in pikepdf.parse_content_stream(page):
        shown = step.operands
        match str(step.operator):
            case "Tf":
                writer = writers[str(shown[0])]
            case "Tj" | "TJ" if writer:
                pieces = shown[0] if isinstance(shown[0], pikepdf.Array) else shown
                steps.append(([pikepdf.Array(writer.written(pieces))], pikepdf.Operator("TJ")))
                continue
        steps.append(step)
    return pikepdf.unparse_content_stream(steps)


class _Letters:
    """Writes runs of glyph numbers; remembers a ring until its า comes, which may be in a later run."""

    def __init__(self, font: _Font) -> None:
        self.font = font
        self.marks = font.marks
        self.ring_waits = False

    def written(self, pieces: Any) -> list[Any]:
        out: list[Any] = []
        for piece in pieces:
            out += self._run(bytes(piece)) if isinstance(piece, pikepdf.String) else [piece]
        return out

    def _run(self, codes: bytes) -> list[Any]:
        out: list[Any] = []
        run = bytearray()
        for at in range(0, len(codes), 2):
            number = int.from_bytes(codes[at : at + 2])
            run += self._renumbered(number).to_bytes(2)
            if number in self.marks:
                out += [pikepdf.String(bytes(run)), _MARK_WIDTH]
                run.clear()
        return [*out, pikepdf.String(bytes(run))] if run else out

    def _renumbered(self, number: int) -> int:
        text = self.font.texts.get(number, "")
        if _RING in text:
            self.ring_waits = True
        elif text == _AA and self.ring_waits:
            self.ring_waits = False
            return self.font.am(number)
        elif text not in _TONES:
            self.ring_waits = False
        return number


def _unicode_table(texts: dict[int, str]) -> bytes:
    pairs = [f"<{number:04X}> <{text.encode('utf-16-be').hex()}>" for number, text in sorted(texts.items())]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]  # the format allows 100 in a block
    lines = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return _TABLE.format(lines="\n".join(lines)).encode("ascii")


def _widths(pieces: Any) -> dict[int, Decimal]:
    """The widths of a font's /W, which says either `first [w w w]` or `first last w`."""
    widths: dict[int, Decimal] = {}
    left = list(pieces)
    while left:
        first = int(left.pop(0))
        if isinstance(left[0], pikepdf.Array):
            widths |= {first + step: Decimal(width) for step, width in enumerate(left.pop(0))}
        else:
            last, width = int(left.pop(0)), Decimal(left.pop(0))
            widths |= dict.fromkeys(range(first, last + 1), width)
    return widths
