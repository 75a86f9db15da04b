"""The official places of Thailand, current and abolished, as the packaged source (geothai) gives them."""

from collections.abc import Iterable
from datetime import date

import geothai
from geothai.abolished import abolished_areas

from tidtam.places import codes
from tidtam.places.models import Kind, Succession
from tidtam.places.records import PlaceRecord, SuccessionRecord

NATION = PlaceRecord(code=codes.NATION, kind=Kind.NATION, name_th="ประเทศไทย", name_en="Thailand", home=None)

VERSION = f"geothai {geothai.DATA_VERSION}"

SOURCE = "กรมการปกครอง ผ่าน GeoThai (CC BY 4.0)"

_KIND = {"province": Kind.PROVINCE, "district": Kind.DISTRICT, "subdistrict": Kind.TAMBON}


def official_places() -> list[PlaceRecord]:
    """The nation, 77 provinces, 928 districts, 7,436 tambons and the abolished areas, parents first."""
    began = _beginnings()
    places = [NATION]
    for area in geothai.provinces():
        places.append(_place(Kind.PROVINCE, area, NATION.code, began))
    for province in geothai.provinces():
        for district in geothai.districts(province.code):
            places.append(_place(Kind.DISTRICT, district, province.code, began))
            tambons = geothai.subdistricts(district.code)
            places += [_place(Kind.TAMBON, area, district.code, began) for area in tambons]
    return _parents_first(places + _abolished())


def successions() -> list[SuccessionRecord]:
    """Which places took over from which abolished ones, and how sure that is."""
    return [
        SuccessionRecord(
            place=area.code,
            successor=successor,
            basis=area.successors_basis or Succession.Basis.NAME.value,
            in_force=_day(area.successors_in_force),
            source=area.successors_source or "",
        )
        for area in abolished_areas()
        for successor in area.successors
    ]


def _place(kind: Kind, area: object, home: str, began: dict[str, date]) -> PlaceRecord:
    code, name_th, name_en = (str(getattr(area, name)) for name in ("code", "name_th", "name_en"))
    return PlaceRecord(
        code=code,
        kind=kind,
        name_th=name_th,
        name_en=name_en,
        home=home,
        valid_from=began.get(code),
        source=SOURCE,
    )


def _abolished() -> list[PlaceRecord]:
    return [
        PlaceRecord(
            code=area.code,
            kind=_KIND[area.level],
            name_th=area.name_th,
            name_en=area.name_en or "",
            home=area.parent_code or NATION.code,
            valid_to=_day(area.abolished_on),
            source=SOURCE,
        )
        for area in abolished_areas()
    ]


def _beginnings() -> dict[str, date]:
    """The first day of places that a gazette notice put in the place of others; no other is known."""
    found: dict[str, date] = {}
    for succession in successions():
        if succession.in_force:
            known = found.get(succession.successor, succession.in_force)
            found[succession.successor] = min(known, succession.in_force)
    return found


def _parents_first(places: Iterable[PlaceRecord]) -> list[PlaceRecord]:
    return sorted(places, key=lambda place: (place.home is not None, len(place.code), place.code))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
