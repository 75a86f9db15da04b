"""Keeping drafts as claims: papers once, claims once, answers when they come."""

from collections.abc import Iterable, Mapping

from django.db import IntegrityError, transaction

from tidtam.ledger.quantity import UNITS
from tidtam.people.models import User
from tidtam.problems import Both, Problem, Where
from tidtam.review.drafts import Answer, Draft, Paper
from tidtam.review.models import Claim, ClaimCount, SourcePaper
from tidtam.review.outcomes import Proposed
from tidtam.review.problems import DRAWS_UNKNOWN, OTHER_ANSWER
from tidtam.review.queries import locked_by_key
from tidtam.review.rules import first_state, same_answer
from tidtam.review.words import ClaimState, DrawsFrom, IfItFalls

CHUNK = 500


def keep(actor: User, drafts: Mapping[str, Draft]) -> Proposed:
    """Keeps each draft by its key and says which were new, which were there and which got an answer."""
    papers = _papers({draft.paper.key: draft.paper for draft in drafts.values()}.values())
    there, made = _kept(actor, drafts, papers)
    proposed = Proposed(claims={key: there.get(key) or made[key] for key in drafts})
    for key in there.keys() & drafts.keys():
        _again(proposed, key, drafts[key])
    proposed.new = [key for key in drafts if key in made]
    proposed.problems += [_question(key, draft) for key, draft in drafts.items() if _is_held(proposed, key)]
    return proposed


def _kept(
    actor: User, drafts: Mapping[str, Draft], papers: Mapping[str, SourcePaper]
) -> tuple[dict[str, Claim], dict[str, Claim]]:
    """The claims that were there, locked so that nobody accepts or answers them meanwhile, and the new ones.

    When somebody else keeps one of the new ones in the same moment, it is looked for again: each round finds
    at least one more.
    """
    while True:
        there = locked_by_key(drafts)
        fresh = {key: draft for key, draft in sorted(drafts.items()) if key not in there}
        made = {key: _claim(actor, draft, papers[str(draft.paper.key)]) for key, draft in fresh.items()}
        try:
            _insert(made, fresh)
        except IntegrityError:
            if not locked_by_key(fresh):
                raise
        else:
            return there, made


@transaction.atomic
def _insert(made: Mapping[str, Claim], drafts: Mapping[str, Draft]) -> None:
    """All of them or none, in the order of their keys, so that two who insert the same wait, not block."""
    Claim.objects.bulk_create(made.values(), batch_size=CHUNK)
    ClaimCount.objects.bulk_create(_counts(made.values(), drafts), batch_size=CHUNK)


def _is_held(proposed: Proposed, key: str) -> bool:
    return proposed.claims[key].state == ClaimState.HELD


def _papers(papers: Iterable[Paper]) -> dict[str, SourcePaper]:
    wanted = sorted(papers, key=lambda paper: paper.key)
    SourcePaper.objects.bulk_create(
        (
            SourcePaper(
                key=paper.key,
                title=paper.title,
                url=paper.url,
                published=paper.published,
                publisher=paper.publisher,
            )
            for paper in wanted
        ),
        ignore_conflicts=True,
        batch_size=CHUNK,
    )
    found: dict[str, SourcePaper] = {}
    for start in range(0, len(wanted), CHUNK):
        keys = [paper.key for paper in wanted[start : start + CHUNK]]
        found |= {str(paper.key): paper for paper in SourcePaper.objects.filter(key__in=keys)}
    return found


def _claim(actor: User, draft: Draft, paper: SourcePaper) -> Claim:
    claim = Claim(
        key=draft.key,
        kind=draft.kind,
        state=first_state(draft.answer),
        indicator=draft.indicator,
        pathway=draft.pathway,
        unit=draft.unit,
        cycle=draft.cycle,
        place_id=draft.place,
        tree=draft.tree,
        subject_name=draft.subject,
        first_day=draft.first_day,
        last_day=draft.last_day,
        told_on=draft.paper.published,
        paper=paper,
        note=draft.note,
        file=draft.origin.file,
        sheet=draft.origin.sheet,
        rows=list(draft.origin.rows),
        made_by=actor,
    )
    _answer(claim, draft.answer)
    return claim


def _counts(claims: Iterable[Claim], drafts: Mapping[str, Draft]) -> Iterable[ClaimCount]:
    for claim in claims:
        for number in drafts[str(claim.key)].counts:
            yield ClaimCount(claim=claim, stage=number.stage, number=number.number, at_least=number.at_least)


def _answer(claim: Claim, answer: Answer) -> None:
    claim.draws = answer.draws
    claim.lot_place_id = answer.lot_place
    claim.if_it_falls = answer.if_it_falls
    claim.exit_to = answer.exit_to


def answer_of(claim: Claim) -> Answer:
    """The answer that a kept claim carries."""
    return Answer(
        draws=DrawsFrom(claim.draws),
        lot_place=claim.lot_place_id,
        if_it_falls=IfItFalls(claim.if_it_falls),
        exit_to=claim.exit_to,
    )


def _again(proposed: Proposed, key: str, draft: Draft) -> None:
    """A draft that was said before: release a held claim that now has its answer, else leave it as it is."""
    claim = proposed.claims[key]
    if same_answer(answer_of(claim), draft.answer):
        proposed.repeated.append(key)
    elif claim.state == ClaimState.ACCEPTED:
        proposed.repeated.append(key)
        if draft.answer.draws is not DrawsFrom.UNKNOWN:
            proposed.problems.append(OTHER_ANSWER.at(Where(field=key)))
    else:
        _answer(claim, draft.answer)
        claim.state = first_state(draft.answer)
        claim.save(update_fields=["draws", "lot_place", "if_it_falls", "exit_to", "state"])
        proposed.answered.append(key)


def _question(key: str, draft: Draft) -> Problem:
    number = sum(count.number for count in draft.counts)
    unit = UNITS[draft.unit]
    return DRAWS_UNKNOWN.at(Where(field=key), number=f"{number:,}", unit=Both(unit.th, unit.en))
