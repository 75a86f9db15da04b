"""The text that the ministry published on 23 April 2562 and our report say the same numbers."""

import re

import pytest

from tests.published import REPORT_TEXT
from tests.stories.asking import MARCH_2562, ask, line_of, stages_of

PAIR = re.compile(r"เป้าหมาย\s*([0-9,]+)\s*\S+\s*(?:ขณะนี้)?ดำเนินการ(?:ไป)?แล้ว\s*([0-9,]+)")
STAGES = re.compile(
    r"สร้างเสร็จแล้ว\s*([0-9,]+).{0,40}?ก่อสร้าง\s*([0-9,]+).{0,40}?พร้อมก่อสร้าง\s*([0-9,]+)", re.DOTALL
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("results"), pytest.mark.published_text]


@pytest.fixture(scope="module")
def seed() -> str:
    """The text as it was published."""
    return REPORT_TEXT.read_text(encoding="utf-8")


def numbers(found: tuple[str, ...]) -> list[int]:
    return [int(text.replace(",", "")) for text in found]


def test_target_and_result_of_every_line_that_has_a_number(seed: str) -> None:
    lines = [line for line in ask(MARCH_2562)["lines"] if line["result"] is not None]
    said = [numbers(pair) for pair in PAIR.findall(seed)]
    assert said == [[line["target"], line["result"]] for line in lines]
    assert len(said) == 14


def test_the_stages_of_the_canal(seed: str) -> None:
    (said,) = STAGES.findall(seed)
    assert numbers(said) == list(stages_of(line_of(ask(MARCH_2562), "2.3")).values())


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("lat-phrao.communities", "{result} ชุมชน"),
        ("lat-phrao.projects", "{result} โครงการ"),
        ("green-areas", "{result} พื้นที่"),
        ("south.economy", "{result} ตำบล"),
        ("south.tourism", "ท่องเที่ยวโดยชุมชน {result} ตำบล"),
        ("south.organic", "เกษตรอินทรีย์ {result} ตำบล"),
        ("south.processing", "ตลาดยางพารา {result} ตำบล"),
        ("prem", "{target:,} ครัวเรือน"),
    ],
)
def test_items_beside_the_lines(seed: str, item: str, said: str) -> None:
    assert said.format(**line_of(ask(MARCH_2562), item)) in " ".join(seed.split())
