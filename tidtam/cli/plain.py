"""Values of a report as a program reads them: days as ISO, exact decimals as numbers, nothing as null."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from tidtam.problems import Problem


def plain(value: object) -> object:
    """A value, and all that is in it, as JSON can hold it.

    >>> plain({"as_of": date(2019, 3, 31), "percent": Decimal("43.6"), "stages": (1, None)})
    {'as_of': '2019-03-31', 'percent': 43.6, 'stages': [1, None]}
    """
    if isinstance(value, Problem):
        return value.as_json()
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): plain(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [plain(held) for held in value]
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
