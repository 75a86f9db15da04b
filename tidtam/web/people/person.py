"""The page of one account: its roles; closing it, and opening it again."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tidtam.people import actions, closing, problems
from tidtam.people.access import access_of
from tidtam.people.models import User
from tidtam.problems import Problem, Refused
from tidtam.web.address import Address
from tidtam.web.page import form, shown
from tidtam.web.signing.coming import lang_only, me


@form
def person(request: HttpRequest, address: Address, number: int) -> HttpResponse:
    """Who somebody is and which roles they hold, for whoever looks after people at all of these places."""
    access = access_of(me(request))
    user = User.objects.filter(pk=number).first()
    own = user is not None and user == access.user
    if not own and (wrong := closing.may_not_keep(access, user)):
        raise Refused(wrong)
    wrong = []
    if request.method == "POST":
        try:
            _done(request, number)
            return HttpResponseRedirect(reverse("person", kwargs={"number": number}) + lang_only(address))
        except Refused as refused:
            wrong = refused.problems
    return _page(request, address, User.objects.get(pk=number), wrong)


def _done(request: HttpRequest, number: int) -> None:
    deeds = {"close": actions.close_account, "open": actions.open_account}
    deed = deeds.get(request.POST.get("do", ""))
    if deed is None:
        raise Refused([problems.NO_SUCH_ACCOUNT.at()])
    deed(actor=me(request), number=number, reason=request.POST.get("reason", ""))


def _page(request: HttpRequest, address: Address, user: User, wrong: list[Problem]) -> HttpResponse:
    actor = me(request)
    held = closing.running(user, access_of(actor).on).select_related("place")
    context = {"person": user, "held": held, "own": user == actor, "problems": wrong}
    answer = shown(request, "people/person.html", address, **context)
    answer.status_code = 400 if wrong else 200
    return answer
