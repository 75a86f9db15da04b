"""The place of a claim in an address, for the door of its page."""

from uuid import UUID

from tidtam.review.models import Claim


def place_of_claim(key: UUID) -> int | None:
    """The place of the claim of the field with this key; None where there is none."""
    return Claim.objects.filter(key=key, paper=None).values_list("place", flat=True).first()
