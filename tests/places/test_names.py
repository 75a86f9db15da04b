"""How written names are taken apart, and how near two spellings are."""

import pytest

from tidtam.places.models import Kind
from tidtam.places.names import Part, key, readings, variants
from tidtam.places.nearness import Spellings, slips, slips_allowed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กรุงเทพฯ", "กรุง เทพ"),
        ("แม่ฮ่องสอน", "เเม่ฮ่องสอน"),
        ("ประชาร่วมใจ ๑", "ประชาร่วมใจ 1"),
        ("Phra Nakhon Si Ayutthaya", "phranakhon-si ayutthaya"),
        ("น้ำพอง", "น้ํา\u200bพอง"),
    ],
)
def test_spellings_that_compare_as_the_same(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_marks_above_and_below_are_kept() -> None:
    assert len({key(name) for name in ("ปา", "ป่า", "ป้า", "ปู", "ปุ")}) == 5


def test_variants() -> None:
    assert variants("เขตดุสิต") == {"เขตดุสิต", "ดุสิต"}
    assert variants("ปอภาร (ปอพาน)") == {"ปอภารปอพาน", "ปอภาร", "ปอพาน"}
    assert variants("") == set()


def test_the_parts_of_an_address() -> None:
    parts = [
        Part("บ้านเป็ด", frozenset({Kind.TAMBON})),
        Part("เมือง", frozenset({Kind.DISTRICT})),
        Part("ขอนแก่น", frozenset({Kind.PROVINCE})),
    ]
    assert parts in readings("ต.บ้านเป็ด อ.เมือง จ.ขอนแก่น")
    assert parts in readings("ตำบลบ้านเป็ด อำเภอเมือง จังหวัดขอนแก่น")
    assert parts in readings("ตำบลบ้านเป็ดอำเภอเมืองจังหวัดขอนแก่น")


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [("", "", 0), ("กข", "", 2), ("ชัยภูม", "ชัยภูมิ", 1), ("ตาก", "ตกา", 1), ("เลย", "ตรัง", 4)],
)
def test_slips(one: str, other: str, number: int) -> None:
    assert slips(one, other) == slips(other, one) == number


def test_short_names_allow_no_slip() -> None:
    assert [slips_allowed(name) for name in ("เลย", "ขอนแก่น", "สุราษฎร์ธานี")] == [0, 1, 2]


def test_the_nearest_come_first() -> None:
    near = Spellings(["ชุมพร", "ชุมแพ", "เชียงใหม่"]).nearest("ชุมพรร")
    assert [found.name for found in near] == ["ชุมพร", "ชุมแพ"]
