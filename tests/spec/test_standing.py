"""How the book answers, as tables to check by eye: a canal, an annual line, a milestone, corrections."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.sayings import CANAL, FOUNDING, Said, pathway
from tests.spec.standing import Told, canal, day, rows, tambon

# 1. The Lat Phrao canal. What the papers said: households at or beyond each stage; "+" means "or more".

LAT_PHRAO = """
ณ วันที่ (as at)       | เผยแพร่ (published) | พร้อม (ready) | ก่อสร้าง (building) | เสร็จ (completed)
---------------------+--------------------+--------------+-------------------+-----------------
22 มิ.ย. 2560         | 22 มิ.ย. 2560       |              |                   | 763+
พฤศจิกายน 2560        | 1 ธ.ค. 2560         |              |                   | 915
พฤษภาคม 2561          | 14 มิ.ย. 2561       | 2635         |                   |
31 มี.ค. 2562         | 23 เม.ย. 2562       | 3084         | 2722              | 2068
19 ก.ย. 2562          | 20 ก.ย. 2562        | 3271         | 2873              | 2184
ธันวาคม 2562          | 10 ม.ค. 2563        | 3308         | 2981              | 2618
"""

LAT_PHRAO_ANSWERS = """
ณ วันที่ (as at)       | รู้เมื่อ (known at)    | พร้อมขึ้นไป     | ก่อสร้างขึ้นไป        | เสร็จ
---------------------+--------------------+--------------+-------------------+-----------------
21 มิ.ย. 2560         |                    | 0            | 0                 | 0
22 มิ.ย. 2560         |                    | 763          | 763               | 763
30 พ.ย. 2560          |                    | 915          | 915               | 915
31 พ.ค. 2561          |                    | 2635         | 915 to 2635       | 915 to 2635
31 พ.ค. 2561          | 13 มิ.ย. 2561       | 915          | 915               | 915
31 มี.ค. 2562         |                    | 3084         | 2722              | 2068
31 มี.ค. 2562         | 22 เม.ย. 2562       | 2635         | 915 to 2635       | 915 to 2635
18 ก.ย. 2562          |                    | 3084         | 2722              | 2068
19 ก.ย. 2562          |                    | 3271         | 2873              | 2184
31 ธ.ค. 2562          |                    | 3308         | 2981              | 2618
31 ธ.ค. 2562          | 9 ม.ค. 2563         | 3271         | 2873              | 2184
"""

STAGES = ("ready", "building", "completed")


def lat_phrao() -> Told:
    told = Told(CANAL)
    for number, (on, published, *counts) in enumerate(rows(LAT_PHRAO)):
        told.said.append(canal(f"paper {number}", on, published, list(zip(STAGES, counts, strict=True))))
    return told


@pytest.mark.parametrize(("on", "known_at", "ready", "building", "completed"), rows(LAT_PHRAO_ANSWERS))
def test_the_canal(on: str, known_at: str, ready: str, building: str, completed: str) -> None:
    known = day(known_at) if known_at else None
    found = [lat_phrao().standing(stage, day(on), known) for stage in STAGES]
    assert found == [ready, building, completed]


# 2. An annual line: tambons founded. A lot of 172 "we were not told which", others named before and after.

TAMBONS = """
ใคร (who)      | ที่ (place) | จำนวน | วันที่ (day)     | เผยแพร่ (published) | มาจาก (out of)
---------------+-----------+-------+----------------+--------------------+---------------
not told       | nation    | 172   | 31 มี.ค. 2562   | 23 เม.ย. 2562       | new
s1             | pai       | 1     | 15 ก.พ. 2562    | 2 พ.ค. 2562         | the lot
s2             | mae       | 1     | 10 เม.ย. 2562   | 2 พ.ค. 2562         | the lot
not told       | south     | 30    | 31 มี.ค. 2562   | 9 พ.ค. 2562         | the lot
s3             | pai       | 1     | 20 เม.ย. 2562   | 25 เม.ย. 2562       | new
"""

TAMBON_ANSWERS = """
ตั้งแต่ (from)   | ถึง (to)         | ประเทศ (nation) | north | south | pai
----------------+----------------+----------------+-------+-------+----
1 ต.ค. 2561      | 14 ก.พ. 2562    | 0              | 0     | 0     | 0
1 ต.ค. 2561      | 15 ก.พ. 2562    | 1              | 1     | 0     | 1
1 ต.ค. 2561      | 31 มี.ค. 2562   | 172            | 1     | 30    | 1
1 ต.ค. 2561      | 30 เม.ย. 2562   | 173            | 3     | 30    | 2
1 เม.ย. 2562     | 30 เม.ย. 2562   | 1              | 2     | 0     | 1
"""


@pytest.mark.parametrize(("start", "end", "nation", "north", "south", "pai"), rows(TAMBON_ANSWERS))
def test_an_annual_line(start: str, end: str, nation: str, north: str, south: str, pai: str) -> None:
    told = Told(FOUNDING, [tambon(f"row {n}", row) for n, row in enumerate(rows(TAMBONS))])
    places = ("nation", "north", "south", "pai")
    assert [told.crossed("done", day(start), day(end), place) for place in places] == [
        nation, north, south, pai,
    ]  # fmt: skip


# 3. A milestone is answered in stages: two centres, each named; the second one moves to another place.

CENTRES = pathway("centre", "centre", ("design", "construction", "opened"), ("cancelled",))

CENTRE_STEPS = """
ศูนย์ (centre) | ที่ (place) | ขั้น (stage)     | วันที่ (day)
--------------+-----------+----------------+----------------
s1            | north     | design         | 15 ธ.ค. 2561
s1            | north     | construction   | 31 มี.ค. 2562
s2            | south     | design         | 31 ม.ค. 2562
s2            | mae       | design         | 20 มี.ค. 2562
s2            | mae       | opened         | 30 ก.ย. 2562
"""

CENTRE_ANSWERS = """
ณ วันที่ (as at) | ออกแบบขึ้นไป (design) | ก่อสร้างขึ้นไป | เปิดแล้ว (opened) | ในภาคใต้ (design, south)
----------------+----------------------+-------------+----------------+------------------------
14 ธ.ค. 2561     | 0                    | 0           | 0              | 0
31 ม.ค. 2562     | 2                    | 0           | 0              | 1
31 มี.ค. 2562    | 2                    | 1           | 0              | 0
30 ก.ย. 2562     | 2                    | 2           | 1              | 0
"""


@pytest.mark.parametrize(("on", "design", "construction", "opened", "south"), rows(CENTRE_ANSWERS))
def test_a_milestone(on: str, design: str, construction: str, opened: str, south: str) -> None:
    told = Told(CENTRES)
    for number, (centre, place, stage, written) in enumerate(rows(CENTRE_STEPS)):
        told.said.append(Said(f"{number}", place, day(written), day(written), stage=stage, subject=centre))
    found = [told.standing(stage, day(on)) for stage in ("design", "construction", "opened")]
    assert [*found, told.standing("design", day(on), place="south")] == [design, construction, opened, south]


# 4. Corrections. The paper of March is taken back on 2 May and brought back on 9 May.

CORRECTED = """
ณ วันที่ (as at)   | รู้เมื่อ (known at) | พร้อมขึ้นไป (ready)
-----------------+------------------+-------------------
31 มี.ค. 2562     | 22 เม.ย. 2562     | 2635
31 มี.ค. 2562     | 1 พ.ค. 2562       | 3084
31 มี.ค. 2562     | 2 พ.ค. 2562       | 2635
31 มี.ค. 2562     | 8 พ.ค. 2562       | 2635
31 มี.ค. 2562     | 9 พ.ค. 2562       | 3084
19 ก.ย. 2562      | 8 พ.ค. 2562       | 2635
19 ก.ย. 2562      |                  | 3271
"""


@pytest.mark.parametrize(("on", "known_at", "ready"), rows(CORRECTED))
def test_a_correction_and_its_own_correction(on: str, known_at: str, ready: str) -> None:
    told = lat_phrao()
    told.taken_back["paper 3"] = (date(2019, 5, 2), date(2019, 5, 9))
    assert told.standing("ready", day(on), day(known_at) if known_at else None) == ready
