"""The calendar: rounds set and closed, leave given with a reason, who is late, who is reminded of what."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.review.people import LONG_AGO, People, make_people
from tidtam.audit import queries as audit
from tidtam.cli import remind as command
from tidtam.people.access import access_of
from tidtam.people.actions import give_role, loader_account, reminding_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.problems import Both, Refused
from tidtam.programmes import queries as programmes
from tidtam.review import calendar, grid
from tidtam.review.actions import Typed, approve, keep_squares, save, send_back, submit, submit_squares
from tidtam.review.actions.calendar import lock_round, make_rounds, set_round, unlock
from tidtam.review.actions.reminding import remind
from tidtam.review.drafts import Number
from tidtam.review.models import Claim, Reminder, Round
from tidtam.review.reminders import to_remind
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind, Moment

pytestmark = pytest.mark.django_db

DUE = date(2019, 4, 15)
NAMES = Both("ไตรมาส 2", "quarter 2")


@pytest.fixture
def people(country: None, db: None) -> People:
    found = make_people()
    User.objects.filter(pk=found.anong.pk).update(email="anong@example.org")
    return found


@pytest.fixture
def q2(people: People) -> Round:
    return next(one for one in make_rounds(actor=people.ekachai, fiscal_year=2562) if one.code == "2562-Q2")


def place(code: str) -> Place:
    return Place.objects.get(code=code)


def record_at(code: str, username: str) -> User:
    user = User.objects.create_user(username, display_name=username, email=f"{username}@example.org")
    give_role(actor=loader_account(), user=user, role=Role.RECORDER, place=place(code), first_day=LONG_AGO)
    return user


def type_in(user: User, of_round: Round, code: str, number: int = 3, line: str = "1.1") -> None:
    found = next(one for one in grid.lines_of(of_round) if one.code == line)
    typed = Typed(found, place(code), number, 0)
    (kept,) = keep_squares(actor=user, of_round=of_round, typed=[typed])
    assert kept.problems == []


def refused(call: Any, **asked: Any) -> list[str]:
    with pytest.raises(Refused) as said:
        call(**asked)
    return [problem.code for problem in said.value.problems]


def claim_apart(user: User, code: str, day: date) -> Claim:
    """Recorded on the page of a claim, not in a square."""
    line = programmes.indicator("1.1", 2562)
    assert line is not None
    said = Said(uuid4(), line, place(code), ClaimKind.HAPPENED, day, day, (Number("done", 2),))
    return save(actor=user, said=said)


def test_a_claim_of_its_own_brings_a_place_in_as_a_square_does(people: People, q2: Round) -> None:
    def is_in() -> bool:
        return {one.place.code: one.is_in for one in calendar.progress(q2)}["400105"]

    other = claim_apart(people.anong, "400105", date(2019, 4, 1))  # a day of the next quarter
    submit(actor=people.anong, keys=[other.key])
    assert not is_in()
    claim = claim_apart(people.anong, "400105", date(2019, 3, 1))
    assert not is_in()
    submit(actor=people.anong, keys=[claim.key])
    assert is_in()
    assert [one.round.code for one in calendar.awaited(people.anong) if one.round == q2] == []
    send_back(actor=people.boon, key=claim.key, reason="ผิดวัน")
    assert not is_in()


def test_four_quarters_each_due_fifteen_days_after_its_end(people: People) -> None:
    made = make_rounds(actor=people.ekachai, fiscal_year=2562)
    assert [(one.code, one.first_day, one.last_day, one.due_on) for one in made] == [
        ("2562-Q1", date(2018, 10, 1), date(2018, 12, 31), date(2019, 1, 15)),
        ("2562-Q2", date(2019, 1, 1), date(2019, 3, 31), date(2019, 4, 15)),
        ("2562-Q3", date(2019, 4, 1), date(2019, 6, 30), date(2019, 7, 15)),
        ("2562-Q4", date(2019, 7, 1), date(2019, 9, 30), date(2019, 10, 15)),
    ]
    assert make_rounds(actor=people.ekachai, fiscal_year=2562) == []
    assert calendar.years() == [2562]
    assert [line.action for line in audit.about("round:2562-Q2")] == ["round.set"]


@pytest.mark.parametrize("who", ["anong", "boon", "dao"])
def test_only_the_owner_at_headquarters_keeps_the_calendar(people: People, q2: Round, who: str) -> None:
    actor = getattr(people, who)
    assert refused(make_rounds, actor=actor, fiscal_year=2563) == ["review.not-your-calendar"]
    assert refused(lock_round, actor=actor, code=q2.code, reason="x") == ["review.not-your-calendar"]
    asked: dict[str, Any] = {"code": q2.code, "place": place("40"), "reason": "x", "until": DUE}
    assert refused(unlock, actor=actor, **asked) == ["review.not-your-calendar"]


def test_an_owner_of_one_province_does_not_keep_it(people: People, q2: Round) -> None:
    user = User.objects.create_user("owner", display_name="owner")
    give_role(actor=loader_account(), user=user, role=Role.OWNER, place=place("40"), first_day=LONG_AGO)
    assert refused(lock_round, actor=user, code=q2.code, reason="x") == ["review.not-your-calendar"]


def test_everything_wrong_with_a_round_is_said_at_once(people: People) -> None:
    codes = refused(
        set_round,
        actor=people.ekachai,
        code="no good",
        fiscal_year=2562,
        names=NAMES,
        first_day=date(2019, 4, 1),
        last_day=date(2018, 9, 1),
        due_on=date(2018, 8, 1),
    )
    assert codes == [
        "review.round-nameless",
        "review.days-turned",
        "review.round-outside-year",
        "review.due-too-early",
    ]
    assert Round.objects.count() == 0


def test_days_of_a_round_that_is_reported_on_stay(people: People, q2: Round) -> None:
    type_in(people.anong, q2, "400105")
    asked: dict[str, Any] = {"actor": people.ekachai, "code": q2.code, "fiscal_year": 2562, "names": NAMES}
    days = {"first_day": q2.first_day, "last_day": q2.last_day}
    later = set_round(**asked, **days, due_on=DUE + timedelta(days=5))
    assert (later.pk, Round.objects.get(pk=q2.pk).due_on) == (q2.pk, date(2019, 4, 20))
    other = {**days, "last_day": date(2019, 3, 30)}
    assert refused(set_round, **asked, **other, due_on=DUE) == ["review.round-in-use"]


def test_closed_nothing_is_handed_in_but_with_leave(people: People, q2: Round) -> None:
    type_in(people.anong, q2, "400105")
    assert refused(lock_round, actor=people.ekachai, code=q2.code, reason=" ") == ["review.say-why"]
    today = timezone.localdate()
    leave: dict[str, Any] = {"actor": people.ekachai, "code": q2.code, "place": place("40")}
    assert refused(unlock, **leave, reason="น้ำท่วม", until=today) == ["review.round-not-locked"]
    locked = lock_round(actor=people.ekachai, code=q2.code, reason="ครบกำหนด")
    ban_pet = place("400105")
    asked: dict[str, Any] = {"actor": people.anong, "of_round": locked, "places": [ban_pet]}
    assert refused(submit_squares, **asked) == ["review.round-locked"]
    assert calendar.open_places(locked, [ban_pet]) == set()
    assert refused(unlock, **leave, reason="", until=today - timedelta(days=1)) == [
        "review.say-why",
        "review.leave-past",
    ]
    unlock(**leave, reason="น้ำท่วม", until=today)
    unlock(**leave, reason="น้ำท่วม", until=today)
    assert calendar.open_places(locked, [ban_pet, place("500101")]) == {ban_pet.pk}
    assert len(submit_squares(**asked)) == 1
    lines = [(line.action, line.detail.get("reason")) for line in audit.about("round:2562-Q2")]
    assert lines.count(("round.locked", "ครบกำหนด")) == lines.count(("round.unlocked", "น้ำท่วม")) == 1


def test_how_far_a_place_is(people: People, q2: Round) -> None:
    def counts() -> list[tuple[str, int, int, int, int, bool]]:
        return [
            (one.place.code, one.squares, one.filled, one.handed_in, one.accepted, one.is_in)
            for one in calendar.progress(q2)
        ]

    shown = len(grid.squares(q2, grid.lines_of(q2), [place("400105")]))
    assert counts() == [("400105", shown, 0, 0, 0, False)]
    type_in(people.anong, q2, "400105")
    type_in(people.anong, q2, "400105", 0, "2.2")
    assert counts() == [("400105", shown, 2, 0, 0, False)]
    claims = submit_squares(actor=people.anong, of_round=q2, places=[place("400105")])
    assert counts() == [("400105", shown, 2, 2, 0, True)]
    for reviewer in (people.boon, people.dao, people.ekachai):
        approve(actor=reviewer, keys=[claims[0].key])
    assert counts() == [("400105", shown, 2, 2, 1, True)]


def test_who_is_missing_by_place_and_up_the_tree(people: People, q2: Round) -> None:
    record_at("400901", "bai")
    record_at("500101", "sri")
    type_in(people.anong, q2, "400105")
    submit_squares(actor=people.anong, of_round=q2, places=[place("400105")])
    after = DUE + timedelta(days=1)
    missing = [one.place.code for one in calendar.progress(q2, on=after) if one.is_missing]
    assert missing == ["400901", "500101"]
    parts = calendar.up_the_tree(calendar.progress(q2, on=after))
    said = [(part.place.code if part.place else "", part.waited_for, part.is_in) for part in parts]
    assert said == [("codi:north", 1, 0), ("codi:northeast", 2, 1)]
    (khon_kaen,) = parts[1].parts
    assert khon_kaen.place == place("40")
    assert [one.place.code for one in khon_kaen.missing] == ["400901"]


def test_only_what_one_may_read_is_counted(people: People, q2: Round) -> None:
    record_at("500101", "sri")
    assert [one.place.code for one in calendar.progress(q2, access_of(people.boon))] == ["400105"]
    assert [one.place.code for one in calendar.progress(q2, access_of(people.chai))] == ["500101"]
    assert len(calendar.progress(q2, access_of(people.ekachai))) == 2


def test_progress_asks_as_often_for_many_places_as_for_one(people: People, q2: Round) -> None:
    with CaptureQueriesContext(connection) as one:
        calendar.progress(q2, access_of(people.ekachai))
    for code in ("400901", "500101", "500102", "400106", "40", "50"):
        record_at(code, f"recorder-{code}")
    with CaptureQueriesContext(connection) as seven:
        assert len(calendar.progress(q2, access_of(people.ekachai))) == 7
    assert len(seven) == len(one)


def test_each_recorder_is_mailed_once_at_each_moment(people: People, q2: Round) -> None:
    record_at("500101", "sri")
    sender = reminding_account()
    sent = []
    for day in (13, 14, 14, 15, 16, 17, 29, 30):
        due = to_remind(date(2019, 4, day))
        assert remind(actor=sender, due=due) == []
        sent += [(day, one.user.username, one.moment) for one in due]
    assert sent == [
        (day, name, moment)
        for day, moment in ((14, Moment.BEFORE), (15, Moment.DUE), (16, Moment.AFTER))
        for name in ("anong", "sri")
    ]
    assert len(mail.outbox) == Reminder.objects.count() == 6
    first = mail.outbox[0]
    assert first.to == ["anong@example.org"]
    assert "ครบกำหนดพรุ่งนี้" in first.subject
    assert all(
        word in first.body for word in ("ต.บ้านเป็ด", "15 เมษายน 2562", "/grid/2562-Q2/", "15 April 2019")
    )


def test_two_runs_at_once_mail_nobody_twice(people: People, q2: Round) -> None:
    due = to_remind(DUE)
    for _ in range(2):
        remind(actor=reminding_account(), due=due)
    assert len(mail.outbox) == 1


def test_who_has_handed_in_is_not_reminded(people: People, q2: Round) -> None:
    type_in(people.anong, q2, "400105")
    assert len(to_remind(DUE)) == 1
    submit_squares(actor=people.anong, of_round=q2, places=[place("400105")])
    assert to_remind(DUE) == []


def test_a_closed_round_reminds_nobody(people: People, q2: Round) -> None:
    lock_round(actor=people.ekachai, code=q2.code, reason="ครบกำหนด")
    assert to_remind(DUE) == []


def test_what_no_server_took_is_tried_again(people: People, q2: Round, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    due = to_remind(DUE)
    assert remind(actor=reminding_account(), due=due) == due
    assert Reminder.objects.count() == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert remind(actor=reminding_account(), due=to_remind(DUE)) == []
    assert len(mail.outbox) == 1


def test_the_command_says_whom_and_dry_run_sends_nothing(people: People, capsys: Any) -> None:
    set_round(
        actor=people.ekachai,
        code="now",
        fiscal_year=2562,
        names=NAMES,
        first_day=date(2019, 1, 1),
        last_day=date(2019, 3, 31),
        due_on=timezone.localdate(),
    )
    User.objects.filter(pk=people.boon.pk).update(email="boon@example.org")
    silent = record_at("500101", "sri")
    User.objects.filter(pk=silent.pk).update(email="")
    assert command.run(lang="en", dry_run=True) == 0
    said = capsys.readouterr()
    assert "anong@example.org  now  is due today  (1)" in said.out
    assert "sri: no e-mail address" in said.err
    assert "boon" not in said.out
    assert (len(mail.outbox), Reminder.objects.count()) == (0, 0)
    assert command.run(lang="th", dry_run=False) == 0
    assert "ส่งจดหมายเตือน 1 ฉบับ" in capsys.readouterr().out
    assert len(mail.outbox) == 1


def test_what_waits_for_me(people: People, q2: Round) -> None:
    q1, waits = calendar.awaited(people.anong, date(2019, 3, 31))
    assert q1.is_late
    assert (waits.round, [one.code for one in waits.places], waits.days_left) == (q2, ["400105"], 15)
    assert not waits.is_late
    late = {one.round.code: one.is_late for one in calendar.awaited(people.anong, date(2019, 4, 16))}
    assert late == {"2562-Q1": True, "2562-Q2": True}
    assert calendar.awaited(people.boon, DUE) == []
    type_in(people.anong, q2, "400105")
    submit_squares(actor=people.anong, of_round=q2, places=[place("400105")])
    assert [one.round.code for one in calendar.awaited(people.anong, date(2019, 3, 31))] == ["2562-Q1"]
    assert Claim.objects.count() == 1
