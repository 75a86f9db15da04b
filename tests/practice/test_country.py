"""A whole practice country in the database: sound, and equal to a sum done another way."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Sum

from tests.practice.making import ASK, make
from tidtam.ledger.figure import Measure
from tidtam.ledger.fiscal import FiscalYear
from tidtam.ledger_store import check
from tidtam.ledger_store.models import Entry, Statement
from tidtam.ledger_store.read import Ask as Question
from tidtam.ledger_store.read import Moment, figures, head
from tidtam.places import check as places_check
from tidtam.places.models import TreeClosure
from tidtam.practice.actions import Made
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import Target
from tidtam.reports.check import identity_faults
from tidtam.reports.queries import board, trail
from tidtam.review.models import Acceptance, Claim, Evidence
from tidtam.review.practice import is_practice
from tidtam.review.words import ClaimState


@pytest.fixture(scope="module")
def made(places: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield make(tmp_path_factory.mktemp("definitions"))
        transaction.set_rollback(True)


@pytest.mark.usefixtures("db")
class TestACountry:
    """Of 5,000 entries; each test only looks at it."""

    def test_the_check_finds_no_fault(self, made: Made) -> None:
        assert [fault.text("en") for fault in check.faults()] == []
        assert list(places_check.faults()) == []
        assert [f for f in identity_faults() if f.severity.value == "error"] == []

    def test_it_holds_as_many_entries_as_were_asked_for_and_is_for_practice(self, made: Made) -> None:
        assert made.stories + made.entries == ASK.entries == head() == Entry.objects.count()
        assert is_practice()

    def test_figures_are_what_the_generator_says(self, made: Made) -> None:
        assert len(made.results) > 40
        questions = []
        for code, year in made.results:
            line = programmes.indicator(code, year)
            assert line is not None
            pathway, days = programmes.pathway(line.pathway), FiscalYear(year)
            asked = (pathway, str(year), line.counting_stage, Measure.CROSSED, Moment(days.end))
            questions.append(Question(*asked, start=days.start))
        assert [figure.number for figure in figures(questions)] == list(made.results.values())

    def test_the_board_adds_up_over_the_provinces(self, made: Made) -> None:
        found = trail(line="2.2", fiscal_year=2562, as_of=date(2019, 9, 30))
        parts = sum(part.quantity for part in found.by_place)
        assert parts == made.results["2.2", 2562]

    def test_targets_are_revised_in_some_years_and_met_as_the_shapes_say(self, made: Made) -> None:
        revised = Target.objects.filter(revision=2, fiscal_year__isnull=False)
        assert revised.count() > 5
        lines = {line.line: line for line in board(fiscal_year=2562, as_of=date(2019, 3, 31)).lines}
        assert 75 < float(lines["2.2"].percent or 0) < 125
        assert float(lines["3.2(1)"].percent or 0) < 20

    def test_three_in_a_hundred_entries_were_corrected(self, made: Made) -> None:
        back = Entry.objects.filter(reverses__isnull=False, kind="said").count()
        assert 0.025 < back / ASK.entries < 0.035

    def test_there_are_lots_names_namings_out_of_lots_walks_and_standings(self, made: Made) -> None:
        kinds = Counter(Statement.objects.values_list("kind", "draws"))
        assert kinds["stands", ""] >= 7
        assert kinds["happened", "lot"] >= 100
        assert kinds["happened", "earlier"] >= 50
        assert kinds["happened", "adds"] >= 100
        assert Entry.objects.filter(from_lot=True, subject__isnull=False).exists()

    def test_a_paper_that_comes_late_changes_how_the_canal_had_been_explained(self, made: Made) -> None:
        assert Entry.objects.filter(cell__pathway="canal", reverses__isnull=False, kind="explained").exists()
        assert Entry.objects.filter(cell__pathway="canal", to_stage="withdrew").exists()

    def test_a_province_changes_its_region_on_the_first_day_of_the_last_year(self, made: Made) -> None:
        day = FiscalYear(ASK.last_year).start
        regions = [
            TreeClosure.objects.get(
                tree="codi", depth=1, descendant__code="73", valid_from__lte=on, valid_to__gt=on
            ).ancestor.code
            for on in (date(2018, 10, 1), day)
        ]
        assert regions == ["codi:central-west", "codi:bangkok-east"]

    def test_some_entries_open_down_to_who_recorded_and_who_let_them_in(self, made: Made) -> None:
        field = Claim.objects.filter(ladder="field")
        assert field.count() == made.claims >= ASK.claims
        one = field.filter(state=ClaimState.ACCEPTED, corrected_by=None).first()
        assert one is not None
        steps = list(Acceptance.objects.filter(claim=one).order_by("at"))
        assert [step.rung for step in steps] == ["province", "region", "headquarters"]
        entry = Entry.objects.get(statement=str(one.key))
        assert (entry.position, entry.quantity) == (steps[-1].position, one.counts.get().number)
        assert one.made_by_id not in {step.who_id for step in steps}
        assert Evidence.objects.filter(claim__ladder="field").count() > 100

    def test_what_was_taken_back_names_the_claim_that_corrects_it(self, made: Made) -> None:
        back = Claim.objects.filter(state=ClaimState.TAKEN_BACK)
        assert back.exists()
        for claim in back:
            sums = Entry.objects.filter(statement=str(claim.key)).aggregate(left=Sum("sign"))
            assert sums["left"] == 0
            assert claim.corrected_by is not None
            assert claim.corrected_by.state == ClaimState.ACCEPTED
