"""What is done to the registers."""

from datetime import date
from uuid import uuid4

from django.db import IntegrityError, transaction

from tidtam.audit.actions import record
from tidtam.people.access import Right, access_of
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.registers import problems as say
from tidtam.registers.models import Organisation, OrganisationKind


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
    said = Both(place.titled_th, place.titled_en)
    wrong: list[Problem] = []
    if not name.strip():
        wrong.append(say.NAME_MISSING.at(Where(field="name")))
    if not access_of(actor).may(Right.RECORD, place.pk):
        wrong.append(say.NOT_YOUR_PLACE.at(Where(field="place"), place=said))
    if wrong:
        raise Refused(wrong)
    made = Organisation(
        key=uuid4(),
        kind=kind,
        name=" ".join(name.split()),
        compared=compared(name),
        place=place,
        registered_number=registered_number.strip(),
        registered_on=registered_on,
        note=note.strip(),
    )
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as there:
        problem = say.THERE_ALREADY.at(Where(field="name"), name=made.name, place=said)
        raise Refused([problem]) from there
    detail = {"name": made.name, "place": place.code, "kind": kind.value}
    record(actor=actor, action="organisation.added", what=f"organisation:{made.key}", detail=detail)
    return made


def compared(name: str) -> str:
    """A name as it is compared with others: spaces and capitals do not matter.

    >>> compared("สหกรณ์เคหสถาน  บ้านมั่นคง") == compared("สหกรณ์เคหสถานบ้านมั่นคง")
    True
    """
    return "".join(name.casefold().split())[:300]
