"""A country of the real size for timings: 77 provinces, 7,255 tambons, 15 pathways."""

from __future__ import annotations

from datetime import date

from tidtam.people.models import User
from tidtam.places.models import Place, Tree, TreeClosure
from tidtam.programmes.models import Pathway

TAMBONS = 7_255
PROVINCES = 77
PATHWAYS = 15
LONG = (date(1, 1, 1), date(9999, 12, 31))
STAGES = ("started", "done")


def make() -> tuple[User, list[Place], list[Place]]:
    """The actor, the provinces and the tambons, in an empty database."""
    nation = Place.objects.create(code="bench:nation", kind="nation", name_th="nation")
    provinces = _places("province", PROVINCES)
    tambons = _places("tambon", TAMBONS)
    tree = Tree.objects.create(code="admin", name_th="admin", name_en="admin", root=nation)
    nested = [(place, place, 0) for place in (nation, *provinces, *tambons)]
    nested += [(nation, province, 1) for province in provinces]
    for number, tambon in enumerate(tambons):
        nested += [(nation, tambon, 2), (provinces[number % PROVINCES], tambon, 1)]
    rows = (
        TreeClosure(
            tree=tree, ancestor=above, descendant=below, depth=depth, valid_from=LONG[0], valid_to=LONG[1]
        )
        for above, below, depth in nested
    )
    TreeClosure.objects.bulk_create(rows, batch_size=2000)
    for number in range(PATHWAYS):
        stages = [{"code": code, "th": code, "en": code} for code in STAGES]
        Pathway.objects.create(
            code=code_of(number), unit="tambon", name_th="-", name_en="-", stages=stages, exits=[],
            position=0, edition=1,
        )  # fmt: skip
    return User.objects.create(username="bench", display_name="bench"), provinces, tambons


def code_of(number: int) -> str:
    return f"bench{number:02}"


def _places(kind: str, number: int) -> list[Place]:
    made = (Place(code=f"bench:{kind}:{n}", kind=kind, name_th=f"{kind} {n}") for n in range(number))
    return Place.objects.bulk_create(made, batch_size=2000)
