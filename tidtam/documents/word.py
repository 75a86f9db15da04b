"""Writes Word from a template that the agency may edit; every figure is a link to its trail."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, RichText

from tidtam.documents.report_layout import (
    PaperFigure,
    PaperLine,
    PaperMap,
    PaperPicture,
    PaperSource,
    PaperStage,
    ReportPaper,
)

TEMPLATE = Path(__file__).parent / "templates" / "report.docx"
FIGURE_STYLE = "Figure"
"""The character style that figures with a link take; a template without it shows them plain."""


def write_word(paper: ReportPaper, template: Path | None = None) -> bytes:
    """The report as Word. `template` is the agency's own; its places are those of `report_context`."""
    filled = DocxTemplate(str(template or TEMPLATE))
    return fill_word(filled, report_context(paper, filled), alts=_alts(paper))


def fill_word(template: DocxTemplate | Path, context: dict[str, Any], alts: Sequence[str] = ()) -> bytes:
    """Any template filled; `alts` are what its pictures show in words, in the order in which they stand."""
    filled = template if isinstance(template, DocxTemplate) else DocxTemplate(str(template))
    filled.render(context, autoescape=True)
    for picture, alt in zip(filled.docx.inline_shapes, alts, strict=False):
        picture._inline.docPr.set("descr", alt)
        for side in "TBLR":  # else LibreOffice keeps a distance to the text
            picture._inline.set(f"dist{side}", "0")
    made = BytesIO()
    filled.save(made)
    return made.getvalue()


def report_context(paper: ReportPaper, template: DocxTemplate) -> dict[str, Any]:
    """What the template may use: the parts of `ReportPaper` by name; figures and source titles are links."""
    figure = partial(_figure, template)
    picture = partial(_picture, template)
    line = partial(_line, template)
    headings = [
        asdict(heading) | {"lines": [line(part) for part in heading.lines]} for heading in paper.headings
    ]
    bands = [
        asdict(band)
        | {"total": figure(band.total), "picture": picture(band.picture)}
        | {"stages": [_stage(template, stage) for stage in band.stages]}
        for band in paper.bands
    ]
    milestones = [asdict(m) | {"sentences": [figure(s) for s in m.sentences]} for m in paper.milestones]
    return asdict(paper) | {
        "words": paper.words,
        "headings": headings,
        "overview": picture(paper.overview),
        "bands": bands,
        "maps": [_map(template, one) for one in paper.maps],
        "milestones": milestones,
        "lines_of_items": [line(part) for part in paper.items],
        "sources": [_source(template, source) for source in paper.sources],
        "address": figure(PaperFigure(paper.address, None, paper.address)) if paper.address else None,
    }


def _line(template: DocxTemplate, line: PaperLine) -> dict[str, Any]:
    figures = {"target": line.target, "result": line.result, "percent": line.percent}
    return asdict(line) | {name: _figure(template, figure) for name, figure in figures.items()}


def _map(template: DocxTemplate, found: PaperMap) -> dict[str, Any]:
    figure = partial(_figure, template)
    places = [
        asdict(place)
        | {"result": figure(place.result), "target": figure(place.target), "percent": figure(place.percent)}
        for place in found.places
    ]
    picture = _picture(template, found.picture)
    return asdict(found) | {"picture": picture, "places": places, "more": figure(found.more)}


def _stage(template: DocxTemplate, stage: PaperStage) -> dict[str, Any]:
    quantity, share = _figure(template, stage.quantity), _figure(template, stage.share)
    return asdict(stage) | {"quantity": quantity, "share": share}


def _source(template: DocxTemplate, source: PaperSource) -> dict[str, Any]:
    rest = "".join(f" · {part}" for part in (source.publisher, source.published) if part)
    return {"title": _figure(template, PaperFigure(source.title, None, source.url)), "rest": rest}


def _figure(template: DocxTemplate, figure: PaperFigure) -> RichText:
    if figure.url is None:
        return RichText(figure.text)
    return RichText(figure.text, style=FIGURE_STYLE, url_id=template.build_url_id(figure.url))


def _picture(template: DocxTemplate, picture: PaperPicture | None) -> InlineImage | None:
    if picture is None:
        return None
    return InlineImage(template, BytesIO(picture.png), width=Mm(picture.width_mm))


def _alts(paper: ReportPaper) -> list[str]:
    pictures = (paper.overview, *(band.picture for band in paper.bands), *(one.picture for one in paper.maps))
    return [picture.alt for picture in pictures if picture]
