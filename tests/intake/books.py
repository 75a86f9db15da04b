"""Workbooks of results for tests, written the way people write them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

_RESULTS = """ตัวชี้วัด สถานที่ รายการ แบบ ขั้น การนับ จำนวน อย่างน้อย หน่วย วันที่ ตั้งแต่ ถ้าลดลง มาจาก จากสถานที่
แหล่งที่มา หมายเหตุ"""
RESULT_HEADERS = _RESULTS.split()
SOURCE_HEADERS = ["รหัส", "ชื่อเอกสาร", "ที่อยู่", "วันที่เผยแพร่", "ผู้เผยแพร่"]
SEED = {
    "รหัส": "s1",
    "ชื่อเอกสาร": "รายงานต่อรัฐมนตรี",
    "ที่อยู่": "https://example.org/2562-04-23",
    "วันที่เผยแพร่": "23 เมษายน 2562",
    "ผู้เผยแพร่": "พอช.",
}
Line = Mapping[str, Any]


def stands(
    number: object, *, stage: str = "", count: str = "", day: object = "31 มีนาคม 2562", **more: Any
) -> Line:
    """A row of a standing of line 2.3 at the Lat Phrao canal; other columns by their Thai headers."""
    usual = {
        "ตัวชี้วัด": "2.3",
        "สถานที่": "คลองลาดพร้าว",
        "แบบ": "คงอยู่",
        "ขั้น": stage,
        "การนับ": count,
        "จำนวน": number,
        "หน่วย": "ครัวเรือน",
        "วันที่": day,
        "แหล่งที่มา": "s1",
    }
    return {**usual, **more}


def happened(number: object, *, day: object = "31 มีนาคม 2562", **more: Any) -> Line:
    """A row of what happened for line 1.1 in the whole country."""
    usual = {
        "ตัวชี้วัด": "1.1",
        "แบบ": "เกิดขึ้น",
        "จำนวน": number,
        "หน่วย": "ตำบล",
        "วันที่": day,
        "แหล่งที่มา": "s1",
    }
    return {**usual, **more}


def source(name: str, published: object, **more: Any) -> Line:
    """A source with an id and a day."""
    return {**SEED, "รหัส": name, "ที่อยู่": f"https://example.org/{name}", "วันที่เผยแพร่": published, **more}


def lat_phrao() -> list[Line]:
    """The standing of 31 March 2562, stage by stage: 2,068 + 654 + 362 = 3,084."""
    parts = (("completed", 2068), ("building", 654), ("ready", 362))
    return [stands(number, stage=stage, count="ที่ขั้น") for stage, number in parts]


def write(
    path: Path,
    results: Sequence[Line],
    sources: Sequence[Line] = (SEED,),
    *,
    sheets: tuple[str, str] = ("ผล", "แหล่งที่มา"),
    headers: Sequence[str] = RESULT_HEADERS,
) -> Path:
    """Writes a workbook with these rows."""
    book = xlsxwriter.Workbook(str(path))
    dates = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, columns, lines in ((sheets[0], headers, results), (sheets[1], SOURCE_HEADERS, sources)):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, columns)
        for number, line in enumerate(lines, start=1):
            for place, column in enumerate(columns):
                value = line.get(column)
                if isinstance(value, date | datetime):
                    sheet.write_datetime(number, place, value, dates)
                elif value is not None:
                    sheet.write(number, place, value)
    book.close()
    return path
