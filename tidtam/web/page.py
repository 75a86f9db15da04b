"""What all pages share: reading the address, refusing kindly, and showing a template with both at hand."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tidtam.problems import Refused
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
            address = read_address(request.GET)
            if not is_canonical(request.GET, address):
                return HttpResponseRedirect(f"{request.path}?{address.query()}")
            return view(request, address, *args, **kwargs)
        except Refused as refused:
            return refusal(request, refused.problems)

    return answered


def shown(request: HttpRequest, template: str, address: Address, **context: Any) -> HttpResponse:
    """The template, with the address and the way to show values in its language and digits."""
    context |= {"address": address, "show": Show(address.lang, address.digits == "thai")}
    return render(request, template, context)
