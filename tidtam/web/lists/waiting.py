"""What waits for its confirmation travels in the page itself, signed, as for the workbook of a round.

Nothing of an upload is kept on the server. The signature holds the account, the project and how its list
stood, so what was shown is what is taken, or it is told.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from django.core import signing

from tidtam.housing.actions import ListRow, NewHousehold, Tell
from tidtam.housing.models import Part
from tidtam.intake.lists import problems as say
from tidtam.intake.lists.actions import Planned
from tidtam.ledger.days import Days
from tidtam.people.models import User
from tidtam.problems import Refused
from tidtam.review.words import DrawsFrom

SALT = "tidtam.web.lists"
HOLDS_FOR = 24 * 3600
"""Seconds."""
LARGEST = 2_000_000
"""Letters; Django takes forms up to 2.5 MB."""


def sealed(person: User, planned: Planned) -> str:
    """The text for a hidden field; Refused when it is more than a form holds."""
    rows = [_packed(row) for row in planned.rows]
    text = signing.dumps(
        [person.pk, planned.code, planned.state, planned.file, rows], salt=SALT, compress=True
    )
    if len(text) > LARGEST:
        raise Refused([say.TOO_MUCH_FOR_A_PAGE.at(count=f"{len(rows):,}")])
    return text


def opened(person: User, code: str, text: str, parts: Sequence[Part]) -> Planned:
    """What was sealed for this account and project; Refused for anything else, and after a day."""
    try:
        who, of, state, file, rows = signing.loads(text, salt=SALT, max_age=HOLDS_FOR)
    except signing.BadSignature as bad:
        raise Refused([say.WAITED_TOO_LONG.at()]) from bad
    if who != person.pk or of != code:
        raise Refused([say.WAITED_TOO_LONG.at()])
    by_number: dict[object, Part] = {part.pk: part for part in parts}
    return Planned(code, state, [_unpacked(row, by_number) for row in rows], file)


def _packed(row: ListRow) -> list[object]:
    known, tell = row.known, row.tell
    told = None
    if tell is not None:
        told = [tell.stage, tell.days.first.isoformat(), tell.days.last.isoformat(), tell.draws.value]
    return [
        row.number, known.name, known.compared, known.id_hash, known.id_tail, known.house,
        known.house_compared, known.part.pk if known.part else None, known.solution,
        list(known.vulnerability), known.note, known.row, told,
    ]  # fmt: skip


def _unpacked(row: list[object], parts: Mapping[object, Part]) -> ListRow:
    number, name, compared, id_hash, id_tail, house, at, part, solution, flags, note, spot, told = row
    known = NewHousehold(
        name=str(name), compared=str(compared), id_hash=str(id_hash), id_tail=str(id_tail), house=str(house),
        house_compared=str(at), part=parts.get(part), solution=str(solution),
        vulnerability=tuple(flags) if isinstance(flags, list) else (), note=str(note), row=str(spot),
    )  # fmt: skip
    tell = None
    if isinstance(told, list):
        stage, first, last, draws = told
        tell = Tell(stage, Days(date.fromisoformat(first), date.fromisoformat(last)), DrawsFrom(draws))
    return ListRow(number if isinstance(number, int) else None, known, tell)
