"""The writer: what goes into the book, what is refused, what a repeat does, and how things are taken back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.sayings import CANAL, FOUNDING, STAGES
from tests.ledger.test_lat_phrao import SERIES, STANDS
from tests.ledger_store.books import ask
from tests.ledger_store.country import Country
from tidtam.audit.models import AuditLine
from tidtam.ledger.figure import Figure, Measure, ResultKind
from tidtam.ledger.statements import Draws
from tidtam.ledger_store import check, models
from tidtam.ledger_store import post as writer
from tidtam.ledger_store.post import Batch, Reversal, Stated, post
from tidtam.ledger_store.read import NATION, Ask, Moment, Scope, by_place, figures, standing_subjects
from tidtam.problems import Refused

pytestmark = pytest.mark.django_db
D1, D2, D3 = date(2019, 1, 31), date(2019, 3, 31), date(2019, 9, 30)
EVER = date(2030, 1, 1)


def refusal(country: Country, *said: object, **options: object) -> list[str]:
    with pytest.raises(Refused) as caught:
        country.post(*said, **options)  # type: ignore[arg-type]
    return [problem.code for problem in caught.value.problems]


def number(country: Country, stage: str, as_of: date = EVER, known_at: date | None = None) -> int | None:
    return figures([ask(country, "nation", stage, Moment(as_of, known_at))])[0].number


def founded(country: Country, as_of: date, place: str = "nation", start: date | None = None) -> Figure:
    scope = NATION if place == "nation" else Scope(country.places[place])
    return figures([Ask(FOUNDING, "2562", "done", Measure.CROSSED, Moment(as_of), scope, start)])[0]


def held() -> dict[str, int]:
    return {guard.stage: guard.held for guard in models.StageGuard.objects.all() if guard.held}


# The real series


@pytest.mark.parametrize("backwards", [False, True])
def test_lat_phrao_from_the_book(country: Country, backwards: bool) -> None:
    for one in SERIES[::-1] if backwards else SERIES:
        country.post(country.stated(one))
    for as_of, *expected in STANDS:
        asked = [ask(country, "nation", stage, Moment(as_of)) for stage in STAGES]
        for figure, (surely, most) in zip(figures(asked), expected, strict=True):
            assert (figure.number or 0) == surely
            assert figure.upper in (None, most)
    assert held() == {"completed": 2618, "building": 363, "ready": 327}
    assert check.faults() == []


def test_lat_phrao_says_how_sure_it_is(country: Country) -> None:
    country.post(*(country.stated(one) for one in SERIES))
    asked = [ask(country, "nation", stage, Moment(date(2018, 5, 31))) for stage in ("ready", "completed")]
    ready, completed = figures([*asked])
    assert (ready.number, ready.kind, ready.upper) == (2635, ResultKind.EXACT, None)
    assert (completed.number, completed.kind, completed.upper) == (915, ResultKind.RANGE, 2635)
    floor = figures([ask(country, "nation", "ready", Moment(date(2017, 6, 22)))])[0]
    assert (floor.number, floor.kind) == (763, ResultKind.FLOOR)
    before = figures([ask(country, "nation", "ready", Moment(date(2017, 6, 21)))])[0]
    assert before.number is None  # not reported, which is not nought


def test_between_march_and_september_2562_from_the_book(country: Country) -> None:
    country.post(*(country.stated(one) for one in SERIES))
    told = models.Entry.objects.filter(statement="e", quantity__gt=0)
    assert set(told.values_list("start_stage", "to_stage", "quantity")) == {
        ("", "ready", 187), ("ready", "building", 151), ("building", "completed", 116),
    }  # fmt: skip


# What a batch does


def test_positions_have_no_gap_and_the_batch_says_which_are_its_own(country: Country) -> None:
    first = country.post(country.happened("a", D1, "ready", 5), country.happened("b", D1, "completed", 2))
    second = country.post(country.happened("c", D2, "ready", 1))
    assert (first.first_position, first.last_position, second.first_position) == (1, 2, 3)
    assert list(models.Entry.objects.order_by("position").values_list("position", flat=True)) == [1, 2, 3]


def test_the_same_batch_or_the_same_statements_again_do_nothing(country: Country) -> None:
    said = country.happened("a", D1, "ready", 5)
    first = country.post(said, key="one")
    again = country.post(said, key="one")
    assert again.repeated
    assert (again.first_position, again.last_position) == (first.first_position, first.last_position)
    assert country.post(said, key="two").repeated
    more = country.post(said, country.happened("b", D1, "ready", 1), key="three")
    assert (more.first_position, more.last_position, number(country, "ready")) == (2, 2, 6)


def test_a_dry_run_says_what_would_move_and_keeps_nothing(country: Country) -> None:
    posted = country.post(country.stands("a", D1, ready=5), dry_run=True)
    assert [(m.to.stage, m.number) for m in posted.movements] == [("ready..completed", 5)]
    assert not models.Entry.objects.exists()
    assert not models.Cell.objects.exists()
    assert not models.Batch.objects.exists()


def test_each_batch_leaves_an_audit_line_with_its_reasons(country: Country) -> None:
    country.post(country.happened("a", D1, "ready", 5))
    country.post(back=(Reversal("a", D2, "was another canal"),))
    lines = AuditLine.objects.filter(action="ledger.posted").order_by("pk")
    assert [line.actor_name for line in lines] == [str(country.actor)] * 2
    assert lines[1].detail["taken_back"] == {"a": "was another canal"}


def test_all_problems_come_at_once_and_nothing_is_kept(country: Country) -> None:
    found = refusal(
        country, country.happened("a", D1, "flying", 5), country.happened("b", D1, "ready", 0),
        country.stands("c", D2, told=D1, ready=5), country.stands("d", D2, completed=9, ready=5),
        country.happened("e", D1, "ready", 1),
    )  # fmt: skip
    assert found == [
        "ledger.unknown_stage", "ledger.bad_number", "ledger.told_before_day", "ledger.counts_cross",
    ]  # fmt: skip
    assert not models.Entry.objects.exists()


def test_another_unit_is_refused(country: Country) -> None:
    said = country.happened("a", D1, "ready", 5)
    assert refusal(country, said, unit="house") == ["ledger.other_unit"]
    assert refusal(country, said, unit="satang") == ["ledger.other_unit"]
    assert refusal(country, said, pathway="flying") == ["ledger.unknown_pathway"]


def test_one_key_for_two_things_is_refused(country: Country) -> None:
    one, other = country.happened("a", D1, "ready", 5), country.happened("a", D1, "ready", 6)
    assert refusal(country, one, other) == ["ledger.key_twice"]
    country.post(one, one)
    twice = (Reversal("a", D2, "x"), Reversal("a", D2, "y"))
    assert refusal(country, back=twice) == ["ledger.key_twice"]


# Named subjects and lots


def test_a_named_subject_is_counted_once_in_a_cycle(country: Country) -> None:
    country.post(country.happened("a", D1, "building", subject="s1", place="pai"))
    again = country.happened("b", D2, "building", subject="s1", place="pai")
    assert refusal(country, again) == ["ledger.counted_twice"]
    country.post(again, cycle="2562")  # another cycle, another count
    assert models.SubjectGuard.objects.count() == 2


def test_a_late_fact_about_a_named_subject(country: Country) -> None:
    country.post(country.happened("c", D3, "completed", subject="s1", place="pai"))
    country.post(country.happened("a", D1, "ready", subject="s1", place="pai", told=EVER))
    assert [number(country, "ready", as_of) for as_of in (D1, D3)] == [1, 1]
    assert number(country, "ready", D1, known_at=D3) is None
    assert [number(country, stage) for stage in STAGES] == [1, 1, 1]
    assert check.faults() == []


def test_a_lot_that_leaves_is_gone(country: Country) -> None:
    country.post(country.happened("a", D1, "ready", 5))
    country.post(country.happened("b", D2, "withdrew", 2))
    assert number(country, "ready") == 3
    assert held() == {"ready": 3}
    assert refusal(country, country.happened("c", D3, "lost_right", 4)) == ["ledger.not_enough"]
    assert check.faults() == []


def naming(country: Country, key: str, on: date, subject: str, told: date | None = None) -> object:
    return country.happened(
        key, on, "done", told=told, place="pai", draws=Draws.LOT, lot_place="nation", subject=subject
    )


def tambons(country: Country, *said: object) -> None:
    country.post(*said, pathway="founding", cycle="2562", unit="tambon")  # type: ignore[arg-type]


def test_naming_takes_from_the_lot_and_moves_to_the_named_place(country: Country) -> None:
    tambons(country, country.happened("lot", D2, "done", 172))
    tambons(country, naming(country, "n1", D1, "t1", EVER), naming(country, "n2", D3, "t2"))
    assert [founded(country, on).number for on in (D1, D2, D3)] == [1, 172, 172]
    assert founded(country, D3, "pai").number == 2
    assert founded(country, D3).traced == 2
    ask_all = Ask(FOUNDING, "2562", "done", Measure.CROSSED, Moment(D3))
    places = [country.places[name] for name in ("north", "south")]
    found = by_place(ask_all, places)
    assert {place: figure.number for place, figure in found.items()} == {places[0]: 2, None: 170}
    assert held() == {"done": 170}
    assert check.faults() == []


def test_a_lot_that_comes_before_the_one_that_gave_back_gives_back_instead(country: Country) -> None:
    tambons(country, country.happened("late lot", D3, "done", 10), naming(country, "n", D1, "t1"))
    tambons(country, country.happened("early lot", D2, "done", 5))
    assert [founded(country, on).number for on in (D1, D2, D3)] == [1, 5, 15]
    assert check.faults() == []


def test_no_more_is_named_than_the_lot_holds(country: Country) -> None:
    tambons(country, country.happened("lot", D2, "done", 1), naming(country, "n1", D3, "t1"))
    with pytest.raises(Refused):
        tambons(country, naming(country, "n2", D3, "t2"))
    assert founded(country, D3).number == 1


def drawn(country: Country, key: str, on: date, stage: str, subject: str) -> object:
    """Somebody named out of the lot of the nation."""
    lot = {"draws": Draws.LOT, "lot_place": "nation", "lot_stage": "ready"}
    return country.happened(key, on, stage, place="pai", subject=subject, **lot)  # type: ignore[arg-type]


def test_what_happens_after_a_naming_looks_at_one_path_alone(
    country: Country, monkeypatch: pytest.MonkeyPatch
) -> None:
    country.post(country.happened("lot", D1, "ready", 9))
    stages = ["ready", "ready", "building", "ready", "ready"]
    named = [drawn(country, f"n{turn}", D2, stage, f"s{turn}") for turn, stage in enumerate(stages)]
    country.post(*named)  # type: ignore[arg-type]
    folded = []
    explain = writer.explain
    monkeypatch.setattr(writer, "explain", lambda *told: folded.append(told[-1]) or explain(*told))
    country.post(country.happened("b", D3, "building", subject="s1", place="pai"))
    assert folded == [frozenset({country.subject("s1")})]
    country.post(country.happened("c", D1, "ready", subject="s2", place="pai"))
    assert folded[1:] == [None]  # before its naming: the lot keeps one more
    assert [number(country, stage) for stage in STAGES] == [10, 2, None]
    assert held() == {"ready": 5}
    assert check.faults() == []


@pytest.mark.parametrize("later", [True, False])
def test_a_naming_that_is_taken_back_leaves_what_came_after(country: Country, later: bool) -> None:
    country.post(country.happened("lot", D1, "ready", 3))
    country.post(drawn(country, "n", D2, "ready", "s1"))  # type: ignore[arg-type]
    country.post(country.happened("b", D3, "building", subject="s1", place="pai"))
    country.post(back=(Reversal("n", EVER, "another household"),))
    if later:
        country.post(country.happened("c", EVER, "completed", subject="s1", place="pai"))
    assert [number(country, stage) for stage in STAGES] == [4, 1, 1 if later else None]
    assert held() == {"ready": 3}
    assert check.faults() == []


def test_where_named_subjects_stand_whatever_was_told_when(country: Country) -> None:
    steps = (("a", D1, "ready"), ("b", D2, "building"), ("c", D2, "completed"))
    said = [country.happened(key, on, stage, subject="s1", place="pai") for key, on, stage in steps]
    country.post(said[2])
    country.post(said[1])
    country.post(said[0], back=(Reversal("b", D3, "not yet"),))
    country.post(country.happened("b2", D2, "building", subject="s1", place="pai"))
    [entry] = standing_subjects(CANAL, "", Moment(EVER))
    assert entry.to_stage == "completed"
    [entry] = standing_subjects(CANAL, "", Moment(D1))
    assert entry.to_stage == "ready"


def test_an_unsplit_lot_makes_a_crossing_a_range(country: Country) -> None:
    country.post(country.stands("a", D1, ready=10), country.stands("b", D1, completed=4))
    crossed = figures([ask(country, "nation", "building", Moment(D2), Measure.CROSSED)])[0]
    assert (crossed.number, crossed.upper, crossed.kind) == (4, 10, ResultKind.RANGE)


# Taking back


def test_a_reversal_keeps_the_day_of_what_it_takes_back(country: Country) -> None:
    country.post(country.happened("a", D1, "ready", 5))
    country.post(back=(Reversal("a", D3, "twice in the paper"),))
    first, back = models.Entry.objects.order_by("position")
    assert (back.day_last, back.known_on, back.reverses_id) == (first.day_last, D3, first.position)
    assert [number(country, "ready", D2, known_at=known) for known in (D2, D3)] == [5, None]


def test_a_reversal_is_reversed(country: Country) -> None:
    country.post(country.happened("a", D1, "ready", 5), country.stands("b", D2, completed=3))
    for turn, known_on in enumerate((D3, date(2019, 10, 1), date(2019, 10, 2)), start=1):
        there = turn % 2 == 0
        back = tuple(Reversal(key, known_on, "x", again=there) for key in ("a", "b"))
        country.post(back=back)
        assert country.post(back=back).repeated  # somebody else had the same thought
        assert number(country, "ready") == (5 if there else None)
        assert number(country, "completed") == (3 if there else None)
        assert check.faults() == []
    assert number(country, "ready", known_at=date(2019, 10, 1)) == 5


def test_it_is_not_taken_back_before_it_was_known(country: Country) -> None:
    country.post(country.happened("a", D2, "ready", 5))
    assert refusal(country, back=(Reversal("a", D1, "x"),)) == ["ledger.taken_back_too_early"]
    assert refusal(country, back=(Reversal("b", D3, "x"),)) == ["ledger.not_in_book"]


@pytest.mark.parametrize("named", [False, True])
def test_what_rests_on_it_is_taken_back_with_it(country: Country, named: bool) -> None:
    tambons(country, country.happened("lot", D1, "done", 1))
    subject = "t1" if named else None
    drawn = country.happened(
        "n", D2, "done", place="pai", draws=Draws.LOT, lot_place="nation", subject=subject
    )
    tambons(country, drawn)
    assert refusal(country, back=(Reversal("lot", D3, "no such lot"),)) == ["ledger.not_enough"]
    country.post(back=(Reversal("lot", D3, "no such lot", with_dependents=True),))
    assert founded(country, EVER).number in (None, 0)
    assert check.faults() == []


def test_a_movement_that_was_taken_back_may_hold_again(country: Country) -> None:
    """A late lot is taken back on the day it was told, and the old movement holds again."""
    country.post(country.happened("e", D2, "building", 1, told=D2, draws=Draws.EARLIER))
    country.post(country.happened("a", D1, "ready", 1, told=D3))
    assert number(country, "ready") == 1
    country.post(back=(Reversal("a", D3, "wrong"),))
    assert [number(country, stage) for stage in STAGES] == [1, 1, None]
    assert check.faults() == []


# Checkpoints


def test_a_late_fact_before_a_checkpoint_is_explained_again(country: Country) -> None:
    country.post(country.stands("b", D2, completed=3, ready=10))
    before = models.Entry.objects.count()
    country.post(country.happened("a", D1, "ready", 4, told=D3))
    assert number(country, "ready") == 10
    assert number(country, "ready", D1) == 4
    assert number(country, "ready", D1, known_at=D2) is None
    changed = models.Entry.objects.filter(position__gt=before)
    assert set(changed.values_list("known_on", flat=True)) == {D3}  # the later of paper and checkpoint
    assert check.faults() == []


def test_a_total_that_falls_asks(country: Country) -> None:
    country.post(country.stands("a", D1, ready=10))
    assert refusal(country, country.stands("b", D2, ready=8)) == ["ledger.total_falls"]
    country.post(country.stands("b", D2, ready=8, exit_to="withdrew"))
    assert number(country, "ready") == 8


def test_it_may_stand_at_nought(country: Country) -> None:
    country.post(country.stands("a", D1, ready=0))
    assert number(country, "ready") == 0
    assert number(country, "ready", date(2019, 1, 30)) is None


def test_every_statement_of_a_batch_names_its_own_pathway(country: Country) -> None:
    said = [
        Stated("canal", "", "household", country.happened("a", D1, "ready", 5)),
        Stated("founding", "2562", "tambon", country.happened("b", D1, "done", 2)),
    ]
    post(actor=country.actor, batch=Batch("both", said))
    assert number(country, "ready") == 5
    assert founded(country, D1).number == 2
    assert {str(cell) for cell in models.Cell.objects.all()} == {"canal", "founding 2562"}


def test_a_key_may_hold_any_letters(country: Country) -> None:
    key = "ก\\N\t\n\r'\""
    country.post(country.happened(key, D1, "ready", 5), country.stands(key + "2", D2, ready=6))
    assert set(models.Entry.objects.values_list("statement", flat=True)) == {key, key + "2"}
    assert models.Statement.objects.get().key == key + "2"
