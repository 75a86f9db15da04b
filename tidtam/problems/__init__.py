"""What is wrong, where, and what to do about it, in Thai and English: one catalogue for every package."""

from tidtam.problems.catalogue import CATALOGUE, Kind, Problem, define, text_of
from tidtam.problems.language import Both
from tidtam.problems.refused import Refused
from tidtam.problems.severity import Severity
from tidtam.problems.where import Where

__all__ = ["CATALOGUE", "Both", "Kind", "Problem", "Refused", "Severity", "Where", "define", "text_of"]
