"""Who may read and record housing: whoever may so at the place of the project."""

from collections.abc import Iterable

from django.db.models import QuerySet

from tidtam.housing import problems as say
from tidtam.housing.models import Household, Project
from tidtam.people.access import Access, Right, access_of
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused, Where


def readable(access: Access) -> QuerySet[Project]:
    """The projects that somebody may open; none for whoever holds no role."""
    return access.limit(Project.objects.all(), Right.READ_CLAIMS)


def readable_households(access: Access) -> QuerySet[Household]:
    """The households that somebody may see by name."""
    return access.limit(Household.objects.all(), Right.READ_CLAIMS, "project__place")


def may_record(access: Access, place: Place) -> Iterable[Problem]:
    """Why somebody may not record at a place; nothing when they may."""
    if not access.may(Right.RECORD, place.pk):
        yield say.NOT_YOUR_PLACE.at(Where(field="place"), place=Both(place.titled_th, place.titled_en))


def must_record(actor: User, project: Project) -> None:
    """Refused unless the actor records at the place of the project."""
    if wrong := list(may_record(access_of(actor), project.place)):
        raise Refused(wrong)
