"""Which text each drawn shape of Sarabun stands for, however a PDF has renumbered the glyphs."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Any

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from tidtam.documents.fonts import STYLES, font_path

Outline = tuple[Any, ...]
_ALTERNATES, _LIGATURES, _EXTENSION = 1, 4, 7  # kinds of glyph substitution in OpenType


@cache
def texts_by_outline() -> dict[Outline, tuple[str, ...]]:
    """What each glyph of any weight may stand for, by its outline: two dashes may look alike."""
    found: dict[Outline, dict[str, None]] = defaultdict(dict)
    for weight in STYLES:
        font = TTFont(font_path(weight))
        texts = _texts_by_glyph(font)
        for glyph, outline in outlines(font, texts).items():
            found[outline][texts[glyph]] = None
    return {outline: tuple(texts) for outline, texts in found.items()}


def outlines(font: TTFont, glyphs: Iterable[str]) -> dict[str, Outline]:
    """The advance width and the drawing of each glyph, with components resolved."""
    glyph_set = font.getGlyphSet()
    return {glyph: _outline(glyph_set, glyph) for glyph in glyphs}


def _outline(glyph_set: Any, glyph: str) -> Outline:
    pen = DecomposingRecordingPen(glyph_set)
    glyph_set[glyph].draw(pen)
    return (glyph_set[glyph].width, *chain.from_iterable((step, *points) for step, points in pen.value))


def _texts_by_glyph(font: TTFont) -> dict[str, str]:
    texts: dict[str, str] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        texts.setdefault(glyph, chr(code))
    tables = [table for lookup in font["GSUB"].table.LookupList.Lookup for table in lookup.SubTable]
    tables = [table.ExtSubTable if table.LookupType == _EXTENSION else table for table in tables]
    for _ in range(2):  # an alternate may be made of an alternate
        for table in tables:
            _add_substitutes(texts, table)
    return texts


def _add_substitutes(texts: dict[str, str], table: Any) -> None:
    if table.LookupType == _ALTERNATES:
        for glyph, alternate in table.mapping.items():
            if glyph in texts:
                texts.setdefault(alternate, texts[glyph])
    elif table.LookupType == _LIGATURES:
        for first, ligatures in table.ligatures.items():
            for ligature in ligatures:
                parts = [first, *ligature.Component]
                if all(part in texts for part in parts):
                    texts.setdefault(ligature.LigGlyph, "".join(texts[part] for part in parts))
