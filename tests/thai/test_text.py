"""Characters are repaired, names are put in dictionary order, and no word is cut in two."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import collate

from tidtam.thai.clean import normalise
from tidtam.thai.sorting import sort_key
from tidtam.thai.words import WORD_JOINT, breakable, pieces, words

THAI = "".join(map(chr, range(0x0E01, 0x0E3B))) + "".join(map(chr, range(0x0E40, 0x0E4F)))
TEXTS = st.text(THAI + "๑๒12 ,.()%–“”\n\r\u2028\u00a0\u200b\ufeff\uf70aabc", max_size=40)
CANNOT_BEGIN = "ะัาำิีึืฺุู็่้๊๋์ํๅๆฯ,.)%”"


@pytest.fixture(scope="module", autouse=True)
def dictionary() -> None:
    """Loads it once, before Hypothesis looks at the clock."""
    words("ตำบล")


@pytest.mark.parametrize(
    ("wild", "clean"),
    [
        ("\ufeffตำบล\u200b\u00a0 ก", "ตำบล ก"),
        ("ต\u0e4dาบล", "ตำบล"),
        ("น\u0e4d\u0e49า", "น้ำ"),
        ("น\u0e49\u0e4dา", "น้ำ"),
        ("จ้านวน ด้าเนินการ ส้าหรับ ต้าบล", "จำนวน ดำเนินการ สำหรับ ตำบล"),
        ("ข้าว ด้าน น้า", "ข้าว ด้าน น้า"),
        ("เเห่ง", "แห่ง"),
        ("ท\uf70aี\uf70bป\uf710", "ท่ี้ปั"),
        ("หนึ่ง \r\n สอง", "หนึ่ง\nสอง"),
        ("๓,๐๘๔  หลัง", "๓,๐๘๔ หลัง"),
    ],
)
def test_characters_are_repaired_and_words_stay(wild: str, clean: str) -> None:
    assert normalise(wild) == clean


@given(TEXTS)
def test_clean_text_stays_clean(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_dictionary_order_of_provinces() -> None:
    provinces = [
        "เชียงใหม่",
        "กระบี่",
        "แพร่",
        "กรุงเทพมหานคร",
        "ขอนแก่น",
        "ชลบุรี",
        "เลย",
        "พะเยา",
        "ปทุมธานี",
        "เชียงราย",
    ]
    ordered = sorted(provinces, key=sort_key)
    assert ordered == collate(provinces)
    assert " ".join(ordered) == ("กระบี่ กรุงเทพมหานคร ขอนแก่น ชลบุรี เชียงราย เชียงใหม่ ปทุมธานี พะเยา แพร่ เลย")


def test_tone_marks_decide_last_wherever_they_stand() -> None:
    assert sorted(["กาก", "ก่า", "กา", "ก้า", "ก่าก"], key=sort_key) == ["กา", "ก่า", "ก้า", "กาก", "ก่าก"]


def test_numbers_in_names_sort_by_size_and_signs_do_not_count() -> None:
    names = ["คลองเปล 12", "คลองเปล ๔", "คลองเปล 4/1", "ภาคกรุงเทพฯ", "ภาค กรุงเกษม"]
    assert sorted(names, key=sort_key) == [
        "คลองเปล ๔",
        "คลองเปล 4/1",
        "คลองเปล 12",
        "ภาค กรุงเกษม",
        "ภาคกรุงเทพฯ",
    ]


@given(TEXTS)
def test_words_joined_are_the_text_again(text: str) -> None:
    assert "".join(words(text)) == text
    assert "".join(pieces(text)) == text


@given(TEXTS)
def test_no_piece_begins_with_what_cannot_begin_a_line(text: str) -> None:
    found = pieces(text)
    for before, piece in pairwise(found):
        assert before.isspace() or piece[0] not in CANNOT_BEGIN


@given(TEXTS)
def test_only_joints_and_holding_spaces_are_put_in(text: str) -> None:
    plain = str.maketrans("\u00a0", " ", WORD_JOINT)
    assert breakable(text).translate(plain) == text.translate(plain)


@pytest.mark.parametrize("word", ["จัดตั้ง", "ครั้ง", "มั่นคง", "ดำเนินงาน", "สถาบันฯ", "มี.ค.", "พอช.", "ต่าง ๆ"])
def test_a_word_of_the_report_stays_in_one_piece(word: str) -> None:
    assert any(word in piece for piece in pieces(f"การ{word} และ {word}การ {word}"))


def test_signs_stay_with_their_words() -> None:
    assert pieces("(พม.) “บ้าน” 109.1%") == ["(พม.)", " ", "“บ้าน”", " ", "109.1%"]


def test_names_that_the_caller_knows_are_kept_whole() -> None:
    assert "เปรมประชากร" in pieces("คลองเปรมประชากร", names=["เปรมประชากร"])


def test_dates_and_numbers_do_not_load_the_dictionary() -> None:
    code = "import sys; from tidtam.thai import dates, numbers, sorting; print('pythainlp' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_the_library_makes_no_folder_at_home() -> None:
    from pythainlp.tools.path import is_read_only_mode

    assert is_read_only_mode()
