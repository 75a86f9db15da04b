"""What is done to the registers."""

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.people.access import Access, Right, access_of
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.registers import problems as say
from tidtam.registers.models import Organisation, OrganisationKind
from tidtam.thai.clean import normalise
from tidtam.thai.date_writing import english_date, long_date

LONGEST_NAME, LONGEST_NUMBER = 300, 60
"""So much of a name is compared, and so much of a registration number is kept."""


@transaction.atomic
def add_organisation(
    *,
    actor: User,
    kind: OrganisationKind,
    name: str,
    place: Place,
    registered_number: str = "",
    registered_on: date | None = None,
    note: str = "",
) -> Organisation:
    """Puts an organisation on the register, once for each name and place.

    Refused with all that is wrong: no name, not a place of the actor's, or there already.
    """
    made = Organisation(key=uuid4())
    _fill(made, kind, name, place, registered_number, registered_on, note)
    _keep(made, access_of(actor), [place])
    detail = {"name": made.name, "place": place.code, "kind": kind.value}
    record(actor=actor, action="organisation.added", what=f"organisation:{made.key}", detail=detail)
    return made


@transaction.atomic
def correct_organisation(
    *,
    actor: User,
    organisation: Organisation,
    kind: OrganisationKind,
    name: str,
    place: Place,
    registered_number: str = "",
    registered_on: date | None = None,
    note: str = "",
) -> Organisation:
    """Puts right what the register says of an organisation; its loans and projects stay where they are.

    It is for whoever records both where it was and where it is to be. Refused with all that is wrong.
    """
    kept = Organisation.objects.select_for_update(of=("self",)).select_related("place")
    found = kept.get(pk=organisation.pk)
    was, before = found.place, _said(found)
    _fill(found, kind, name, place, registered_number, registered_on, note)
    _keep(found, access_of(actor), [was, place])
    changed = [one for one, after in zip(before, _said(found), strict=True) if one != after]
    if changed:
        detail = {"name": found.name, "place": place.code, "before": ", ".join(one or "–" for one in changed)}
        record(actor=actor, action="organisation.corrected", what=f"organisation:{found.key}", detail=detail)
    return found


def _fill(
    found: Organisation,
    kind: OrganisationKind,
    name: str,
    place: Place,
    registered_number: str,
    registered_on: date | None,
    note: str,
) -> None:
    found.kind, found.place, found.registered_on = kind, place, registered_on
    found.name, found.compared = " ".join(normalise(name).split()), compared(name)
    found.registered_number = " ".join(normalise(registered_number).split())
    found.note = note.strip()


def _said(found: Organisation) -> tuple[str, ...]:
    """All that the register says of an organisation, in words."""
    day = long_date(found.registered_on) if found.registered_on else ""
    kind = str(OrganisationKind(found.kind).label)
    return found.name, kind, found.place.titled_th, found.registered_number, day, found.note


def _keep(found: Organisation, access: Access, places: list[Place]) -> None:
    """Refused with all that is wrong; the database itself says whether the name is there already."""
    if wrong := [*_wrong(found), *_not_theirs(access, places)]:
        raise Refused(wrong)
    try:
        with transaction.atomic():
            found.save()
    except IntegrityError as there:
        said = Both(found.place.titled_th, found.place.titled_en)
        problem = say.THERE_ALREADY.at(Where(field="name"), name=found.name, place=said)
        raise Refused([problem]) from there


def _wrong(found: Organisation) -> Iterator[Problem]:
    if not found.name:
        yield say.NAME_MISSING.at(Where(field="name"))
    if len(found.name) > LONGEST_NAME:
        yield say.TOO_LONG.at(Where(field="name"), number=len(found.name), most=LONGEST_NAME)
    if (number := len(found.registered_number)) > LONGEST_NUMBER:
        yield say.TOO_LONG.at(Where(field="registered_number"), number=number, most=LONGEST_NUMBER)
    if (day := found.registered_on) and day > timezone.localdate():
        said = Both(long_date(day), english_date(day))
        yield say.REGISTERED_LATER.at(Where(field="registered_on"), day=said)


def _not_theirs(access: Access, places: list[Place]) -> Iterator[Problem]:
    for place in dict.fromkeys(places):
        if not access.may(Right.RECORD, place.pk):
            said = Both(place.titled_th, place.titled_en)
            yield say.NOT_YOUR_PLACE.at(Where(field="place"), place=said)


def compared(name: str) -> str:
    """A name as it is compared with others: spaces, capitals and broken characters do not matter.

    >>> compared("สหกรณ์เคหสถาน  บ้านมั่นคง") == compared("สหกรณ์เคหสถานบ้านมั่นคง")
    True
    """
    return "".join(normalise(name).casefold().split())[:LONGEST_NAME]
