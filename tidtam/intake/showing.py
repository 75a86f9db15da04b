"""Claims and movements put into words for a preview."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tidtam.intake.claims import Made
from tidtam.intake.preview import ClaimShown, CountShown, MovementShown
from tidtam.ledger.movement import End, Movement
from tidtam.ledger.pathway import Pathway, span_ends
from tidtam.ledger_store.models import Subject
from tidtam.places.models import Place
from tidtam.problems import Both
from tidtam.programmes import queries as programmes
from tidtam.review.queries import claims_by_key

Names = Mapping[int, Both]
CHUNK = 500


def show_claim(made: Made, state: str) -> ClaimShown:
    """A claim in words, without its movements."""
    first, draft = made.rows[0], made.draft
    return ClaimShown(
        key=str(draft.key),
        state=state,
        indicator=draft.indicator,
        kind=draft.kind.value,
        place=Both(first.place.titled_th, first.place.titled_en),
        subject=draft.subject,
        unit=Both(first.version.as_unit.th, first.version.as_unit.en),
        first_day=draft.first_day,
        last_day=draft.last_day,
        counts=[
            CountShown(stage_name(first.pathway, number.stage), number.number, number.at_least)
            for number in draft.counts
        ],
        source=draft.paper.title,
        published=draft.paper.published,
        file=draft.origin.file,
        sheet=draft.origin.sheet,
        rows=draft.origin.rows,
    )


def stage_name(pathway: Pathway, code: str) -> Both:
    """The name of a stage, or of a span of stages ("ready..completed") by its two ends."""
    low, high = (pathway.stage(end) for end in span_ends(code))
    return Both(low.th, low.en) if low == high else Both(f"{low.th}–{high.th}", f"{low.en} to {high.en}")


def names_of_places(movements: Iterable[Movement]) -> Names:
    """The names of all places that movements touch."""
    ids = {end.place for movement in movements for end in (movement.start, movement.to) if end.place}
    places = (place for part in _parts(sorted(ids)) for place in Place.objects.filter(pk__in=part))
    return {place.pk: Both(place.titled_th, place.titled_en) for place in places}


def names_of_subjects(movements: Iterable[Movement]) -> Mapping[int, str]:
    """The names of all named subjects that move."""
    ids = {movement.subject for movement in movements if movement.subject}
    return {s.pk: s.name for part in _parts(sorted(ids)) for s in Subject.objects.filter(pk__in=part)}


def show_movements(
    movements: Sequence[Movement], made: Mapping[str, Made]
) -> Iterator[tuple[str, MovementShown]]:
    """Movements in words, each with the key of the claim that it explains.

    The pathway of a movement is that of its claim; of a claim from before, read from the database.
    """
    places, subjects = names_of_places(movements), names_of_subjects(movements)
    pathways = {key: one.rows[0].pathway for key, one in made.items()}
    before = {movement.statement for movement in movements} - pathways.keys()
    known = programmes.pathways() if before else {}
    pathways |= {key: known[claim.pathway] for key, claim in claims_by_key(before).items()}
    for movement in movements:
        yield movement.statement, _shown(movement, pathways[movement.statement], places, subjects)


def _shown(movement: Movement, pathway: Pathway, places: Names, subjects: Mapping[int, str]) -> MovementShown:
    return MovementShown(
        number=movement.number,
        from_stage=_stage(pathway, movement.start),
        from_place=_place(places, movement.start),
        to_stage=_stage(pathway, movement.to),
        to_place=_place(places, movement.to),
        first_day=movement.days.first,
        last_day=movement.days.last,
        subject=subjects.get(movement.subject or 0, ""),
    )


def _stage(pathway: Pathway, end: End) -> Both | None:
    return stage_name(pathway, end.stage) if end.stage else None


def _place(places: Names, end: End) -> Both | None:
    return places.get(end.place or 0)


def _parts(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
