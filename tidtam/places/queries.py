"""Reading places and the trees that nest them, each as on a day (today, when none is given)."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from tidtam.places import rules
from tidtam.places.atlas import ADMINISTRATIVE
from tidtam.places.gazetteer import NATION
from tidtam.places.kept import Kept
from tidtam.places.models import Kind, Place, Tree, TreeClosure, TreeEdge


def place(code: str) -> Place:
    """The place with this code, whether it still is or not; `Place.DoesNotExist` when there is none."""
    return Place.objects.get(code=code)


def nation() -> Place:
    """The whole country."""
    return place(NATION.code)


def of_kind(kind: Kind, on: date | None = None) -> QuerySet[Place]:
    """All places of a kind on a day, by code."""
    return of_kinds([kind], on)


def of_kinds(kinds: Iterable[Kind], on: date | None = None) -> QuerySet[Place]:
    """The same for several kinds together."""
    return Place.objects.filter(_lasting(on), kind__in=list(kinds)).order_by("code")


def _lasting(on: date | None) -> Q:
    day = on or timezone.localdate()
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    return begun & (Q(valid_to=None) | Q(valid_to__gt=day))


def nested_on(on: date | None = None) -> QuerySet[TreeClosure]:
    """The nesting of all trees on a day."""
    day = on or timezone.localdate()
    return TreeClosure.objects.filter(valid_from__lte=day, valid_to__gt=day)


def within(tree_code: str, ancestor_id: int, on: date | None = None) -> QuerySet[TreeClosure]:
    """What lies within a place in a tree, itself included; join entries to its `descendant_id`."""
    return nested_on(on).filter(tree=tree_code, ancestor=ancestor_id)


def children(of: Place, tree: str = ADMINISTRATIVE, on: date | None = None) -> list[Place]:
    """The places right under one in a tree, by code."""
    return list(_descendants(within(tree, of.pk, on).filter(depth=1)))


def descendants_of_kind(tree: str, ancestor: Place, kind: Kind, on: date | None = None) -> QuerySet[Place]:
    """All places of a kind within one in a tree, by code, such as the provinces of a region."""
    return _descendants(within(tree, ancestor.pk, on)).filter(kind=kind)


def _descendants(nested: QuerySet[TreeClosure]) -> QuerySet[Place]:
    return Place.objects.filter(pk__in=nested.values("descendant")).order_by("code")


def tree_of(here: Place, on: date | None = None) -> str:
    """The tree in which a place holds most others: the administrative one where it holds them in several."""
    rows = nested_on(on).filter(ancestor=here).values_list("tree").annotate(number=Count("pk"))
    found = sorted(rows, key=lambda row: (-row[1], row[0] != ADMINISTRATIVE, row[0]))
    return found[0][0] if found else ADMINISTRATIVE


def homes_at(tree: str, kind: Kind, on: date | None = None) -> QuerySet[TreeClosure]:
    """The place of a kind that each place of a tree lies in: rows of `descendant_id` and `ancestor_id`.

    Places above that kind have no row. A stretch of a canal has two of the kind canal: itself and its canal.
    """
    return nested_on(on).filter(tree=tree, ancestor__kind=kind)


def home_at(of: Place, tree: str, kind: Kind, on: date | None = None) -> Place | None:
    """The nearest place of a kind that one lies in, such as the region of a tambon; None for none."""
    homes = homes_at(tree, kind, on).filter(descendant=of).select_related("ancestor")
    nearest = homes.order_by("depth").first()
    return nearest.ancestor if nearest else None


Above = dict[str, frozenset[int]]
"""In each tree that holds a place: all places that it lies in, itself included."""

_above: Kept[tuple[int, date], Above] = Kept()
_with_homes: Kept[int, Place] = Kept()
_by_code: Kept[str, Place] = Kept()


def ancestors(place_id: int, on: date | None = None) -> Above:
    """In each tree that holds the place: all places that it lies in, itself included."""
    return ancestors_of([place_id], on).get(place_id, {})


def ancestors_of(place_ids: Iterable[int], on: date | None = None) -> dict[int, Above]:
    """The same for many places at once; those that no tree holds are left out."""
    day = on or timezone.localdate()
    found = _above.answers(((one, day) for one in place_ids), _read_above)
    return {place: above for (place, _), above in found.items()}


def _read_above(asked: Collection[tuple[int, date]]) -> dict[tuple[int, date], Above]:
    days = {day for _, day in asked}
    return {
        (place, day): above
        for day in days
        for place, above in _above_on(day, [place for place, on in asked if on == day]).items()
    }


def _above_on(day: date, place_ids: Collection[int]) -> dict[int, Above]:
    found: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = nested_on(day).filter(descendant__in=place_ids)
    for descendant, tree, ancestor in rows.values_list("descendant_id", "tree_id", "ancestor_id"):
        found[descendant][tree].add(ancestor)
    return {place: {tree: frozenset(ids) for tree, ids in trees.items()} for place, trees in found.items()}


def by_code(codes: Iterable[str]) -> dict[str, Place]:
    """The places with these codes, whether they still are or not; codes that there are not are left out."""
    return _by_code.answers(codes, _read_by_code)


def _read_by_code(codes: Collection[str]) -> dict[str, Place]:
    return Place.objects.in_bulk(codes, field_name="code")


def with_homes(place_ids: Iterable[int]) -> dict[int, Place]:
    """These places (by id), each with all that it lies in, for its address."""
    return _with_homes.answers(place_ids, _read_with_homes)


def _read_with_homes(place_ids: Collection[int]) -> dict[int, Place]:
    found = Place.objects.in_bulk(place_ids)
    homes = {one.home_id for one in found.values() if one.home_id}
    there = with_homes(homes) if homes else {}
    for one in found.values():
        if one.home_id:
            one.home = there[one.home_id]
    return found


def path(of: Place, tree: str = ADMINISTRATIVE, on: date | None = None) -> list[Place]:
    """The way from the root of a tree down to a place, both included; empty when the tree leaves it out."""
    rows = nested_on(on).filter(tree=tree, descendant=of).select_related("ancestor").order_by("-depth")
    return [row.ancestor for row in rows]


def not_placed(tree: str, on: date | None = None) -> QuerySet[Place]:
    """The places of a day that a tree leaves out, by code: its line "not placed in this tree"."""
    placed = nested_on(on).filter(tree=tree, depth=0).values("descendant")
    return Place.objects.filter(_lasting(on)).exclude(pk__in=placed).order_by("code")


def uncertain_edges(tree: str, on: date | None = None) -> QuerySet[TreeEdge]:
    """The edges of a tree that are marked as uncertain, with their notes."""
    edges = TreeEdge.objects.filter(_lasting(on), tree=tree, certain=False)
    return edges.select_related("parent", "child").order_by("child__code")


def trees() -> QuerySet[Tree]:
    """All trees, the administrative one first."""
    return Tree.objects.order_by("below", "code")


def trees_out_of_step() -> list[str]:
    """The codes of trees whose nesting is not what their edges say; it never should be."""
    return [tree.code for tree in Tree.objects.order_by("code") if not is_in_step(tree)]


def is_in_step(tree: Tree) -> bool:
    """Whether the nesting of a tree is what its edges say."""
    columns = ("ancestor_id", "descendant_id", "depth", "valid_from", "valid_to")
    there = set(TreeClosure.objects.filter(tree=tree).values_list(*columns))
    derived = rules.nesting(_edges_of(tree), tree.root_id)
    return there == {(n.ancestor, n.descendant, n.depth, n.days.first, n.days.end) for n in derived}


def _edges_of(tree: Tree) -> list[rules.Edge[int]]:
    places = Place.objects.values_list("pk", "valid_from", "valid_to")
    lasting = {pk: rules.span(first, end) for pk, first, end in places}
    rows = TreeEdge.objects.filter(tree=tree).values_list("parent_id", "child_id", "valid_from", "valid_to")
    edges = []
    for parent, child, first, end in rows:
        both = lasting[parent].meet(lasting[child])
        if days := both and both.meet(rules.span(first, end)):
            edges.append(rules.Edge(parent, child, days))
    return rules.continued(edges, _edges_of(tree.below), tree.root_id) if tree.below else edges
