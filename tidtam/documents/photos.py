"""Photos from outside: read whole, with what they tell of time and spot, and copies that tell nothing.

A copy is drawn anew, so that no time, spot, phone or owner goes with it.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from PIL import Image

from tidtam.documents import problems as say
from tidtam.documents.photo_told import Spot, spot_of, taken_at
from tidtam.problems import Problem, Refused, Where

MOST_PIXELS = 64_000_000
"""A phone of 50 megapixels fits; a PNG of as many takes about 275 MB of memory for a second."""

COPY_SIDE = 2_000
THUMBNAIL_SIDE = 320
_QUALITY = 85
_SHRINKS = ("RGB", "RGBA", "L", "LA")  # in the others no colour lies between two
_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by what the camera says of how it was held."""

_FORMATS = ("JPEG", "PNG", "WEBP")  # no other reader is ever started on a file from outside
_NOT_READ = (OSError, SyntaxError, ValueError, EOFError)


@dataclass(frozen=True, slots=True)
class Photo:
    """What a photo is: pixels as a person sees it, upright; when and where it was taken, if it says so."""

    width: int
    height: int
    taken_at: datetime | None
    spot: Spot | None
    copy: bytes
    thumbnail: bytes


def read_photo(content: bytes, where: Where, *, now: datetime) -> Photo:
    """A photo and its copies without metadata (JPEG, at most 2,000 and 320 pixels wide or high).

    `now` bounds the time that it may claim. Raises Refused when it is broken, cut short or has too many
    pixels; nothing is decoded before its size is known.
    """
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Refused([_too_many(where)])
            exif = _exif(image)
            orientation = exif.get(_ORIENTATION, 1)
            width, height = image.size if orientation not in _ON_ITS_SIDE else image.size[::-1]
            copy = _plain(image, COPY_SIDE, orientation)
    except Image.DecompressionBombError as error:
        raise Refused([_too_many(where)]) from error
    except _NOT_READ as error:
        raise Refused([say.PHOTO_BROKEN.at(where)]) from error
    small = copy.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    return Photo(width, height, taken_at(exif, now), spot_of(exif), _jpeg(copy), _jpeg(small))


def _too_many(where: Where) -> Problem:
    return say.PHOTO_TOO_LARGE.at(where, limit=f"{MOST_PIXELS / 1e6:,.0f}")


def _exif(image: Image.Image) -> Image.Exif:
    """What it tells of itself; nothing when that part is broken, for the picture may be sound."""
    try:
        return image.getexif()
    except Exception:  # a reader of metadata fails in many ways, and none of them matters
        return Image.Exif()


def _plain(image: Image.Image, side: int, orientation: int) -> Image.Image:
    """The picture alone: upright, on white, at most `side` pixels; reading all shows that it is whole."""
    image.draft("RGB", (side, side))  # a JPEG is then decoded at a fraction of its size
    image.load()
    small = image if image.mode in _SHRINKS else image.convert("RGBA")
    small.thumbnail((side, side))
    seen = small.convert("RGBA")  # only now: of the whole picture it would be a second copy in memory
    plain = Image.new("RGB", seen.size, "white")
    plain.paste(seen, mask=seen)
    turn = _TURNS.get(orientation)
    return plain if turn is None else plain.transpose(turn)


def _jpeg(image: Image.Image) -> bytes:
    into = BytesIO()
    image.save(into, "JPEG", quality=_QUALITY, optimize=True)
    return into.getvalue()
