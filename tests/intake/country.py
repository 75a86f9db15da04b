"""A small Thailand for tests: the places that CODI's definitions name, a few more, and the definitions."""

from datetime import date
from pathlib import Path

from tidtam.people.actions import loader_account
from tidtam.places import rules
from tidtam.places.models import Alias, Place, Tree, TreeClosure, TreeEdge
from tidtam.programmes.actions import load_definitions

CODI = Path(__file__).parents[2] / "definitions" / "codi"

# code: kind, Thai name, home
PLACES = {
    "TH": ("nation", "ประเทศไทย", None),
    "codi:north": ("region", "ภาคเหนือ", "TH"),
    "codi:northeast": ("region", "ภาคตะวันออกเฉียงเหนือ", "TH"),
    "codi:south": ("region", "ภาคใต้", "TH"),
    "codi:central-west": ("region", "ภาคกลางและตะวันตก", "TH"),
    "codi:bangkok-east": ("region", "ภาคกรุงเทพฯ ปริมณฑลและตะวันออก", "TH"),
    "10": ("province", "กรุงเทพมหานคร", "TH"),
    "13": ("province", "ปทุมธานี", "TH"),
    "40": ("province", "ขอนแก่น", "TH"),
    "50": ("province", "เชียงใหม่", "TH"),
    "canal:lat-phrao": ("canal", "คลองลาดพร้าว", "10"),
    "canal:prem-prachakon": ("canal", "คลองเปรมประชากร", "TH"),
    "4001": ("district", "เมืองขอนแก่น", "40"),
    "4009": ("district", "บ้านไผ่", "40"),
    "5001": ("district", "เมืองเชียงใหม่", "50"),
    "400105": ("tambon", "บ้านเป็ด", "4001"),
    "400901": ("tambon", "บ้านไผ่", "4009"),
    "500101": ("tambon", "ศรีภูมิ", "5001"),
    "500102": ("tambon", "พระสิงห์", "5001"),
    "400106": ("tambon", "บ้านทุ่ม", "4001"),
    "400902": ("tambon", "บ้านทุ่ม", "4009"),
}
TREES = {
    "admin": {code: home for code, (kind, _, home) in PLACES.items() if home and kind != "region"},
    "codi": {
        **{code: "TH" for code in PLACES if code.startswith("codi:")},
        "10": "codi:bangkok-east",
        "13": "codi:bangkok-east",
        "40": "codi:northeast",
        "50": "codi:north",
        **{code: home for code, (kind, _, home) in PLACES.items() if home and kind in ("district", "tambon")},
    },
    "canal": {code: "TH" for code in PLACES if code.startswith("canal:")},
}


def make_country() -> None:
    """The places, trees and definitions in the database."""
    ids: dict[str, int] = {}
    for code, (kind, name, home) in PLACES.items():
        place = Place.objects.create(
            code=code, kind=kind, name_th=name, name_en=code, home_id=ids[home] if home else None
        )
        ids[code] = place.pk
    Alias.objects.create(place_id=ids["10"], text="กทม.")
    for code, edges in TREES.items():
        _plant(code, {ids[child]: ids[parent] for child, parent in edges.items()}, ids["TH"])
    load_definitions(actor=loader_account(), folder=CODI, position=0)


def _plant(code: str, edges: dict[int, int], root: int) -> None:
    tree = Tree.objects.create(code=code, name_th=code, name_en=code, root_id=root)
    TreeEdge.objects.bulk_create(
        TreeEdge(tree=tree, parent_id=parent, child_id=child) for child, parent in edges.items()
    )
    drawn = [rules.Edge(parent, child, rules.ALWAYS) for child, parent in edges.items()]
    TreeClosure.objects.bulk_create(
        TreeClosure(
            tree=tree,
            ancestor_id=nested.ancestor,
            descendant_id=nested.descendant,
            depth=nested.depth,
            valid_from=date.min,
            valid_to=date.max,
        )
        for nested in rules.nesting(drawn, root)
    )
