"""A part of Thailand for tests that need real places but not all of them, and the whole for those that do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.db import connection, transaction

from tidtam.places.actions import load_atlas
from tidtam.places.atlas import Atlas, read_atlas
from tidtam.places.models import Alias, Edition, Place, Succession, Tree, TreeClosure, TreeEdge

CODI = Path(__file__).parents[2] / "definitions" / "codi"

Wanted = Callable[[str], bool]


@cache
def atlas() -> Atlas:
    """All that the register and CODI's files say."""
    read = read_atlas(CODI)
    assert not read.problems, read.problems
    return read


def some_places(*codes: str) -> dict[str, Place]:
    """Loads the nation, provinces, regions, canals, communities and the places asked for with their homes."""
    load_atlas(_part(codes))
    return {place.code: place for place in Place.objects.all()}


def _part(codes: tuple[str, ...]) -> Atlas:
    whole = atlas()
    wanted = {code for code in whole.places if not code.isdigit() or len(code) == 2} | set(codes)
    for code in list(wanted):
        while (home := whole.places[code].home) is not None:
            wanted.add(home)
            code = home
    return Atlas(
        places={code: place for code, place in whole.places.items() if code in wanted},
        successions=[s for s in whole.successions if {s.place, s.successor} <= wanted],
        aliases={alias for alias in whole.aliases if alias[0] in wanted},
        trees=whole.trees,
        edges=[edge for edge in whole.edges if {edge.parent, edge.child} <= wanted],
        nested={
            tree: [edge for edge in edges if {edge.parent, edge.child} <= wanted]
            for tree, edges in whole.nested.items()
        },
    )


@contextmanager
def all_places() -> Iterator[None]:
    """The whole of Thailand, committed, and taken away again, so that it is loaded once for many tests."""
    with transaction.atomic():
        load_atlas(atlas())
    try:
        yield
    finally:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {Place._meta.db_table} SET home_id = NULL")
            for table in (TreeClosure, TreeEdge, Tree, Alias, Succession, Edition, Place):
                cursor.execute(f"DELETE FROM {table._meta.db_table}")
