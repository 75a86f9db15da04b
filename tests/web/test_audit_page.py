"""The audit lines as sentences, and who may read which."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests.intake.country import make_country
from tests.web.conftest import Read
from tidtam.audit.actions import record
from tidtam.audit.models import AuditLine
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.web.audit.views import PER_PAGE
from tidtam.web.audit.words import KINDS, SENTENCES

PACKAGE = Path(__file__).parents[2] / "tidtam"


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The country, an auditor of all of it and one of Khon Kaen, and two verifiers."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
        for username, role, code in (
            ("audit-th", Role.AUDITOR, "TH"),
            ("audit-kk", Role.AUDITOR, "40"),
            ("boon", Role.VERIFIER, "40"),
            ("chai", Role.VERIFIER, "50"),
        ):
            user = User.objects.create_user(username, display_name=username.title())
            place = Place.objects.get(code=code)
            give_role(actor=loader_account(), user=user, role=role, place=place, tree="admin")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def done(country: None, db: None) -> None:
    """Boon and Chai signed in; Chai sent a claim back."""
    for name in ("boon", "chai"):
        record(actor=User.objects.get(username=name), action="signing.in", what=f"user:{name}")
    chai = User.objects.get(username="chai")
    record(actor=chai, action="claim.returned", what="claim:1234", detail={"reason": "ผิดวัน"})


def read(username: str, **asked: str) -> Read:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return Read(client.get("/audit/", asked))


def test_lines_are_sentences_in_both_languages_newest_first(done: None) -> None:
    thai, english = read("audit-th").text, read("audit-th", lang="en").text
    assert "Chai ส่งกลับข้อรายงาน 1234 เพราะ ผิดวัน" in thai
    assert "Chai returned the claim 1234: ผิดวัน" in english
    assert "ให้ chai เป็นผู้ตรวจสอบที่เชียงใหม่" in thai
    assert thai.index("1234") < thai.index("Chai เข้าสู่ระบบ") < thai.index("Boon เข้าสู่ระบบ")


def test_an_auditor_of_a_province_reads_what_its_people_did(done: None) -> None:
    shown = read("audit-kk").text
    assert "Boon เข้าสู่ระบบ" in shown
    assert "Chai" not in shown
    assert "1234" not in read("audit-kk", person="chai").text


def test_somebody_with_a_role_elsewhere_too_is_left_to_the_auditor_of_both(done: None) -> None:
    boon, elsewhere = User.objects.get(username="boon"), Place.objects.get(code="50")
    give_role(actor=loader_account(), user=boon, role=Role.RECORDER, place=elsewhere, tree="admin")
    assert "Boon" not in read("audit-kk").text
    assert "Boon" in read("audit-th").text


def test_by_person_and_by_kind(done: None) -> None:
    by_person = read("audit-th", person="boon").text
    assert "Boon เข้าสู่ระบบ" in by_person
    assert "ให้ boon เป็นผู้ตรวจสอบ" in by_person
    assert "Chai เข้าสู่ระบบ" not in by_person
    by_kind = read("audit-th", kind="claim.returned").text
    assert "1234" in by_kind
    assert "Boon เข้าสู่ระบบ" not in by_kind
    assert "ไม่พบบันทึก" in read("audit-th", kind="no.such").text


def test_pages_hold_each_line_once(done: None) -> None:
    chai = User.objects.get(username="chai")
    for number in range(2 * PER_PAGE):
        record(actor=chai, action="claim.drafted", what=f"claim:n{number:03}")
    seen = []
    for page in ("1", "2", "3"):
        seen += re.findall(r"n\d{3}", read("audit-th", person="chai", kind="claim.drafted", page=page).text)
    assert seen == [f"n{number:03}" for number in reversed(range(2 * PER_PAGE))]


def test_a_kind_that_has_no_sentence_yet_and_details_that_lack_are_shown_all_the_same(done: None) -> None:
    chai = User.objects.get(username="chai")
    record(actor=chai, action="new.thing", what="thing:7")
    record(actor=chai, action="claim.returned", what="claim:9")
    shown = read("audit-th").text
    assert "Chai ทำ new.thing กับ 7" in shown
    assert "Chai ส่งกลับข้อรายงาน 9 เพราะ –" in shown


def test_every_kind_that_the_code_records_has_its_sentence() -> None:
    recorded = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record":
                said = {key.arg: key.value for key in node.keywords}
                if isinstance(said.get("action"), ast.Constant):
                    recorded.add(said["action"].value)  # type: ignore[union-attr]
    assert len(recorded) > 10
    assert sorted(recorded - SENTENCES.keys()) == []
    assert sorted(SENTENCES.keys() ^ KINDS.keys()) == []


def test_a_line_is_never_lost_to_who_may_read_all(done: None) -> None:
    assert AuditLine.objects.count() < PER_PAGE
    assert read("audit-th").html.count('<p class="quiet nowrap">') == AuditLine.objects.count()
