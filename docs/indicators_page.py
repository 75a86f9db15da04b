"""Writes docs/handbook/indicators.md from the definitions: python -m docs.indicators_page"""

from collections.abc import Iterator
from pathlib import Path

from tidtam.ledger.quantity import UNITS
from tidtam.programmes.reading import read_folder
from tidtam.programmes.words import SECTIONS
from tidtam.programmes.written import Named, WrittenIndicator

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "handbook" / "indicators.md"

OPENING = """# ตัวชี้วัดทั้งหมด · All indicators

Written by `make docs` from `definitions/codi/`. [definitions.md](definitions.md) says how to add one.
"""

HEAD = """
| รหัส · code | ปี · years | ชื่อ · name | หน่วย · unit | ฐาน · basis | วิธีนับ · counting rule |
|---|---|---|---|---|---|
"""

TITLES = {
    "line": "บรรทัดของรายงาน · Lines of the report",
    "item": "รายการของภาคและอื่น ๆ · Items of the regions and others",
    "series": "อนุกรมยาว · Longer series",
}


def page() -> str:
    """The whole page."""
    definitions, _ = read_folder(ROOT / "definitions" / "codi")
    headings = {heading.code: heading for heading in definitions.headings}
    parts = [OPENING]
    for section in SECTIONS:
        own = [one for one in definitions.indicators if one.section == section]
        parts.append(f"\n## {TITLES[section]}\n")
        for heading in dict.fromkeys(one.heading for one in own):
            named = headings.get(heading)
            parts.append((_titled(named) if named else "") + HEAD)
            parts.extend(_row(one) for one in own if one.heading == heading)
    return "".join(parts)


def _titled(heading: Named) -> str:
    return f"\n### {heading.code}. {heading.name_th} · {heading.name_en}\n"


def _row(one: WrittenIndicator) -> str:
    return f"| {' | '.join(_cells(one))} |\n"


def _cells(one: WrittenIndicator) -> Iterator[str]:
    unit = UNITS[one.unit]
    yield f"`{one.code}`"
    yield (
        str(one.first_year) if one.last_year == one.first_year else f"{one.first_year}–{one.last_year or ''}"
    )
    yield f"{one.name_th}<br>{one.name_en}"
    yield f"{unit.th}<br>{unit.en}"
    yield one.basis + (f" {one.basis_since}" if one.basis_since else "")
    yield f"{one.counting_rule_th}<br>{one.counting_rule_en} ({one.confidence})"


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
