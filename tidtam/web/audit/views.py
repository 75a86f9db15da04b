"""The page of audit lines, for whoever may read them."""

from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from tidtam.audit import queries
from tidtam.audit.models import AuditLine
from tidtam.people.access import RIGHTS, Access, Right, access_of
from tidtam.people.models import RoleHeld, User
from tidtam.web.address import Address
from tidtam.web.audit.sentences import kind_said, told
from tidtam.web.audit.words import KINDS
from tidtam.web.page import page, shown
from tidtam.web.show import Show

PER_PAGE = 50


@page
def audit(request: HttpRequest, address: Address) -> HttpResponse:
    """The lines that this reader may see, newest first, by person and by kind."""
    access = access_of(request.user)
    person, kind = request.GET.get("person", "").strip()[:150], request.GET.get("kind", "")[:100]
    lines = readable(access)
    if person:
        lines = lines.filter(_of_person(person))
    if kind:
        lines = lines.filter(action=kind)
    first = (address.page - 1) * PER_PAGE
    found = list(lines[first : first + PER_PAGE + 1])
    show = Show(address.lang, address.digits == "thai")
    context = {
        "lines": told(found[:PER_PAGE], show),
        "person": person,
        "kind": kind,
        "kinds": sorted(((code, kind_said(code, show)) for code in KINDS), key=lambda one: one[1]),
        "in_part": not sees_all(access),
        "newer": _turned(address, person, kind, -1) if address.page > 1 else "",
        "older": _turned(address, person, kind, 1) if len(found) > PER_PAGE else "",
    }
    return shown(request, "audit/audit.html", address, **context)


def _of_person(text: str) -> Q:
    """What somebody did, or what was done to their account; by user name, or by the name shown."""
    named = User.objects.filter(Q(username=text) | Q(display_name=text)).values("pk")
    return Q(actor_id__in=named) | Q(what=f"user:{text}")


def sees_all(access: Access) -> bool:
    """Whether somebody may read every line: only whoever audits the whole nation."""
    return any(held.everywhere and Right.READ_AUDIT in RIGHTS[held.role] for held in access.held)


def readable(access: Access) -> QuerySet[AuditLine]:
    """The lines of those people whose every role, past ones too, lies where the reader may audit.

    A line does not say where it happened, so it is shown only when whoever did it had no business elsewhere.
    """
    lines = queries.newest_first()
    if sees_all(access):
        return lines
    inside = access.limit(RoleHeld.objects.all(), Right.READ_AUDIT)
    outside = RoleHeld.objects.exclude(pk__in=inside.values("pk"))
    people = inside.exclude(user__in=outside.values("user")).values("user")
    return lines.filter(actor_id__in=people)


def _turned(address: Address, person: str, kind: str, by: int) -> str:
    asked = {"person": person, "kind": kind}
    query = urlencode({name: value for name, value in asked.items() if value})
    rest = address.changed(page=address.page + by).query()
    return f"{reverse('audit')}?{'&'.join(part for part in (query, rest) if part)}"
