"""The kinds of file that a report can be; it imports nothing heavy, so that commands start quickly."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how its name ends, what people call it, and its media type."""

    ending: str
    name: str
    media_type: str


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: dict[str, Format] = {
    found.ending: found
    for found in (
        Format("docx", "Word", f"{_OFFICE}.wordprocessingml.document"),
        Format("pdf", "PDF", "application/pdf"),
        Format("xlsx", "Excel", f"{_OFFICE}.spreadsheetml.sheet"),
        Format("json", "JSON", "application/json; charset=utf-8"),
    )
}
