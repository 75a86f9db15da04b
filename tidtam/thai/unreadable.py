"""The errors that say why a text could not be read, with the words to tell it."""

from tidtam.problems import Kind, Problem, Where
from tidtam.thai import problems as told


class Unreadable(ValueError):
    """Text that could not be read; `reason` is for programs, `problem` for people."""

    def __init__(self, kind: Kind, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.values = values

    def problem(self, where: Where | None = None) -> Problem:
        """The same as a problem at a spot, in Thai and English."""
        return self.kind.at(where, **self.values)

    def __str__(self) -> str:
        return self.problem().text("en")


class DateUnreadable(Unreadable):
    """`reason` is "unreadable", "year_out_of_range" or "no_such_day"."""

    def __init__(self, kind: Kind, **values: object) -> None:
        reasons = {
            told.YEAR_OUT_OF_RANGE: "year_out_of_range",
            told.YEAR_ADDED_TWICE: "year_out_of_range",
            told.NO_SUCH_DAY: "no_such_day",
        }
        super().__init__(kind, reasons.get(kind, "unreadable"), **values)

    @property
    def meant(self) -> int | None:
        """2562 when 3105 was written (543 added twice); None when nothing better is known."""
        meant = self.values.get("meant")
        return meant if isinstance(meant, int) else None


class NumberUnreadable(Unreadable):
    """`reason` is "empty", "not_a_number" or "comma_misplaced"."""

    def __init__(self, kind: Kind, **values: object) -> None:
        reasons = {told.NUMBER_EMPTY: "empty", told.NUMBER_COMMA: "comma_misplaced"}
        super().__init__(kind, reasons.get(kind, "not_a_number"), **values)
