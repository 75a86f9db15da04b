"""The people of the round: Anong records in Ban Pet, Boon verifies in Khon Kaen, Chai is elsewhere."""

from dataclasses import dataclass
from datetime import date

from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place

LONG_AGO = date(2018, 10, 1)


@dataclass(frozen=True)
class People:
    """Everybody by name."""

    anong: User
    boon: User
    dao: User
    ekachai: User
    chai: User


def make_people() -> People:
    """Accounts with their roles in the small country."""
    roles = {
        "anong": ("อนงค์", Role.RECORDER, "400105"),
        "boon": ("บุญ", Role.VERIFIER, "40"),
        "dao": ("ดาว", Role.APPROVER, "codi:northeast"),
        "ekachai": ("เอกชัย", Role.OWNER, "TH"),
        "chai": ("ชัย", Role.VERIFIER, "50"),
    }
    made = {}
    for username, (name, role, place) in roles.items():
        user = User.objects.create_user(username, display_name=name)
        at = Place.objects.get(code=place)
        tree = "codi" if place.startswith("codi:") else "admin"
        give_role(actor=loader_account(), user=user, role=role, place=at, tree=tree, first_day=LONG_AGO)
        made[username] = user
    return People(**made)
