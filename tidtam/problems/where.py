"""The spot a problem is at: file, sheet, row, column, field."""

from dataclasses import asdict, dataclass

from tidtam.problems.language import checked

_WORDING = {
    "th": {"file": "ไฟล์ {}", "sheet": "แผ่น {}", "row": "แถว {}", "column": "ช่อง '{}'", "field": "ข้อมูล '{}'"},
    "en": {
        "file": "file {}",
        "sheet": "sheet {}",
        "row": "row {}",
        "column": "column '{}'",
        "field": "field '{}'",
    },
}


@dataclass(frozen=True, slots=True)
class Where:
    """Any of file, sheet, row (counted from 1, as the spreadsheet shows it), column and field.

    >>> Where(sheet="2.3", row=14, column="จำนวน").text("th")
    "แผ่น 2.3 แถว 14 ช่อง 'จำนวน'"
    >>> Where(sheet="2.3", row=14).text("en")
    'sheet 2.3, row 14'
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    field: str | None = None

    def text(self, lang: str) -> str:
        """The spot in words, from the file down; empty when nothing is known of it."""
        wording = _WORDING[checked(lang)]
        parts = [wording[part].format(value) for part, value in self.as_json().items()]
        return (" " if lang == "th" else ", ").join(parts)

    def as_json(self) -> dict[str, str | int]:
        """Only the parts that are known."""
        return {part: value for part, value in asdict(self).items() if value is not None}
