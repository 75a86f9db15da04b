"""The fields of a form as a page shows them: what was typed, what may be chosen, what is wrong beneath."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from tidtam.problems import Problem
from tidtam.web.show import Show
from tidtam.web.work.typed import by_field

Option = tuple[str, str]
"""A value and its name."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `kind` is line, words, select, ticks, files or tick."""

    ident: str
    name: str
    label: str
    kind: str
    values: Sequence[str] = ()
    options: Sequence[Option] = ()
    hint: str = ""
    wrong: Sequence[Problem] = ()
    numeric: bool = False

    @property
    def value(self) -> str:
        """What was typed into a field of one value."""
        return self.values[0] if self.values else ""

    @property
    def described(self) -> str:
        """The parts of the page that say more of it, by id."""
        said = [f"{self.ident}-hint"] if self.hint else []
        return " ".join([*said, f"{self.ident}-wrong"] if self.wrong else said)


class Sheet:
    """A form by its name in an area: makes its fields from what was typed, else from what is usual."""

    def __init__(
        self,
        form: str,
        show: Show,
        typed: QueryDict | None,
        wrong: Iterable[Problem] = (),
        *,
        area: str = "housing",
    ) -> None:
        self.form, self.show, self.typed, self.area = form, show, typed, area
        self._found = list(wrong)
        self.fields: list[Field] = []

    @property
    def is_open(self) -> bool:
        """Whether somebody is at it: it was sent, and is shown again."""
        return self.typed is not None

    @property
    def wrong(self) -> int:
        """How many things are wrong."""
        return len(self._found)

    @property
    def of_no_field(self) -> list[Problem]:
        """What is wrong and stands under no field."""
        names = tuple(field.name for field in self.fields)
        return by_field(self._found, names).get("page", [])

    def add(
        self,
        name: str,
        kind: str = "line",
        *,
        usual: str = "",
        options: Sequence[Option] = (),
        hint: str = "",
        numeric: bool = False,
    ) -> None:
        """One more field; its words are `<area>.<form>.<name>`, those of a hint are named."""
        values = self.typed.getlist(name) if self.typed is not None else [usual] * bool(usual)
        label = self.show.say(f"{self.area}.{self.form}.{name}")
        said = self.show.say(hint) if hint else ""
        wrong = by_field(self._found, (name,)).get(name, [])
        ident = f"{self.form}-{name}"
        self.fields.append(Field(ident, name, label, kind, values, options, said, wrong, numeric))
