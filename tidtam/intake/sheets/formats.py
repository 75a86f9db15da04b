"""The kinds of files in which the sheet of a round goes out."""

from collections.abc import Callable

from tidtam.intake.sheets.content import Content
from tidtam.intake.sheets.csv_writing import write_csv
from tidtam.intake.sheets.writing import write_sheet

FORMATS: dict[str, Callable[[Content], bytes]] = {".xlsx": write_sheet, ".csv": write_csv}
"""The writer of each kind by the ending of its file."""

MEDIA_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv; charset=utf-8",
}
