"""What is done with grants: proposed, contracted in instalments, paid by voucher, used, closed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.housing import cycles
from tidtam.housing import problems as say
from tidtam.housing.access import must_record
from tidtam.housing.actions.happenings import Shown
from tidtam.housing.grants import guard
from tidtam.housing.models import (
    GrantException,
    GrantItem,
    Household,
    Instalment,
    Project,
    VoucherPart,
)
from tidtam.people.access import access_of
from tidtam.people.models import Role, User
from tidtam.problems import Problem, Refused, Where
from tidtam.review.actions import Telling, add_evidence, submit, tell
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState, DrawsFrom

BEFORE = {
    "contracted": "approved",
    "due": "contracted",
    "paid": "due",
    "used": "paid",
    "closed": "used",
    "returned": "paid",
    "cancelled": "approved",
}
"""The stage that money must stand at before it goes on to another, or leaves by an exit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An instalment as it is agreed on: its sum, and what must be so before it is paid."""

    satang: int
    stage: str = ""
    share: int = 100
    project_stage: str = ""
    paper: str = ""


@transaction.atomic
def propose_grant(
    *,
    actor: User,
    project: Project,
    day: date,
    parts: Mapping[Household, Mapping[str, int]],
    management: int = 0,
    exception: str = "",
    note: str = "",
) -> Claim:
    """Proposes what each household is to get, by the parts of its rule, in satang; finance lets it in.

    Refused with every rule of that day that it breaks and its paper, unless an `exception` is asked for with
    a reason: then a programme owner must give it before finance lets the grant in.
    """
    must_record(actor, project)
    given = [(one, part, satang) for one, some in parts.items() for part, satang in some.items() if satang]
    whole = sum(satang for _, _, satang in given) + management
    wrong = [
        say.OTHER_PROJECT.at(Where(column=str(one)), household=str(one))
        for one in parts
        if one.project_id != project.pk
    ]
    if whole <= 0 or any(satang < 0 for _, _, satang in given) or management < 0:
        wrong.append(say.SUM_MISSING.at())
    if wrong:
        raise Refused(wrong)
    claim = _drafted(actor, project, "approved", whole, day, note)
    items = [
        GrantItem(claim=claim, project=project, household=one, part=part, satang=satang)
        for one, part, satang in given
    ]
    if management:
        items.append(GrantItem(claim=claim, project=project, part=guard.MANAGEMENT, satang=management))
    if broken := guard.broken_rules(claim, project, items):
        if not exception.strip():
            raise Refused(broken)
        lifts = [guard.named(problem) for problem in broken]
        GrantException.objects.create(claim=claim, reason=exception.strip(), lifts=lifts, asked_by=actor)
        detail = {"reason": exception.strip(), "broken": lifts}
        record(actor=actor, action="grant.exception_asked", what=f"claim:{claim.key}", detail=detail)
    GrantItem.objects.bulk_create(items, batch_size=1000)
    return _submitted(actor, claim)


@transaction.atomic
def give_exception(*, actor: User, claim: UUID) -> GrantException:
    """Gives the exception that a grant asks for: a programme owner at the place, who did not ask for it."""
    found = (
        GrantException.objects.select_for_update(of=("self",))
        .select_related("claim")
        .filter(claim__key=claim)
    )
    leave = found.first()
    if leave is None or leave.given_by_id is not None:
        raise Refused([say.NO_EXCEPTION.at()])
    may = access_of(actor).holds(Role.OWNER, leave.claim.place_id)
    if not may or actor.pk == leave.asked_by_id:
        raise Refused([say.NOT_YOURS_TO_GIVE.at()])
    leave.given_by, leave.given_at = actor, timezone.now()
    leave.save(update_fields=["given_by", "given_at"])
    record(
        actor=actor, action="grant.exception_given", what=f"claim:{claim}", detail={"reason": leave.reason}
    )
    return leave


@transaction.atomic
def contract_grant(
    *, actor: User, project: Project, day: date, plan: Sequence[Planned], note: str = ""
) -> Claim:
    """Contracts what was approved, in instalments that add up to it; each falls due by itself."""
    must_record(actor, project)
    whole = sum(one.satang for one in plan)
    if not plan or any(one.satang <= 0 for one in plan):
        raise Refused([say.SUM_MISSING.at()])
    claim = _drafted(actor, project, "contracted", whole, day, note)
    Instalment.objects.bulk_create(
        Instalment(
            contract=claim, project=project, number=number, satang=one.satang, stage=one.stage,
            share=one.share, project_stage=one.project_stage, paper=one.paper,
        )
        for number, one in enumerate(plan, start=1)
    )  # fmt: skip
    return _submitted(actor, claim)


@transaction.atomic
def pay_grant(
    *,
    actor: User,
    project: Project,
    day: date,
    satang: int,
    voucher: str,
    parts: Mapping[Household, int] | None = None,
) -> Claim:
    """Pays what is due, by a voucher; where it names households, their parts add up to it to the satang."""
    must_record(actor, project)
    named = dict(parts or {})
    wrong: list[Problem] = [
        say.OTHER_PROJECT.at(Where(column=str(one)), household=str(one))
        for one in named
        if one.project_id != project.pk
    ]
    if not voucher.strip():
        wrong.append(say.VOUCHER_MISSING.at(Where(field="voucher")))
    if satang <= 0 or any(part <= 0 for part in named.values()):
        wrong.append(say.SUM_MISSING.at())
    elif named:
        wrong += guard.sums_agree(named.values(), satang)
    if wrong:
        raise Refused(wrong)
    claim = _drafted(actor, project, "paid", satang, day, voucher)
    VoucherPart.objects.bulk_create(
        (VoucherPart(claim=claim, household=one, satang=part) for one, part in named.items()), batch_size=1000
    )
    return _submitted(actor, claim)


@transaction.atomic
def move_grant(
    *,
    actor: User,
    project: Project,
    stage: str,
    day: date,
    satang: int,
    note: str = "",
    evidence: Iterable[Shown] = (),
    before: str = "",
    key: UUID | None = None,
) -> Claim:
    """Tells that so much was used (with its document), closed, returned or cancelled.

    It comes from the stage that `BEFORE` names, or from `before`. Sent twice under one `key` it counts once.
    """
    must_record(actor, project)
    if satang <= 0:
        raise Refused([say.SUM_MISSING.at()])
    claim = _drafted(actor, project, stage, satang, day, note, before, key)
    if claim.state != ClaimState.DRAFT:
        return claim
    for shown in evidence:
        add_evidence(actor=actor, key=claim.key, content=shown.content, name=shown.name)
    return _submitted(actor, claim)


def _drafted(
    actor: User,
    project: Project,
    stage: str,
    satang: int,
    day: date,
    note: str,
    before: str = "",
    key: UUID | None = None,
) -> Claim:
    counted = cycles.counted(project)
    earlier = before or BEFORE.get(stage, "")
    telling = Telling(
        key=key or uuid4(),
        pathway=counted.grants,
        cycle=cycles.of_money(project),
        place=project.place,
        container=project.subject_id,
        first_day=day,
        last_day=day,
        ladder=counted.money_ladder,
        stage=stage,
        number=satang,
        draws=DrawsFrom.LOT_ABOVE if earlier else DrawsFrom.ADDS,
        lot_place=project.place_id if earlier else None,
        lot_container=project.subject_id if earlier else None,
        lot_stage=earlier,
        note=note.strip(),
    )
    (claim,) = tell(actor=actor, tellings=[telling])
    return claim


def _submitted(actor: User, claim: Claim) -> Claim:
    (handed_in,) = submit(actor=actor, keys=[claim.key])
    return handed_in
