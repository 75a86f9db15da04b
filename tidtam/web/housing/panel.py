"""One section of the page of a project that another area makes."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Panel:
    """One section of the page: its template, and what that shows under the name `panel`."""

    template: str
    shown: Any
