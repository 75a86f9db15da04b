"""What happens to a project and its households: one event, told once, moves all that hangs on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid4

from tidtam.housing import cycles
from tidtam.housing import problems as say
from tidtam.housing.models import Household, Project
from tidtam.ledger.days import Days
from tidtam.ledger.pathway import Pathway
from tidtam.people.models import User
from tidtam.places import queries as places
from tidtam.problems import Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.review.actions import Named, Telling, add_evidence, submit, tell
from tidtam.review.models import Claim
from tidtam.review.words import DrawsFrom


@dataclass(frozen=True, slots=True)
class Move:
    """A household reached a stage or left by an exit; `from_lot` names it out of the lot of the project.

    That lot is what the book counts at the place of the project without names. It is taken out at
    `lot_stage`, its own stage where none is said: then no total changes. `days` are those of the claim,
    unless it has its own.
    """

    household: Household
    stage: str
    from_lot: bool = False
    lot_stage: str = ""
    days: Days | None = None

    def named(self, pathway: Pathway) -> Named:
        """What the claim says of it."""
        if not self.from_lot:
            return Named(self.household.subject_id, self.stage, days=self.days)
        own = self.stage if self.stage in pathway.rank else ""  # nobody stands in a lot at an exit
        lot_stage = self.lot_stage or own
        return Named(self.household.subject_id, self.stage, DrawsFrom.LOT_ABOVE, lot_stage, self.days)


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo or document that shows it, as it was uploaded."""

    content: bytes
    name: str = ""


def move_households(
    *,
    actor: User,
    project: Project,
    moves: Sequence[Move],
    day: date,
    first_day: date | None = None,
    note: str = "",
    evidence: Sequence[Shown] = (),
    key: UUID | None = None,
    lot_place: int | None = None,
    unknown: bool = False,
) -> Claim:
    """Tells that households of a project reached stages on a day (or from `first_day` on), and hands it in.

    One claim names all of them; whoever checks it lets all of them into the book at once. `lot_place` (id) is
    where the lot stands that they are named out of, the place of the project where it is not said. With
    `unknown` nobody knows yet whether they were in it: the claim is held as a question, and nothing changes.
    Raises Refused with all that is wrong; a photo that the stage demands and that is missing leaves a draft.
    """
    if wrong := list(_wrong(project, moves)):
        raise Refused(wrong)
    days = Days(first_day or day, day)
    tree = places.tree_of(project.place, day)
    telling = telling_of(project, moves, key=key, days=days, tree=tree, lot_place=lot_place, unknown=unknown)
    return handed_in(actor, replace(telling, note=note), evidence)


def telling_of(
    project: Project,
    moves: Sequence[Move],
    *,
    days: Days,
    tree: str,
    key: UUID | None = None,
    lot_place: int | None = None,
    unknown: bool = False,
) -> Telling:
    """What is told of households of a project as one claim; `days` hold those of each."""
    counted = cycles.counted(project)
    pathway = programmes.pathway(counted.households)
    named = [move.named(pathway) for move in moves]
    if unknown:
        named = [replace(one, draws=DrawsFrom.UNKNOWN, lot_stage="") for one in named]
    draws = any(one.draws == DrawsFrom.LOT_ABOVE for one in named)
    return Telling(
        key=key or uuid4(),
        pathway=counted.households,
        cycle=cycles.of_households(project),
        place=project.place,
        tree=tree,
        container=project.subject_id,
        indicator=counted.line,
        first_day=days.first,
        last_day=days.last,
        ladder=counted.ladder,
        draws=DrawsFrom.UNKNOWN if unknown else DrawsFrom.ADDS,
        lot_place=(lot_place or project.place_id) if draws else None,
        named=tuple(named),
    )


def move_project(
    *,
    actor: User,
    project: Project,
    stage: str,
    day: date,
    note: str = "",
    evidence: Sequence[Shown] = (),
    key: UUID | None = None,
) -> Claim:
    """Tells that a project itself reached a stage, or ended by an exit, and hands it in."""
    counted = cycles.counted(project)
    telling = Telling(
        key=key or uuid4(),
        pathway=counted.projects,
        cycle="",
        place=project.place,
        tree=places.tree_of(project.place, day),
        container=project.subject_id,
        first_day=day,
        last_day=day,
        ladder=counted.ladder,
        named=(Named(project.subject_id, stage),),
        note=note,
    )
    return handed_in(actor, telling, evidence)


def handed_in(actor: User, telling: Telling, evidence: Iterable[Shown] = ()) -> Claim:
    """Keeps what is told as a draft, puts what shows it to it, and hands it in."""
    (claim,) = tell(actor=actor, tellings=[telling])
    for shown in evidence:
        add_evidence(actor=actor, key=claim.key, content=shown.content, name=shown.name)
    (claim,) = submit(actor=actor, keys=[claim.key])
    return claim


def _wrong(project: Project, moves: Sequence[Move]) -> Iterable[Problem]:
    if not moves:
        yield say.NO_HOUSEHOLDS.at(Where(field="household"))
    for move in moves:
        if move.household.project_id != project.pk:
            yield say.OTHER_PROJECT.at(Where(field="household"), household=str(move.household))
