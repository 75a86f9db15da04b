"""An audit line as a plain sentence, in the language of the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localtime

from tidtam.audit.models import AuditLine
from tidtam.people.models import Role
from tidtam.places.models import Place
from tidtam.review.models import Claim
from tidtam.web.audit.words import KINDS, SENTENCES
from tidtam.web.show import Show

LONGEST = 300
CLAIM = "claim:"


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
    things = _claims_named(found, show)
    return [_told(line, show, names, things) for line in found]


def _claims_named(lines: Iterable[AuditLine], show: Show) -> dict[str, str]:
    """What people call the claims that lines are about: "1.1 ต.บ้านเป็ด", by what the line has for each."""
    keys = {key for line in lines if (key := _key_of_claim(line.what))}
    rows = Claim.objects.filter(key__in=keys).select_related("place__home")
    return {f"{CLAIM}{claim.key}": _claim_named(claim, show) for claim in rows}


def _key_of_claim(what: str) -> UUID | None:
    try:
        return UUID(what.removeprefix(CLAIM)) if what.startswith(CLAIM) else None
    except ValueError:
        return None


def _claim_named(claim: Claim, show: Show) -> str:
    place = claim.place.titled_en if show.lang == "en" else claim.place.titled_th
    day = show.span(claim.first_day, claim.last_day)
    return f"{show.plain(claim.indicator)} {place} ({day})"


def kind_said(action: str, show: Show) -> str:
    """What a kind of action is called."""
    said = KINDS.get(action)
    return said[show.lang == "en"] if said else show.say("audit.kind_other", action=action)


def _told(line: AuditLine, show: Show, names: Mapping[str, Place], things: Mapping[str, str]) -> Told:
    at: datetime = localtime(line.at)
    return Told(show.brief(at.date()), show.plain(f"{at:%H:%M:%S}"), _sentence(line, show, names, things))


def _sentence(line: AuditLine, show: Show, names: Mapping[str, Place], things: Mapping[str, str]) -> str:
    values = _Blank({name: str(value)[:LONGEST] for name, value in line.detail.items()})
    values |= {
        "who": line.actor_name,
        "thing": things.get(line.what) or line.what.partition(":")[2] or line.what,
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
