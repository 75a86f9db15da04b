"""Where Sarabun lies, the copy of it that PDF is set in, and the small cut of it that pages load."""

import atexit
import shutil
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg_sarabun
from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Sarabun"
STYLES = {400: "Regular", 700: "Bold"}
WEB_CHARACTERS = (
    *range(0x20, 0x7F),  # Latin, digits, punctuation
    *range(0xA0, 0x100),  # Western names
    *range(0x0E01, 0x0E5C),  # Thai
    *range(0x2010, 0x2027),  # dashes, quotation marks, bullet, ellipsis
    0x200B,
    0x200C,
    0x2030,
    0x2032,
    0x2033,
    0x2212,
    0x2264,
    0x2265,
)


def font_path(weight: int = 400) -> Path:
    """The TrueType file of Sarabun in one weight (400 or 700); ValueError for another."""
    if weight not in STYLES:
        raise ValueError(f"Sarabun is kept in the weights {sorted(STYLES)}, not {weight}")
    return next(Path(fontpkg_sarabun.__file__).parent.rglob(f"{FAMILY}-{STYLES[weight]}.ttf"))


@cache
def web_font(weight: int = 400) -> bytes:
    """Sarabun in one weight as WOFF2, cut to Thai and Latin; made once in a process (under 40 kB)."""
    options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False, notdef_outline=True)
    font = subset.load_font(str(font_path(weight)), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=WEB_CHARACTERS)
    cutter.subset(font)
    made = BytesIO()
    subset.save_font(font, made, options)
    return made.getvalue()


@cache
def pdf_font_folder() -> Path:
    """A folder, removed at exit, with Sarabun `levelled`; Typst reads fonts only from files."""
    folder = Path(tempfile.mkdtemp(prefix="tidtam-font-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for weight in STYLES:
        (folder / f"{FAMILY}-{weight}.ttf").write_bytes(levelled(font_path(weight)))
    return folder


def levelled(path: Path) -> bytes:
    """The font with every tone mark over a vowel at the height at which it is drawn, so that none is shifted.

    The tone marks for the upper storey are drawn in place already; the font moves them a few hundredths of an
    em more over ั ิ ึ. Typst writes a glyph that is moved up or down as a text of its own and gives it the
    whole cluster once more, so that the paper reads "มั่มั่น" (docs/decisions/0020-pdf-with-typst.md).
    """
    font = TTFont(path)
    for table in _mark_on_mark(font):
        marks = dict(zip(table.Mark1Coverage.glyphs, table.Mark1Array.MarkRecord, strict=True))
        upper = [record.MarkAnchor for name, record in marks.items() if _is_upper_tone(name)]
        below = zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True)
        vowels = [record.Mark2Anchor[0] for name, record in below if name.split(".")[0] in _UPPER_VOWELS]
        height = max((anchor.YCoordinate for anchor in upper), default=0)
        for anchor in (*upper, *filter(None, vowels)):
            anchor.YCoordinate = height
    made = BytesIO()
    font.save(made)
    return made.getvalue()


_UPPER_VOWELS = {"uni0E31", "uni0E34", "uni0E35", "uni0E36", "uni0E37"}  # ั ิ ี ึ ื


def _is_upper_tone(glyph: str) -> bool:
    return glyph.endswith(".small") and "uni0E48" <= glyph.removesuffix(".small") <= "uni0E4C"


def _mark_on_mark(font: TTFont) -> list[Any]:
    mark_to_mark = 6
    tables = [table for lookup in font["GPOS"].table.LookupList.Lookup for table in lookup.SubTable]
    tables = [table.ExtSubTable if table.LookupType == 9 else table for table in tables]
    return [table for table in tables if table.LookupType == mark_to_mark]
