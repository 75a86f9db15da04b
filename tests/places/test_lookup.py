"""Names, addresses, codes and slips that people write: the place that is found, or the question asked."""

from datetime import date

import pytest

from tidtam.places.lookup import Found, How, Nothing, Several, find_place, problem_of
from tidtam.places.models import Kind, Place
from tidtam.problems import Where

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("thailand")]

FY2562 = date(2019, 3, 31)


def code_of(text: str) -> str:
    answer = find_place(text)
    assert isinstance(answer, Found), f"{text}: {answer}"
    return answer.place.code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TH", "TH"),
        ("ทั้งประเทศ", "TH"),
        ("Thailand", "TH"),
        ("40", "40"),
        ("๔๐", "40"),
        ("4005", "4005"),
        ("400115", "400115"),
        ("canal:lat-phrao", "canal:lat-phrao"),
        ("ขอนแก่น", "40"),
        (" ขอน แก่น ", "40"),
        ("ขอนเเก่น", "40"),
        ("จ.ขอนแก่น", "40"),
        ("จ. ขอนแก่น", "40"),
        ("จ ขอนแก่น", "40"),
        ("จังหวัดขอนแก่น", "40"),
        ("Khon Kaen", "40"),
        ("khonkaen", "40"),
        ("Khon Kaen Province", "40"),
        ("Changwat Khon Kaen", "40"),
        ("กรุงเทพมหานคร", "10"),
        ("กรุงเทพฯ", "10"),
        ("กทม.", "10"),
        ("กทม", "10"),
        ("Bangkok", "10"),
        ("โคราช", "30"),
        ("จ.โคราช", "30"),
        ("อยุธยา", "14"),
        ("พระนครศรีอยุธยา", "14"),
        ("แปดริ้ว", "24"),
        ("เมืองคอน", "80"),
        ("อุบลฯ", "34"),
        ("Lopburi", "16"),
        ("ภาคเหนือ", "codi:north"),
        ("ภาคอีสาน", "codi:northeast"),
        ("อีสาน", "codi:northeast"),
        ("กทม.ปริมณฑล และตะวันออก", "codi:bangkok-east"),
        ("คลองลาดพร้าว", "canal:lat-phrao"),
        ("คลองเปรมฯ", "canal:prem-prachakon"),
        ("ชุมชนร่วมใจรักคลองเปรมฯ เขตดอนเมือง", "community:ruam-chai-rak-khlong-prem"),
        ("ประชาร่วมใจ ๒", "community:pracha-ruam-chai-2"),
    ],
)
def test_names_that_mean_one_place(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("อ.เมือง จ.ขอนแก่น", "4001"),
        ("อ เมือง จ ขอนแก่น", "4001"),
        ("เมืองขอนแก่น", "4001"),
        ("Mueang, Khon Kaen", "4001"),
        ("อำเภอชุมแพ", "4005"),
        ("Chum Phae District", "4005"),
        ("Amphoe Chum Phae, Khon Kaen", "4005"),
        ("เขตดุสิต", "1002"),
        ("เขต ดุสิต กทม.", "1002"),
        ("ตำบลบางกะปิ", "101702"),
        ("แขวงบางกะปิ เขตห้วยขวาง กรุงเทพฯ", "101702"),
        ("ต.บ้านเป็ด อ.เมือง จ.ขอนแก่น", "400115"),
        ("จ.ขอนแก่น อ.เมือง ต.บ้านเป็ด", "400115"),
        ("ตำบลบ้านเป็ดอำเภอเมืองขอนแก่นจังหวัดขอนแก่น", "400115"),
        ("ต.บ้านเป็ดอ.เมืองจ.ขอนแก่น", "400115"),
        ("บ้านเป็ด ขอนแก่น", "400115"),
        ("Ban Pet, Khon Kaen", "400115"),
        ("ต.ในเมือง, อ.เมือง, จ.ขอนแก่น", "400101"),
        ("อบต.บ้านเป็ด", "400115"),
        ("เทศบาลตำบลหลักหก อำเภอเมือง จังหวัดปทุมธานี", "130114"),
        ("จ.ป.ร.", "850406"),
        ("สนามชัยเขต", "2408"),
        ("ต.คลองนครเนื่องเขต จ.ฉะเชิงเทรา", "240110"),
        ("ต.ขอนแก่น", "450104"),
    ],
)
def test_addresses(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("บางกะปิ", {"1006", "101702"}),
        ("ลาดพร้าว", {"1038", "103801"}),
        ("ดุสิต กทม.", {"1002", "100201"}),
        ("สุไหงโกลก", {"9610", "961001"}),
        ("เทศบาลนครขอนแก่น", {"4001", "450104"}),
        ("เทศบาลเมืองหัวหิน", {"7707", "770701", "460805"}),
    ],
)
def test_it_asks_when_several_fit(text: str, codes: set[str]) -> None:
    answer = find_place(text)
    assert isinstance(answer, Several)
    assert {place.code for place in answer.places} == codes


def test_the_capital_district_needs_its_province() -> None:
    answer = find_place("อ.เมือง")
    assert isinstance(answer, Several)
    assert len(answer.places) == 76


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("นครราชศรีมา", "30"),
        ("ขอนแก่ณ", "40"),
        ("เชียงใหม", "50"),
        ("สุราษฏร์ธานี", "84"),
        ("หนองบัวลำพู", "39"),
        ("Bungkan", "38"),
        ("อ.ชุมแพร จ.ขอนแก่น", "4005"),
        ("ต.บ้านเป็ต อ.เมือง จ.ขอนแก่น", "400115"),
    ],
)
def test_slips_where_one_place_is_meant_beyond_doubt(text: str, code: str) -> None:
    answer = find_place(text)
    assert isinstance(answer, Found), answer
    assert (answer.place.code, answer.how) == (code, How.SLIP)
    problem = problem_of(text, answer)
    assert problem is not None
    assert problem.severity == "warning"


def test_it_does_not_choose_between_two_near_names() -> None:
    answer = find_place("ชุมแพร")
    assert isinstance(answer, Nothing)
    assert {"86", "4005"} <= {place.code for place in answer.nearest}


def test_a_slip_in_the_name_of_a_tambon_alone_is_not_overlooked() -> None:
    answer = find_place("ต.บ้านเป็ต")
    assert isinstance(answer, Nothing)
    assert "400115" in {place.code for place in answer.nearest}


def test_another_kind_of_the_same_name_is_suggested_first() -> None:
    answer = find_place("จ.บางกะปิ")
    assert isinstance(answer, Nothing)
    assert [place.code for place in answer.nearest[:2]] == ["1006", "101702"]


@pytest.mark.parametrize("text", ["", "   ", "xyz", "ดาวอังคาร", "()", "จ.", "99", "'; DROP TABLE", "ๆๆๆ"])
def test_what_is_no_place(text: str) -> None:
    assert find_place(text) == Nothing()


def test_kind_and_within_narrow() -> None:
    roi_et = Place.objects.get(code="45")
    for answer in (find_place("ขอนแก่น", kind=Kind.TAMBON), find_place("ขอนแก่น", within=roi_et)):
        assert isinstance(answer, Found)
        assert answer.place.code == "450104"
    assert isinstance(find_place("ขอนแก่น", kind=Kind.CANAL), Nothing)
    assert isinstance(find_place("40", within=roi_et), Nothing)


def test_within_a_region() -> None:
    northeast = Place.objects.get(code="codi:northeast")
    answer = find_place("ตำบลสระแก้ว", within=northeast)
    assert isinstance(answer, Several)
    assert {place.code[:2] for place in answer.places} == {"31", "40", "45"}


def test_an_abolished_place_is_told_with_its_successors() -> None:
    answer = find_place("แขวงบางนา เขตบางนา", on=date(2023, 1, 1))
    assert isinstance(answer, Nothing)
    assert [place.code for place in answer.abolished] == ["104701"]
    assert [place.code for place in answer.nearest] == ["104702", "104703"]


def test_a_place_is_found_on_the_days_on_which_it_was() -> None:
    answer = find_place("แขวงบางนา เขตบางนา", on=FY2562)
    assert isinstance(answer, Found)
    assert answer.place.code == "104701"
    assert isinstance(find_place("104701"), Found)
    assert isinstance(find_place("104701", on=date(2023, 1, 1)), Nothing)
    assert isinstance(find_place("อ.บึงกาฬ จ.หนองคาย", on=FY2562), Nothing)
    assert isinstance(find_place("อ.บึงกาฬ จ.หนองคาย", on=date(2010, 1, 1)), Found)


def test_every_full_address_finds_its_tambon() -> None:
    tambons = Place.objects.filter(kind=Kind.TAMBON, valid_to=None).select_related("home__home__home")
    for tambon in tambons.order_by("code")[::23]:
        answer = find_place(tambon.address_th)
        assert isinstance(answer, Found), (tambon.address_th, answer)
        assert answer.place == tambon


def test_problems_say_what_to_do_in_both_languages() -> None:
    where = Where(sheet="ผล", row=7, column="สถานที่")
    told = problem_of("บางกะปิ", find_place("บางกะปิ"), where)
    assert told is not None
    assert told.code == "place.several"
    assert "แผ่น ผล แถว 7" in told.text("th")
    assert "เขตบางกะปิ กรุงเทพมหานคร (1006)" in told.text("th")
    assert "Bang Kapi Subdistrict, Huai Khwang District, Bangkok (101702)" in told.text("en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "place.no-name"),
        ("xyz", "place.unknown"),
        ("ชุมแพร", "place.unknown-near"),
        ("แขวงบางนา เขตบางนา", "place.abolished"),
    ],
)
def test_each_answer_has_its_problem(text: str, code: str) -> None:
    told = problem_of(text, find_place(text))
    assert told is not None
    assert told.code == code
    assert told.text("en")


def test_a_place_that_is_found_is_no_problem() -> None:
    assert problem_of("ขอนแก่น", find_place("ขอนแก่น")) is None
