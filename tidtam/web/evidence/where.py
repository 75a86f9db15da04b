"""Where a piece of evidence belongs, for the door in front of it."""

from tidtam.review.models import Evidence


def place_of_evidence(number: int) -> int | None:
    """The place of the claim that it stands on; None when there is none, or it was taken off."""
    return Evidence.objects.filter(pk=number, removed_at=None).values_list("claim__place", flat=True).first()
