"""Problems of the book and of review put at the row of the workbook that they are about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tidtam.intake.claims import Made
from tidtam.intake.problems import EARLIER_CLAIM
from tidtam.intake.reading import FileRead
from tidtam.problems import Problem, Where
from tidtam.review.models import Claim
from tidtam.review.queries import claims_by_key

SURE = frozenset({"ledger.total_falls", "ledger.disagrees"})
"""What the book says for sure even when other rows of the indicator could not be used."""


def placed(problems: Iterable[Problem], made: Mapping[str, Made], files: Sequence[FileRead]) -> list[Problem]:
    """Each problem at its sheet and row, its key left out.

    A problem of a claim from an earlier import keeps that file and row. What may only follow from rows that
    could not be used (a lot that seems to be missing) is left out: those rows have their own problems.
    """
    listed = list(problems)
    unknown = {problem.where.field for problem in listed if problem.where.field} - made.keys()
    earlier = claims_by_key(key for key in unknown if key)
    broken = {code for file in files for code in file.broken}
    found = []
    for problem in listed:
        key = problem.where.field or ""
        one = made.get(key)
        if (
            one
            and one.draft.indicator in broken
            and problem.code.startswith("ledger.")
            and problem.code not in SURE
        ):
            continue
        found.append(replace(problem, where=_where(problem.where, one, earlier.get(key))))
    return [*found, *(_about_earlier(claim) for claim in earlier.values())]


def _about_earlier(claim: Claim) -> Problem:
    where, row = Where(file=claim.file, sheet=claim.sheet), next(iter(claim.rows), "-")
    return EARLIER_CLAIM.at(where, file=claim.file, row=row, indicator=claim.indicator)


def _where(where: Where, made: Made | None, earlier: Claim | None) -> Where:
    if made:
        row = made.rows[0].read.row
        return row.at("number")
    if earlier:
        return Where(file=earlier.file, sheet=earlier.sheet, row=next(iter(earlier.rows), None))
    return where
