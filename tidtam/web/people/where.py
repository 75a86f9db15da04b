"""At which place an address of this area acts, for its door."""

from django.utils import timezone

from tidtam.people import closing
from tidtam.people.models import Invitation, Kind, RoleHeld, User
from tidtam.places import queries as places


def place_of_role(number: int) -> int | None:
    """The place of a role held; None for no such."""
    return RoleHeld.objects.filter(pk=number).values_list("place", flat=True).first()


def place_of_invitation(number: int) -> int | None:
    """The place that an invitation is for; None for no such."""
    return Invitation.objects.filter(pk=number).values_list("place", flat=True).first()


def place_of_person(number: int) -> int | None:
    """A place that somebody's roles lie at, or the nation where there never were any; None for no such.

    The page looks at the other places too.
    """
    user = User.objects.filter(pk=number, kind=Kind.PERSON).first()
    if user is None:
        return None
    held = closing.telling(user, timezone.localdate()).values_list("place", flat=True).first()
    return held or places.nation().pk
