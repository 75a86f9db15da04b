"""Sums that must hold: in every year, the parts of a whole add up to it."""

from __future__ import annotations

from tidtam.ledger.fiscal import FiscalYear
from tidtam.problems import Problem
from tidtam.programmes import queries as programmes
from tidtam.reports.problems import PARTS_DIFFER
from tidtam.reports.queries import board


def identity_faults() -> list[Problem]:
    """Wholes whose parts, all of them reported, do not add up at the end of their fiscal year."""
    found: list[Problem] = []
    for year in programmes.identity_years():
        shown = board(fiscal_year=year, as_of=FiscalYear(year).end)
        found += [problem for problem in shown.problems if problem.kind is PARTS_DIFFER]
    return found
