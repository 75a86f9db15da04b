"""Bringing a table to the rows that are wanted: only what differs is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models

BATCH = 5_000

Row = TypeVar("Row", bound=models.Model)
Values = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load changed: numbers of rows made, changed and taken away, and the trees nested anew."""

    made: int = 0
    changed: int = 0
    removed: int = 0
    nested: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.made or self.changed or self.removed or self.nested)

    def __add__(self, other: "Loaded") -> "Loaded":
        return Loaded(
            self.made + other.made,
            self.changed + other.changed,
            self.removed + other.removed,
            self.nested + other.nested,
        )


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that tell rows apart, and those whose values are brought."""

    key: tuple[str, ...]
    values: tuple[str, ...]

    def row(self, model: type[Row], key: Values, values: Values, **also: Any) -> Row:
        """A row of the table, not saved."""
        return model(**dict(zip(self.key + self.values, key + values, strict=True)), **also)


def read_rows(model: type[Row], columns: Columns) -> dict[Values, tuple[int | str, Values]]:
    """All rows of a table: the primary key and the values of each by its key."""
    size = len(columns.key) + 1
    rows = model._default_manager.values_list("pk", *columns.key, *columns.values)
    return {row[1:size]: (row[0], row[size:]) for row in rows}


def bring(
    model: type[Row],
    columns: Columns,
    wanted: Mapping[Values, Values],
    there: Mapping[Values, tuple[int | str, Values]],
) -> tuple[Loaded, list[Row]]:
    """Makes the wanted rows that are not there and changes those that differ; gives the new ones."""
    new = [columns.row(model, key, values) for key, values in wanted.items() if key not in there]
    changed = [
        columns.row(model, key, values, pk=there[key][0])
        for key, values in wanted.items()
        if key in there and there[key][1] != values
    ]
    made = model._default_manager.bulk_create(new, batch_size=BATCH)
    if changed:
        names = [name.removesuffix("_id") for name in columns.values]
        model._default_manager.bulk_update(changed, names, batch_size=500)
    return Loaded(made=len(made), changed=len(changed)), made


def bring_all(model: type[Row], columns: Columns, wanted: Mapping[Values, Values]) -> Loaded:
    """Makes a table hold the wanted rows and no other."""
    there = read_rows(model, columns)
    gone = [pk for key, (pk, _) in there.items() if key not in wanted]
    if gone:
        model._default_manager.filter(pk__in=gone).delete()
    return bring(model, columns, wanted, there)[0] + Loaded(removed=len(gone))
