"""How large a file from outside may be."""

from dataclasses import dataclass

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
