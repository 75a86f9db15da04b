"""The list of faults: which rule of the ledger each breaks, what it replaces, which test must notice."""

from __future__ import annotations

from dataclasses import dataclass

FOLD, HOLDINGS = "ledger/fold.py", "ledger/holdings.py"
POST = "ledger_store/post.py"
PURE, STORE = "tests/ledger/", "tests/ledger_store/"


@dataclass(frozen=True)
class Fault:
    """In `path` (under tidtam/) `old`, which stands there once, becomes `new`; then `test` must fail."""

    rule: int
    name: str
    path: str
    old: str
    new: str
    test: str
    database: str = "sqlite"


RULES = {
    1: "Append only",
    2: "Conservation",
    3: "Counted once",
    4: "Lots can be named and placed later",
    5: "Standings are checkpoints",
    6: "Two clocks and a position",
    7: "Units never mix",
}

FAULTS = (
    Fault(
        1, "the tables of the book get no guards", "ledger_store/migrations/0002_guards.py",
        "        append_only.guard(*TABLES),\n", "",
        STORE + "test_guards.py::test_rows_are_neither_changed_nor_deleted",
    ),
    Fault(
        1, "INSERT OR REPLACE is not refused", "audit/guards_sqlite.py",
        'f" WHEN {in_the_way}"', '" WHEN 0"',
        "tests/audit/test_append_only.py::test_no_unique_key_lets_a_replacing_insert_through",
    ),
    Fault(
        1, "a reversal is dated on the day of taking back", "ledger_store/rows.py",
        "self.to, self.from_lot, self.first, self.last, known_on,",
        "self.to, self.from_lot, known_on, known_on, known_on,",
        STORE + "test_post.py::test_a_reversal_keeps_the_day_of_what_it_takes_back",
    ),
    Fault(
        1, "a reversal cannot be reversed", "ledger/knowledge.py",
        "return bisect_right(self.turns, on) % 2 == 1", "return bisect_right(self.turns, on) == 1",
        STORE + "test_post.py::test_a_reversal_is_reversed",
    ),
    Fault(
        1, "what rests on it is not taken back with it", "ledger_store/plan.py",
        "        if not asked:\n", "        if True:\n",
        STORE + "test_post.py::test_what_rests_on_it_is_taken_back_with_it",
    ),
    Fault(
        2, "the database lets a stage hold less than nothing", "ledger_store/migrations/0001_first.py",
        "models.Q(('held__gte', 0))", "models.Q(('held__gte', -999))",
        STORE + "test_guards.py::test_no_stage_holds_less_than_nothing",
    ),
    Fault(
        2, "a lot that leaves is added as if it came in", "ledger_store/stated.py",
        "        and said.stage in pathway.rank\n", "",
        STORE + "test_post.py::test_a_lot_that_leaves_is_gone",
    ),
    Fault(
        2, "progress comes from nothing as well as from the earlier stage", HOLDINGS,
        "        self._change(start, -number)\n", "",
        PURE + "test_properties.py::test_every_day_of_knowing_equals_the_sum_done_another_way",
    ),
    Fault(
        3, "a named subject may come twice", FOLD,
        "        if now == to:\n", "        if False:\n",
        PURE + "test_fold.py::test_a_named_subject_is_counted_once",
    ),
    Fault(
        3, "the same statement in another batch counts again", POST,
        "there = already_in(list(once))", "there: set[str] = set()",
        STORE + "test_post.py::test_the_same_batch_or_the_same_statements_again_do_nothing",
    ),
    Fault(
        3, "writers do not lock", "ledger_store/locks.py",
        'if connection.vendor != "postgresql":', "if key:",
        STORE + "test_at_once.py::test_conservation_and_counted_once", "postgres",
    ),
    Fault(
        4, "whoever is named stays in the lot as well", HOLDINGS,
        "            self._change(start, -1)\n", "            pass\n",
        PURE + "test_fold.py::test_no_more_can_be_named_than_the_lot_holds",
    ),
    Fault(
        4, "whoever is named before the lot's day is not given back", FOLD,
        "        self.waiting = still\n", "        self.waiting = []\n",
        PURE + "test_fold.py::test_no_more_can_be_named_than_the_lot_holds",
    ),
    Fault(
        4, "the guard of a lot forgets those named out of it", "ledger_store/guards.py",
        "if row.subject is None or row.from_lot:", "if row.subject is None:",
        STORE + "test_post.py::test_naming_takes_from_the_lot_and_moves_to_the_named_place",
    ),
    Fault(
        4, "a lot that comes later does not look who was named before", "ledger_store/plan.py",
        "            or bool(self.lots and self._are_drawn_from(drawn))\n", "",
        STORE + "test_post.py::test_a_lot_that_comes_before_the_one_that_gave_back_gives_back_instead",
    ),
    Fault(
        5, "late facts do not explain a checkpoint again", "ledger_store/plan.py",
        "said.filter(day_last__gte=min(self.days), subject=None).exists()", "False",
        STORE + "test_post.py::test_a_late_fact_before_a_checkpoint_is_explained_again",
    ),
    Fault(
        5, "statements are folded in the order of telling", FOLD,
        "        keyed.sort(key=lambda item: item[0])\n", "",
        PURE + "test_properties.py::test_any_order_of_telling_gives_the_same_book",
    ),
    Fault(
        5, "a checkpoint draws from nothing although an earlier stage holds some", FOLD,
        "        missing = self._gather(said, rank, to, missing)\n", "",
        PURE + "test_lat_phrao.py::test_between_the_two_dates_of_2562",
    ),
    Fault(
        5, "a total falls without a question", FOLD,
        "        if surplus:\n", "        if False:\n",
        PURE + "test_fold.py::test_a_total_that_falls_is_a_question",
    ),
    Fault(
        5, "what is not split is put at the last stage", FOLD,
        "        to = End(self.pathway.span(rank, beyond), *own)\n",
        "        to = End(self.pathway.span(beyond, beyond), *own)\n",
        PURE + "test_lat_phrao.py::test_what_is_not_split_stays_unsplit_until_somebody_splits_it",
    ),
    Fault(
        6, "a movement is known on the day it speaks of", "ledger/knowledge.py",
        "out[movement, day] += change", "out[movement, min(day, movement.days.last)] += change",
        STORE + "test_post.py::test_a_late_fact_before_a_checkpoint_is_explained_again",
    ),
    Fault(
        6, "a pinned position is not looked at", "ledger_store/moments.py",
        "            found = found.filter(position__lte=self.position)\n", "            pass\n",
        STORE + "test_properties.py::test_what_is_pinned_at_a_position_never_changes",
    ),
    Fault(
        6, "the day of knowing is not looked at", "ledger_store/moments.py",
        "            found = found.filter(known_on__lte=self.known_at)\n", "            pass\n",
        STORE + "test_properties.py::test_any_order_and_batching_gives_the_sums_done_another_way",
    ),
    Fault(
        6, "a vague day counts from its first day", "ledger_store/moments.py",
        "self.known().filter(day_last__lte=self.as_of)", "self.known().filter(day_first__lte=self.as_of)",
        STORE + "test_post.py::test_lat_phrao_from_the_book",
    ),
    Fault(
        6, "anybody may choose a position", "ledger_store/migrations/0002_guards.py",
        "    positions.put_guard(editor.connection)\n", "    return\n",
        STORE + "test_guards.py::test_nobody_chooses_a_position",
    ),
    Fault(
        7, "houses and households are added", "ledger/quantity.py",
        "        if other.unit != self.unit:\n", "        if False:\n",
        PURE + "test_values.py::test_unlike_units_are_never_added_nor_compared",
    ),
    Fault(
        7, "a claim may count in any unit", "ledger_store/stated.py",
        "    if stated.unit != pathway.unit:\n", "    if False:\n",
        STORE + "test_post.py::test_another_unit_is_refused",
    ),
)  # fmt: skip


def page() -> str:
    """docs/faults-tried.md, from the list."""
    lines = [
        "# Faults tried",
        "",
        "Each of these was put into the code on purpose, and the test beside it failed; `make test-slow`",
        "does it again (`python -m tests.faults` writes this page). A change of the ledger that breaks a",
        "rule in a new way belongs here with the test that noticed.",
    ]
    for rule, title in RULES.items():
        lines += ["", f"## {rule}. {title}", "", "| fault | in | noticed by |", "|---|---|---|"]
        for fault in FAULTS:
            if fault.rule == rule:
                lines.append(f"| {fault.name} | `{fault.path}` | `{fault.test.rpartition('::')[2]}` |")
    return "\n".join(lines) + "\n"
