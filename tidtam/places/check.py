"""Looks for what should never be wrong with places: a nesting that is not what the edges of its tree say."""

from collections.abc import Iterator

from tidtam.places import problems as say
from tidtam.places.queries import trees_out_of_step
from tidtam.problems import Problem


def faults() -> Iterator[Problem]:
    """Every fault that is found."""
    for code in trees_out_of_step():
        yield say.OUT_OF_STEP.at(tree=code)
