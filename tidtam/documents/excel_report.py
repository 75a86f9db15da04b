"""The sheets of the report: all lines, one sheet for each heading, then stages, problems and sources."""

from tidtam.documents.report_layout import PaperFigure, PaperLine, ReportPaper
from tidtam.documents.sheets import Column, SheetOut, Value, sheet_name
from tidtam.thai.words import pieces


def report_sheets(paper: ReportPaper) -> list[SheetOut]:
    """The sheets in order; parts that the paper does not have are left out."""
    return [sheet for sheet in _all_sheets(paper) if sheet.rows]


def _all_sheets(paper: ReportPaper) -> list[SheetOut]:
    headings = [
        SheetOut(
            sheet_name(pieces(f"{heading.no} {heading.name}", paper.names)),
            _result_columns(paper),
            [_row(line) for line in heading.lines],
            (paper.title, f"{heading.no}. {heading.name}", paper.as_of),
            fixed_columns=2,
        )
        for heading in paper.headings
    ]
    rest = (_items, _bands, _milestones, _problems, _sources)
    return [_summary(paper), *headings, *(sheet(paper) for sheet in rest)]


def _summary(paper: ReportPaper) -> SheetOut:
    lines = [_row(line) for heading in paper.headings for line in heading.lines]
    above = (paper.title, paper.agency, paper.period, paper.as_of, *paper.notes)
    return SheetOut(paper.words.summary, _result_columns(paper), lines, above, fixed_columns=2)


def _result_columns(paper: ReportPaper) -> tuple[Column, ...]:
    words = paper.words
    return (
        Column(words.no, width=9),
        Column(words.line, width=58),
        Column(words.unit, width=12),
        Column(words.target, "whole", 12),
        Column(words.result, "whole", 12),
        Column(words.percent, "percent", 10),
        Column(words.remark, width=36),
    )


def _row(line: PaperLine) -> list[Value]:
    return [line.no, line.name, line.unit, line.target, line.result, line.percent, line.remark]


def _items(paper: ReportPaper) -> SheetOut:
    title = paper.words.items
    rows = [_row(line) for line in paper.items]
    return SheetOut(_name(title), _result_columns(paper), rows, (paper.title, title), fixed_columns=2)


def _bands(paper: ReportPaper) -> SheetOut:
    words = paper.words
    columns = (
        Column(words.line, width=52),
        Column(words.stage, width=30),
        Column(words.quantity, "whole", 12),
        Column(words.percent, "percent", 10),
        Column(words.unit, width=12),
    )
    rows: list[list[Value]] = []
    for band in paper.bands:
        rows += [[band.title, stage.name, stage.quantity, stage.share, band.unit] for stage in band.stages]
        rows.append([band.title, words.total, band.total, None, band.unit])
    return SheetOut(_name(words.bands), columns, rows, (paper.title, words.bands, paper.as_of))


def _milestones(paper: ReportPaper) -> SheetOut:
    words = paper.words
    columns = (Column(words.no, width=9), Column(words.line, width=52), Column(words.result, width=60))
    rows: list[list[Value]] = [
        [m.no, m.title, sentence] for m in paper.milestones for sentence in m.sentences
    ]
    return SheetOut(_name(words.milestones), columns, rows, (paper.title, words.milestones))


def _problems(paper: ReportPaper) -> SheetOut:
    words = paper.words
    columns = (
        Column(words.no, "whole", 7),
        Column(words.where, width=20),
        Column(words.what, width=70),
        Column(words.do, width=50),
    )
    rows: list[list[Value]] = [[at, p.where, p.what, p.do] for at, p in enumerate(paper.problems, start=1)]
    return SheetOut(_name(words.problems), columns, rows, (paper.title, words.problems))


def _sources(paper: ReportPaper) -> SheetOut:
    words = paper.words
    columns = (
        Column(words.no, "whole", 7),
        Column(words.sources, width=70),
        Column(words.publisher, width=30),
        Column(words.published, width=16),
        Column(words.address, width=60),
    )
    rows: list[list[Value]] = [
        [at, s.title, s.publisher, s.published, PaperFigure(s.url or "", None, s.url)]
        for at, s in enumerate(paper.sources, start=1)
    ]
    return SheetOut(_name(words.sources), columns, rows, (paper.title, words.sources))


def _name(text: str) -> str:
    return sheet_name(pieces(text))
