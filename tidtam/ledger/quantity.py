"""Quantities with their unit; adding two unlike units is a TypeError, never a sum."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted, with its name in Thai and English.

    >>> UNITS["household"].th
    'ครัวเรือน'
    """

    code: str
    th: str
    en: str

    def name(self, lang: str) -> str:
        return self.th if lang == "th" else self.en


UNITS: dict[str, Unit] = {
    unit.code: unit
    for unit in (
        Unit("household", "ครัวเรือน", "households"),
        Unit("house", "หลัง", "houses"),
        Unit("person", "คน", "persons"),
        Unit("tambon", "ตำบล", "tambons"),
        Unit("province", "จังหวัด", "provinces"),
        Unit("region", "ภาค", "regions"),
        Unit("community", "ชุมชน", "communities"),
        Unit("moo", "หมู่", "moo"),
        Unit("project", "โครงการ", "projects"),
        Unit("organisation", "องค์กร", "organisations"),
        Unit("centre", "แห่ง", "centres"),
        Unit("set", "ชุด", "sets"),
        Unit("fund", "กองทุน", "funds"),
        Unit("council", "สภา", "councils"),
        Unit("area", "พื้นที่", "areas"),
        Unit("university", "มหาวิทยาลัย", "universities"),
        Unit("satang", "สตางค์", "satang"),
    )
}


@dataclass(frozen=True, slots=True, order=False)
class Quantity:
    """A whole number of one unit; money is in satang.

    Lat Phrao on 31 March 2562 adds up because the three stages share a unit:

    >>> Quantity(2068, "household") + Quantity(654, "household") + Quantity(362, "household")
    Quantity(number=3084, unit='household')
    >>> Quantity(183, "house") + Quantity(2203, "household")
    Traceback (most recent call last):
    TypeError: house and household are different units and are never added
    """

    number: int
    unit: str

    def __post_init__(self) -> None:
        if isinstance(self.number, bool) or not isinstance(self.number, int):
            raise TypeError(f"a quantity is a whole number, not {self.number!r}")
        if self.unit not in UNITS:
            raise ValueError(f"unknown unit {self.unit!r}")

    def __add__(self, other: object) -> Quantity:
        return Quantity(self.number + self._like(other), self.unit)

    def __sub__(self, other: object) -> Quantity:
        return Quantity(self.number - self._like(other), self.unit)

    def __lt__(self, other: object) -> bool:
        return self.number < self._like(other)

    def __le__(self, other: object) -> bool:
        return self.number <= self._like(other)

    def _like(self, other: object) -> int:
        if not isinstance(other, Quantity):
            raise TypeError(f"a quantity of {self.unit} and {other!r} are never added or compared")
        if other.unit != self.unit:
            raise TypeError(f"{self.unit} and {other.unit} are different units and are never added")
        return other.number
