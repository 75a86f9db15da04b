"""What happened to a claim, step by step: recorded, handed in, asked, answered, sent back, let in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from tidtam.audit import queries as audit
from tidtam.programmes import queries as programmes
from tidtam.review.models import Claim
from tidtam.web.show import Show

TOLD_BY_AUDIT = {
    "claim.drafted": "story.drafted",
    "claim.changed": "story.changed",
    "claim.submitted": "story.submitted",
    "claim.withdrawn": "story.withdrawn",
    "evidence.added": "story.evidence_added",
    "evidence.removed": "story.evidence_removed",
}
"""The steps that only the audit lines tell, with their words."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: when, who, what, and what was said with it."""

    at: datetime
    who: str
    what: str
    text: str = ""


def story_of(claim: Claim, show: Show) -> list[Step]:
    """All steps of a claim, the first first."""
    steps = [*_noted(claim, show), *_accepted(claim, show), *_asked(claim, show), *_sent_back(claim, show)]
    return sorted(steps, key=lambda step: step.at)


def _noted(claim: Claim, show: Show) -> Iterator[Step]:
    for line in audit.about(f"claim:{claim.key}").filter(action__in=TOLD_BY_AUDIT):
        yield Step(
            line.at,
            line.actor_name,
            show.say(TOLD_BY_AUDIT[line.action]),
            _with_it(line.detail, show),
        )


def _with_it(detail: Mapping[str, str], show: Show) -> str:
    """What was said with a step: the reason, the name of a file, the number before it was put right."""
    was = detail.get("was")
    return detail.get("reason") or detail.get("name") or (show.say("story.was", numbers=was) if was else "")


def _accepted(claim: Claim, show: Show) -> Iterator[Step]:
    names = {
        (ladder.code, rung.code): show.name(rung)
        for ladder in programmes.ladders().values()
        for rung in ladder.rungs
    }
    for one in claim.acceptances.all():
        yield Step(one.at, str(one.who), names.get((one.ladder, one.rung), one.rung))


def _asked(claim: Claim, show: Show) -> Iterator[Step]:
    for one in claim.questions.all():
        yield Step(one.asked_at, str(one.asked_by), show.say("story.asked"), one.text)
        if one.answered_at is not None:
            yield Step(one.answered_at, str(one.answered_by), show.say("story.answered"), one.answer)


def _sent_back(claim: Claim, show: Show) -> Iterator[Step]:
    for one in claim.returns.all():
        yield Step(one.at, str(one.who), show.say("story.sent_back"), one.reason)
