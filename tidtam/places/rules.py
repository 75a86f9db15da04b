"""How edges with dates become a nesting with dates, and what a sound set of edges is; no database."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Span(NamedTuple):
    """Days from `first` until the day before `end`.

    >>> Span(date(2018, 10, 1), date(2019, 10, 1)).meet(Span(date(2019, 1, 1), ALWAYS.end))
    Span(first=datetime.date(2019, 1, 1), end=datetime.date(2019, 10, 1))
    """

    first: date
    end: date

    def meet(self, other: "Span") -> "Span | None":
        """The days that are in both; None when there are none."""
        first, end = max(self.first, other.first), min(self.end, other.end)
        return Span(first, end) if first < end else None


ALWAYS = Span(date.min, date.max)
"""From an unknown beginning, with no end known."""


def span(valid_from: date | None, valid_to: date | None) -> Span:
    """The days of something whose beginning or end may be unknown (None)."""
    return Span(valid_from or ALWAYS.first, valid_to or ALWAYS.end)


class Edge(NamedTuple, Generic[Node]):
    """A child under its parent for some days."""

    parent: Node
    child: Node
    days: Span


class Nested(NamedTuple, Generic[Node]):
    """One place within another for some days, so many steps down; within itself at depth 0."""

    ancestor: Node
    descendant: Node
    depth: int
    days: Span


def continued(own: Iterable[Edge[Node]], below: Iterable[Edge[Node]], root: Node) -> list[Edge[Node]]:
    """The edges of a tree that goes on, under the places it names, as the tree `below` does.

    Under its root only its own edges hold; a place that it puts somewhere itself is not taken from `below`.
    """
    edges = list(own)
    placed_here = {edge.child for edge in edges}
    further: dict[Node, list[Edge[Node]]] = defaultdict(list)
    for edge in below:
        if edge.child not in placed_here and edge.parent != root:
            further[edge.parent].append(edge)
    waiting = list(placed_here)
    while waiting:
        steps = further.pop(waiting.pop(), [])
        edges += steps
        waiting += [edge.child for edge in steps]
    return edges


def nesting(edges: Iterable[Edge[Node]], root: Node) -> list[Nested[Node]]:
    """Everything within everything under `root`, each with its days; the edges must be sound (see below).

    >>> day = date(2020, 1, 1)
    >>> moved = [Edge("nation", "north", ALWAYS), Edge("nation", "south", ALWAYS),
    ...          Edge("north", "tak", Span(date.min, day)), Edge("south", "tak", Span(day, date.max))]
    >>> [(n.ancestor, n.days.first.year) for n in nesting(moved, "nation") if n.descendant == "tak"]
    [('tak', 1), ('north', 1), ('south', 2020), ('nation', 1)]
    """
    parents: dict[Node, list[Edge[Node]]] = defaultdict(list)
    for edge in edges:
        parents[edge.child].append(edge)
    above: dict[Node, list[Nested[Node]]] = {root: [Nested(root, root, 0, ALWAYS)]}
    for node in _parents_first(parents, root):
        above[node] = _above(node, parents[node], above, root)
    return [nested for found in above.values() for nested in found]


def _parents_first(parents: Mapping[Node, list[Edge[Node]]], root: Node) -> list[Node]:
    order: dict[Node, None] = {root: None}
    for node in parents:
        waiting = [node]
        while waiting:
            unseen = [edge.parent for edge in parents.get(waiting[-1], ()) if edge.parent not in order]
            if unseen:
                waiting += unseen
            else:
                order[waiting.pop()] = None
    return [node for node in order if node in parents]


def _above(
    node: Node, edges: list[Edge[Node]], above: Mapping[Node, list[Nested[Node]]], root: Node
) -> list[Nested[Node]]:
    found: dict[tuple[Node, int], list[Span]] = defaultdict(list)
    for edge in edges:
        for nested in above.get(edge.parent, ()):
            if days := nested.days.meet(edge.days):
                found[nested.ancestor, nested.depth + 1].append(days)
    placed = joined(days for (ancestor, _), spans in found.items() if ancestor == root for days in spans)
    own = [Nested(node, node, 0, days) for days in placed]
    upward = sorted(found.items(), key=lambda item: item[0][1])
    return own + [Nested(a, node, depth, days) for (a, depth), spans in upward for days in joined(spans)]


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same days in the fewest spans, in order."""
    result: list[Span] = []
    for days in sorted(spans):
        if result and days.first <= result[-1].end:
            result[-1] = Span(result[-1].first, max(result[-1].end, days.end))
        else:
            result.append(days)
    return result


def with_two_parents(edges: Iterable[Edge[Node]]) -> list[tuple[Edge[Node], Edge[Node]]]:
    """Pairs of edges that put one child under two parents on the same day."""
    by_child: dict[Node, list[Edge[Node]]] = defaultdict(list)
    for edge in edges:
        by_child[edge.child].append(edge)
    return [
        (earlier, later)
        for found in by_child.values()
        for earlier, later in pairwise(sorted(found, key=lambda edge: edge.days))
        if earlier.days.meet(later.days)
    ]


def in_circles(edges: Iterable[Edge[Node]]) -> set[Node]:
    """The places on circles of edges: what is left when all with nothing above or below have gone."""
    left = set(edges)
    while left:
        above, below = {edge.parent for edge in left}, {edge.child for edge in left}
        kept = {edge for edge in left if edge.parent in below and edge.child in above}
        if kept == left:
            break
        left = kept
    return {edge.child for edge in left}


def reached(edges: Iterable[Edge[Node]], root: Node) -> set[Node]:
    """All places that hang under the root on some day, itself included."""
    children: dict[Node, list[Node]] = defaultdict(list)
    for edge in edges:
        children[edge.parent].append(edge.child)
    found = {root}
    waiting = [root]
    while waiting:
        new = set(children.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


def fingerprint(edges: Iterable[Edge[Node]]) -> str:
    """The same for the same edges in any order, and another for others."""
    lines = sorted(f"{edge.parent} {edge.child} {edge.days.first} {edge.days.end}" for edge in edges)
    return sha256("\n".join(lines).encode()).hexdigest()[:16]
