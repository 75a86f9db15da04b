"""Edges with dates become a nesting with dates, whatever moves; checked against walking up day by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tidtam.places.rules import (
    ALWAYS,
    Edge,
    Nested,
    Span,
    continued,
    in_circles,
    joined,
    nesting,
    span,
    with_two_parents,
)

DAY = date(2020, 1, 1)
BEFORE, AFTER = Span(ALWAYS.first, DAY), Span(DAY, ALWAYS.end)


def test_an_unknown_beginning_is_long_ago_and_no_end_is_far_away() -> None:
    assert span(None, None) == ALWAYS
    assert span(DAY, None) == AFTER
    assert span(None, DAY) == BEFORE
    assert BEFORE.meet(AFTER) is None


def test_a_province_that_moves_is_in_one_region_each_day_and_always_in_the_nation() -> None:
    edges = [
        Edge("TH", "north", ALWAYS),
        Edge("TH", "south", ALWAYS),
        Edge("north", "tak", BEFORE),
        Edge("south", "tak", AFTER),
        Edge("tak", "umphang", ALWAYS),
    ]
    found = {n for n in nesting(edges, "TH") if n.descendant == "umphang"}
    assert found == {
        Nested("umphang", "umphang", 0, ALWAYS),
        Nested("tak", "umphang", 1, ALWAYS),
        Nested("north", "umphang", 2, BEFORE),
        Nested("south", "umphang", 2, AFTER),
        Nested("TH", "umphang", 3, ALWAYS),
    }


def test_what_hangs_on_nothing_is_in_no_tree() -> None:
    assert nesting([Edge("loose", "child", ALWAYS)], "TH") == [Nested("TH", "TH", 0, ALWAYS)]


def test_a_tree_goes_on_as_another_below_what_it_names() -> None:
    admin = [
        Edge("TH", "10", ALWAYS),
        Edge("10", "1001", ALWAYS),
        Edge("TH", "canal", ALWAYS),
        Edge("10", "pond", ALWAYS),
    ]
    own = [Edge("TH", "east", ALWAYS), Edge("east", "10", ALWAYS), Edge("east", "pond", ALWAYS)]
    assert continued(own, admin, "TH") == [*own, Edge("10", "1001", ALWAYS)]


def test_two_parents_on_one_day_are_told() -> None:
    sound = [Edge("a", "x", BEFORE), Edge("b", "x", AFTER)]
    assert with_two_parents(sound) == []
    longer = Edge("a", "x", Span(ALWAYS.first, DAY + timedelta(days=1)))
    assert with_two_parents([sound[1], longer]) == [(longer, sound[1])]


def test_circles_are_told() -> None:
    edges = [Edge("TH", "a", ALWAYS), Edge("b", "c", ALWAYS), Edge("c", "b", ALWAYS), Edge("c", "d", ALWAYS)]
    assert in_circles(edges) == {"b", "c"}
    assert in_circles(edges[:1]) == set()


def test_joined_spans_have_no_seam() -> None:
    assert joined([AFTER, BEFORE]) == [ALWAYS]
    gap = Span(DAY + timedelta(days=2), ALWAYS.end)
    assert joined([BEFORE, gap]) == [BEFORE, gap]


@st.composite
def moving_trees(draw: st.DrawFn) -> list[Edge[int]]:
    """Every place hangs under one with a smaller number, and may move to another on some days."""
    edges = []
    for child in range(1, draw(st.integers(1, 8)) + 1):
        days = sorted(draw(st.sets(st.integers(0, 9), max_size=3)))
        starts = [ALWAYS.first, *(DAY + timedelta(days=n) for n in days)]
        for first, end in zip(starts, [*starts[1:], ALWAYS.end], strict=True):
            if draw(st.booleans()):
                edges.append(Edge(draw(st.integers(0, child - 1)), child, Span(first, end)))
    return edges


def walked(edges: list[Edge[int]], place: int, day: date) -> list[int]:
    above = [place]
    while above[-1] != 0:
        parents = [e.parent for e in edges if e.child == above[-1] and e.days.first <= day < e.days.end]
        if not parents:
            return []
        above += parents
    return above


@given(edges=moving_trees(), after=st.integers(-1, 10))
def test_on_each_day_it_is_what_walking_up_gives(edges: list[Edge[int]], after: int) -> None:
    day = DAY + timedelta(days=after)
    on_the_day = [n for n in nesting(edges, 0) if n.days.first <= day < n.days.end]
    for place in range(9):
        above = sorted((n.depth, n.ancestor) for n in on_the_day if n.descendant == place)
        assert above == list(enumerate(walked(edges, place, day)))
