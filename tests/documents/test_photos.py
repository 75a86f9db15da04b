"""Photos: what they tell is believed only when it can be true, and their copies tell nothing."""

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from struct import pack
from typing import Any
from zlib import crc32

import pytest
from PIL import Image, ImageFile

from tests.documents.pictures import BANGKOK, exif, jpeg, picture, written
from tidtam.documents import photos
from tidtam.documents.photo_told import Spot
from tidtam.documents.photos import COPY_SIDE, THUMBNAIL_SIDE, Photo, read_photo
from tidtam.problems import Refused, Where

NOW = datetime(2019, 4, 1, tzinfo=UTC)
THAI = timezone(timedelta(hours=7))


def read(content: bytes) -> Photo:
    return read_photo(content, Where(), now=NOW)


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def colour(image: Image.Image, x: float, y: float) -> str:
    """The strongest of the three colours at a spot of the picture, in shares of its width and height."""
    found = image.getpixel((int(image.width * x), int(image.height * y)))
    assert isinstance(found, tuple)
    return ("red", "green", "blue")[found.index(max(found))]


def test_time_and_spot_are_read() -> None:
    photo = read(jpeg(taken="2019:03:31 09:15:00", gps=BANGKOK))
    assert photo.taken_at == datetime(2019, 3, 31, 9, 15, tzinfo=THAI)
    assert photo.spot == Spot(13.75625, 100.501667)
    assert (photo.width, photo.height) == (640, 480)


def test_a_camera_that_names_its_zone_is_believed() -> None:
    photo = read(jpeg(taken="2019:03:31 09:15:00", offset="+09:00"))
    assert photo.taken_at == datetime(2019, 3, 31, 0, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "taken", ["1970:01:01 00:00:00", "2031:01:01 00:00:00", "0000:00:00 00:00:00", "yesterday", "2019:13:01"]
)
def test_a_time_that_cannot_be_is_not_believed(taken: str) -> None:
    assert read(jpeg(taken=taken)).taken_at is None


@pytest.mark.parametrize(
    "wrong",
    [
        {2: (95.0, 0.0, 0.0)},
        {4: (190.0, 0.0, 0.0)},
        {2: (13.0, 75.0, 0.0)},
        {2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)},
        {2: (13.0, 45.0)},
    ],
)
def test_a_spot_that_cannot_be_is_not_believed(wrong: dict[int, Any]) -> None:
    assert read(jpeg(gps={**BANGKOK, **wrong})).spot is None


def test_south_and_west_are_negative() -> None:
    assert read(jpeg(gps={**BANGKOK, 1: "S", 3: "W"})).spot == Spot(-13.75625, -100.501667)


def test_copies_tell_nothing_of_time_spot_or_owner() -> None:
    photo = read(jpeg((3000, 2250), taken="2019:03:31 09:15:00", gps=BANGKOK))
    for content, side in ((photo.copy, COPY_SIDE), (photo.thumbnail, THUMBNAIL_SIDE)):
        copy = opened(content)
        assert (copy.format, max(copy.size)) == ("JPEG", side)
        assert dict(copy.getexif()) == {}
        assert b"Anong" not in content
        assert b"2019:03:31" not in content


@pytest.mark.parametrize("turn", range(1, 9))
def test_copies_stand_upright_however_the_camera_was_held(turn: int) -> None:
    # The camera stores the upright picture turned, and says how to turn it back.
    stored = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }[turn]  # fmt: skip
    drawn = picture()
    content = written(drawn if stored is None else drawn.transpose(stored), "JPEG", exif=exif(turn=turn))
    photo = read(content)
    copy = opened(photo.copy)
    assert (photo.width, photo.height) == copy.size == (640, 480)
    assert [colour(copy, 0.2, 0.2), colour(copy, 0.8, 0.2), colour(copy, 0.5, 0.9)] == [
        "red",
        "blue",
        "green",
    ]


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_every_kind_of_jpeg_has_a_copy(mode: str) -> None:
    assert opened(read(jpeg(mode=mode)).copy).mode == "RGB"


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16"])
def test_every_kind_of_png_has_a_copy(mode: str) -> None:
    drawn = Image.new(mode, (300, 200)) if mode == "I;16" else picture((300, 200), mode)
    assert opened(read(written(drawn, "PNG")).copy).size == (300, 200)


def test_what_can_be_seen_through_lies_on_white() -> None:
    clear = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    assert opened(read(written(clear, "WEBP", lossless=True)).copy).getpixel((25, 25)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_picture_cut_short_is_refused(kind: str, share: float) -> None:
    content = written(Image.effect_noise((200, 200), 80).convert("RGB"), kind)
    with pytest.raises(Refused) as refused:
        read(content[: int(len(content) * share)])
    assert [problem.code for problem in refused.value.problems] == ["documents.photo_broken"]


@pytest.mark.parametrize("side", [9_000, 20_000])  # the second is more than the library itself would open
def test_a_picture_of_endless_pixels_is_never_unpacked(side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = _claims(side)
    assert len(bomb) < 1_000
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("it was unpacked"))
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda self: pytest.fail("it was unpacked"))
    with pytest.raises(Refused) as refused:
        read(bomb)
    assert [problem.code for problem in refused.value.problems] == ["documents.photo_too_large"]


def _claims(side: int) -> bytes:
    """A PNG of one pixel that claims to be a square of this side."""
    content = written(Image.new("1", (1, 1)), "PNG")
    head = b"IHDR" + pack(">II", side, side) + content[24:29]
    return content[:12] + head + pack(">I", crc32(head)) + content[33:]


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_metadata_does_not_spoil_a_sound_picture() -> None:
    spoilt = jpeg(taken="2019:03:31 09:15:00").replace(b"MM\x00*", b"MM\x00*\xff\xff\xff\xff", 1)
    spoilt = spoilt.replace(b"II*\x00", b"II*\xff", 1)
    photo = read(spoilt)
    assert (photo.width, photo.taken_at) == (640, None)


def test_the_limit_lets_the_photos_of_telephones_through() -> None:
    assert photos.MOST_PIXELS > 8192 * 6144
