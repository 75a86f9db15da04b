"""Rows become claims: rows of one standing are put together, and what contradicts is said."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tidtam.intake import problems as say
from tidtam.intake.counting import Contradicts, Fault, Fewer, Missing, Told, Twice, at_or_beyond
from tidtam.intake.meaning import Meant
from tidtam.problems import Both
from tidtam.review.drafts import Draft, Number, Origin


@dataclass(frozen=True, slots=True)
class Made:
    """A claim and the rows that it was made of."""

    draft: Draft
    rows: Sequence[Meant]


def make_claims(rows: Iterable[Meant], broken: Collection[str] = ()) -> list[Made]:
    """The claims of a sheet in row order; what contradicts is noted at its row and makes no claim.

    `broken` are the indicators with rows that could not be used: for them no row is said to be missing.
    """
    standings: dict[tuple[object, ...], list[Meant]] = defaultdict(list)
    for meant in rows:
        standings[meant.scope if meant.is_standing else (meant.line,)].append(meant)
    made = [one for group in standings.values() for one in _made(group, broken)]
    return sorted(_once(made), key=lambda one: one.rows[0].line)


def _made(group: Sequence[Meant], broken: Collection[str]) -> Iterator[Made]:
    first = group[0]
    if not first.is_standing:
        yield Made(_draft(group, (Number(first.stage, first.number),)), group)
        return
    _check_answers(group)
    told = [Told(m.line, m.stage, m.number, m.read.exactly, m.read.at_least) for m in group]
    counted = at_or_beyond(told, [stage.code for stage in first.pathway.stages])
    by_line = {meant.line: meant for meant in group}
    is_broken = first.version.code in broken
    for fault in counted.faults:
        if not (is_broken and isinstance(fault, Missing)):
            _report(by_line[fault.row], fault)
    if not counted.faults and not any(meant.read.row.failed for meant in group):
        yield Made(_draft(group, tuple(counted.counts)), group)


def _draft(group: Sequence[Meant], counts: tuple[Number, ...]) -> Draft:
    spot = group[0].read.row.spot
    notes = dict.fromkeys(meant.read.note for meant in group if meant.read.note)
    answered = next((meant for meant in group if meant.read.row.cells.get("if_it_falls")), group[0])
    origin = Origin(spot.file or "", spot.sheet or "", tuple(meant.line for meant in group))
    return answered.draft(counts, origin, "; ".join(notes))


def _once(made: Iterable[Made]) -> Iterator[Made]:
    """Each claim once; a row that says what an earlier row said gets its problem."""
    seen: dict[object, Made] = {}
    for one in made:
        first = seen.setdefault(one.draft.key, one)
        if first is one:
            yield one
        else:
            one.rows[0].read.row.report(say.ROW_TWICE, "number", first=first.rows[0].line)


def _check_answers(group: Sequence[Meant]) -> None:
    """All rows of a standing that answer "if it falls" give the same answer."""
    answered = [meant for meant in group if meant.read.row.text("if_it_falls")]
    for meant in answered[1:]:
        if meant.answer != answered[0].answer:
            meant.read.row.report(say.ANSWERS_CONTRADICT, "if_it_falls", first=answered[0].line)


def _report(meant: Meant, fault: Fault) -> None:
    row = meant.read.row
    match fault:
        case Twice():
            row.report(say.ROW_TWICE, "number", first=fault.first)
        case Contradicts():
            numbers = {"number": f"{fault.number:,}", "other": f"{fault.other:,}"}
            row.report(
                say.ROWS_CONTRADICT, "number", first=fault.first, stage=_name(meant, fault.stage), **numbers
            )
        case Missing():
            values = {"stage": _name(meant, fault.stage), "missing": _name(meant, fault.missing)}
            row.report(say.LATER_STAGE_MISSING, "stage", **values)
        case Fewer():
            row.report(
                say.EARLIER_IS_LESS,
                "number",
                early=_name(meant, fault.stage),
                late=_name(meant, fault.later),
                fewer=f"{fault.number:,}",
                more=f"{fault.more:,}",
            )


def _name(meant: Meant, stage: str) -> Both:
    found = meant.pathway.stage(stage)
    return Both(found.th, found.en)
