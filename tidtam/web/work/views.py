"""My work: what this person has to report, to put right, to answer and to review."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from tidtam.people.access import Access, Right
from tidtam.problems import Refused
from tidtam.review import calendar, work
from tidtam.review.models import Claim
from tidtam.review.progress import progress
from tidtam.web import problems
from tidtam.web.address import Address
from tidtam.web.page import page, shown
from tidtam.web.reader import access_here, signed_in
from tidtam.web.show import Show
from tidtam.web.work.rows import Row, part_of, rows_of

SHORT = 20
"""Claims of a list on the page of all lists."""

PAGE = 100
"""Claims on a page of one list."""

REVIEWING = (Right.VERIFY, Right.APPROVE, Right.LET_IN, Right.LET_MONEY_IN)

LISTS: dict[str, Callable[[Access], QuerySet[Claim]]] = {
    "returned": work.returned,
    "questioned": work.questioned,
    "drafts": work.drafts,
    "to_review": work.to_review,
    "all": work.readable,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of claims: how many there are, and the first of them."""

    name: str
    count: int
    rows: list[Row]

    @property
    def title_key(self) -> str:
        """The words that head it."""
        return f"work.{self.name}"

    @property
    def empty_key(self) -> str:
        """The words for nothing."""
        return f"work.{self.name}_none"

    @property
    def has_more(self) -> bool:
        """Whether some are not shown."""
        return self.count > len(self.rows)


@page
def my_work(request: HttpRequest, address: Address) -> HttpResponse:
    """Everything that waits for this person; or one list of it in full."""
    access = access_here(request)
    show = Show(address.lang, address.digits == "thai")
    name = request.GET.get("list", "")
    if name in LISTS:
        return _one_list(request, address, access, name)
    rounds = progress(access)
    overdue = {one.round.pk for one in calendar.awaited(signed_in(request)) if one.is_late}
    return shown(
        request,
        "work/work.html",
        address,
        lists=[_listed(which, access, show) for which in _lists_of(access)],
        rounds=rounds,
        late=[one for one in rounds if one.round.pk in overdue],
        records=access.anywhere(Right.RECORD),
        reads=access.anywhere(Right.READ_CLAIMS),
        keeps_people=access.anywhere(Right.KEEP_PEOPLE),
        reads_audit=access.anywhere(Right.READ_AUDIT),
    )


def _lists_of(access: Access) -> list[str]:
    """Only what this person's roles can ever fill."""
    recording = ["returned", "questioned", "drafts"] if access.anywhere(Right.RECORD) else []
    return recording + (["to_review"] if any(map(access.anywhere, REVIEWING)) else [])


def _listed(name: str, access: Access, show: Show) -> Listed:
    part = part_of(LISTS[name](access), SHORT)
    return Listed(name, part.count, rows_of(part.claims, show))


def _one_list(request: HttpRequest, address: Address, access: Access, name: str) -> HttpResponse:
    part = part_of(LISTS[name](access), PAGE, address.page)
    if address.page > part.pages:
        raise Refused([problems.NO_SUCH_PAGE.at(text=address.page)])
    show = Show(address.lang, address.digits == "thai")
    listed = Listed(name, part.count, rows_of(part.claims, show))
    return shown(
        request,
        "work/list.html",
        address,
        listed=listed,
        pages=part.pages,
        before=address.page - 1,
        after=address.page + 1,
    )
