"""Finding the place that somebody wrote: by code, name, alias or address; it asks rather than guesses.

The rules, in this order:

1. A code is the place itself.
2. A title (จ. อ. ต. จังหวัด อำเภอ เขต ตำบล แขวง เทศบาลตำบล อบต.) allows only that kind. A municipality of a
   town or city is no area of the tree, so the districts and tambons of its name are offered.
3. Several names (ต.บ้านเป็ด อ.เมือง จ.ขอนแก่น; Ban Pet, Khon Kaen) are one address: the answer is the place that
   lies within places of all the other names. อ.เมือง is the capital district of a province.
4. A name alone that is the name or an alias of the nation, a region or a province means that one, even if
   districts or tambons are called the same: ขอนแก่น is the province, the tambon in Roi Et is ต.ขอนแก่น.
5. Otherwise, where several places bear exactly the name, the answer is `Several`.
6. A slip in the spelling is overlooked only where one place is meant beyond doubt: the nation, a region or a
   province, or a place narrowed by an address or by `within`. All else gets `Nothing` with the nearest.
7. Only places of the day asked for fit (today, if none is given); a code without a day is the place whatever
   its time. An abolished place is told in `Nothing.abolished`, its successors in `Nothing.nearest`.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from tidtam.places import problems as say
from tidtam.places.answers import Answer, Found, How, Nothing, Scope, Several
from tidtam.places.finder import Finder
from tidtam.places.models import Edition, Kind, Place
from tidtam.problems import Both, Problem, Where

__all__ = ["Answer", "Found", "How", "Nothing", "Several", "find_place", "finder", "problem_of"]

LISTED = 5
"""How many of several places a message names."""

_made: dict[tuple[str, UUID], Finder] = {}


def find_place(
    text: str,
    kind: Kind | Iterable[Kind] | None = None,
    within: Place | None = None,
    on: date | None = None,
) -> Answer:
    """The place that a text names: `Found`, `Several` to choose from, or `Nothing` with the nearest.

    `kind` and `within` (in any tree) narrow; `on` is the day on which it must exist. The places in an answer
    are shared between answers and not to be changed.
    """
    kinds = None if kind is None else frozenset({kind} if isinstance(kind, Kind) else kind)
    scope = Scope(on or timezone.localdate(), kinds, within.pk if within else None)
    return finder().find(text, scope, on is None)


def finder() -> Finder:
    """The index of the places in the database, kept until a load changes them (about 0.7 s to make).

    Places that no load brought (a test made them by hand) are indexed anew each time.
    """
    edition = Edition.objects.order_by("-pk").values_list("key", flat=True).first()
    if edition is None:
        return Finder()
    stamp = (str(connection.settings_dict["NAME"]), edition)
    if stamp not in _made:
        _made.clear()
        _made[stamp] = Finder()
    return _made[stamp]


def problem_of(text: str, answer: Answer, where: Where | None = None) -> Problem | None:
    """What to tell about an answer; None when the place was found without a slip."""
    match answer:
        case Found(place, How.SLIP):
            return say.READ_AS.at(where, text=text, place=_named([place]))
        case Found():
            return None
        case Several(places):
            return say.SEVERAL_PLACES.at(where, text=text, number=len(places), places=_named(places))
        case Nothing(nearest, abolished) if abolished:
            after = _after(nearest)
            return say.ABOLISHED_PLACE.at(where, text=text, place=_named(abolished), successors=after)
        case Nothing(nearest):
            if not text.strip():
                return say.NO_NAME.at(where)
            if nearest:
                return say.UNKNOWN_PLACE_NEAR.at(where, text=text, nearest=_named(nearest))
            return say.UNKNOWN_PLACE.at(where, text=text)


def _named(places: Iterable[Place]) -> Both:
    """Places with their addresses and codes: อ.ชุมแพ จ.ขอนแก่น (4005)."""
    places = list(places)
    more = len(places) - LISTED
    th = ", ".join(f"{place.address_th} ({place.code})" for place in places[:LISTED])
    en = ", ".join(f"{place.address_en} ({place.code})" for place in places[:LISTED])
    return Both(
        th + (f" และอีก {more} แห่ง" if more > 0 else ""), en + (f" and {more} more" if more > 0 else "")
    )


def _after(successors: Iterable[Place]) -> Both:
    successors = list(successors)
    if not successors:
        return Both("", "")
    named = _named(successors)
    return Both(f" แทนด้วย {named.th}", f"; it was followed by {named.en}")
