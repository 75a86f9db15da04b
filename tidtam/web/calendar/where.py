"""Where the calendar is kept."""

from tidtam.places import queries as places


def the_nation(**_: object) -> int:
    """The calendar belongs to no single area: its place is the nation."""
    return places.nation().pk
