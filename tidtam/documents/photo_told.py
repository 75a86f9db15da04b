"""What a photo tells of itself: when it was taken, and where; only what can be true is believed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite
from typing import Any
from zoneinfo import ZoneInfo

from PIL.Image import Exif

THAILAND = ZoneInfo("Asia/Bangkok")
"""The zone of a camera that names none."""

EARLIEST_YEAR = 2000
"""A camera whose clock was never set says 1970 or 1980."""

_TIMES, _SPOT = 0x8769, 0x8825
_TAKEN = ((0x9003, 0x9011), (0x9004, 0x9012))  # taken, made digital: each with its offset from UTC
_CHANGED = 0x0132
_LATITUDE, _LONGITUDE = (1, 2), (3, 4)  # the half of the world, and degrees, minutes, seconds
_UNREADABLE = (ValueError, TypeError, KeyError, ZeroDivisionError, OverflowError, AttributeError)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on earth, in degrees: north and east are positive."""

    latitude: float
    longitude: float


def taken_at(exif: Exif, now: datetime) -> datetime | None:
    """When the photo was taken, with its zone; None when it does not say, or says what cannot be."""
    times = _part(exif, _TIMES)
    for name, offset in _TAKEN:
        if found := _time(times.get(name), times.get(offset), now):
            return found
    return _time(exif.get(_CHANGED), None, now)


def spot_of(exif: Exif) -> Spot | None:
    """Where the photo was taken; None when it does not say, or names none on earth (0, 0 is no signal)."""
    told = _part(exif, _SPOT)
    try:
        found = Spot(_degrees(told, *_LATITUDE, "S"), _degrees(told, *_LONGITUDE, "W"))
    except _UNREADABLE:
        return None
    inside = abs(found.latitude) <= 90 and abs(found.longitude) <= 180
    return found if inside and (found.latitude, found.longitude) != (0, 0) else None


def _part(exif: Exif, number: int) -> dict[int, Any]:
    try:
        return exif.get_ifd(number)
    except Exception:  # broken metadata fails in many ways, and tells nothing in each
        return {}


def _time(text: object, offset: object, now: datetime) -> datetime | None:
    try:
        told = datetime.strptime(_words(text), "%Y:%m:%d %H:%M:%S").replace(tzinfo=THAILAND)
        if _words(offset):
            told = datetime.strptime(f"{told:%Y-%m-%d %H:%M:%S}{_words(offset)}", "%Y-%m-%d %H:%M:%S%z")
    except _UNREADABLE:
        return None
    # A clock may run a day ahead of ours, not a year.
    return told if told.year >= EARLIEST_YEAR and told <= now + timedelta(days=1) else None


def _words(text: object) -> str:
    return text.strip("\0 ") if isinstance(text, str) else ""


def _degrees(told: dict[int, Any], half: int, number: int, negative: str) -> float:
    parts: Sequence[Any] = told[number]
    degrees, minutes, seconds = (float(part) for part in parts)
    if not (isfinite(degrees) and 0 <= minutes < 60 and 0 <= seconds < 60):
        raise ValueError(parts)
    found = degrees + minutes / 60 + seconds / 3600
    return round(-found if _words(told[half]).upper() == negative else found, 6)
