"""Signing in and out, locked out and let in again, new passwords, and what stays free of cookies."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.http import HttpResponse
from django.test import Client, override_settings
from django.utils import timezone

from tests.web.conftest import Fakes
from tidtam.audit.models import AuditLine
from tidtam.people import actions, problems, signing, two_step
from tidtam.people.models import User

pytestmark = pytest.mark.django_db
WORDS = "ริมคลองสามพันหลัง"
Try = Callable[..., HttpResponse]


@pytest.fixture
def somsri() -> User:
    return User.objects.create_user("somsri", WORDS, display_name="สมศรี ใจดี", email="somsri@example.org")


@pytest.fixture
def attempt() -> Try:
    """Somebody who types a name and a password at an address of the network."""

    def type_in(name: str, password: str, **more: Any) -> Any:
        address = more.pop("address", "192.0.2.1")
        said = {"username": name, "password": password, **more}
        return Client().post("/sign-in/", said, REMOTE_ADDR=address)

    return type_in


def text(answer: Any) -> str:
    return str(answer.content.decode())


def done() -> list[str]:
    return list(AuditLine.objects.order_by("id").values_list("action", flat=True))


@pytest.mark.parametrize("name", ["somsri", "somsri@example.org"])
def test_signing_in_by_name_or_address_leads_on_and_leaves_a_line(
    somsri: User, attempt: Try, name: str
) -> None:
    answer = attempt(name, WORDS, next="/people/?lang=en")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/people/?lang=en")
    assert done() == ["signing.in"]
    cookie = answer.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "x"]
)
def test_nobody_is_led_to_another_site(somsri: User, attempt: Try, elsewhere: str) -> None:
    assert attempt("somsri", WORDS, next=elsewhere).headers["Location"].startswith(("/work/", "/account/"))


def test_a_wrong_password_and_a_wrong_name_are_told_alike(somsri: User, attempt: Try) -> None:
    answers = [attempt("somsri", "wrong"), attempt("nobody", "wrong")]
    assert [answer.status_code for answer in answers] == [400, 400]
    assert all(problems.NOT_LET_IN.th in text(answer) for answer in answers)
    assert "sessionid" not in answers[0].cookies
    assert done() == []


def test_five_wrong_passwords_lock_the_name_for_that_address_even_for_the_right_one(
    somsri: User, attempt: Try
) -> None:
    names = ["somsri", "somsri@example.org", " somsri", "somsri", "SOMSRI@example.org"]
    statuses = [attempt(name, "wrong").status_code for name in names]
    assert statuses == [400, 400, 400, 400, 429]
    again = attempt("somsri", WORDS)
    assert again.status_code == 429
    assert "15" in text(again)
    assert done() == ["signing.locked_out"]
    assert attempt("somsri", WORDS, address="192.0.2.2").status_code == 302


def test_a_lock_out_ends_after_a_quarter_of_an_hour(somsri: User, attempt: Try) -> None:
    for _ in range(5):
        attempt("somsri", "wrong")
    assert attempt("somsri", WORDS).status_code == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert attempt("somsri", WORDS).status_code == 302


def test_the_right_password_forgets_the_wrong_ones(somsri: User, attempt: Try) -> None:
    for _ in range(3):
        for _ in range(4):
            assert attempt("somsri", "wrong").status_code == 400
        assert attempt("somsri", WORDS).status_code == 302


def test_many_addresses_do_not_get_round_the_lock(somsri: User, attempt: Try) -> None:
    for number in range(signing.FAILURES_OF_A_NAME):
        assert attempt("somsri", "wrong", address=f"192.0.2.{number}").status_code == 400
    assert problems.LOCKED_OUT.code in _codes_shown(attempt("somsri", WORDS, address="192.0.2.200"))


def test_many_names_from_one_address_do_not_either(
    somsri: User, attempt: Try, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "FAILURES_FROM_AN_ADDRESS", 7)
    for number in range(7):
        attempt(f"name{number}", "wrong")
    assert problems.LOCKED_OUT.code in _codes_shown(attempt("somsri", WORDS))
    assert attempt("somsri", WORDS, address="192.0.2.9").status_code == 302


def test_a_name_that_must_rest_leaves_one_line(
    somsri: User, attempt: Try, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "FAILURES_OF_A_NAME", 3)
    statuses = [attempt("somsri", "wrong", address=f"192.0.2.{number}").status_code for number in range(5)]
    assert statuses == [400, 400, 400, 429, 429]
    assert done() == ["signing.locked_out"]


def test_an_address_that_must_rest_leaves_one_line_that_names_nobody(
    somsri: User, attempt: Try, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "FAILURES_FROM_AN_ADDRESS", 3)
    for name in ("a", "b", "c", "d", "somsri"):
        attempt(name, "wrong")
    assert done() == ["signing.address_locked_out"]
    assert AuditLine.objects.get().actor_id == 0


GUARDED = {
    "/password/change/": {"present": "wrong", "password": "สะพานไม้เก่าริมน้ำ", "again": "สะพานไม้เก่าริมน้ำ"},
    "/account/two-step/": {"password": "wrong"},
}


@pytest.mark.parametrize("address", GUARDED)
def test_a_wrong_password_of_who_is_signed_in_counts_like_one_at_the_door(
    with_second_step: User, attempt: Try, address: str
) -> None:
    client = Client(REMOTE_ADDR="192.0.2.1")
    client.force_login(with_second_step)
    statuses = [client.post(address, GUARDED[address]).status_code for _ in range(4)]
    assert attempt("somsri", "wrong").status_code == 429
    assert statuses == [400, 400, 400, 400]
    right = {key: WORDS if value == "wrong" else value for key, value in GUARDED[address].items()}
    answer = client.post(address, right)
    assert answer.status_code == 429
    assert _codes_shown(answer) == [problems.LOCKED_OUT.code]
    assert done() == ["two_step.on", "signing.locked_out"]
    assert with_second_step.check_password(WORDS)
    assert two_step.is_on(with_second_step)


def test_the_last_wrong_password_says_that_it_rests_and_leaves_a_line(with_second_step: User) -> None:
    client = Client()
    client.force_login(with_second_step)
    address, said = "/password/change/", GUARDED["/password/change/"]
    answers = [client.post(address, said) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [400, 400, 400, 400, 429]
    assert _codes_shown(answers[-1]) == [problems.LOCKED_OUT.code]
    assert done() == ["two_step.on", "signing.locked_out"]


def test_what_else_is_wrong_with_a_new_password_is_not_counted(somsri: User) -> None:
    client = Client()
    client.force_login(somsri)
    for _ in range(6):
        answer = client.post("/password/change/", {"present": WORDS, "password": "short", "again": "other"})
        assert answer.status_code == 400
    assert not AccessAttempt.objects.exists()


def _codes_shown(answer: Any) -> list[str]:
    return [problem.code for problem in answer.context["problems"]]


def test_no_password_is_kept_with_a_failure(somsri: User, attempt: Try) -> None:
    attempt("somsri", "a-wrong-password-typed")
    assert "a-wrong-password-typed" not in str(AccessAttempt.objects.values().get())


def test_behind_a_proxy_the_caller_is_whom_the_nearest_proxy_names() -> None:
    def address(forwarded: str) -> str:
        request = (
            Client().get("/sign-in/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded).wsgi_request
        )
        return signing.client_address(request)

    assert address("203.0.113.7") == "10.0.0.1"
    with override_settings(TIDTAM_URL="https://tidtam.example"):
        assert address("6.6.6.6, 203.0.113.7") == "203.0.113.7"
        assert address("") == "10.0.0.1"


def test_signing_out_ends_the_session_and_leaves_a_line(somsri: User) -> None:
    client = Client()
    client.force_login(somsri)
    assert client.get("/account/").status_code == 200
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/account/").status_code == 302
    assert done() == ["signing.out"]


def test_a_new_password_ends_every_other_session(somsri: User) -> None:
    here, there = Client(), Client()
    here.force_login(somsri)
    there.force_login(somsri)
    new = "สะพานไม้เก่าริมน้ำ"
    wrong = here.post("/password/change/", {"present": "x", "password": new, "again": "y"})
    assert _codes_shown(wrong) == [problems.PASSWORD_WRONG.code, problems.PASSWORDS_DIFFER.code]
    assert (
        here.post("/password/change/", {"present": WORDS, "password": new, "again": new}).status_code == 302
    )
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302


def test_a_forgotten_password_is_set_anew_through_the_letter(somsri: User) -> None:
    client = Client()
    known, unknown = (
        client.post("/password/forgotten/", {"username": name}) for name in ("somsri", "nobody")
    )
    assert text(known) == text(unknown)
    (letter,) = mail.outbox
    assert letter.to == ["somsri@example.org"]
    link = re.search(r"http\S+", letter.body)[0].replace("http://127.0.0.1:8000", "")  # type: ignore[index]
    assert client.get(link).status_code == 200
    new = "สะพานไม้เก่าริมน้ำ"
    assert client.post(link, {"password": "short", "again": "short"}).status_code == 400
    assert client.post(link, {"password": new, "again": new}).status_code == 302
    assert client.get(link).status_code == 400
    assert client.post("/sign-in/", {"username": "somsri", "password": new}).status_code == 302


def test_a_form_from_another_site_is_refused_in_words(somsri: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(somsri)
    answer = client.post("/sign-out/")
    assert answer.status_code == 403
    assert "แบบฟอร์มเปิดค้างไว้นานเกินไป" in text(answer)
    assert client.get("/account/").status_code == 200


@pytest.fixture
def pages(fakes: Fakes) -> tuple[str, ...]:
    return ("/", "/trail/2.3/", "/place/10/", "/?lang=en")


def test_public_pages_set_no_cookie_and_ask_nothing_of_the_tables_of_people(
    pages: tuple[str, ...], django_assert_num_queries: Any
) -> None:
    for address in pages:
        with django_assert_num_queries(0):  # the figures are stand-ins: nothing else may ask
            answer = Client().get(address)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "private" not in answer.headers.get("Cache-Control", "")
        assert "เข้าสู่ระบบ" in text(answer) or "Sign in" in text(answer)


def test_a_page_with_a_name_on_it_is_not_kept_for_others(pages: tuple[str, ...], somsri: User) -> None:
    client = Client()
    client.force_login(somsri)
    answer = client.get(pages[0])
    assert "สมศรี ใจดี" in text(answer)
    assert "private" in answer.headers["Cache-Control"]
    assert "Cookie" in answer.headers["Vary"]
    assert client.get("/account/").headers["Cache-Control"] == "private, no-store"


@pytest.fixture
def with_second_step(somsri: User, monkeypatch: pytest.MonkeyPatch) -> User:
    """The second step is on, and the app shows 111111 at first, then 222222."""
    numbers = {"111111": 1, "222222": 2}
    monkeypatch.setattr(two_step, "counter_of", lambda _secret, code: numbers.get(code))
    actions.turn_on(actor=somsri, secret=two_step.fresh_secret(), code="111111")
    return somsri


def test_the_second_step_stands_between_the_password_and_the_pages(with_second_step: User) -> None:
    client = Client()
    first = client.post("/sign-in/", {"username": "somsri", "password": WORDS, "next": "/people/"})
    assert first.headers["Location"] == "/two-step/"
    assert client.get("/account/").status_code == 302
    assert client.post("/two-step/", {"code": "333333"}).status_code == 400
    assert client.post("/two-step/", {"code": "111111"}).status_code == 400
    assert client.get("/account/").status_code == 302
    second = client.post("/two-step/", {"code": "222222"})
    assert (second.status_code, second.headers["Location"]) == (302, "/people/")
    assert client.get("/account/").status_code == 200
    assert done() == ["two_step.on", "signing.in"]


def test_guessing_digits_locks_as_guessing_passwords_does(with_second_step: User) -> None:
    client = Client()
    statuses = []
    for _ in range(5):
        client.post("/sign-in/", {"username": "somsri", "password": WORDS})
        statuses.append(client.post("/two-step/", {"code": "000000"}).status_code)
    assert statuses == [400, 400, 400, 400, 429]
    assert problems.LOCKED_OUT.code in _codes_shown(client.post("/two-step/", {"code": "222222"}))
    assert client.post("/sign-in/", {"username": "somsri", "password": WORDS}).status_code == 429
    assert done().count("signing.locked_out") == 1


def test_nobody_comes_to_the_second_step_without_the_first(with_second_step: User) -> None:
    client = Client()
    assert client.post("/two-step/", {"code": "222222"}).headers["Location"] == "/sign-in/"
    client.post("/sign-in/", {"username": "somsri", "password": WORDS})
    session = client.session
    session["second_step"] = {**session["second_step"], "since": 0}
    session.save()
    assert client.post("/two-step/", {"code": "222222"}).headers["Location"] == "/sign-in/"


def test_turning_the_second_step_on_and_off_on_the_page(
    somsri: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(two_step, "counter_of", lambda _secret, code: 1 if code == "111111" else None)
    client = Client()
    client.force_login(somsri)
    assert "data:image/svg+xml" in text(client.get("/account/two-step/"))
    assert client.post("/account/two-step/", {"code": "1"}).status_code == 400
    assert client.post("/account/two-step/", {"code": "111111"}).status_code == 302
    assert two_step.is_on(somsri)
    assert client.post("/account/two-step/", {"password": "wrong"}).status_code == 400
    assert client.post("/account/two-step/", {"password": WORDS}).status_code == 302
    assert not two_step.is_on(somsri)


def test_what_a_page_asks_of_the_tables_of_people(somsri: User, django_assert_num_queries: Any) -> None:
    client = Client()
    client.force_login(somsri)
    # The session, the account, the roles by which the menu is made, and whether all of it is for practice.
    with django_assert_num_queries(4):
        assert client.get("/password/change/").status_code == 200
    with django_assert_num_queries(4):  # and no role is asked for twice
        assert client.get("/audit/").status_code == 403


def test_a_link_for_a_new_password_also_ends_a_lock_out(somsri: User, attempt: Try) -> None:
    for _ in range(5):
        attempt("somsri", "wrong")
    link = signing.link_parts(somsri)
    new = "สะพานไม้เก่าริมน้ำ"
    assert attempt("somsri", WORDS).status_code == 429
    Client().post(f"/password/new/{link['ident']}/{link['token']}/", {"password": new, "again": new})
    assert attempt("somsri", new).status_code == 302


def test_a_text_that_no_database_keeps_is_refused_and_not_a_fault(somsri: User) -> None:
    client = Client()
    for address in ("/sign-in/", "/password/forgotten/"):
        assert client.post(address, {"username": "som\0sri", "password": "x"}).status_code == 400
    client.force_login(somsri)
    assert client.get("/account/", {"done": "x\0"}).status_code == 400
