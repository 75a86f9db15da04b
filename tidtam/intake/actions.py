"""Importing workbooks: always a preview first; on commit everything of all files, or nothing."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from django.db import transaction

from tidtam.audit.actions import record
from tidtam.intake import problems as say
from tidtam.intake.claims import Made
from tidtam.intake.lookups import Lookups
from tidtam.intake.placing import placed
from tidtam.intake.preview import ClaimShown, Preview
from tidtam.intake.reading import FileRead, Progress, no_progress, read_file
from tidtam.intake.showing import show_claim, show_movements
from tidtam.people.models import User
from tidtam.problems import Refused
from tidtam.review import actions as review
from tidtam.review.deadlocks import tried_again
from tidtam.review.drafts import Draft
from tidtam.review.outcomes import Accepted, Proposed
from tidtam.review.words import ClaimState

PART = 1_000


def import_workbooks(
    *, actor: User, paths: Sequence[Path], commit: bool = False, progress: Progress = no_progress
) -> Preview:
    """Reads workbooks, proposes their claims and lets them into the book, all in one transaction.

    Without `commit`, or when anything is wrong, the transaction is rolled back: then the answer says what
    would have happened, and the database is as it was.
    """
    lookups = Lookups()
    files = [read_file(path, lookups, progress) for path in paths]
    return tried_again(lambda: _import(actor, files, commit, progress))


def _import(actor: User, files: Sequence[FileRead], commit: bool, progress: Progress) -> Preview:
    preview = Preview([file.name for file in files], rows=sum(file.rows for file in files))
    preview.problems += [problem for file in files for problem in file.problems]
    made = _once(files)
    with transaction.atomic():
        _carry_out(actor, files, made, preview, progress)
        preview.committed = commit and preview.ok
        if not preview.committed:
            transaction.set_rollback(True)
    return preview


def _once(files: Iterable[FileRead]) -> dict[str, Made]:
    """Each claim once; the same row in two files is one claim."""
    made: dict[str, Made] = {}
    for file in files:
        for one in file.made:
            made.setdefault(str(one.draft.key), one)
    return made


def _carry_out(
    actor: User, files: Sequence[FileRead], made: dict[str, Made], preview: Preview, progress: Progress
) -> None:
    proposed = _propose(actor, [one.draft for one in made.values()], progress)
    accepted = Accepted()
    try:
        progress("post", 0, len(made))
        ready = [claim for claim in proposed.claims.values() if claim.state == ClaimState.PROPOSED]
        accepted = review.accept(actor=actor, claims=ready)
        progress("post", len(made), len(made))
    except Refused as refused:
        preview.problems += placed(refused.problems, made, files)
    preview.problems += placed(proposed.problems, made, files)
    _show(preview, made, proposed, accepted)
    if proposed.new or proposed.answered:
        detail = {"files": preview.files, "new": len(proposed.new), "answered": len(proposed.answered)}
        record(actor=actor, action="workbook.imported", what=f"{len(files)} workbooks", detail=detail)


def _propose(actor: User, drafts: Sequence[Draft], progress: Progress) -> Proposed:
    """Proposes in parts, so that a long import shows how far it is."""
    proposed = Proposed()
    for start in range(0, len(drafts), PART):
        part = review.propose(actor=actor, claims=drafts[start : start + PART])
        proposed.add(part)
        progress("keep", min(start + PART, len(drafts)), len(drafts))
    return proposed


def _show(preview: Preview, made: dict[str, Made], proposed: Proposed, accepted: Accepted) -> None:
    states = _states(proposed)
    preview.claims = [show_claim(one, states[key]) for key, one in made.items()]
    shown: dict[str, ClaimShown] = {claim.key: claim for claim in preview.claims}
    for key, movement in show_movements(accepted.movements, made):
        if key in shown:
            shown[key].movements.append(movement)
        else:
            preview.other_movements.append(movement)
    if repeated := preview.number("repeated"):
        preview.problems.append(say.ALREADY_THERE.at(count=f"{repeated:,}"))


def _states(proposed: Proposed) -> dict[str, str]:
    states = dict.fromkeys(proposed.repeated, "repeated") | dict.fromkeys(proposed.new, "new")
    states |= dict.fromkeys(proposed.answered, "answered")
    held = (key for key, claim in proposed.claims.items() if claim.state == ClaimState.HELD)
    return states | dict.fromkeys(held, "held")
