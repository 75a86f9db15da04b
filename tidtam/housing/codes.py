"""Codes of lists, as definitions give them."""

from collections.abc import Collection, Iterator

from tidtam.housing import problems as say
from tidtam.problems import Problem, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.money import CodeEntry


def offered(code_list: str) -> tuple[CodeEntry, ...]:
    """The entries that a page offers: those out of use are left out."""
    return tuple(entry for entry in programmes.codes_of(code_list) if not entry.retired)


def entry_of(code_list: str, code: str) -> CodeEntry | None:
    """The entry of a code, in use or not; None when the list has none."""
    return next((entry for entry in programmes.codes_of(code_list) if entry.code == code), None)


def unknown_code(
    code_list: str, code: str, spot: str = "kind", known: Collection[str] | None = None
) -> Iterator[Problem]:
    """What is wrong with a code that is to be kept; nothing when the list offers it.

    Whoever asks about many gives the `known` codes, so that the list is read once.
    """
    codes = [entry.code for entry in offered(code_list)] if known is None else known
    if code not in codes:
        said = {"code": code or "–", "code_list": code_list, "codes": ", ".join(codes)}
        yield say.CODE_UNKNOWN.at(Where(field=spot), **said)
