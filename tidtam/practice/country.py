"""The places of the country as the generator needs them: numbers, in the order of their codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from tidtam.places.models import Kind, Place, TreeClosure
from tidtam.practice.shapes import REGIONS, portions

CHOICES = 1 << 16
"""A place is chosen by 16 random bits."""


@dataclass(frozen=True)
class Country:
    """Places by kind, and for the kinds that report in bulk 65,536 equally likely choices of a place."""

    nation: int
    numbers: Mapping[str, list[int]]
    names: Mapping[int, str]
    codes: Mapping[str, int]
    choices: Mapping[str, list[int]]

    def how_many(self) -> dict[str, int]:
        """How many places of each kind there are."""
        return {kind: len(numbers) for kind, numbers in self.numbers.items()}


def country(seed: int, on: date) -> Country:
    """The places that there are now; more happens where a region has a larger quota, and some are lively."""
    rows = list(Place.objects.filter(valid_to=None).order_by("code"))
    numbers = {
        kind.value: [place.pk for place in rows if place.kind == kind]
        for kind in (Kind.REGION, Kind.PROVINCE, Kind.TAMBON)
    }
    region = _regions(on)
    rng = Random(f"places {seed}")  # noqa: S311  nothing is secret here
    choices = {kind.value: _choices(numbers[kind], region, rng) for kind in (Kind.PROVINCE, Kind.TAMBON)}
    names = {place.pk: f"{place.titled_th} ({place.code})" for place in rows}
    nation = next(place.pk for place in rows if place.kind == Kind.NATION)
    return Country(nation, numbers, names, {place.code: place.pk for place in rows}, choices)


def _regions(on: date) -> dict[int, str]:
    """The code of the region of each place that has one."""
    nested = TreeClosure.objects.filter(tree="codi", ancestor__kind=Kind.REGION)
    days = nested.filter(valid_from__lte=on, valid_to__gt=on)
    return dict(days.values_list("descendant", "ancestor__code"))


def _choices(numbers: list[int], region: Mapping[int, str], rng: Random) -> list[int]:
    together = Counter(region.get(number, "") for number in numbers)
    quota = {code: REGIONS.get(code, 100) / count for code, count in together.items()}
    weights = [quota[region.get(number, "")] * (0.2 + 2 * rng.random() ** 2) for number in numbers]
    shares = portions(CHOICES, weights)
    return [number for number, share in zip(numbers, shares, strict=True) for _ in range(share)]
