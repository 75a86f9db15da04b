"""How large a file from outside may be, and how a size is said."""

from dataclasses import dataclass

from tidtam.problems import Both

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, the rest in numbers; a sheet is measured to its last cell that holds something."""

    packed_bytes: int = 30 * MEGABYTE
    unpacked_bytes: int = 150 * MEGABYTE
    parts: int = 2_000
    sheets: int = 60
    rows: int = 50_000
    columns: int = 200
    cells: int = 2_000_000


def size_in_words(size: int) -> Both:
    """A size in bytes as people say it, rounded up: what is over a limit never looks like the limit.

    >>> size_in_words(30 * MEGABYTE).th, size_in_words(30 * MEGABYTE + 1).en, size_in_words(2_000).th
    ('30 เมกะไบต์', '30.1 MB', '2 กิโลไบต์')
    """
    if size < MEGABYTE:
        kilobytes = f"{-(-size // 1024):,}"
        return Both(f"{kilobytes} กิโลไบต์", f"{kilobytes} KB")
    whole, tenth = divmod(-(-size * 10 // MEGABYTE), 10)
    megabytes = f"{whole:,}.{tenth}" if tenth else f"{whole:,}"
    return Both(f"{megabytes} เมกะไบต์", f"{megabytes} MB")
