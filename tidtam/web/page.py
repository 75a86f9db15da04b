"""What all pages share: reading the address, refusing kindly, and showing a template with both at hand."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tidtam.problems import Refused
from tidtam.web import problems
from tidtam.web.address import Address, is_canonical, read_address
from tidtam.web.errors import refusal
from tidtam.web.show import Show

P = ParamSpec("P")


def page(
    view: Callable[Concatenate[HttpRequest, Address, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A view that is given the address it was asked for, and whose refusals become a page."""

    @require_safe
    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            address = _address(request)
            if not is_canonical(request.GET, address):
                return HttpResponseRedirect(f"{request.path}?{address.query()}")
            return view(request, address, *args, **kwargs)
        except Refused as refused:
            return refusal(request, refused.problems)

    return answered


def form(
    view: Callable[Concatenate[HttpRequest, Address, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page with a form of its own: the view is asked for it (GET) and given it filled in (POST)."""
    return require_http_methods(["GET", "HEAD", "POST"])(_kindly(view))


def deed(
    view: Callable[Concatenate[HttpRequest, Address, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A button that does something and then leads back to a page: POST only."""
    return require_POST(_kindly(view))


def _kindly(
    view: Callable[Concatenate[HttpRequest, Address, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            _readable(request.POST)
            return view(request, _address(request), *args, **kwargs)
        except Refused as refused:
            return refusal(request, refused.problems)

    return answered


def _address(request: HttpRequest) -> Address:
    address = read_address(request.GET)
    _readable(request.GET)
    return address


def _readable(asked: QueryDict) -> None:
    """No database keeps a text with a zero character, and nobody types one."""
    if any("\0" in value for values in asked.lists() for value in values[1]):
        raise Refused([problems.BAD_ASK.at()])


def shown(request: HttpRequest, template: str, address: Address, **context: Any) -> HttpResponse:
    """The template, with the address and the way to show values in its language and digits."""
    context |= {"address": address, "show": Show(address.lang, address.digits == "thai")}
    return render(request, template, context)
