"""What a reviewer does: pass a claim on or let it in, ask about it, send it back."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from tidtam.audit.actions import record, record_each
from tidtam.audit.queries import done_to
from tidtam.people.access import Access, access_of
from tidtam.people.models import User
from tidtam.places.models import Kind
from tidtam.problems import Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.ladders import Ladder, Rung
from tidtam.review import checking, letting_in
from tidtam.review import problems as say
from tidtam.review.models import Acceptance, Claim, Question, SentBack
from tidtam.review.outcomes import Reviewed
from tidtam.review.queries import chunks, the_locked
from tidtam.review.words import ClaimState

Ladders = Mapping[str, Ladder]
RECORDING = (
    "claim.drafted", "claim.changed", "claim.submitted", "question.answered", "evidence.added",
)  # fmt: skip
"""What nobody who reviews a claim may have done to it."""


@transaction.atomic
def approve(*, actor: User, keys: Iterable[UUID], seen: Mapping[UUID, int] | None = None) -> Reviewed:
    """Passes claims on to their next rung, or lets them into the book from the last one.

    `seen` are the revisions that the reviewer looked at: a claim that was changed since is not approved.

    Each claim goes as far as it may: what is wrong with one is in `problems` under its key and holds up that
    one alone. What somebody approved already at this rung is passed over.
    """
    claims = the_locked(keys, "acceptances")
    done = Reviewed()
    access, ladders = access_of(actor), programmes.ladders()
    access.look_at(claim.place_id for claim in claims)
    looked_at = [claim for claim in claims if _is_as_seen(claim, seen or {}, done)]
    touched = _touched(actor, looked_at)
    waiting = [claim for claim in looked_at if _may_review(access, claim, ladders, touched, done)]
    following = {claim.pk: _next(claim, ladders) for claim in waiting}
    last = [claim for claim in waiting if following[claim.pk] is None]
    _pass_on(actor, [(claim, rung) for claim in waiting if (rung := following[claim.pk])], done)
    by_ladder: dict[str, list[Claim]] = defaultdict(list)
    for claim in last:
        by_ladder[claim.ladder].append(claim)
    for ladder, part in by_ladder.items():
        _let_in(actor, part, ladder, done)
    for action, through in (("claim.passed_on", done.passed_on), ("claim.accepted", done.accepted)):
        record_each(actor=actor, action=action, whats=(f"claim:{key}" for key in through))
    return done


def _is_as_seen(claim: Claim, seen: Mapping[UUID, int], done: Reviewed) -> bool:
    same = seen.get(claim.key, claim.revision) == claim.revision
    if not same:
        done.problems.append(say.CHANGED_SINCE.at(Where(field=str(claim.key))))
    return same


def _may_review(
    access: Access, claim: Claim, ladders: Ladders, touched: Collection[UUID], done: Reviewed
) -> bool:
    problem = why_not(access, claim, ladders, touched)
    if problem is not None:
        done.problems.append(problem)
    return problem is None


def why_not(
    access: Access,
    claim: Claim,
    ladders: Ladders | None = None,
    touched: Collection[UUID] | None = None,
) -> Problem | None:
    """Why somebody may not review a claim now; None when nothing is in the way.

    Whoever asks about many gives the ladders, and the claims that this person ever had a hand in, so that
    they are read once.
    """
    known = programmes.ladders() if ladders is None else ladders
    own = _touched(access.user, [claim]) if touched is None else touched
    where = Where(field=str(claim.key))
    if claim.state != ClaimState.PROPOSED or not claim.rung:
        return say.NOT_WAITING.at(where, state=checking.state_name(claim))
    if not access.holds(_rung(claim, known).role, claim.place_id):
        return say.NOT_YOURS_TO_REVIEW.at(where, place=checking.place_name(claim.place))
    if access.user.pk in (claim.made_by_id, claim.submitted_by_id) or claim.key in own:
        return say.OWN_CLAIM.at(where)
    if any(a.who_id == access.user.pk and a.turn == claim.turn for a in claim.acceptances.all()):
        return say.LOOKED_ALREADY.at(where)
    return None


def _touched(user: User | AnonymousUser, claims: Sequence[Claim]) -> set[UUID]:
    """The claims of which somebody ever recorded any: changed a number, handed it in, answered for it."""
    keys = {f"claim:{claim.key}": claim.key for claim in claims}
    hands = done_to(keys).filter(action__in=RECORDING).values_list("what", "actor_id")
    return {keys[what] for what, actor in hands if actor == user.pk}


def _rung(claim: Claim, ladders: Ladders) -> Rung:
    return next(rung for rung in ladders[claim.ladder].rungs if rung.code == claim.rung)


def _next(claim: Claim, ladders: Ladders) -> Rung | None:
    return ladders[claim.ladder].after(claim.rung, Kind(claim.place.kind))


def _pass_on(actor: User, following: Sequence[tuple[Claim, Rung]], done: Reviewed) -> None:
    now = timezone.now()
    Acceptance.objects.bulk_create(
        Acceptance(claim=claim, ladder=claim.ladder, rung=claim.rung, turn=claim.turn, who=actor, at=now)
        for claim, _ in following
    )
    waiting_at: dict[str, list[int]] = defaultdict(list)
    for claim, rung in following:
        claim.rung = rung.code
        waiting_at[rung.code].append(claim.pk)
        done.passed_on.append(str(claim.key))
    for code, ids in waiting_at.items():
        for some in chunks(ids):
            Claim.objects.filter(pk__in=some).update(rung=code)


def _let_in(actor: User, claims: Sequence[Claim], ladder: str, done: Reviewed) -> None:
    """Lets in all that the book takes; what it refuses is named and left out, and the rest is tried again."""
    left = list(claims)
    while left:
        try:
            with transaction.atomic():
                _known_today(left)
                letting_in.let_in(actor, left, ladder=ladder, rung=left[0].rung)
        except Refused as refused:
            here = {str(claim.key) for claim in left}
            done.problems += [problem for problem in refused.problems if problem.where.field in here]
            named = {problem.where.field for problem in refused.problems}
            fewer = [claim for claim in left if str(claim.key) not in named]
            if len(fewer) == len(left):  # the book names what stands in it, not which of these is at odds
                _one_by_one(actor, left, ladder, done)
                return
            left = fewer
        else:
            done.accepted += [str(claim.key) for claim in left]
            Claim.objects.filter(pk__in=[claim.pk for claim in left]).update(rung="")
            return


def _one_by_one(actor: User, claims: Sequence[Claim], ladder: str, done: Reviewed) -> None:
    """Lets in each by itself, so that what is wrong can be told under the claim that is wrong."""
    for claim in claims:
        try:
            with transaction.atomic():
                _known_today([claim])
                letting_in.let_in(actor, [claim], ladder=ladder, rung=claim.rung)
        except Refused as refused:
            where = Where(field=str(claim.key))
            done.problems += [problem.kind.at(where, **problem.values) for problem in refused.problems]
        else:
            done.accepted.append(str(claim.key))
            Claim.objects.filter(pk=claim.pk).update(rung="")


def _known_today(claims: Sequence[Claim]) -> None:
    """A claim of the field is officially known from the day on which it is let in."""
    today = timezone.localdate()
    for claim in claims:
        claim.told_on = today
    for some in chunks([claim.pk for claim in claims]):
        Claim.objects.filter(pk__in=some).update(told_on=today)


@transaction.atomic
def take_back(*, actor: User, keys: Iterable[UUID], reason: str) -> list[Claim]:
    """Takes accepted claims of the field back out of the book, with what followed from them.

    It is for whoever may let such claims in, and had no hand in recording them. What was taken back already
    is passed over. Raises Refused with all that is wrong, also when something else rests on one of them; then
    none is taken back.
    """
    claims = the_locked(keys)
    standing = [claim for claim in claims if claim.state != ClaimState.TAKEN_BACK]
    access, ladders, touched = access_of(actor), programmes.ladders(), _touched(actor, standing)
    wrong = [why for claim in standing if (why := _why_not_back(access, claim, ladders, touched))]
    if not reason.strip():
        wrong.append(say.SAY_WHY.at())
    if wrong:
        raise Refused(wrong)
    if standing:
        letting_in.out_of_the_book(actor, standing, reason.strip())
        letting_in.follow(actor, standing)
    return claims


def _why_not_back(
    access: Access, claim: Claim, ladders: Ladders, touched: Collection[UUID]
) -> Problem | None:
    where = Where(field=str(claim.key))
    if claim.state != ClaimState.ACCEPTED or claim.ladder not in ladders:
        return say.NOT_IN_THE_BOOK.at(where, state=checking.state_name(claim))
    if not access.holds(ladders[claim.ladder].rungs[-1].role, claim.place_id):
        return say.NOT_YOURS_TO_REVIEW.at(where, place=checking.place_name(claim.place))
    if access.user.pk in (claim.made_by_id, claim.submitted_by_id) or claim.key in touched:
        return say.OWN_CLAIM.at(where)
    return None


@transaction.atomic
def ask(*, actor: User, key: UUID, text: str) -> Question:
    """Questions one figure of one place: that claim is held until it is answered, all others move on."""
    claim = _reviewed(actor, key)
    if not text.strip():
        raise Refused([say.QUESTION_EMPTY.at()])
    question = Question.objects.create(
        claim=claim, rung=claim.rung, asked_by=actor, asked_at=timezone.now(), text=text.strip()
    )
    claim.state = ClaimState.HELD
    claim.save(update_fields=["state"])
    record(actor=actor, action="question.asked", what=f"claim:{key}", detail={"text": question.text})
    return question


@transaction.atomic
def send_back(*, actor: User, key: UUID, reason: str) -> Claim:
    """Sends a claim back to its recorder with the reason; handed in again, it climbs from the first rung."""
    claim = _reviewed(actor, key)
    if not reason.strip():
        raise Refused([say.SAY_WHY.at()])
    SentBack.objects.create(
        claim=claim, turn=claim.turn, rung=claim.rung, who=actor, at=timezone.now(), reason=reason.strip()
    )
    claim.state, claim.rung, claim.turn = ClaimState.RETURNED, "", claim.turn + 1
    claim.save(update_fields=["state", "rung", "turn"])
    record(actor=actor, action="claim.returned", what=f"claim:{key}", detail={"reason": reason.strip()})
    return claim


def _reviewed(actor: User, key: UUID) -> Claim:
    (claim,) = the_locked([key])
    problem = why_not(access_of(actor), claim)
    if problem is not None:
        raise Refused([problem])
    return claim
