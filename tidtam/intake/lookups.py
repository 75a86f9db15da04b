"""Places, indicators and stages by what people write, each looked up once for a whole workbook."""

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property

from tidtam.intake.cells import plain
from tidtam.ledger.pathway import Pathway, Stage
from tidtam.ledger.quantity import Unit
from tidtam.places.answers import Answer, Found, Nothing, Scope
from tidtam.places.finder import Finder
from tidtam.places.lookup import finder
from tidtam.places.models import TreeEdge
from tidtam.places.queries import ancestors, nation
from tidtam.places.rules import Span, span
from tidtam.problems import Both
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion

NATION_WORDS = frozenset({"", "ทั้งประเทศ", "ประเทศไทย", "wholecountry", "thailand", "th"})
MOST_UNKNOWN = 300


class Lookups:
    """What the texts of a workbook mean; answers are kept, because the same names come again and again."""

    def __init__(self) -> None:
        self.indicator = cache(_indicator)
        self.holds = cache(_holds)
        self._trees_below = cache(_trees_below)
        self._places: dict[tuple[str, date], Answer] = {}
        self._unknown = 0

    @cached_property
    def pathways(self) -> dict[str, Pathway]:
        """All pathways by their codes."""
        return programmes.pathways()

    @cached_property
    def codes(self) -> list[str]:
        """The codes of all indicators, of any year."""
        return programmes.codes()

    @cached_property
    def _finder(self) -> Finder:
        return finder()

    @cached_property
    def _nation(self) -> Found:
        return Found(nation())

    def place(self, text: str, on: date) -> Answer | None:
        """The place that a text names on a day; an empty text is the whole country.

        None once too many names were not found: looking for what is nearest to each takes a while, and so
        many mean that the wrong column was filled in.
        """
        if plain(text) in NATION_WORDS:
            return self._nation
        if (text, on) not in self._places:
            if self.gave_up:
                return None
            answer = self._places[text, on] = self._finder.find(text, Scope(on), False)
            self._unknown += isinstance(answer, Nothing)
        return self._places[text, on]

    def tree(self, place_id: int, tree: str, on: date) -> str:
        """The tree in which a place holds others on a day: the indicator's own, else the first.

        The indicator's own when it holds none.
        """
        edges = self._trees_below(place_id)
        held_in = sorted({code for code, days in edges if days.first <= on < days.end})
        return tree if tree in held_in or not held_in else held_in[0]

    @property
    def gave_up(self) -> bool:
        """Whether so many names of places were not found that no more are looked for."""
        return self._unknown >= MOST_UNKNOWN

    def near_codes(self, text: str) -> list[str]:
        """Codes of indicators that are written much like a text."""
        return get_close_matches(text, self.codes, 3, 0.5)


def _indicator(code: str, fiscal_year: int) -> IndicatorVersion | None:
    return programmes.indicator(code, fiscal_year)


def _trees_below(place_id: int) -> list[tuple[str, Span]]:
    """The trees in which a place holds others, each with the days on which it does."""
    edges = TreeEdge.objects.filter(parent_id=place_id).values_list("tree_id", "valid_from", "valid_to")
    return [(tree, span(first, end)) for tree, first, end in edges.distinct()]


def _holds(ancestor: int, descendant: int, on: date) -> bool:
    """Whether a place lies within another, in any tree, on a day."""
    return any(ancestor in above for above in ancestors(descendant, on).values())


def find_stage(stages: Sequence[Stage], text: str) -> Stage | None:
    """The stage with this code or name, in Thai or English; spaces and capitals do not matter."""
    wanted = plain(text)
    return next((s for s in stages if wanted in {plain(s.code), plain(s.th), plain(s.en)}), None)


def is_unit(text: str, unit: Unit) -> bool:
    """Whether a text names a unit, by its Thai or English name or its code.

    >>> from tidtam.ledger.quantity import UNITS
    >>> is_unit("ครัวเรือน", UNITS["household"]), is_unit("หลัง", UNITS["household"])
    (True, False)
    """
    return plain(text) in {plain(unit.code), plain(unit.th), plain(unit.en)}


def all_names(stages: Sequence[Stage]) -> Both:
    """The names of stages as a list."""
    return Both(
        ", ".join(stage.th for stage in stages) or "-", ", ".join(stage.en for stage in stages) or "-"
    )
