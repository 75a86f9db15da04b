"""The pages of the list of a project: download, upload with its preview, confirmation."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from tidtam.documents.limits import size_in_words
from tidtam.documents.problems import TOO_BIG
from tidtam.housing.models import Project
from tidtam.intake.lists import problems as say
from tidtam.intake.lists.actions import Looked, look, take
from tidtam.intake.lists.comparing import Change, Compared
from tidtam.intake.lists.content import content_for, projects_for
from tidtam.intake.lists.layout import DRAWS_WORDS, HOUSEHOLDS, LIMITS
from tidtam.intake.lists.likely import Likely
from tidtam.intake.lists.writing import write_lists
from tidtam.people.access import Right, access_of
from tidtam.people.models import User
from tidtam.problems import Both, Problem, Refused
from tidtam.web.address import Address
from tidtam.web.lists.waiting import opened, sealed
from tidtam.web.page import deed, form, page, shown

SHOWN = 100
"""Rows of a kind on the page."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADS = {column.key: Both(column.name.th.split(" · ")[0], column.name.en) for column in HOUSEHOLDS.columns}


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row of the file as the page tells it."""

    row: int
    number: int | None
    name: str
    fields: list[Both]
    stage: str
    draws: Both | None
    likely: list[Likely]


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one kind of change, the first of them to be shown."""

    change: Change
    count: int
    rows: list[RowShown]

    @property
    def key(self) -> str:
        """The word for it."""
        return f"lists.{self.change.value}"

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.rows) if self.rows else 0


@page
def lists(request: HttpRequest, address: Address) -> HttpResponse:
    """The projects for whose lists the reader records."""
    mine = access_of(_person(request)).limit(Project.objects.all(), Right.RECORD)
    projects = mine.select_related("place").order_by("code")[:SHOWN]
    return shown(request, "lists/lists.html", address, projects=projects)


@form
def list_of(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """The list to download; an upload is compared and shown, and nothing is kept yet."""
    (project,) = projects_for(_person(request), [code])
    if request.method != "POST":
        return _start(request, address, project)
    try:
        looked = _look(request, code)
        held = _held(_person(request), looked)
    except Refused as refused:
        return _start(request, address, project, refused.problems)
    parts = list(_parts(looked, address.lang))
    doubtful = {one.row for one in looked.likely}
    context = {"project": project, "looked": looked, "parts": parts, "held": held, "doubtful": len(doubtful)}
    return shown(request, "lists/preview.html", address, **context)


@deed
def list_take(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """Keeps what was shown and confirmed."""
    person = _person(request)
    (project,) = projects_for(person, [code])
    try:
        planned = opened(person, code, request.POST.get("held", ""), list(project.parts.all()))
        taken = take(actor=person, planned=[planned])
    except Refused as refused:
        return _start(request, address, project, refused.problems)
    return shown(request, "lists/taken.html", address, project=project, taken=taken, file=planned.file)


@page
def list_file(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """The list as Excel."""
    person = _person(request)
    content = write_lists(content_for(person=person, projects=projects_for(person, [code])))
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{code}.xlsx')}"
    return answer


def _start(
    request: HttpRequest, address: Address, project: Project, wrong: list[Problem] | None = None
) -> HttpResponse:
    largest = size_in_words(LIMITS.packed_bytes).text(address.lang)
    known = {"project": project, "households": project.households.count(), "largest": largest}
    answer = shown(request, "lists/list.html", address, problems=wrong or [], **known)
    answer.status_code = 400 if wrong else 200
    return answer


def _look(request: HttpRequest, code: str) -> Looked:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile) or not file.name:
        raise Refused([say.NO_FILE.at()])
    if (file.size or 0) > LIMITS.packed_bytes:  # it is not even read
        size, limit = size_in_words(file.size or 0), size_in_words(LIMITS.packed_bytes)
        raise Refused([TOO_BIG.at(size=size, limit=limit)])
    return look(actor=_person(request), content=file.read(), name=file.name, only=code)


def _held(person: User, looked: Looked) -> str:
    """What waits for its confirmation; empty while something is wrong, or where there is nothing to take."""
    if not looked.ok or not looked.changes:
        return ""
    (planned,) = looked.planned()
    return sealed(person, planned)


def _parts(looked: Looked, lang: str) -> Iterator[Part]:
    (found,) = looked.lists
    likely: dict[int, list[Likely]] = {}
    for one in looked.likely:
        likely.setdefault(one.row, []).append(one)
    for change in Change:
        if found.counts[change]:
            # Whoever is likely there already comes first: these are to be looked at.
            rows = sorted(
                (row for row in found.rows if row.change == change), key=lambda r: r.row.row not in likely
            )
            told = [_shown(row, likely, found.content.words.stages) for row in rows[:SHOWN]]
            yield Part(change, found.counts[change], told)


def _shown(one: Compared, likely: dict[int, list[Likely]], stages: object) -> RowShown:
    words = stages if isinstance(stages, dict) else {}
    tell = one.tell
    return RowShown(
        row=one.row.row,
        number=one.row.number,
        name=one.row.name,
        fields=[HEADS[key] for key in one.fields],
        stage=words.get(tell.stage, tell.stage) if tell else "",
        draws=DRAWS_WORDS[tell.draws] if tell else None,
        likely=likely.get(one.row.row, [])[:3],
    )


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("the door of this page lets nobody in who is not signed in")
    return request.user
