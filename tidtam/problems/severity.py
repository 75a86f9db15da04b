"""How much a problem holds up."""

from enum import StrEnum


class Severity(StrEnum):
    """An ERROR refuses the batch, a QUESTION holds the row, a WARNING and a NOTE hold nothing."""

    ERROR = "error"
    QUESTION = "question"
    WARNING = "warning"
    NOTE = "note"
