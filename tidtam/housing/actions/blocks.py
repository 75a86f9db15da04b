"""What blocks a household or a project, until somebody acts."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.housing import problems as say
from tidtam.housing.access import must_record
from tidtam.housing.actions.projects import not_yet
from tidtam.housing.codes import unknown_code
from tidtam.housing.models import Block, Household, Project
from tidtam.people.models import User
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.thai.date_writing import long_date


@transaction.atomic
def block(
    *,
    actor: User,
    project: Project,
    reason: str,
    since: date,
    household: Household | None = None,
    note: str = "",
) -> Block:
    """Notes that a household (or the whole project) cannot go on, and why: the reason says who must act."""
    must_record(actor, project)
    wrong = [*unknown_code("blocked", reason, "reason"), *not_yet(since, "since")]
    if household is not None and household.project_id != project.pk:
        wrong.append(say.OTHER_PROJECT.at(Where(field="household"), household=str(household)))
    if wrong:
        raise Refused(wrong)
    there = Block.objects.filter(project=project, household=household, reason=reason, until=None).first()
    if there is not None:
        raise Refused([_already(there)])
    made = Block(
        project=project, household=household, reason=reason, since=since, note=note.strip(), said_by=actor
    )
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as same:  # noted by somebody in the same moment
        raise Refused([_already(made)]) from same
    detail = {"reason": reason, "household": str(household) if household else "", "since": since}
    record(actor=actor, action="housing.blocked", what=f"project:{project.code}", detail=detail)
    return made


def _already(there: Block) -> Problem:
    day = Both(long_date(there.since), there.since.isoformat())
    return say.BLOCKED_ALREADY.at(Where(field="reason"), day=day)


@transaction.atomic
def unblock(*, actor: User, number: int, until: date | None = None) -> Block:
    """Ends what blocks; `until` (today, when none is given) is the first day without it."""
    found = Block.objects.select_for_update(of=("self",)).select_related("project__place").get(pk=number)
    must_record(actor, found.project)
    if found.until is not None:
        raise Refused([say.NOT_BLOCKED.at()])
    day = until or timezone.localdate()
    if wrong := list(not_yet(day, "until")):
        raise Refused(wrong)
    found.until, found.ended_by = max(day, found.since), actor
    found.save(update_fields=["until", "ended_by"])
    detail = {"reason": found.reason, "until": found.until}
    record(actor=actor, action="housing.unblocked", what=f"project:{found.project.code}", detail=detail)
    return found
