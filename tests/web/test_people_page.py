"""The page of people: only my places, an invitation whose link is seen once, and the page behind the link."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.utils import timezone

from tests.intake.country import make_country
from tidtam.people import problems
from tidtam.people.access import Right, access_of
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Invitation, Role, RoleHeld, User
from tidtam.places.models import Place
from tidtam.web.people import views

pytestmark = pytest.mark.django_db
WORDS = "ริมคลองสามพันหลัง"
INVITED = {"name": "อนงค์", "email": "anong@example.org", "role": "recorder", "place": "400105", "tree": ""}


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The country, with one who looks after the people of Khon Kaen and verifiers in two provinces."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
        for username, role, code in (
            ("natee", Role.ADMINISTRATOR, "40"),
            ("boon", Role.VERIFIER, "40"),
            ("chai", Role.VERIFIER, "50"),
        ):
            user = User.objects.create_user(username, display_name=username.title())
            place = Place.objects.get(code=code)
            give_role(actor=loader_account(), user=user, role=role, place=place, tree="admin")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def natee(country: None, db: None) -> Client:
    client = Client()
    client.force_login(User.objects.get(username="natee"))
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


def link_on(answer: Any) -> str:
    found = re.search(r'id="link"[^>]* value="http://127\.0\.0\.1:8000([^"]+)"', text(answer))
    assert found
    return found[1]


def test_only_the_people_of_my_places_are_shown(natee: Client) -> None:
    shown = text(natee.get("/people/"))
    assert "Boon" in shown
    assert "ขอนแก่น" in shown
    assert "Chai" not in shown
    assert "Verifier" in text(natee.get("/people/?lang=en"))


def test_pages_hold_each_role_of_today_once(natee: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PER_PAGE", 2)
    today, place = timezone.localdate(), Place.objects.get(code="400105")
    days = {"gone": (-9, 0), "coming": (1, None), "now": (0, None), "last": (-9, 1)}
    for username, (first, end) in days.items():
        user = User.objects.create_user(username, display_name=username)
        held = give_role(
            actor=loader_account(),
            user=user,
            role=Role.RECORDER,
            place=place,
            first_day=today + timedelta(days=first),
        )
        held.end_day = None if end is None else today + timedelta(days=end)
        held.save()
    pages = [natee.get(f"/people/?page={number}").context["held"] for number in (1, 2)]
    names = [str(one.user) for page in pages for one in page]
    assert sorted(names) == ["Boon", "Natee", "last", "now"]


def test_the_link_is_shown_once_and_mailed(natee: Client) -> None:
    made = natee.post("/people/invite/", INVITED)
    link = link_on(made)
    assert link in mail.outbox[0].body
    assert mail.outbox[0].to == ["anong@example.org"]
    after = text(natee.get("/people/"))
    assert link not in after
    assert "อนงค์" in after


def test_what_is_wrong_with_an_invitation_is_said_and_what_was_typed_is_kept(natee: Client) -> None:
    answer = natee.post("/people/invite/", {**INVITED, "place": "50"})
    assert answer.status_code == 400
    assert [p.code for p in answer.context["problems"]] == [problems.NOT_YOURS_TO_GIVE.code]
    assert 'value="อนงค์"' in text(answer)
    answer = natee.post("/people/invite/", {**INVITED, "role": "king", "place": "ไม่มีที่นี่", "tree": "x"})
    assert len(answer.context["problems"]) == 3
    assert not Invitation.objects.exists()
    assert mail.outbox == []


def test_whoever_opens_the_link_makes_an_account_and_is_in(natee: Client) -> None:
    link = link_on(natee.post("/people/invite/", INVITED))
    visitor = Client()
    page = visitor.get(link)
    assert "ต.บ้านเป็ด" in text(page)
    assert page.headers["Cache-Control"] == "private, no-store"
    said = {"name": "อนงค์ ใจดี", "username": "anong", "password": WORDS, "again": "other"}
    assert visitor.post(link, said).status_code == 400
    assert visitor.post(link, {**said, "again": WORDS}).status_code == 302
    assert "อนงค์ ใจดี" in text(visitor.get("/account/"))
    assert visitor.get("/people/").status_code == 403
    assert Client().get(link).status_code == 400


def test_somebody_who_is_signed_in_takes_the_role_up_as_who_they_are(natee: Client) -> None:
    link = link_on(natee.post("/people/invite/", INVITED))
    chai = User.objects.get(username="chai")
    client = Client()
    client.force_login(chai)
    assert "Chai" in text(client.get(link))
    assert client.post(link).status_code == 302
    assert access_of(chai).may(Right.RECORD, Place.objects.get(code="400105").pk)


def test_ending_a_role_and_withdrawing_an_invitation(natee: Client) -> None:
    held = RoleHeld.objects.get(user__username="boon")
    assert natee.post(f"/people/role/{held.pk}/end/").status_code == 302
    assert "Boon" not in text(natee.get("/people/"))
    link = link_on(natee.post("/people/invite/", INVITED))
    assert natee.post(f"/people/invitation/{Invitation.objects.get().pk}/withdraw/").status_code == 302
    assert Client().get(link).status_code == 400


def test_names_are_text_and_never_marks(natee: Client) -> None:
    natee.post("/people/invite/", {**INVITED, "name": "<script>alert(1)</script>"})
    shown = text(natee.get("/people/"))
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown


def page_of(username: str) -> str:
    return f"/people/account/{User.objects.get(username=username).pk}/"


def test_an_account_is_closed_and_opened_on_its_page(natee: Client) -> None:
    address = page_of("boon")
    assert f'href="{address}"' in text(natee.get("/people/"))
    assert "ปิดบัญชีของ Boon" in text(natee.get(address))
    without = natee.post(address, {"do": "close", "reason": " "})
    assert (without.status_code, problems.REASON_MISSING.th in text(without)) == (400, True)
    assert natee.post(address, {"do": "close", "reason": "ย้ายงาน"}).status_code == 302
    closed = text(natee.get(address))
    assert "บัญชีนี้ปิดอยู่" in closed
    assert "ไม่มีบทบาทแล้ว" in closed
    listed = text(natee.get("/people/"))
    assert "บัญชีที่ปิดแล้ว" in listed
    assert f'href="{address}"' in listed
    assert natee.post(address, {"do": "open", "reason": "กลับมา"}).status_code == 302
    assert User.objects.get(username="boon").is_active
    assert natee.post(address, {"do": "else", "reason": "x"}).status_code == 400


def test_ones_own_account_is_shown_without_a_button(natee: Client) -> None:
    shown = text(natee.get(page_of("natee")))
    assert "บัญชีของท่านเอง" in shown
    assert 'name="do"' not in shown
    assert natee.post(page_of("natee"), {"do": "close", "reason": "x"}).status_code == 400


def test_somebody_with_a_role_elsewhere_too_is_left_to_who_keeps_both(natee: Client) -> None:
    boon, elsewhere = User.objects.get(username="boon"), Place.objects.get(code="50")
    give_role(actor=loader_account(), user=boon, role=Role.RECORDER, place=elsewhere, tree="admin")
    for answer in (natee.get(page_of("boon")), natee.post(page_of("boon"), {"do": "close", "reason": "x"})):
        assert answer.status_code == 403
        assert "มีบทบาทนอกพื้นที่ที่ท่านดูแล" in text(answer)
        assert "Natee" in text(answer)
    assert natee.get(page_of("chai")).status_code == 403
    assert User.objects.get(username="boon").is_active
