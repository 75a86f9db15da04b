"""The squares of a round: one number for each line and place, as a sheet shows them and takes them back."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID, uuid4

from django.db.models import QuerySet
from django.utils import timezone

from tidtam.people.access import Access, Right
from tidtam.places import queries as places
from tidtam.places.models import RANK, Kind, Place
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion
from tidtam.review.drafts import Answer, Number
from tidtam.review.keeping import answer_of
from tidtam.review.models import Claim, Round
from tidtam.review.said import Said
from tidtam.review.words import WITH_THE_RECORDER, ClaimKind, ClaimState

REPORTING = (Kind.TAMBON, Kind.PROVINCE)
"""The kinds of places that report a line as one number."""

WIDER = {Kind.TAMBON: ("province", "region"), Kind.PROVINCE: ("region",)}
"""Units that are places in which a tambon or a province lies: what it says can never be one of them."""

MILESTONE = "milestone"

CHUNK = 5_000


@dataclass(frozen=True)
class Square:
    """What one line says of one place in a round; `number` is None while nothing was said, which is not 0.

    `before` is the number of the round before, in the same unit. `revision` is 0 for what is not there yet.
    """

    indicator: IndicatorVersion
    place: Place
    claim: Claim | None = None
    before: int | None = None

    @property
    def number(self) -> int | None:
        """The number as it stands now."""
        return number_of(self.claim, self.indicator.counting_stage) if self.claim else None

    @property
    def revision(self) -> int:
        """Which revision of the claim this is: a change says which one it was made from."""
        return self.claim.revision if self.claim else 0

    @property
    def may_change(self) -> bool:
        """Whether it is still with its recorder."""
        return self.claim is None or self.claim.state in WITH_THE_RECORDER


def number_of(claim: Claim, stage: str = "") -> int | None:
    """The number of a claim of the grid at a stage; at the one stage that it has when none is named."""
    counts = [count for count in claim.counts.all() if stage in ("", count.stage)]
    return counts[0].number if counts else None


def lines_of(of_round: Round) -> list[IndicatorVersion]:
    """The lines that are reported as one number in a round; milestone lines are told centre by centre."""
    return [line for line in programmes.lines(of_round.fiscal_year) if line.basis != MILESTONE]


def milestones_of(of_round: Round) -> list[IndicatorVersion]:
    """The lines that are answered by the stage of each named thing: a claim for each, not a square."""
    return [line for line in programmes.lines(of_round.fiscal_year) if line.basis == MILESTONE]


def places_of(access: Access, kind: Kind) -> list[Place]:
    """The places of a kind for which somebody records, by code."""
    reporting = places.of_kind(kind, access.on)
    return list(access.limit(reporting, Right.RECORD, "pk"))


def kinds_of(access: Access) -> list[Kind]:
    """The kinds of places for which somebody records, the widest first."""
    return list(ids_by_kind(access))


def ids_by_kind(access: Access) -> dict[Kind, list[int]]:
    """The places (ids) for which somebody records, by code, of each kind, the widest first."""
    mine = access.limit(places.of_kinds(REPORTING, access.on), Right.RECORD, "pk")
    found: dict[Kind, list[int]] = {}
    for kind, pk in mine.values_list("kind", "pk"):
        found.setdefault(Kind(kind), []).append(pk)
    return {kind: found[kind] for kind in sorted(found, key=RANK.__getitem__)}


def squares(
    of_round: Round,
    lines: Sequence[IndicatorVersion],
    at: Sequence[Place],
    *,
    with_now: bool = True,
    with_last: bool = True,
) -> dict[tuple[str, int], Square]:
    """Each line at each place at which it counts, by the code of the line and the id of the place.

    What was said in it, and in the round before, is left out where nobody looks at it.
    """
    now = _claims(of_round if with_now else None, lines, at)
    before = _claims(round_before(of_round) if with_last else None, lines, at)
    there = lines_at(of_round, lines, {place.pk: Kind(place.kind) for place in at})
    found = {}
    for place in at:
        for line in there[place.pk]:
            key = (line.code, place.pk)
            last = before.get(key)
            found[key] = Square(
                line, place, now.get(key), number_of(last, line.counting_stage) if last else None
            )
    return found


def lines_at(
    of_round: Round, lines: Sequence[IndicatorVersion], at: Mapping[int, Kind]
) -> dict[int, list[IndicatorVersion]]:
    """The lines that count at each place (id, with its kind).

    A canal's line counts along the canal only; no tambon is asked how many provinces have a plan, and no
    province how many regions.
    """
    whole = {line.place_id for line in lines if line.place.kind != Kind.NATION}
    on = min(of_round.last_day, timezone.localdate())
    inside = {pair for some in chunks(at if whole else ()) for pair in _inside(some, whole, on)}
    return {
        place: [line for line in lines if _counts(line, kind) and _is_in(line, place, inside)]
        for place, kind in at.items()
    }


def _inside(at: Collection[int], whole: Collection[int], on: date) -> Iterator[tuple[int, int]]:
    """Each of these places with each of the wholes that it lies in, in whatever tree."""
    rows = places.nested_on(on).filter(descendant__in=at, ancestor__in=whole).order_by()
    return rows.values_list("descendant_id", "ancestor_id").iterator()


def _counts(line: IndicatorVersion, at: Kind) -> bool:
    return line.unit not in WIDER.get(at, ())


def _is_in(line: IndicatorVersion, place: int, inside: Collection[tuple[int, int]]) -> bool:
    return line.place.kind == Kind.NATION or (place, line.place_id) in inside


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """The ids in parts that fit into one question to the database."""
    rest = iter(ids)
    while some := list(islice(rest, CHUNK)):
        yield some


def round_before(of_round: Round) -> Round | None:
    """The round before one, of the same length: the quarter before a quarter; None for the first."""
    earlier = Round.objects.filter(last_day__lt=of_round.first_day).order_by("-last_day")
    return next((one for one in earlier if _is_like(one, of_round)), None)


def _is_like(one: Round, other: Round) -> bool:
    lengths = [(each.last_day - each.first_day).days for each in (one, other)]
    return abs(lengths[0] - lengths[1]) < 5


def _claims(
    of_round: Round | None, lines: Iterable[IndicatorVersion], at: Iterable[Place]
) -> dict[tuple[str, int], Claim]:
    if of_round is None:
        return {}
    claims = _told(of_round, lines, at).exclude(state=ClaimState.WITHDRAWN)
    claims = claims.prefetch_related("counts").select_related("made_by")
    return {(claim.indicator, claim.place_id): claim for claim in claims}


def _told(of_round: Round, lines: Iterable[IndicatorVersion], at: Iterable[Place]) -> QuerySet[Claim]:
    return Claim.objects.filter(
        round=of_round,
        cell__isnull=False,
        indicator__in={line.code for line in lines},
        place__in=[place.pk for place in at],
    )


def keys_with_the_recorder(of_round: Round, at: Iterable[Place]) -> list[UUID]:
    """The keys of what was typed for these places in a round and not handed in yet."""
    own = _told(of_round, lines_of(of_round), at).filter(state__in=WITH_THE_RECORDER)
    return list(own.values_list("key", flat=True))


def said(
    of_round: Round, line: IndicatorVersion, place: Place, number: int, over: Claim | None = None
) -> Said:
    """What a number in a square says: so many more in the round, or so many standing at its end.

    What was said beside the number on the page of the claim `over` which it is typed stays: the note, the
    numbers at other stages, and where the subjects come from.
    """
    last = min(of_round.last_day, timezone.localdate())
    standing = line.measure == "standing"
    typed = Number(line.counting_stage, number)
    return Said(
        key=uuid4(),
        indicator=line,
        place=place,
        kind=ClaimKind.STANDS if standing else ClaimKind.HAPPENED,
        first_day=last if standing else min(of_round.first_day, last),
        last_day=last,
        counts=(typed, *_beside(over, line.counting_stage)) if over else (typed,),
        subject=over.subject_name if over else "",
        note=over.note if over else "",
        answer=answer_of(over) if over else Answer(),
        round=of_round,
    )


def _beside(claim: Claim, stage: str) -> Iterator[Number]:
    """The numbers of a claim at all stages but one."""
    others = (count for count in claim.counts.all() if count.stage != stage)
    return (Number(count.stage, count.number, count.at_least) for count in others)


def rounds_open(on: date | None = None) -> list[Round]:
    """The rounds that have begun and are not locked, the one that is due next first."""
    day = on or timezone.localdate()
    return list(Round.objects.filter(first_day__lte=day, locked_at=None).order_by("due_on"))


def filled(all_squares: Iterable[Square]) -> int:
    """How many squares have a number."""
    return sum(square.number is not None for square in all_squares)
