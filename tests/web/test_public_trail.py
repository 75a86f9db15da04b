"""What everybody may read of a trail: names only where they are nobody's own."""

from dataclasses import replace

import pytest

from tests.web import fy2562
from tidtam.people.actions import LOADER_NAME
from tidtam.reports.content import PlaceName, TrailEntry
from tidtam.web.trail.public import public

TAMBON = PlaceName("100101", "tambon", "ต.ในเมือง", "Nai Mueang")


def entry_of(line: str, **changes: object) -> TrailEntry:
    """The only entry of a trail as everybody may read it."""
    said = {"subject_name": "นางสมใจ ใจดี", "claim_text_th": "คงอยู่: นางสมใจ ใจดี: สร้างเสร็จ 1"}
    entry = replace(fy2562.entry(1), **{"to_place": fy2562.KHON_KAEN, **said, **changes})  # type: ignore[arg-type]
    return public(fy2562.trail(line, entries=[entry])).entries[0]


@pytest.mark.parametrize("line", ["2.3", "3.1"])
def test_people_and_households_have_no_name(line: str) -> None:
    entry = entry_of(line)
    assert (entry.subject_name, entry.claim_text_th, entry.claim_text_en) == ("", "", "")


def test_a_centre_of_a_province_has_its_name_and_one_below_it_has_none() -> None:
    assert entry_of("2.5", subject_name="ศูนย์ขอนแก่น").subject_name == "ศูนย์ขอนแก่น"
    assert entry_of("2.5", subject_name="ศูนย์ขอนแก่น", to_place=TAMBON).subject_name == ""
    assert entry_of("2.5", subject_name="ศูนย์", to_place=None, from_place=None).subject_name == ""


def test_stage_counts_without_a_name_are_shown() -> None:
    text = "คงอยู่: สร้างเสร็จ 2,068"
    assert entry_of("2.3", subject_name="", claim_text_th=text).claim_text_th == text


def test_who_loaded_a_paper_is_shown_but_no_person() -> None:
    assert entry_of("2.3", loader=LOADER_NAME).loader == LOADER_NAME
    assert entry_of("2.3", loader="นายสมชาย").loader == ""
