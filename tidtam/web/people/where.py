"""At which place an address of this area acts, for its door."""

from tidtam.people.models import Invitation, RoleHeld


def place_of_role(number: int) -> int | None:
    """The place of a role held; None for no such."""
    return RoleHeld.objects.filter(pk=number).values_list("place", flat=True).first()


def place_of_invitation(number: int) -> int | None:
    """The place that an invitation is for; None for no such."""
    return Invitation.objects.filter(pk=number).values_list("place", flat=True).first()
