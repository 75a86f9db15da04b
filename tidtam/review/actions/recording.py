"""What a recorder does: keep a draft, change it, hand it in, take it back."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from tidtam.audit.actions import record, record_each
from tidtam.people.access import Right, access_of
from tidtam.people.models import User
from tidtam.places.models import Kind
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.review import checking
from tidtam.review import problems as say
from tidtam.review.models import Claim, ClaimCount, Question, Round
from tidtam.review.queries import chunks, hold_rounds_open, locked_here, the_locked
from tidtam.review.said import Said
from tidtam.review.words import WITH_THE_RECORDER, ClaimState, DrawsFrom

MADE_AT_RANDOM = 4
"""The version of a key that nobody can foretell. Those of papers are made of what they say (version 5)."""


@transaction.atomic
def save(*, actor: User, said: Said, seen: int | None = None) -> Claim:
    """Keeps what is said as a draft, or changes a claim that is still with its recorder.

    `seen` is the revision that the change was made from. Whoever changes another revision is refused with
    what stands there now, so that nobody's number is lost; the same said again changes nothing. Raises
    Refused with everything that is wrong.
    """
    return put_down(actor, said, seen)


def put_down(actor: User, said: Said, seen: int | None) -> Claim:
    """The same, as part of the transaction of whoever calls it: it ends where this is refused."""
    wrong = checking.of_said(said)
    if not access_of(actor).may(Right.RECORD, said.place.pk):
        wrong.append(say.NOT_YOUR_PLACE.at(place=_name(said)))
    wrong += checking.of_round(said.round, said.place.pk)
    if said.key.version != MADE_AT_RANDOM:
        wrong.append(say.KEY_TAKEN.at())
    if wrong:
        raise Refused(wrong)
    claim = locked_here(said.key, said.cell)
    if claim is None:
        return _first(actor, said)
    if said.is_what(claim):
        return claim
    may_change(actor, claim, seen)
    put(claim, said)
    record(
        actor=actor, action="claim.changed", what=f"claim:{claim.key}", detail={"revision": claim.revision}
    )
    return claim


def new_draft(actor: User, said: Said, cleared_before: int = 0) -> Claim:
    """What is said as a new claim, not saved yet; `cleared_before` is the last revision of its square."""
    claim = Claim(key=said.key, state=ClaimState.DRAFT, made_by=actor, told_on=timezone.localdate())
    claim.ladder, claim.revision = said.indicator.ladder, cleared_before + 1
    said.onto(claim)
    return claim


def last_revisions(of_round: Round, places: Iterable[int]) -> dict[tuple[str, int], int]:
    """The last revision of each square that was cleared, by line and place: the next number goes on from it.

    A tab that still shows the number from before the clearing is then told that it was changed.
    """
    gone = Claim.objects.filter(round=of_round, state=ClaimState.WITHDRAWN, place__in=set(places))
    last: dict[tuple[str, int], int] = {}
    for line, place, revision in gone.order_by().values_list("indicator", "place_id", "revision"):
        last[line, place] = max(revision, last.get((line, place), 0))
    return last


def _first(actor: User, said: Said) -> Claim:
    cleared = last_revisions(said.round, [said.place.pk]) if said.round else {}
    claim = new_draft(actor, said, cleared.get((said.indicator.code, said.place.pk), 0))
    try:
        with transaction.atomic():
            claim.save(force_insert=True)
            _count(claim, said)
    except IntegrityError:  # somebody, or another tab, kept it in the same moment
        kept = locked_here(said.key, said.cell)
        if kept is None or not said.is_what(kept):
            raise Refused([changed_meanwhile(kept)] if kept else [say.TRY_AGAIN.at()]) from None
        return kept
    record(actor=actor, action="claim.drafted", what=f"claim:{claim.key}")
    return claim


def put(claim: Claim, said: Said) -> None:
    """Puts what is said onto a locked claim, as its next revision."""
    said.onto(claim)
    claim.revision += 1
    claim.save()
    claim.counts.all().delete()
    _count(claim, said)


def _count(claim: Claim, said: Said) -> None:
    """Keeps the numbers of a claim; whoever asks for them next need not read them."""
    read = claim.counts.all()
    read._result_cache = ClaimCount.objects.bulk_create(counts_of(claim, said))
    claim.__dict__.setdefault("_prefetched_objects_cache", {})["counts"] = read


def counts_of(claim: Claim, said: Said) -> list[ClaimCount]:
    """The numbers that are said, as rows of a claim."""
    return [ClaimCount(claim=claim, stage=n.stage, number=n.number, at_least=n.at_least) for n in said.counts]


def may_change(actor: User, claim: Claim, seen: int | None) -> None:
    """Refused unless the claim is with its recorder, the actor is one, and `seen` is how it stands."""
    if claim.state not in WITH_THE_RECORDER:
        raise Refused([say.PASSED_ON.at(state=checking.state_name(claim))])
    if not access_of(actor).may(Right.RECORD, claim.place_id):
        raise Refused([say.NOT_YOUR_PLACE.at(place=checking.place_name(claim.place))])
    if seen != claim.revision:
        raise Refused([changed_meanwhile(claim)])


def changed_meanwhile(claim: Claim) -> Problem:
    """What somebody is told whose change was made from another revision."""
    numbers = ", ".join(f"{count.number:,}" for count in claim.counts.all())
    return say.CHANGED_MEANWHILE.at(who=claim.made_by.display_name, now=numbers)


def _name(said: Said) -> Both:
    return checking.place_name(said.place)


@transaction.atomic
def submit(*, actor: User, keys: Iterable[UUID]) -> list[Claim]:
    """Hands drafts and returned claims in: they wait at the first rung of their ladder.

    Those that wait already are passed over, so that the same may be handed in twice. Raises Refused with all
    that is wrong with any of them; then none is handed in.
    """
    wanted = list(keys)
    hold_rounds_open(wanted)
    claims = the_locked(wanted)
    own = [claim for claim in claims if claim.state in WITH_THE_RECORDER]
    all_mine(actor, own)
    wrong = checking.of_claims(own)
    wrong += [
        say.PASSED_ON.at(Where(field=str(claim.key)), state=checking.state_name(claim))
        for claim in claims
        if claim.state == ClaimState.WITHDRAWN
    ]
    if wrong:
        raise Refused(wrong)
    _put_at_first_rung(actor, own)
    record_each(actor=actor, action="claim.submitted", whats=(f"claim:{claim.key}" for claim in own))
    return claims


def _put_at_first_rung(actor: User, claims: Sequence[Claim]) -> None:
    now, ladders = timezone.now(), programmes.ladders()
    same = {"submitted_by": actor, "submitted_at": now, "told_on": timezone.localdate(now)}
    waiting_at: dict[str, list[int]] = defaultdict(list)
    for claim in claims:
        # Nobody reviews what cannot be counted: whether they were in a lot has to be found out first.
        unknown = claim.draws == DrawsFrom.UNKNOWN
        rung = "" if unknown else ladders[claim.ladder].first(Kind(claim.place.kind)).code
        waiting_at[rung].append(claim.pk)
        state = ClaimState.HELD if unknown else ClaimState.PROPOSED
        for name, value in (same | {"state": state, "rung": rung}).items():
            setattr(claim, name, value)
    for rung, ids in waiting_at.items():
        state = ClaimState.PROPOSED if rung else ClaimState.HELD
        for some in chunks(ids):
            Claim.objects.filter(pk__in=some).update(state=state, rung=rung, **same)


@transaction.atomic
def withdraw(*, actor: User, key: UUID, reason: str) -> Claim:
    """Takes back a claim that is not in the book yet; it stays to be seen, with the reason."""
    (claim,) = the_locked([key])
    all_mine(actor, [claim])
    if claim.state in (ClaimState.ACCEPTED, ClaimState.TAKEN_BACK):
        raise Refused([say.IN_THE_BOOK.at() if claim.state == ClaimState.ACCEPTED else say.TAKEN_BACK.at()])
    if not reason.strip():
        raise Refused([say.SAY_WHY.at()])
    if closed := checking.of_closed_round(claim):
        raise Refused(closed)
    if claim.state != ClaimState.WITHDRAWN:
        claim.state, claim.rung, claim.cell = ClaimState.WITHDRAWN, "", None
        claim.save(update_fields=["state", "rung", "cell"])
        Question.objects.filter(claim=claim, answered_at=None).update(
            answered_by=actor, answered_at=timezone.now(), answer=reason.strip()
        )
        record(actor=actor, action="claim.withdrawn", what=f"claim:{key}", detail={"reason": reason.strip()})
    return claim


def withdraw_many(*, actor: User, claims: Sequence[Claim], reason: str) -> None:
    """Takes back locked claims that are with their recorder; the caller has seen to the rights."""
    now = timezone.now()
    for some in chunks([claim.pk for claim in claims]):
        Claim.objects.filter(pk__in=some).update(state=ClaimState.WITHDRAWN, rung="", cell=None)
        open_questions = Question.objects.filter(claim__in=some, answered_at=None)
        open_questions.update(answered_by=actor, answered_at=now, answer=reason)
    keys = [f"claim:{claim.key}" for claim in claims]
    record_each(actor=actor, action="claim.withdrawn", whats=keys, details=[{"reason": reason}] * len(keys))


def all_mine(actor: User, claims: Sequence[Claim]) -> None:
    """Only whoever may record at its place touches a claim."""
    access = access_of(actor)
    access.look_at(claim.place_id for claim in claims)
    wrong = [
        say.NOT_YOUR_PLACE.at(Where(field=str(claim.key)), place=checking.place_name(claim.place))
        for claim in claims
        if not access.may(Right.RECORD, claim.place_id)
    ]
    if wrong:
        raise Refused(wrong)
