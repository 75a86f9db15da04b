"""Photos and documents as people hand them in: with a camera's metadata, sound or spoilt."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pikepdf
from PIL import Image

BANGKOK = {1: "N", 2: (13.0, 45.0, 22.5), 3: "E", 4: (100.0, 30.0, 6.0)}


def picture(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    """A picture whose left half is red and whose right half is blue, above a green band."""
    drawn = Image.new("RGB", size, "red")
    drawn.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    drawn.paste("green", (0, size[1] * 3 // 4, size[0], size[1]))
    return drawn.convert(mode)


def exif(
    *, taken: str | None = None, offset: str | None = None, gps: dict[int, Any] | None = None, turn: int = 1
) -> Image.Exif:
    """What a camera writes beside the picture."""
    made = Image.Exif()
    made[0x0112] = turn
    made[0x010F] = "Telephone of Anong"
    times: dict[int, Any] = {}
    if taken:
        times[0x9003] = taken
    if offset:
        times[0x9011] = offset
    if times:
        made[0x8769] = times
    if gps:
        made[0x8825] = gps
    return made


def jpeg(size: tuple[int, int] = (640, 480), mode: str = "RGB", **told: Any) -> bytes:
    """A JPEG with metadata."""
    return written(picture(size, mode), "JPEG", exif=exif(**told), quality=90)


def written(image: Image.Image, kind: str, **more: Any) -> bytes:
    """A picture as a file."""
    into = BytesIO()
    image.save(into, kind, **more)
    return into.getvalue()


def pdf(**more: Any) -> bytes:
    """A PDF of one empty page, the same each time unless it is encrypted."""
    into = BytesIO()
    made = pikepdf.new()
    made.add_blank_page()
    made.save(into, deterministic_id="encryption" not in more, **more)
    return into.getvalue()


def packed(*names: str) -> bytes:
    """A packed file with parts of these names."""
    into = BytesIO()
    with ZipFile(into, "w") as package:
        for name in names:
            package.writestr(name, "<x/>")
    return into.getvalue()
