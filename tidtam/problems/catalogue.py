"""The catalogue: each kind of problem is defined once, with its words, and set at a spot when it happens."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from string import Formatter

from tidtam.problems.language import Both, checked
from tidtam.problems.severity import Severity
from tidtam.problems.where import Where

CATALOGUE: dict[str, "Kind"] = {}
"""Every kind that has been defined, by its code."""

_CODE = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its code and its wording in two languages, with {named} places for values."""

    code: str
    th: str
    en: str
    do_th: str
    do_en: str
    severity: Severity = Severity.ERROR

    @property
    def value_names(self) -> frozenset[str]:
        """The names of the values that the wordings need."""
        wordings = (self.th, self.en, self.do_th, self.do_en)
        return frozenset(name for wording in wordings for name in _names(wording))

    def at(self, where: Where | None = None, **values: object) -> "Problem":
        """This problem, at this spot, with these values; TypeError when a wording needs one more value.

        A value may be a `Both` when it reads differently in Thai and English.
        """
        missing = self.value_names - values.keys()
        if missing:
            raise TypeError(f"{self.code} needs {', '.join(sorted(missing))}")
        return Problem(self, where or Where(), values)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what, where, and what to do."""

    kind: Kind
    where: Where = field(default_factory=Where)
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def code(self) -> str:
        """The code of its kind."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """How much it holds up."""
        return self.kind.severity

    def what(self, lang: str) -> str:
        """What is wrong."""
        return self._worded(Both(self.kind.th, self.kind.en), lang)

    def do(self, lang: str) -> str:
        """What the reader can do about it."""
        return self._worded(Both(self.kind.do_th, self.kind.do_en), lang)

    def text(self, lang: str) -> str:
        """Where, what and what to do as one line."""
        said = _joined(self.what(lang), self.do(lang), lang)
        where = self.where.text(lang)
        return f"{where}: {said}" if where else said

    def as_json(self) -> dict[str, object]:
        """Plain values for a program to read; the codes stay the same when the wording changes."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "where": self.where.as_json(),
            "what": {"th": self.what("th"), "en": self.what("en")},
            "do": {"th": self.do("th"), "en": self.do("en")},
        }

    def _worded(self, wording: Both, lang: str) -> str:
        values = {name: v.text(lang) if isinstance(v, Both) else v for name, v in self.values.items()}
        return wording.text(lang).format(**values)


def define(
    code: str, *, th: str, en: str, do_th: str, do_en: str, severity: Severity = Severity.ERROR
) -> Kind:
    """Add a kind to the catalogue; ValueError for a code that is taken, a strange code or an unnamed value.

    >>> unit = define("doctest.unit", th="หน่วยเป็น {unit}", en="the unit is {unit}",
    ...               do_th="โปรดระบุเป็นครัวเรือน", do_en="give households")
    >>> unit.at(Where(row=14), unit=Both("หลัง", "houses")).text("en")
    'row 14: the unit is houses. Give households.'
    """
    if code in CATALOGUE:
        raise ValueError(f"the code {code!r} is defined already")
    if not _CODE.fullmatch(code):
        raise ValueError(f"a code is small letters, digits and dots, not {code!r}")
    kind = Kind(code, th, en, do_th, do_en, severity)
    if not all(name.isidentifier() for name in kind.value_names):
        raise ValueError(f"{code}: every {{value}} of a wording needs a name")
    CATALOGUE[code] = kind
    return kind


def text_of(problems: Iterable[Problem], lang: str = "th") -> str:
    """All of them, a line each, in the order given."""
    return "\n".join(problem.text(lang) for problem in problems)


def _names(wording: str) -> set[str]:
    return {
        name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(wording) if name is not None
    }


def _joined(what: str, do: str, lang: str) -> str:
    """Thai sentences are parted by a space; English ones by a stop and a capital."""
    if checked(lang) == "th":
        return f"{what} {do}".strip()
    sentences = [s if s.endswith((".", "?")) else f"{s}." for s in (what.strip(), do.strip()) if s]
    return " ".join([*sentences[:1], *(s[:1].upper() + s[1:] for s in sentences[1:])])
