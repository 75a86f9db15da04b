"""Standings that are taken back because a later paper answers "correct the earlier total" to a fall."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tidtam.ledger_store.post import Reversal
from tidtam.programmes.queries import pathway
from tidtam.review.drafts import Number
from tidtam.review.models import Claim
from tidtam.review.rules import differs, may_correct, outdoes
from tidtam.review.words import ClaimKind, ClaimState, IfItFalls

Scope = tuple[str, str, int, str]


@dataclass(frozen=True, slots=True)
class Correction:
    """An earlier standing and the later one that takes it back."""

    earlier: Claim
    later: Claim

    @property
    def reversal(self) -> Reversal:
        """Taken back on the day on which the later paper was published."""
        reason = self.later.note or f"แก้ยอดเดิมตาม {self.later.source}"
        return Reversal(key=str(self.earlier.key), known_on=self.later.told_on, reason=reason)

    @property
    def laid_aside(self) -> Reversal:
        """The correction itself taken back, on the day on which it was published."""
        reason = f"ยอดเดิมมาถึงภายหลัง: {self.earlier.source}"
        return Reversal(key=str(self.later.key), known_on=self.later.told_on, reason=reason)


def caused_by(claims: Sequence[Claim]) -> list[Correction]:
    """What the new claims take back, and what of them an earlier accepted correction takes back.

    Looking both ways makes every order of loading the same claims give the same book.
    """
    new = _by_scope(claim for claim in claims if _is_standing(claim))
    if not _anything_corrects(claims):
        return []
    before = _by_scope(_accepted(scope[0] for scope in new))
    found: dict[int, Correction] = {}
    for scope, standings in new.items():
        for pair in _pairs([*before.get(scope, ()), *standings]):
            found.setdefault(pair.earlier.pk, pair)
    return list(found.values())


def _anything_corrects(claims: Sequence[Claim]) -> bool:
    """Most batches have no correction on either side, and then no standing needs to be read."""
    if any(claim.if_it_falls == IfItFalls.CORRECTS for claim in claims):
        return True
    pathways = {claim.pathway for claim in claims}
    correcting = Claim.objects.filter(state=ClaimState.ACCEPTED, if_it_falls=IfItFalls.CORRECTS)
    return correcting.filter(pathway__in=pathways).exists()


def mark(corrections: Iterable[Correction]) -> None:
    """Notes on each claim that was taken back which claim did it."""
    for pair in corrections:
        Claim.objects.filter(pk=pair.earlier.pk).update(corrected_by=pair.later)


def _pairs(standings: Sequence[Claim]) -> Iterator[Correction]:
    for later in sorted(standings, key=_told):
        if later.if_it_falls == IfItFalls.CORRECTS:
            stages = [stage.code for stage in pathway(later.pathway).stages]
            for earlier in standings:
                if may_correct(later, earlier) and _contradicts(later, earlier, stages):
                    yield Correction(earlier, later)


def _told(claim: Claim) -> tuple[date, date, str]:
    """The first paper that corrects a standing is the one that takes it back, whatever was loaded first."""
    return claim.told_on, claim.last_day, str(claim.key)


def _contradicts(later: Claim, earlier: Claim, stages: Sequence[str]) -> bool:
    was, says = _numbers(earlier), _numbers(later)
    return outdoes(was, says, stages) or (earlier.last_day == later.last_day and differs(was, says))


def _accepted(pathways: Iterable[str]) -> Iterable[Claim]:
    """Accepted standings of the pathways that nobody has taken back, locked so that nobody else does."""
    live = Claim.objects.filter(
        state=ClaimState.ACCEPTED,
        kind=ClaimKind.STANDS,
        subject_name="",
        pathway__in=set(pathways),
        corrected_by=None,
    )
    locked = live.select_for_update(of=("self",)).order_by("key")
    return locked.select_related("paper", "made_by").prefetch_related("counts")


def _by_scope(claims: Iterable[Claim]) -> dict[Scope, list[Claim]]:
    scopes: dict[Scope, list[Claim]] = defaultdict(list)
    for claim in claims:
        scopes[claim.pathway, claim.cycle, claim.place_id, claim.tree].append(claim)
    return scopes


def _is_standing(claim: Claim) -> bool:
    return claim.kind == ClaimKind.STANDS and not claim.subject_name


def _numbers(claim: Claim) -> list[Number]:
    return [Number(count.stage, count.number, count.at_least) for count in claim.counts.all()]
