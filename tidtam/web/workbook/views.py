"""The pages of the workbook of a round: download, upload with its difference, confirmation."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from tidtam.documents.limits import size_in_words
from tidtam.documents.problems import TOO_BIG
from tidtam.intake.sheets import problems as say
from tidtam.intake.sheets.actions import confirmed, look, take
from tidtam.intake.sheets.content import content_for
from tidtam.intake.sheets.difference import Change, Compared, Difference
from tidtam.intake.sheets.formats import FORMATS, MEDIA_TYPES
from tidtam.intake.sheets.layout import LIMITS
from tidtam.people.models import User
from tidtam.problems import Problem, Refused
from tidtam.review import grid
from tidtam.review.models import Round
from tidtam.web.address import Address, echoed
from tidtam.web.page import deed, form, page, shown
from tidtam.web.workbook.waiting import Waiting, opened, sealed

SHOWN = 100
"""Squares of a kind on the page."""
ORDER = (
    Change.CONFLICT, Change.PASSED_ON, Change.NEW, Change.CHANGED, Change.CLEARED, Change.THEIRS, Change.SAME
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """The squares of one kind of change, the first of them to be shown."""

    change: Change
    count: int
    squares: list[Compared]

    @property
    def key(self) -> str:
        """The word for it."""
        return f"workbook.{self.change.value}"

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.squares) if self.squares else 0


@form
def workbook(request: HttpRequest, address: Address) -> HttpResponse:
    """Rounds to download; an upload is compared and shown, and nothing is kept yet."""
    if request.method != "POST":
        return _start(request, address)
    try:
        found = _look(request)
        held = _held(_person(request), found)
    except Refused as refused:
        return _start(request, address, refused.problems)
    return shown(
        request,
        "workbook/difference.html",
        address,
        difference=found,
        parts=list(_parts(found)),
        held=held,
    )


@deed
def workbook_take(request: HttpRequest, address: Address) -> HttpResponse:
    """Keeps what was shown and confirmed."""
    person = _person(request)
    try:
        waiting = opened(person, request.POST.get("held", ""))
        outcome = take(actor=person, of_round=waiting.of_round, file=waiting.file, squares=waiting.squares)
    except Refused as refused:
        return _start(request, address, refused.problems)
    of_round = Round.objects.get(code=waiting.of_round)
    return shown(request, "workbook/taken.html", address, outcome=outcome, waiting=waiting, round=of_round)


@page
def workbook_file(request: HttpRequest, address: Address, code: str, kind: str) -> HttpResponse:
    """The file for the reader's own places."""
    of_round = Round.objects.filter(code=code).first()
    if of_round is None:
        raise Refused([say.NO_ROUND.at(round=echoed(code))])
    write = FORMATS.get(f".{kind}")
    if write is None:
        raise Refused([say.OTHER_KIND.at(kind=echoed(kind))])
    content = write(content_for(person=_person(request), of_round=of_round))
    answer = HttpResponse(content, content_type=MEDIA_TYPES[f".{kind}"])
    name = f"{of_round.code}-{_person(request).username}.{kind}"
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer


def _start(request: HttpRequest, address: Address, wrong: list[Problem] | None = None) -> HttpResponse:
    rounds = grid.rounds_open()
    answer = shown(
        request,
        "workbook/workbook.html",
        address,
        rounds=rounds,
        milestones=sorted({line.code for one in rounds for line in grid.milestones_of(one)}),
        problems=wrong or [],
        largest=size_in_words(LIMITS.packed_bytes).text(address.lang),
    )
    answer.status_code = 400 if wrong else 200
    return answer


def _look(request: HttpRequest) -> Difference:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile) or not file.name:
        raise Refused([say.NO_FILE.at()])
    if (file.size or 0) > LIMITS.packed_bytes:  # it is not even read
        size, limit = size_in_words(file.size or 0), size_in_words(LIMITS.packed_bytes)
        raise Refused([TOO_BIG.at(size=size, limit=limit)])
    return look(actor=_person(request), content=file.read(), name=file.name)


def _held(person: User, found: Difference) -> str:
    """What waits for its confirmation; empty while something is wrong, or where there is nothing to take."""
    if not found.ok or not found.taken:
        return ""
    waiting = Waiting(found.of_round.code, found.back.file, confirmed(found))
    return sealed(person, waiting)


def _parts(found: Difference) -> Iterator[Part]:
    for change in ORDER:
        if found.counts[change]:
            yield Part(change, found.counts[change], found.of(change)[:SHOWN])


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("the door of this page lets nobody in who is not signed in")
    return request.user
