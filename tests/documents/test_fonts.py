"""The font for pages is small and has what Thai needs."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from tidtam.documents.fonts import font_path, web_font


@pytest.mark.parametrize("weight", [400, 700])
def test_the_web_font_is_small_and_complete(weight: int) -> None:
    made = web_font(weight)
    assert made[:4] == b"wOF2"
    assert len(made) < 40_000
    letters = TTFont(BytesIO(made)).getBestCmap()
    assert all(ord(letter) in letters for letter in "กำปี่ผู้ญู๓๐๘๔ฯๆ฿ABCabc0123456789“”–…%")


def test_other_weights_are_refused() -> None:
    with pytest.raises(ValueError):
        font_path(300)
