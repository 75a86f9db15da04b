"""Addresses of the pages that a report's figures open to."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from django.conf import settings

from tidtam.places.codes import NATION
from tidtam.reports.content import Board, Line
from tidtam.thai.dates import iso_be


def trail_address(board: Board, line: Line, stage: str | None = None) -> str:
    """The page with the trail of a figure, as of the same day and as then known."""
    return f"{settings.TIDTAM_URL}/trail/{quote(line.line)}/?{_query(board, stage)}"


def map_address(board: Board, line: Line) -> str:
    """The map of a line, as of the same day and as then known."""
    return f"{settings.TIDTAM_URL}/map/{quote(line.line)}/?{_query(board)}"


def place_trail_address(board: Board, line: Line, place: str) -> str:
    """The trail of the part of a figure that lies at a place."""
    return f"{settings.TIDTAM_URL}/trail/{quote(line.line)}/?{_query(board, place=place)}"


def board_address(board: Board) -> str:
    """The board that says the same as this report."""
    return f"{settings.TIDTAM_URL}/?{_query(board)}"


def _query(board: Board, stage: str | None = None, place: str | None = None) -> str:
    said = {"fy": str(board.fiscal_year), "as_of": iso_be(board.as_of)}
    if board.known_at is not None:
        said["known_at"] = iso_be(board.known_at)
    at = place or board.place.code
    if at != NATION:
        said["place"] = at
    if stage is not None:
        said["stage"] = stage
    return urlencode(said, safe=":")
