"""The form for a new loan of an organisation: what was agreed, held against the rules of its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from tidtam.housing.access import readable as readable_projects
from tidtam.housing.actions.lending import NewLoan, add_loan
from tidtam.housing.codes import offered
from tidtam.housing.lending import problems as say
from tidtam.housing.models import Project
from tidtam.people.access import Access, Right
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.latest import latest_editions
from tidtam.programmes.models import IndicatorVersion
from tidtam.programmes.words import INTEREST_MEANWHILE
from tidtam.registers.models import Organisation
from tidtam.thai.numbers import NumberUnreadable, read_number
from tidtam.web.address import Address, echoed
from tidtam.web.loans import problems
from tidtam.web.loans.record import read_day, read_satang
from tidtam.web.loans.views import to_loan
from tidtam.web.organisations.views import the_organisation
from tidtam.web.page import form, shown
from tidtam.web.reader import access_here, signed_in

TEXTS = (
    "code", "programme", "project", "contract_number", "contracted_on", "approved_on", "paper", "principal",
    "first_due", "months", "grace", "grace_interest", "households", "solution", "savings", "onlent_percent",
    "exception_reason", "exception_by", "exception_paper", "note",
)  # fmt: skip
"""The fields of the form, which are those of a loan."""

MOST_PERCENT = 100
MOST_NUMBER = 1_000_000
"""Above it is a slip of the finger."""


@dataclass(slots=True)
class Reading:
    """Reads the form; all that is wrong comes at once, under the fields where it stands."""

    typed: Mapping[str, str]
    wrong: list[Problem] = field(default_factory=list)

    def new_loan(self, organisation: Organisation, projects: list[Project]) -> NewLoan:
        """What was agreed; Refused with everything that cannot be read."""
        contracted_on, approved_on, first_due = (
            read_day(self.typed[name], name, self.wrong)
            for name in ("contracted_on", "approved_on", "first_due")
        )
        principal = read_satang(self.typed["principal"], "principal", self.wrong)
        savings = read_satang(self.typed["savings"], "savings", self.wrong) if self.typed["savings"] else None
        months, percent = self._whole("months"), self._percent()
        grace, households = self._whole("grace", needed=False), self._whole("households", needed=False)
        project = next((one for one in projects if one.code == self.typed["project"]), None)
        if self.wrong or not (principal and months and contracted_on and approved_on and first_due):
            raise Refused([*self.wrong, *self._left_out()])
        return NewLoan(
            code=self.typed["code"],
            organisation=organisation,
            programme=project.programme if project else self.typed["programme"],
            project=project,
            contract_number=self.typed["contract_number"],
            contracted_on=contracted_on,
            approved_on=approved_on,
            paper=self.typed["paper"],
            principal=principal,
            first_due=first_due,
            months=months,
            graces=((grace, self._meanwhile()),) if grace else (),
            households=households,
            solution=self.typed["solution"],
            savings=savings,
            onlent_percent=percent,
            exception_reason=self.typed["exception_reason"],
            exception_by=self.typed["exception_by"],
            exception_paper=self.typed["exception_paper"],
            note=self.typed["note"],
        )

    def _left_out(self) -> Iterator[Problem]:
        """What is not there at all, so that it is told together with what cannot be read."""
        for name, kind in (("contract_number", say.CONTRACT_MISSING), ("paper", say.PAPER_MISSING)):
            if not self.typed[name]:
                yield kind.at(Where(field=name))
        if not self.typed["code"]:
            yield say.CODE_BAD.at(Where(field="code"), text="–")

    def _meanwhile(self) -> str:
        said = self.typed["grace_interest"]
        return said if said in INTEREST_MEANWHILE else "due"

    def _whole(self, name: str, *, needed: bool = True) -> int | None:
        text = self.typed[name]
        if not text and not needed:
            return None
        try:
            found = read_number(text)
        except NumberUnreadable:
            found = -1
        if isinstance(found, int) and 0 < found < MOST_NUMBER:
            return found
        self.wrong.append(problems.NO_NUMBER.at(Where(field=name), text=echoed(text) or "–"))
        return None

    def _percent(self) -> Decimal | None:
        text = self.typed["onlent_percent"]
        if not text:
            return None
        try:
            found = Decimal(read_number(text))
        except NumberUnreadable:
            found = Decimal(-1)
        if 0 <= found < MOST_PERCENT and found == round(found, 2):
            return found
        self.wrong.append(problems.NO_NUMBER.at(Where(field="onlent_percent"), text=echoed(text)))
        return None


@form
def loan_new(request: HttpRequest, address: Address, key: UUID) -> HttpResponse:
    """What was agreed with an organisation; it is handed in to finance as approved."""
    access = access_here(request)
    organisation = the_organisation(access, key)
    projects = projects_of(access)
    if request.method != "POST":
        own = next((one.code for one in projects if one.organisation_id == organisation.pk), "")
        return _asked(request, address, organisation, projects, dict.fromkeys(TEXTS, "") | {"project": own})
    typed = {name: request.POST.get(name, "").strip() for name in TEXTS}
    try:
        new = Reading(typed).new_loan(organisation, projects)
        made = add_loan(actor=signed_in(request), new=new)
    except Refused as refused:
        answer = _asked(request, address, organisation, projects, typed, refused.problems)
        answer.status_code = 400
        return answer
    return HttpResponseRedirect(to_loan(made, address))


def projects_of(access: Access) -> list[Project]:
    """The projects for which somebody may record a loan."""
    return list(
        access.limit(readable_projects(access), Right.RECORD).select_related("place").order_by("code")
    )


def _asked(
    request: HttpRequest,
    address: Address,
    organisation: Organisation,
    projects: list[Project],
    typed: Mapping[str, str],
    found: list[Problem] | None = None,
) -> HttpResponse:
    beside: dict[str, list[Problem]] = defaultdict(list)
    for problem in found or []:
        spot = problem.where.field or ""
        beside[spot if spot in TEXTS else "page"].append(problem)
    return shown(
        request,
        "loans/agree.html",
        address,
        organisation=organisation,
        projects=projects,
        programmes=programmes_named(),
        solutions=offered("solution"),
        meanwhile=INTEREST_MEANWHILE,
        typed=typed,
        beside=dict(beside),
        wrong=len(found or []),
    )


def programmes_named() -> list[tuple[str, Both]]:
    """The programmes that lend, by code and name; the name is that of the lines that they answer for."""
    versions = latest_editions(IndicatorVersion).values()
    names = {one.programme_code: Both(one.programme_th, one.programme_en) for one in versions}
    return [(code, names.get(code, Both(code, code))) for code in sorted(programmes.housing())]
