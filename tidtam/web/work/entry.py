"""The form of a claim: a new one, or one that is still with its recorder."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tidtam.people.access import Access, Right
from tidtam.places.codes import NATION
from tidtam.places.models import Place
from tidtam.problems import Problem, Refused
from tidtam.programmes import queries as programmes
from tidtam.review.actions import save, submit
from tidtam.review.models import Claim
from tidtam.review.problems import CHANGED_MEANWHILE
from tidtam.review.words import WITH_THE_RECORDER, ClaimKind
from tidtam.web.address import Address
from tidtam.web.page import form, shown
from tidtam.web.reader import access_here, signed_in
from tidtam.web.show import Show
from tidtam.web.work.claims import the_claim, to_claim
from tidtam.web.work.offers import offers
from tidtam.web.work.photos import add_photos
from tidtam.web.work.rows import Row, rows_of
from tidtam.web.work.typed import Reading, Typed, by_field, fresh, typed_from, typed_of

FIELDS = ("line", "place", "kind", "day", "number", "subject", "note", "falls", "photos")
"""The fields beside which a problem may stand."""


@form
def claim_new(request: HttpRequest, address: Address) -> HttpResponse:
    """A claim that nobody made yet."""
    access = access_here(request)
    if request.method == "POST":
        return _taken(request, address, access, typed_of(request.POST), None)
    line = request.GET.get("line", "")
    return _asked(request, address, access, fresh(line=line, place=_place(address, access), kind=_kind(line)))


def _place(address: Address, access: Access) -> str:
    """The place asked for, else the only one for which somebody records."""
    if address.place != NATION:
        return address.place
    mine = list(access.limit(Place.objects.all(), Right.RECORD, "pk").values_list("code", flat=True)[:2])
    return mine[0] if len(mine) == 1 else ""


def _kind(line: str) -> str:
    """How a line is usually told: one that measures a standing by how it stands."""
    found = programmes.versions(line)
    if not found:
        return ""
    standing = found[-1].measure == "standing"
    return (ClaimKind.STANDS if standing else ClaimKind.HAPPENED).value


@form
def claim_edit(request: HttpRequest, address: Address, key: UUID) -> HttpResponse:
    """A claim that is still with its recorder; any other is only shown."""
    access = access_here(request)
    claim = the_claim(access, key)
    if claim.container_id:  # told on the page of its project, and begun anew there
        return HttpResponseRedirect(to_claim(key, address))
    if request.method == "POST":
        return _taken(request, address, access, typed_of(request.POST, claim), claim)
    if claim.state not in WITH_THE_RECORDER:
        return HttpResponseRedirect(to_claim(key, address))
    return _asked(request, address, access, typed_from(claim))


def _taken(
    request: HttpRequest, address: Address, access: Access, typed: Typed, claim: Claim | None
) -> HttpResponse:
    """Keeps what was typed and leads to the claim; or the form again, with what is wrong beside it."""
    do = request.POST.get("do", "draft")
    if do == "line":
        typed.kind = typed.kind or _kind(typed.line)
        return _asked(request, address, access, typed)
    try:
        kept = save(actor=signed_in(request), said=Reading(typed, access).said(), seen=typed.revision)
        typed.seen = str(kept.revision)
        add_photos(signed_in(request), kept, request.FILES.getlist("photos"))
        if do == "submit":
            submit(actor=signed_in(request), keys=[kept.key])
    except Refused as refused:
        return _refused(request, address, access, typed, refused.problems)
    return HttpResponseRedirect(to_claim(kept.key, address))


def _refused(
    request: HttpRequest, address: Address, access: Access, typed: Typed, found: list[Problem]
) -> HttpResponse:
    """The form as it was typed; where somebody else was quicker, beside what stands now.

    The form then counts as made from what stands now: saved once more it replaces that, knowingly.
    """
    now = None
    if any(problem.kind == CHANGED_MEANWHILE for problem in found):
        (now,) = rows_of([the_claim(access, typed.key)], Show(address.lang, address.digits == "thai"))
        typed.seen = str(now.claim.revision)
    answer = _asked(request, address, access, typed, found, now)
    answer.status_code = 409 if now else 400
    return answer


def _asked(
    request: HttpRequest,
    address: Address,
    access: Access,
    typed: Typed,
    found: list[Problem] | None = None,
    now: Row | None = None,
) -> HttpResponse:
    is_new = request.resolver_match is not None and request.resolver_match.view_name == "claim_new"
    return shown(
        request,
        "work/entry.html",
        address,
        typed=typed,
        offers=offers(typed, access, address),
        beside=by_field(found or [], FIELDS),
        wrong=len(found or []),
        now=now,
        is_new=is_new,
        reason=typed.reason,
        back=reverse("work") if is_new else to_claim(typed.key, address),
    )
