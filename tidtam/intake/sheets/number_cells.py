"""A row of the sheet: the codes in it and the number that was typed, with what is wrong with it."""

from collections.abc import Mapping
from decimal import Decimal

from tidtam.intake.cells import LARGEST, Row, as_text
from tidtam.intake.layout import Sheet
from tidtam.intake.sheets import problems as say
from tidtam.problems import Where
from tidtam.thai.numbers import NumberUnreadable, read_number


class NumberRow(Row):
    """A row whose number may stay empty: then nothing is said."""

    def __init__(self, sheet: Sheet, where: Where, cells: Mapping[str, object], headers: Mapping[str, str]):
        super().__init__(sheet, where, cells, headers)
        self.place, self.line = self.plain("place"), self.plain("line")

    def plain(self, key: str) -> str:
        """The text of a cell, without the apostrophe that keeps it from being a formula."""
        return as_text(self.cells.get(key)).removeprefix("'")

    def number_typed(self) -> int | None:
        """The number, in Arabic or Thai digits; None when it is empty or (with a problem) unclear."""
        text = self.plain("number")
        if not text or self.failed:
            return None
        try:
            number = read_number(text)
        except NumberUnreadable:
            self.report(say.NUMBER_UNCLEAR, "number", text=text)
            return None
        return self._counted_number(text, number)

    def _counted_number(self, text: str, number: int | Decimal) -> int | None:
        if number != int(number):
            self.report(say.NUMBER_NOT_WHOLE, "number", text=text)
        elif number < 0:
            self.report(say.NUMBER_NEGATIVE, "number", text=text)
        elif number > LARGEST:
            self.report(say.NUMBER_TOO_LARGE, "number", text=text, most=f"{LARGEST:,}")
        else:
            return int(number)
        return None
