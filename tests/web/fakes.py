"""A site whose figures are written out by hand, so that pages are tested without a database."""

from datetime import date
from typing import Any

import pytest

from tests.web import fy2562
from tidtam.places.models import Place
from tidtam.reports.content import Board, PlaceMap, StageName, Trail
from tidtam.web import access, choices
from tidtam.web.board import views as board_views
from tidtam.web.downloads import views as download_views
from tidtam.web.maps import views as map_views
from tidtam.web.place import views as place_views
from tidtam.web.trail import views as trail_views

PLACES = {
    code: Place(pk=pk, code=code, kind=kind, name_th=th, name_en=en)
    for pk, (code, kind, th, en) in enumerate(
        (
            ("TH", "nation", "ประเทศไทย", "Thailand"),
            ("codi:bkk-east", "region", "ภาคกรุงเทพฯ ปริมณฑลและตะวันออก", "Bangkok and the East"),
            ("10", "province", "กรุงเทพมหานคร", "Bangkok"),
            ("13", "province", "ปทุมธานี", "Pathum Thani"),
            ("40", "province", "ขอนแก่น", "Khon Kaen"),
            ("canal:lat-phrao", "canal", "คลองลาดพร้าว", "Lat Phrao canal"),
            ("4001", "district", "เมืองขอนแก่น", "Mueang Khon Kaen"),
        ),
        start=1,
    )
}


class Fakes:
    """What the pages asked for, and what they get; a test may change `board_changes`."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.board_changes: dict[str, Any] = {}
        self.map_changes: dict[str, Any] = {}

    def board(self, *, fiscal_year: int | None, as_of: date | None, **asked: Any) -> Board:
        """The board of FY2562, under the year, days and place asked for."""
        self.asked.append({"fiscal_year": fiscal_year, "as_of": as_of, **asked})
        settled = {
            "fiscal_year": fiscal_year or 2562,
            "as_of": as_of or fy2562.AS_OF,
            "known_at": asked["known_at"],
            "place": named(asked["place_code"]),
        }
        return fy2562.board(**(settled | self.board_changes))

    def trail(
        self,
        *,
        line: str,
        fiscal_year: int | None,
        as_of: date | None,
        stage: str | None,
        page: int,
        **asked: Any,
    ) -> Trail:
        """The trail of a line of FY2562."""
        self.asked.append({"line": line, "stage": stage, "page": page, **asked})
        at = next((StageName(s.code, s.name_th, s.name_en) for s in fy2562.STAGES if s.code == stage), None)
        return fy2562.trail(
            line,
            page=min(page, 2),
            fiscal_year=fiscal_year or 2562,
            as_of=as_of or fy2562.AS_OF,
            place=named(asked["place_code"]),
            stage=at,
        )

    def place_map(self, *, line: str, fiscal_year: int | None, as_of: date | None, **asked: Any) -> PlaceMap:
        """The map of a line of FY2562."""
        self.asked.append({"line": line, **asked})
        return fy2562.place_map(
            line,
            **(
                {
                    "fiscal_year": fiscal_year or 2562,
                    "as_of": as_of or fy2562.AS_OF,
                    "known_at": asked["known_at"],
                    "place": named(asked["place_code"]),
                    "tree": asked["tree"] or "admin",
                }
                | self.map_changes
            ),
        )

    def write(self, kind: str, **asked: Any) -> bytes:
        """A file that says what was asked for."""
        self.asked.append({"kind": kind, **asked})
        return f"a {kind}".encode()

    def place(self, code: str) -> Place:
        """One of a few places."""
        if code not in PLACES:
            raise Place.DoesNotExist
        return PLACES[code]

    def groups(self, _lang: str) -> list[choices.PlaceGroup]:
        """The public places of the form."""
        return [
            choices.PlaceGroup(kind, [place for place in PLACES.values() if place.kind == kind])
            for kind in choices.PUBLIC_KINDS
        ]


def named(code: str) -> fy2562.PlaceName:
    """A place as the board names it."""
    place = PLACES[code]
    return fy2562.PlaceName(place.code, place.kind, place.name_th, place.name_en)


def stand_in(patch: pytest.MonkeyPatch) -> Fakes:
    """Puts the fakes in the places of the real questions."""
    fakes = Fakes()
    patch.setattr("tidtam.web.templatetags.practice.banner", lambda: "")
    patch.setattr(board_views.queries, "board", fakes.board)
    patch.setattr(trail_views.queries, "trail", fakes.trail)
    patch.setattr(map_views.queries, "place_map", fakes.place_map)
    patch.setattr(download_views.files, "write", fakes.write)
    patch.setattr(access.places, "place", fakes.place)
    patch.setattr(choices, "place_groups", fakes.groups)
    patch.setattr(choices.programmes, "fiscal_years", lambda: [2561, 2562, 2563])
    patch.setattr(choices.programmes, "lines", lambda year: [None] * {2561: 12, 2562: 15, 2563: 3}[year])
    patch.setattr(place_views, "paths", lambda *_: [[PLACES["TH"], PLACES["codi:bkk-east"]]])
    patch.setattr(
        place_views, "children", lambda *_: [choices.PlaceGroup("canal", [PLACES["canal:lat-phrao"]])]
    )
    return fakes
