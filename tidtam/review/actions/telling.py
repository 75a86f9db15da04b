"""What a package above tells for somebody: claims of a project, of named subjects or of sums."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils import timezone

from tidtam.audit.actions import record_each
from tidtam.ledger.days import Days
from tidtam.ledger.pathway import Pathway
from tidtam.people.access import Right, access_of
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.review import checking
from tidtam.review import problems as say
from tidtam.review.models import Claim, ClaimCount, ClaimSubject
from tidtam.review.queries import locked_by_key
from tidtam.review.words import ClaimKind, ClaimState, DrawsFrom
from tidtam.thai.date_writing import long_date


@dataclass(frozen=True, slots=True)
class Named:
    """One subject (id) that reached a stage or left by an exit; `draws` says whether it was in a lot.

    `lot_stage` is the stage at which the lot holds it, and `days` when it happened; where they are not said,
    they are those of the telling.
    """

    subject: int
    stage: str
    draws: DrawsFrom = DrawsFrom.ADDS
    lot_stage: str = ""
    days: Days | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What happened in a container (id of its subject) at a place, in the unit of the pathway.

    Either `named` subjects, or a lot of `number` at `stage` that draws as `draws` says: LOT_ABOVE takes it
    out of `lot_stage` at `lot_place` and `lot_container`. `key` is made by whoever tells: it is kept once.
    One that draws UNKNOWN is held as a question once it is handed in, so all that it names must be unknown.
    """

    key: UUID
    pathway: str
    cycle: str
    place: Place
    container: int
    first_day: date
    last_day: date
    ladder: str
    tree: str = "admin"
    indicator: str = ""
    named: tuple[Named, ...] = ()
    stage: str = ""
    number: int = 0
    draws: DrawsFrom = DrawsFrom.ADDS
    lot_place: int | None = None
    lot_container: int | None = None
    lot_stage: str = ""
    note: str = ""

    def numbers(self) -> dict[str, int]:
        """How many at each stage."""
        if self.named:
            return dict(Counter(one.stage for one in self.named))
        return {self.stage: self.number}


@transaction.atomic
def tell(*, actor: User, tellings: Iterable[Telling]) -> list[Claim]:
    """Keeps each as a draft of its recorder, in the order given; what was told before is passed over.

    Raises Refused with everything that is wrong, under the key of each; then none is kept.
    """
    told = list(tellings)
    if wrong := _wrong(actor, told):
        raise Refused(wrong)
    there = locked_by_key(one.key for one in told)
    others = [one for one in told if (claim := there.get(str(one.key))) and not _says(claim, one, actor)]
    if others:
        raise Refused([say.KEY_TAKEN.at(Where(field=str(one.key))) for one in others])
    fresh = {str(one.key): one for one in told if str(one.key) not in there}
    made = {key: claim_of(actor, one) for key, one in fresh.items()}
    keep_told(list(made.values()), fresh)
    record_each(actor=actor, action="claim.drafted", whats=[f"claim:{key}" for key in fresh])
    return [there.get(str(one.key)) or made[str(one.key)] for one in told]


def _says(claim: Claim, told: Telling, actor: User) -> bool:
    """Whether a claim that is there under the key says the same, by the same person."""
    there = (claim.made_by_id, claim.pathway, claim.container_id, claim.first_day, claim.last_day, claim.note)
    same = (actor.pk, told.pathway, told.container, told.first_day, told.last_day, told.note)
    return there == same and {one.stage: one.number for one in claim.counts.all()} == told.numbers()


def claim_of(actor: User, told: Telling) -> Claim:
    """What is told as a new claim, not saved yet."""
    return Claim(
        key=told.key,
        kind=ClaimKind.HAPPENED,
        state=ClaimState.DRAFT,
        indicator=told.indicator,
        pathway=told.pathway,
        unit=programmes.pathway(told.pathway).unit,
        cycle=told.cycle,
        place=told.place,
        tree=told.tree,
        container_id=told.container,
        first_day=told.first_day,
        last_day=told.last_day,
        told_on=timezone.localdate(),
        ladder=told.ladder,
        draws=told.draws,
        lot_place_id=told.lot_place,
        lot_container_id=told.lot_container,
        lot_stage=told.lot_stage,
        note=told.note,
        made_by=actor,
    )


def keep_told(claims: Sequence[Claim], told: Mapping[str, Telling]) -> None:
    """Saves new claims, their numbers and whom they name; Refused where somebody did it meanwhile."""
    try:
        with transaction.atomic():
            Claim.objects.bulk_create(claims, batch_size=500)
    except IntegrityError as error:
        raise Refused([say.TRY_AGAIN.at()]) from error
    counts = (
        ClaimCount(claim=claim, stage=stage, number=number)
        for claim in claims
        for stage, number in told[str(claim.key)].numbers().items()
    )
    ClaimCount.objects.bulk_create(counts, batch_size=1000)
    named = (
        ClaimSubject(
            claim=claim,
            key=uuid5(claim.key, str(one.subject)),
            subject_id=one.subject,
            stage=one.stage,
            draws=one.draws,
            lot_stage=one.lot_stage,
            first_day=one.days.first if one.days else None,
            last_day=one.days.last if one.days else None,
        )
        for claim in claims
        for one in told[str(claim.key)].named
    )
    ClaimSubject.objects.bulk_create(named, batch_size=1000)


def _wrong(actor: User, told: Sequence[Telling]) -> list[Problem]:
    access, pathways, ladders = access_of(actor), programmes.pathways(), programmes.ladders()
    access.look_at({one.place.pk for one in told})
    found: list[Problem] = []
    for one in told:
        where = Where(field=str(one.key))
        if not access.may(Right.RECORD, one.place.pk):
            found.append(say.NOT_YOUR_PLACE.at(where, place=checking.place_name(one.place)))
        if one.ladder not in ladders:
            raise KeyError(one.ladder)
        found += _of_days(one, where)
        found += _of_stages(one, pathways[one.pathway], where)
    return found


def _of_days(told: Telling, where: Where) -> Iterable[Problem]:
    last = max([told.last_day, *(one.days.last for one in told.named if one.days)])
    if last > timezone.localdate():
        yield say.NOT_YET.at(where, day=Both(long_date(last), last.isoformat()))
    if told.first_day > told.last_day:
        yield say.DAYS_TURNED.at(where)


def _of_stages(told: Telling, pathway: Pathway, where: Where) -> Iterable[Problem]:
    known = {*pathway.rank, *pathway.exit_codes}
    for stage, number in told.numbers().items():
        if stage not in known:
            yield say.STAGE_UNKNOWN.at(where, stage=stage)
        if number < 1:
            yield say.NO_NUMBER.at(where)
