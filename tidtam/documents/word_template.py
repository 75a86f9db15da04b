"""Builds the Word template of the report: run `python -m tidtam.documents.word_template` after a change.

The template (templates/report.docx) is an ordinary Word file with places in {{ }} and loops in {% %}; an
agency may edit a copy of it in Word. Word sets Thai by the "complex script" half of each font setting, which
it keeps apart from the Latin half, so fonts, sizes and bold are always set for both.
"""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

TEMPLATE = Path(__file__).parent / "templates" / "report.docx"
FONT = "TH Sarabun New"
FALLBACK = "Sarabun"
FIGURE_STYLE = "Figure"
GREY = RGBColor(0x59, 0x59, 0x59)
CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
RESULT_WIDTHS = (1.6, 6.55, 2.1, 2.15, 2.0, 1.6)  # cm, the 16 between the margins; wide enough for Sarabun


def build() -> Any:
    """The template as a document."""
    document = Document()
    _set_page(document)
    _set_styles(document)
    _name_fallback(document)
    _number_pages(document.sections[0])
    _title(document)
    _results(document)
    _bands(document)
    _maps(document)
    _milestones(document)
    _items(document)
    _problems(document)
    _sources(document)
    _notes(document)
    return document


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    section.header_distance = Cm(1.25)


def _set_styles(document: Any) -> None:
    styles = document.styles
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _set_thai(defaults, 16)
    _style(styles["Normal"], 16, after=4)
    _style(styles["Title"], 18, bold=True, after=0)
    _style(styles["Heading 1"], 17, bold=True, before=14, after=4)
    _style(styles["Heading 2"], 16, bold=True, before=6, after=2)
    _style(styles["Header"], 16)
    _style(styles["List Bullet"], 16, after=2)
    _style(styles.add_style("Cell", 1), 14)
    _style(styles.add_style("Cell head", 1), 14, bold=True)
    _style(styles.add_style("English", 1), 12, colour=GREY)
    _style(styles.add_style("Small", 1), 13, colour=GREY, after=2)
    figure = styles.add_style(FIGURE_STYLE, 2)
    underline = OxmlElement("w:u")
    underline.set(qn("w:val"), "dotted")
    figure.element.get_or_add_rPr().append(underline)
    title_properties = styles["Title"].element.get_or_add_pPr()
    for line in title_properties.findall(qn("w:pBdr")):
        title_properties.remove(line)


def _style(
    style: Any,
    size: float,
    *,
    bold: bool = False,
    colour: RGBColor | None = None,
    before: int = 0,
    after: int = 0,
) -> None:
    _set_thai(style.element.get_or_add_rPr(), size, bold=bold)
    style.font.color.rgb = colour or RGBColor(0x1A, 0x1A, 0x1A)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.0


def _set_thai(properties: Any, size: float, *, bold: bool = False) -> None:
    """Font, size, weight and language for both halves, in the order that the format asks for."""
    for tag in ("w:rFonts", "w:b", "w:bCs", "w:sz", "w:szCs", "w:lang", "w:spacing", "w:kern"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    fonts = {f"w:{half}": FONT for half in ("ascii", "hAnsi", "eastAsia", "cs")}
    weight = "1" if bold else "0"
    twice = str(int(size * 2))
    settings = (
        ("w:rFonts", fonts),
        ("w:b", {"w:val": weight}),
        ("w:bCs", {"w:val": weight}),
        ("w:sz", {"w:val": twice}),
        ("w:szCs", {"w:val": twice}),
        ("w:lang", {"w:val": "en-US", "w:bidi": "th-TH"}),
    )
    for at, (tag, values) in enumerate(settings):
        properties.insert(at, _element(tag, values))


def _name_fallback(document: Any) -> None:
    """Tells Word which font to take where the first is not installed."""
    parts = document.part.package.iter_parts()
    table = next(part for part in parts if part.partname == "/word/fontTable.xml")
    entry = f'<w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/></w:font></w:fonts>'
    table._blob = table.blob.replace(b"</w:fonts>", entry.encode())


def _number_pages(section: Any) -> None:
    """ "- 2 -" at the top of each page but the first."""
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.alignment = CENTRE
    line.add_run("- ")
    run = line.add_run()
    for kind in ("begin", None, "end"):
        if kind:
            run._r.append(_element("w:fldChar", {"w:fldCharType": kind}))
        else:
            code = OxmlElement("w:instrText")
            code.text = "PAGE"
            run._r.append(code)
    line.add_run(" -")


def _title(document: Any) -> None:
    for text, style in (
        ("{{ title }}", "Title"),
        ("{%p if title_en %}", "Normal"),
        ("{{ title_en }}", "English"),
        ("{%p endif %}", "Normal"),
        ("{{ agency }}", "Heading 2"),
        ("{{ period }}", "Normal"),
        ("{{ as_of }}", "Normal"),
    ):
        document.add_paragraph(text, style).alignment = CENTRE
    document.add_paragraph("{%p for paragraph in summary %}")
    document.add_paragraph("{{ paragraph }}").paragraph_format.first_line_indent = Cm(2.5)
    document.add_paragraph("{%p endfor %}")


def _results(document: Any) -> None:
    document.add_paragraph("{{ words.results }}", "Heading 1")
    _picture(document, "overview")
    table = _result_table(document)
    _loop_row(table, "{%tr for heading in headings %}")
    row = _row(table, ["{{ heading.no }}. {{ heading.name }}"])
    row.cells[0].merge(row.cells[-1])
    row.cells[0].paragraphs[0].style = "Cell head"
    row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
    _below(row.cells[0], "heading.name_en", "English")
    _loop_row(table, "{%tr for line in heading.lines %}")
    _result_row(table)
    _loop_row(table, "{%tr endfor %}")
    _loop_row(table, "{%tr endfor %}")


def _result_table(document: Any) -> Table:
    heads = ("no", "line", "unit", "target", "result", "percent")
    return _table(document, RESULT_WIDTHS, heads, right={3, 4, 5})


def _result_row(table: Table) -> None:
    texts = [
        "{{ line.no }}",
        "{{ line.name }}",
        "{{ line.unit }}",
        "{{r line.target }}",
        "{{r line.result }}",
        "{{r line.percent }}",
    ]
    row = _row(table, texts, right={3, 4, 5})
    _below(row.cells[1], "line.name_en", "English")
    _below(row.cells[1], "line.remark", "Small")


def _bands(document: Any) -> None:
    _section(document, "bands")
    document.add_paragraph("{%p for band in bands %}")
    document.add_paragraph("{{ band.title }}", "Heading 2")
    _picture(document, "band.picture")
    table = _table(document, (8, 3, 2, 3), ("stage", "quantity", "percent", "unit"), right={1, 2})
    _loop_row(table, "{%tr for stage in band.stages %}")
    stage = ["{{ stage.name }}", "{{r stage.quantity }}", "{{r stage.share }}", "{{ band.unit }}"]
    _row(table, stage, right={1, 2})
    _loop_row(table, "{%tr endfor %}")
    total = _row(table, ["{{ words.total }}", "{{r band.total }}", "", "{{ band.unit }}"], right={1, 2})
    for cell in total.cells:
        cell.paragraphs[0].style = "Cell head"
    document.add_paragraph("{{ band.note }}", "Small")
    document.add_paragraph("{%p endfor %}")
    _end(document)


def _maps(document: Any) -> None:
    """Each map with its table beside it, in a row that stays on one page."""
    _section(document, "maps")
    document.add_paragraph("{%p for map in maps %}")
    document.add_paragraph("{{ map.title }}", "Heading 2")
    frame: Table = document.add_table(rows=0, cols=2)
    frame.autofit = False
    for column, width in zip(frame.columns, (7, 9), strict=True):
        column.width = Cm(width)
    left, right = _row(frame, ["{{ map.picture }}", ""]).cells
    left.width, right.width = Cm(7), Cm(9)
    table = _table(right, (3.9, 1.3, 2.2, 1.6), ("place", "result", "target", "percent"), right={1, 2, 3})
    _loop_row(table, "{%tr for place in map.places %}")
    place = ["{{ place.name }}", "{{r place.result }}", "{{r place.target }}", "{{r place.percent }}"]
    _row(table, place, right={1, 2, 3})
    _loop_row(table, "{%tr endfor %}")
    first, last = right.paragraphs
    first._p.getparent().remove(first._p)
    last.style = "Cell"
    last.add_run("{{r map.more }}")
    document.add_paragraph("{%p for note in map.notes %}")
    document.add_paragraph("{{ note }}", "Small")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    _end(document)


def _milestones(document: Any) -> None:
    _section(document, "milestones")
    document.add_paragraph("{%p for milestone in milestones %}")
    document.add_paragraph("{{ milestone.no }} {{ milestone.title }}", "Heading 2")
    document.add_paragraph("{%p for sentence in milestone.sentences %}")
    document.add_paragraph("{{r sentence }}", "List Bullet")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    _end(document)


def _items(document: Any) -> None:
    _section(document, "items")
    table = _result_table(document)
    _loop_row(table, "{%tr for line in lines_of_items %}")
    _result_row(table)
    _loop_row(table, "{%tr endfor %}")
    _end(document)


def _problems(document: Any) -> None:
    _section(document, "problems")
    table = _table(document, (1, 3, 7.5, 4.5), ("no", "where", "what", "do"))
    _loop_row(table, "{%tr for problem in problems %}")
    _row(table, ["{{ loop.index }}", "{{ problem.where }}", "{{ problem.what }}", "{{ problem.do }}"])
    _loop_row(table, "{%tr endfor %}")
    _end(document)


def _sources(document: Any) -> None:
    _section(document, "sources")
    document.add_paragraph("{%p for source in sources %}")
    line = document.add_paragraph("{{ loop.index }}. {{r source.title }}{{ source.rest }}")
    line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.8)
    document.add_paragraph("{%p endfor %}")
    _end(document)


def _notes(document: Any) -> None:
    document.add_paragraph("{%p for note in notes %}")
    document.add_paragraph("{{ note }}", "Small")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p if address %}")
    document.add_paragraph("{{r address }}", "Small")
    document.add_paragraph("{%p endif %}")


def _section(document: Any, name: str) -> None:
    document.add_paragraph("{%p if " + name + " %}")
    document.add_paragraph("{{ words." + name + " }}", "Heading 1")


def _end(document: Any) -> None:
    document.add_paragraph("{%p endif %}")


def _picture(document: Any, name: str) -> None:
    document.add_paragraph("{%p if " + name + " %}")
    document.add_paragraph("{{ " + name + " }}").paragraph_format.keep_with_next = True
    document.add_paragraph("{%p endif %}")


def _below(cell: _Cell, name: str, look: str) -> None:
    """A smaller line in the cell, if there is anything to say."""
    cell.add_paragraph("{%p if " + name + " %}", "Cell")
    cell.add_paragraph("{{ " + name + " }}", look)
    cell.add_paragraph("{%p endif %}", "Cell")


def _table(
    document: Any, widths: tuple[float, ...], heads: tuple[str, ...], right: set[int] | None = None
) -> Table:
    """A table with lines below its rows and a head that is repeated on each page."""
    table: Table = document.add_table(rows=0, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    lines = _element("w:tblBorders", {})
    for edge in ("top", "bottom", "insideH"):
        look = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "8C8C8C"}
        lines.append(_element(f"w:{edge}", look))
    table._tbl.tblPr.append(lines)
    table._tbl.tblPr.append(_narrow_margins())
    row = _row(table, ["{{ words." + head + " }}" for head in heads], right)
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", {}))
    for cell in row.cells:
        cell.paragraphs[0].style = "Cell head"
        cell._tc.get_or_add_tcPr().append(_element("w:shd", {"w:val": "clear", "w:fill": "EEF2EF"}))
    return table


def _narrow_margins() -> Any:
    margins = _element("w:tblCellMar", {})
    for edge in ("left", "right"):
        margins.append(_element(f"w:{edge}", {"w:w": "57", "w:type": "dxa"}))  # 1 mm
    return margins


def _row(table: Table, texts: list[str], right: set[int] | None = None) -> _Row:
    """A row that is not broken over two pages."""
    row: _Row = _new_row(table)
    row._tr.get_or_add_trPr().append(_element("w:cantSplit", {}))
    for at, text in enumerate(texts):
        paragraph: Paragraph = row.cells[at].paragraphs[0]
        paragraph.style = "Cell"
        paragraph.add_run(text)
        if at in (right or set()):
            paragraph.alignment = RIGHT
    return row


def _new_row(table: Any) -> _Row:
    row: _Row = table.add_row()
    return row


def _loop_row(table: Table, text: str) -> None:
    """A row that only carries a loop and is gone in the finished paper."""
    _new_row(table).cells[0].paragraphs[0].add_run(text)


def _element(tag: str, values: dict[str, str]) -> Any:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(name), value)
    return element


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    build().save(str(TEMPLATE))
