"""Made-up households: seeded, with names that sound Thai and duplicates of each kind that are known.

All citizen IDs begin with 9, a first digit that no Thai citizen has: `practice` tells them by it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tidtam.housing.alike.citizen_id import check_digit

GIVEN = tuple(
    "สมชาย สมศรี สมหมาย บุญมี บุญศรี ประเสริฐ วิชัย มาลี อำนวย สุดา กมล ปราณี ธงชัย รัตนา สุพจน์"  # noqa: SIM905
    " วันเพ็ญ ชูชาติ ลัดดา นิพนธ์ อรุณ ทองดี คำปัน แสงดาว จันทร์เพ็ญ ไพโรจน์ สายฝน ณรงค์ พิมพ์ใจ".split()
)
FIRST = ("ทอง", "แก้ว", "บุญ", "ศรี", "แสง", "จันทร์", "ชัย", "พรหม", "วงศ์", "สุข", "คำ", "อินทร์", "เพชร")
LAST = ("ใจดี", "มณี", "สกุล", "รักษ์", "เจริญ", "วัฒนา", "ทวี", "สว่าง", "พงษ์", "ชัย", "งาม", "เกษม")
TITLES = ("นาย", "นาง", "นางสาว", "น.ส.", "")


@dataclass(frozen=True)
class MadeUp:
    """A household as somebody would type it; `twin_of` is the number of the one that it repeats, and how."""

    number: int
    name: str
    citizen_id: str
    house: str
    twin_of: int | None = None
    how: str = ""


def made_up(number: int, *, seed: int = 2562, twins: float = 0.0, first: int = 0) -> list[MadeUp]:
    """So many households, of which a share of `twins` repeat an earlier one; the same seed gives the same."""
    chance = random.Random(seed)  # noqa: S311 - the same seed gives the same
    found: list[MadeUp] = []
    for at in range(first, first + number):
        if found and chance.random() < twins:
            found.append(_twin(at, chance.choice(found), chance))
        else:
            found.append(_fresh(at, seed, chance))
    return found


def _fresh(at: int, seed: int, chance: random.Random) -> MadeUp:
    given = chance.choice(GIVEN)
    surname = chance.choice(FIRST) + chance.choice(LAST) + chance.choice(("", *FIRST))
    digits = f"9{seed % 1000:03}{at:08}"
    house = f"{chance.randint(1, 999)}/{chance.randint(1, 99)} หมู่ {chance.randint(1, 15)}"
    return MadeUp(
        at, f"{chance.choice(TITLES)} {given} {surname}".strip(), digits + check_digit(digits), house
    )


def _twin(at: int, one: MadeUp, chance: random.Random) -> MadeUp:
    ways = list(_ways(one, chance))
    how, twin = chance.choice(ways)
    return replace(twin, number=at, twin_of=one.number, how=how)


def _ways(one: MadeUp, chance: random.Random) -> Iterator[tuple[str, MadeUp]]:
    yield "same ID", replace(one, name=f"นาง {chance.choice(GIVEN)} เปลี่ยนชื่อ", house="1")
    yield (
        "other title, Thai digits",
        replace(one, name=f"คุณ{one.name}"[3:], house=_thai(one.house), citizen_id=""),
    )
    slip = one.name[:-1] + ("ๆ" if one.name[-1] != "ๆ" else "ย")
    yield "slip in the name", replace(one, name=slip, citizen_id="")


def _thai(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
