"""The last rung: what is accepted is in the book, what contradicts is refused, corrections take back."""

import itertools
from datetime import date

import pytest

from tests.review.conftest import Make
from tidtam.audit.models import AuditLine
from tidtam.ledger.figure import Measure
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.models import Entry
from tidtam.ledger_store.read import Ask, Moment, Scope, figures
from tidtam.people.actions import loader_account
from tidtam.places.models import Place
from tidtam.places.queries import within
from tidtam.problems import Refused
from tidtam.programmes.queries import pathway
from tidtam.review.actions import accept, propose
from tidtam.review.drafts import Answer, Draft, Paper
from tidtam.review.models import Acceptance, Claim
from tidtam.review.outcomes import Accepted
from tidtam.review.queries import Places, claims_by_key, held_by_cell, papers_by_cell
from tidtam.review.words import ClaimState, DrawsFrom

pytestmark = pytest.mark.django_db
MARCH, JUNE, SEPTEMBER = date(2019, 3, 31), date(2019, 6, 30), date(2019, 9, 30)


def _let_in(*drafts: Draft) -> Accepted:
    actor = loader_account()
    proposed = propose(actor=actor, claims=drafts)
    return accept(actor=actor, claims=proposed.claims.values())


def _standing_at(stage: str, as_of: date, known_at: date | None = None) -> int | None:
    canal = Place.objects.get(code="canal:lat-phrao")
    ask = Ask(
        pathway("canal"),
        "",
        stage,
        Measure.STANDING,
        Moment(as_of, known_at),
        Scope(canal.pk, "canal"),
    )
    return figures([ask])[0].number


def test_an_accepted_claim_is_in_the_book_and_says_who_let_it_in(standing: Make) -> None:
    accepted = _let_in(standing(MARCH, completed=2068, building=2722, ready=3084))
    assert _standing_at("ready", MARCH) == 3084
    assert sum(movement.number for movement in accepted.movements) == 2068 + 654 + 362
    rung = Acceptance.objects.get()
    assert (rung.ladder, rung.rung, rung.who) == ("published_paper", "paper", loader_account())
    assert rung.position == accepted.position == Entry.objects.count()
    assert AuditLine.objects.filter(action="claim.accepted").count() == 1


def test_an_entry_opens_to_its_claim(standing: Make) -> None:
    _let_in(standing(MARCH, ready=3084))
    key = Entry.objects.first().statement
    claim = claims_by_key([key, "00000000-0000-0000-0000-000000000000"])[key]
    assert (claim.paper.published, [n.number for n in claim.counts.all()]) == (MARCH, [3084])
    assert [rung.who for rung in claim.acceptances.all()] == [loader_account()]


def test_accepting_again_does_nothing(standing: Make) -> None:
    _let_in(standing(MARCH, ready=3084))
    entries = Entry.objects.count()
    assert _let_in(standing(MARCH, ready=3084)) == Accepted()
    assert Entry.objects.count() == entries
    assert Acceptance.objects.count() == 1


def test_a_held_claim_is_not_let_in(happening: Make) -> None:
    with pytest.raises(Refused) as refused:
        _let_in(happening(5, MARCH, answer=Answer(draws=DrawsFrom.UNKNOWN)))
    assert [problem.code for problem in refused.value.problems] == ["review.still-held"]


def test_held_claims_can_be_asked_for(happening: Make) -> None:
    actor = loader_account()
    propose(actor=actor, claims=[happening(5, MARCH, answer=Answer(draws=DrawsFrom.UNKNOWN))])
    cell = ("plan_tambon", "2562")
    assert held_by_cell(["plan_tambon", "canal"], as_of=MARCH) == {cell: 1}
    assert held_by_cell(["plan_tambon"], as_of=date(2019, 3, 30)) == {}
    assert held_by_cell(["plan_tambon"], as_of=MARCH, known_at=MARCH) == {}
    assert held_by_cell(["canal"], as_of=MARCH) == {}


def test_held_claims_and_papers_can_be_asked_for_at_some_places(happening: Make) -> None:
    unknown = Answer(draws=DrawsFrom.UNKNOWN)
    propose(actor=loader_account(), claims=[happening(5, MARCH, place="4001", answer=unknown)])
    _let_in(happening(3, MARCH, place="4001", paper=Paper("of Khon Kaen", date(2019, 4, 2))))
    _let_in(happening(4, MARCH, place="5001", paper=Paper("of Chiang Mai", date(2019, 4, 1))))
    cell = ("plan_tambon", "2562")

    def asked(places: Places | None) -> tuple[int, list[str]]:
        held = held_by_cell([cell[0]], as_of=MARCH, within=places)
        papers = papers_by_cell([cell[0]], as_of=MARCH, within=places)
        return held.get(cell, 0), [paper.title for paper in papers.get(cell, [])]

    assert asked(None) == (1, ["of Khon Kaen", "of Chiang Mai"])
    assert asked(within("admin", Place.objects.get(code="40").pk).values("descendant")) == (
        1,
        ["of Khon Kaen"],
    )
    assert asked([Place.objects.get(code="5001").pk]) == (0, ["of Chiang Mai"])
    assert asked([]) == (0, [])


def test_papers_can_be_asked_for_as_the_book_was_at_a_position(happening: Make) -> None:
    first = _let_in(happening(3, MARCH, paper=Paper("first", date(2019, 4, 2))))
    then = _let_in(happening(4, MARCH, paper=Paper("then", date(2019, 4, 1))))

    def papers(position: int | None) -> list[str]:
        found = papers_by_cell(["plan_tambon"], as_of=MARCH, position=position)
        return [paper.title for papers in found.values() for paper in papers]

    assert papers(None) == papers(then.position) == ["first", "then"]
    assert papers(first.position) == ["first"]
    assert papers(first.position - 1) == []


def test_a_total_that_falls_without_an_answer_is_refused_and_nothing_is_kept(standing: Make) -> None:
    _let_in(standing(MARCH, ready=3084))
    draft = standing(JUNE, ready=3000)
    with pytest.raises(Refused) as refused:
        _let_in(draft)
    (problem,) = refused.value.problems
    assert (problem.code, problem.where.field) == ("ledger.total_falls", str(draft.key))
    assert _standing_at("ready", JUNE) == 3084


def test_a_total_may_fall_by_an_exit(standing: Make) -> None:
    _let_in(standing(MARCH, ready=3084))
    _let_in(standing(JUNE, ready=3000, falls="exits", exit_to="withdrew"))
    assert (_standing_at("ready", MARCH), _standing_at("ready", JUNE)) == (3084, 3000)


def test_a_correction_takes_the_earlier_standing_back_from_the_day_it_was_known(standing: Make) -> None:
    _let_in(standing(MARCH, ready=3084))
    accepted = _let_in(standing(JUNE, ready=3000, falls="corrects"))
    assert len(accepted.corrected) == 1
    assert Claim.objects.get(last_day=MARCH).corrected_by == Claim.objects.get(last_day=JUNE)
    assert _standing_at("ready", JUNE) == 3000
    assert _standing_at("ready", MARCH) is None
    assert _standing_at("ready", MARCH, known_at=date(2019, 5, 1)) == 3084
    assert faults() == []


def test_a_correction_leaves_what_does_not_contradict_it(standing: Make) -> None:
    _let_in(standing(MARCH, ready=2000))
    assert _let_in(standing(JUNE, ready=3000, falls="corrects")).corrected == ()
    assert _standing_at("ready", MARCH) == 2000


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
@pytest.mark.parametrize("together", [True, False])
def test_a_correction_gives_the_same_book_in_every_order(
    standing: Make, order: tuple[int, ...], together: bool
) -> None:
    drafts = [
        standing(MARCH, ready=3084),
        standing(JUNE, ready=3000, falls="corrects"),
        standing(SEPTEMBER, ready=3100),
    ]
    parts = [[drafts[number] for number in order]] if together else [[drafts[number]] for number in order]
    for part in parts:
        _let_in(*part)
    assert [_standing_at("ready", day) for day in (MARCH, JUNE, SEPTEMBER)] == [None, 3000, 3100]
    assert [_standing_at("ready", MARCH, day) for day in (MARCH, JUNE)] == [3084, None]
    assert _standing_at("ready", SEPTEMBER, JUNE) == 3000
    assert faults() == []


def test_a_paper_cannot_have_corrected_what_was_published_later(standing: Make) -> None:
    _let_in(standing(JUNE, ready=3000, falls="corrects"))
    with pytest.raises(Refused):
        _let_in(standing(MARCH, told=SEPTEMBER, ready=3084))


def test_another_number_for_the_same_day_may_be_corrected_by_a_later_paper(standing: Make) -> None:
    _let_in(standing(MARCH, ready=3084))
    with pytest.raises(Refused) as refused:
        _let_in(standing(MARCH, told=JUNE, ready=3090))
    assert [problem.code for problem in refused.value.problems] == ["ledger.disagrees"]
    actor = loader_account()
    draft = standing(MARCH, told=JUNE, ready=3090, falls="corrects")
    again = propose(actor=actor, claims=[draft])
    accept(actor=actor, claims=again.claims.values())
    assert _standing_at("ready", MARCH) == 3090
    assert _standing_at("ready", MARCH, known_at=date(2019, 4, 30)) == 3084


def test_a_vague_day_is_kept_whole_and_counts_from_its_publication_at_the_latest(happening: Make) -> None:
    draft = happening(5, date(2019, 3, 1), last_day=MARCH)
    told = date(2019, 3, 17)
    early = Draft(**{**_values(draft), "paper": type(draft.paper)("early", told)})
    _let_in(early)
    claim = Claim.objects.get()
    assert (claim.first_day, claim.last_day) == (date(2019, 3, 1), MARCH)
    entry = Entry.objects.get()
    assert (entry.day_first, entry.day_last) == (date(2019, 3, 1), told)


def _values(draft: Draft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in Draft.__dataclass_fields__}


def test_a_named_subject_is_one_subject_in_every_paper(happening: Make) -> None:
    more = {"indicator": "2.5", "pathway": "homeless_centre", "unit": "centre", "cycle": ""}
    number = type(happening(1, MARCH).counts[0])
    one, other = (number("construction", 1),), (number("opened", 1),)
    first = happening(1, MARCH, place="40", subject="บ้านโฮมแสนสุข", counts=one, **more)
    later = happening(1, JUNE, place="40", subject="บ้าน โฮมแสนสุข", counts=other, **more)
    later = Draft(**{**_values(later), "paper": type(later.paper)("later", JUNE)})
    _let_in(first)
    _let_in(later)
    assert Entry.objects.values("subject").distinct().count() == 1
    assert Claim.objects.filter(state=ClaimState.ACCEPTED, subject=None).count() == 0
    assert [entry.to_stage for entry in Entry.objects.filter(quantity=1).order_by("day_last")] == [
        "construction",
        "opened",
    ]
