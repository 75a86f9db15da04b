"""Many places for large sheets, and somebody who records for all of them."""

from datetime import date

from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Kind, Place, TreeClosure

LINES_OF_A_TAMBON = 11
"""How many of the lines of 2562 count in a tambon."""

LONG = (date(1, 1, 1), date(9999, 12, 31))


def add_places(kind: Kind, number: int) -> list[Place]:
    """So many more places of a kind right under the nation."""
    nation = Place.objects.get(code="TH")
    made = Place.objects.bulk_create(
        (Place(code=f"x{n:05}", kind=kind, name_th=f"พื้นที่ {n}", home=nation) for n in range(number)),
        batch_size=1000,
    )
    nested = [(place, place, 0) for place in made] + [(nation, place, 1) for place in made]
    TreeClosure.objects.bulk_create(
        (
            TreeClosure(
                tree_id="admin", ancestor=above, descendant=below, depth=depth,
                valid_from=LONG[0], valid_to=LONG[1],
            )
            for above, below, depth in nested
        ),
        batch_size=1000,
    )  # fmt: skip
    return made


def recorder_of_all() -> User:
    """Somebody who records for the whole country."""
    user = User.objects.create_user("all", display_name="ทุกพื้นที่")
    nation = Place.objects.get(code="TH")
    give_role(
        actor=loader_account(), user=user, role=Role.RECORDER, place=nation, first_day=date(2018, 10, 1)
    )
    return user
