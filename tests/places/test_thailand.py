"""All of Thailand as loaded: how many places, in which trees, under what, on which day."""

from datetime import date

import geothai
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tidtam.places import check, queries
from tidtam.places.models import Kind, Place, Tree, TreeClosure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("thailand")]

FY2562 = date(2019, 3, 31)
REGIONS = {
    "codi:north": 17,
    "codi:northeast": 20,
    "codi:south": 14,
    "codi:central-west": 13,
    "codi:bangkok-east": 13,
}


def codes(places: object) -> list[str]:
    return [place.code for place in places]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("kind", "number"), [(Kind.PROVINCE, 77), (Kind.DISTRICT, 928), (Kind.TAMBON, 7436)])
def test_the_official_numbers_of_places(kind: Kind, number: int) -> None:
    current = Place.objects.filter(kind=kind, valid_to=None)
    assert current.count() == number
    assert not current.filter(name_th="").exists()
    assert not current.filter(name_en="").exists()


def test_abolished_areas_are_kept_with_their_end_and_successors() -> None:
    assert Place.objects.exclude(valid_to=None).count() == 1583
    old = queries.place("104701")
    assert old.valid_to == date(2022, 4, 22)
    followed = old.successions.select_related("successor").order_by("successor__code")
    assert [(s.successor.code, s.basis) for s in followed] == [("104702", "notice"), ("104703", "notice")]
    assert Place.objects.get(code="104702").valid_from == date(2017, 7, 26)


def test_provinces_are_named_without_a_title() -> None:
    assert [queries.place(code).name_th for code in ("10", "40")] == ["กรุงเทพมหานคร", "ขอนแก่น"]


@pytest.mark.parametrize(
    ("code", "address"),
    [
        ("10", "กรุงเทพมหานคร"),
        ("40", "จ.ขอนแก่น"),
        ("1002", "เขตดุสิต กรุงเทพมหานคร"),
        ("400115", "ต.บ้านเป็ด อ.เมืองขอนแก่น จ.ขอนแก่น"),
        ("codi:south", "ภาคใต้"),
    ],
)
def test_addresses(code: str, address: str) -> None:
    assert queries.place(code).address_th == address


@pytest.mark.parametrize(("region", "number"), REGIONS.items())
def test_provinces_of_each_region(region: str, number: int) -> None:
    provinces = queries.descendants_of_kind("codi", queries.place(region), Kind.PROVINCE, FY2562)
    assert provinces.count() == number


def test_every_place_of_the_register_is_in_the_regions_once() -> None:
    """Counted apart from the closure: 7,436 tambons and those that ended later lie in one region each."""
    homes = queries.homes_at("codi", Kind.REGION, FY2562).filter(descendant__kind=Kind.TAMBON)
    assert homes.count() == queries.of_kind(Kind.TAMBON, FY2562).count()
    assert homes.values("descendant").distinct().count() == homes.count()


def test_uncertain_edges_are_marked_with_a_note() -> None:
    edges = queries.uncertain_edges("codi", FY2562)
    assert [edge.child.code for edge in edges] == ["73", "74"]
    assert all(edge.note_th for edge in edges)


def test_the_regions_are_not_told_for_years_without_a_source() -> None:
    assert queries.path(queries.place("40"), "codi", date(2018, 9, 30)) == []
    assert codes(queries.path(queries.place("40"), "codi", date(2018, 10, 1))) == [
        "TH",
        "codi:northeast",
        "40",
    ]


def test_paths_in_each_tree() -> None:
    tambon = queries.place("400115")
    assert codes(queries.path(tambon)) == ["TH", "40", "4001", "400115"]
    assert codes(queries.path(tambon, "codi", FY2562)) == ["TH", "codi:northeast", "40", "4001", "400115"]
    assert queries.path(tambon, "canal") == []


def test_the_home_of_a_canal_is_the_lowest_area_that_holds_all_of_it() -> None:
    homes = [queries.place(code).home for code in ("canal:lat-phrao", "canal:prem-prachakon")]
    assert [home.code for home in homes if home] == ["10", "TH"]
    assert queries.home_at(
        queries.place("canal:prem-prachakon"), "codi", Kind.REGION, FY2562
    ) == queries.place("codi:bangkok-east")


def test_communities_are_under_their_canal_and_under_their_district() -> None:
    community = queries.place("community:ruam-chai-rak-khlong-prem")
    canal = ["TH", "canal:prem-prachakon", "canal:prem-prachakon:don-mueang", community.code]
    assert codes(queries.path(community, "canal", FY2562)) == canal
    assert codes(queries.path(community, on=FY2562)) == ["TH", "10", "1036", community.code]


def test_children() -> None:
    assert codes(queries.children(queries.nation(), "codi", FY2562)) == sorted(REGIONS)
    assert len(queries.children(queries.place("codi:south"), "codi", FY2562)) == 14
    tambons = [tambon.code for tambon in geothai.subdistricts("1002")]
    assert codes(queries.children(queries.place("1002"))) == tambons


def test_what_lies_within_includes_the_place_itself() -> None:
    khon_kaen = queries.place("40")
    inside = queries.within("admin", khon_kaen.pk).values_list("descendant__code", flat=True)
    assert {"40", "4001", "400115"} <= set(inside)
    assert all(code.startswith("40") for code in inside)


def test_ancestors_by_tree() -> None:
    ids = {code: queries.place(code).pk for code in ("TH", "10", "canal:lat-phrao", "codi:bangkok-east")}
    assert queries.ancestors(ids["canal:lat-phrao"], FY2562) == {
        "admin": {ids["TH"], ids["10"], ids["canal:lat-phrao"]},
        "canal": {ids["TH"], ids["canal:lat-phrao"]},
        "codi": {ids["TH"], ids["codi:bangkok-east"], ids["10"], ids["canal:lat-phrao"]},
    }


def test_not_placed() -> None:
    left_out = queries.not_placed("codi", FY2562)
    assert list(left_out) == []
    not_on_a_canal = queries.not_placed("canal", FY2562)
    assert not_on_a_canal.filter(kind=Kind.TAMBON).count() == queries.of_kind(Kind.TAMBON, FY2562).count()


def test_the_nesting_is_what_the_edges_say() -> None:
    assert list(check.faults()) == []


def test_a_nesting_that_is_not_what_the_edges_say_is_noticed() -> None:
    TreeClosure.objects.filter(tree="canal", depth=1).delete()
    assert not queries.is_in_step(Tree.objects.get(code="canal"))
    TreeClosure.objects.exclude(tree="canal").delete()
    assert {fault.code for fault in check.faults()} == {"tree.out-of-step"}


def test_everything_under_a_region_by_province_is_one_query() -> None:
    region = queries.place("codi:south")
    with CaptureQueriesContext(connection) as asked:
        list(queries.descendants_of_kind("codi", region, Kind.PROVINCE, FY2562))
    assert len(asked) == 1


def test_all_trees_start_at_the_nation() -> None:
    assert {tree.root.code for tree in Tree.objects.select_related("root")} == {"TH"}
