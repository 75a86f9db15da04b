"""An audit line as a plain sentence, in the language of the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from tidtam.audit.models import AuditLine
from tidtam.people.models import Role
from tidtam.places.models import Place
from tidtam.web.audit.words import KINDS, SENTENCES
from tidtam.web.show import Show

LONGEST = 300


class _Blank(dict[str, str]):
    """What a line does not tell is left out of its sentence, never made up."""

    def __missing__(self, key: str) -> str:
        return "–"


@dataclass(frozen=True, slots=True)
class Told:
    """One line as it is shown."""

    day: str
    time: str
    sentence: str


def told(lines: Iterable[AuditLine], show: Show) -> list[Told]:
    """The lines as sentences, in the order given."""
    found = list(lines)
    codes = {str(line.detail.get("place", "")) for line in found}
    names = {p.code: p for p in Place.objects.filter(code__in=codes).select_related("home")}
    return [_told(line, show, names) for line in found]


def kind_said(action: str, show: Show) -> str:
    """What a kind of action is called."""
    said = KINDS.get(action)
    return said[show.lang == "en"] if said else show.say("audit.kind_other", action=action)


def _told(line: AuditLine, show: Show, names: Mapping[str, Place]) -> Told:
    at: datetime = localtime(line.at)
    return Told(show.brief(at.date()), show.plain(f"{at:%H:%M:%S}"), _sentence(line, show, names))


def _sentence(line: AuditLine, show: Show, names: Mapping[str, Place]) -> str:
    values = _Blank({name: str(value)[:LONGEST] for name, value in line.detail.items()})
    values |= {
        "who": line.actor_name,
        "thing": line.what.partition(":")[2] or line.what,
        "action": line.action,
    }
    if values.get("role") in Role.values:
        values["role"] = show.say(f"role.{values['role']}")
    place = names.get(values.get("place", ""))
    if place is not None:
        values["place"] = place.titled_en if show.lang == "en" else place.titled_th
    wording = SENTENCES.get(line.action)
    if wording is None:
        return show.say("audit.other", who=values["who"], action=line.action, thing=values["thing"])
    return wording[show.lang == "en"].format_map(values)
