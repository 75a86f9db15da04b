"""At which place an address about an organisation acts, for its door."""

from uuid import UUID

from tidtam.registers.models import Organisation


def place_of_organisation(key: UUID) -> int | None:
    """The place of an organisation; None for no such."""
    return Organisation.objects.filter(key=key).values_list("place", flat=True).first()
