"""Loading a folder of definitions: all of it or nothing, and the same folder again changes nothing."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from tidtam.audit.actions import Actor, record
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused
from tidtam.programmes import problems, rules, rules_money
from tidtam.programmes.editions import KINDS, Difference, Wanted, difference, stored_slots, wanted_rows
from tidtam.programmes.models import CodeList, Edition, Pathway, Target, TargetSlot
from tidtam.programmes.reading import read_folder
from tidtam.programmes.written import Definitions, WrittenCodeList, WrittenPathway, WrittenTarget


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, in numbers of definitions."""

    new: int
    changed: int
    same: int
    retired: int

    @property
    def anything(self) -> bool:
        """Whether it changed anything at all."""
        return bool(self.new or self.changed or self.retired)


def load_definitions(*, actor: Actor, folder: Path, position: int = 0) -> Loaded:
    """Loads the definitions of a folder as editions of the ledger's head `position`.

    A changed definition becomes a new edition and the old one stays, so whoever asks at an earlier position
    gets what held then. Raises `Refused` with every problem of the folder, and then nothing is changed.
    Places must be loaded before.
    """
    definitions, found = read_folder(Path(folder))
    definitions = rules.settled(definitions)
    found += rules.broken(definitions) if not found else []
    with transaction.atomic():
        places = {place.code: place for place in Place.objects.filter(code__in=definitions.place_codes())}
        found += _places_missing(definitions, places)
        if found:
            raise Refused(found)
        steps = difference(wanted_rows(definitions, places))
        if refused := list(_history_broken(steps)):
            raise Refused(refused)
        return _carried_out(actor, Path(folder), steps, position)


def check_folder(folder: Path) -> tuple[Definitions, list[Problem]]:
    """What a folder says and everything wrong with it, without a database: places are not looked up."""
    definitions, found = read_folder(Path(folder))
    definitions = rules.settled(definitions)
    return definitions, found or rules.broken(definitions)


def _places_missing(definitions: Definitions, places: dict[str, Place]) -> Iterator[Problem]:
    for code, where in definitions.place_codes().items():
        if code not in places:
            yield problems.PLACE_NOT_FOUND.at(where, value=code)


def _history_broken(steps: Difference) -> Iterator[Problem]:
    """What is on record keeps its meaning: stages and codes stay, a promise is revised, not overwritten."""
    for row, before in steps.changed:
        if isinstance(row.written, WrittenPathway) and isinstance(before, Pathway):
            yield from rules.pathway_kept(before.as_ledger(), row.written.pathway, row.written.where)
        if isinstance(row.written, WrittenTarget) and isinstance(before, Target) and not before.retired:
            yield from _promise_kept(row.written, row, before)
        if isinstance(row.written, WrittenCodeList) and isinstance(before, CodeList):
            yield from rules_money.codes_kept(before.as_entries(), row.written)
    yield from (rules_money.list_kept(gone.code) for gone in steps.gone if isinstance(gone, CodeList))


def _promise_kept(written: WrittenTarget, row: Wanted, before: Target) -> Iterator[Problem]:
    after = (written.value, written.unit, written.known_on, written.valid_from)
    if after != (before.value, before.unit, before.known_on, before.valid_from):
        yield problems.REVISION_CHANGED.at(
            written.where,
            before=_promise(before.value, before.unit, before.known_on),
            after=_promise(written.value, written.unit, written.known_on),
        )
    elif [slot["place_id"] for slot in row.slots] != [slot["place_id"] for slot in stored_slots(before)]:
        named = Both("สถานที่เดิม", "the places named"), Both("สถานที่อื่น", "other places")
        yield problems.REVISION_CHANGED.at(written.where, before=named[0], after=named[1])


def _promise(value: int, unit: str, known_on: date) -> str:
    return f"{value:,} {unit} {known_on.isoformat()}"


def _carried_out(actor: Actor, folder: Path, steps: Difference, position: int) -> Loaded:
    rows = [(row, 1) for row in steps.new] + [(row, before.edition + 1) for row, before in steps.changed]
    for model in KINDS:
        _write(model, [(row, edition) for row, edition in rows if row.model is model], position)
    for edition in steps.gone:
        _retire(edition, position)
    loaded = Loaded(len(steps.new), len(steps.changed), steps.same, len(steps.gone))
    if loaded.anything:
        record(
            actor=actor,
            action="definitions.loaded",
            what=f"definitions:{folder.name}",
            detail={**asdict(loaded), "position": position},
        )
    return loaded


def _write(model: type[Edition], rows: list[tuple[Wanted, int]], position: int) -> None:
    stored = model._default_manager.bulk_create(
        model(**row.fields, edition=edition, position=position) for row, edition in rows
    )
    TargetSlot.objects.bulk_create(
        TargetSlot(target_id=target.pk, **slot)
        for target, (row, _) in zip(stored, rows, strict=True)
        for slot in row.slots
    )


def _retire(edition: Edition, position: int) -> None:
    """The same row once more, marked as out of use."""
    values = {field.attname: getattr(edition, field.attname) for field in edition._meta.concrete_fields}
    for own in ("id", "loaded_at"):
        values.pop(own)
    type(edition)._default_manager.create(
        **{**values, "edition": edition.edition + 1, "position": position, "retired": True}
    )
