"""Rights as a table: every address, for every role, inside and outside its place, and for the stranger.

An address that is not in the table, or has no door, fails here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import URLPattern, get_resolver, resolve, reverse

from tests.documents.pictures import jpeg
from tests.intake.country import make_country
from tidtam.housing.actions import NewProject, add_project
from tidtam.housing.actions.lending import NewLoan, add_loan
from tidtam.housing.lending.models import Loan
from tidtam.housing.models import Project
from tidtam.people.actions import Invited, give_role, invite, loader_account
from tidtam.people.models import Role, RoleHeld, User
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.registers.actions import add_organisation
from tidtam.registers.models import OrganisationKind
from tidtam.review.actions import ask, save, submit
from tidtam.review.drafts import Number
from tidtam.review.models import Claim, Evidence, StoredFile
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind, ClaimState
from tidtam.web import problems
from tidtam.web.doors import DOORS, Doors
from tidtam.web.work.claims import DEEDS

HERE, ELSEWHERE, NATION, WITHIN = "40", "50", "TH", "400105"
EVERYBODY = "everybody"
ANY_ROLE = frozenset(Role.values)
KEEPER = frozenset({"administrator"})
RECORDER, OWNER = frozenset({"recorder"}), frozenset({"owner"})
REVIEWERS = frozenset({"verifier", "approver", "owner", "finance"})
ROUND = {"code": "2562-q2"}
AUDITORS = frozenset({"administrator", "auditor"})
READERS = frozenset({"recorder", "verifier", "approver", "owner", "finance", "auditor"})


@dataclass(frozen=True)
class Things:
    """What addresses speak of: all at a tambon within the province of whoever is inside."""

    held: RoleHeld
    invited: Invited
    claim: Claim
    evidence: Evidence
    loan: Loan
    project: Project


Parts = Callable[[Things], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    """Who may open an address: with a role at the province that it is about, or the whole nation.

    Without `at` a right held anywhere opens it, and the page shows what is the reader's.
    """

    who: frozenset[str] | str
    parts: Parts = lambda _: {}
    at: str | None = None

    def opens_to(self, role: str, place: str) -> bool:
        """Whether somebody with this role at this place may come in."""
        return role in self.who and (self.at is None or place in (self.at, NATION))


TABLE: dict[str, Row] = {
    "board": Row(EVERYBODY),
    "trail": Row(EVERYBODY, lambda _: {"line": "2.3"}),
    "map": Row(EVERYBODY, lambda _: {"line": "2.3"}),
    "place": Row(EVERYBODY, lambda _: {"code": HERE}),
    "report": Row(EVERYBODY, lambda _: {"year": "2562", "kind": "json"}),
    "font": Row(EVERYBODY, lambda _: {"weight": 400}),
    "sign_in": Row(EVERYBODY),
    "second_step": Row(EVERYBODY),
    "password_forgotten": Row(EVERYBODY),
    "password_new": Row(EVERYBODY, lambda _: {"ident": "MQ", "token": "made-up"}),
    "invitation": Row(EVERYBODY, lambda things: {"token": things.invited.token}),
    "sign_out": Row(ANY_ROLE),
    "account": Row(ANY_ROLE),
    "two_step": Row(ANY_ROLE),
    "password_change": Row(ANY_ROLE),
    "people": Row(KEEPER),
    "invite": Row(KEEPER),
    "withdraw_invitation": Row(KEEPER, lambda things: {"number": things.invited.invitation.pk}, at=HERE),
    "end_role": Row(KEEPER, lambda things: {"number": things.held.pk}, at=HERE),
    "person": Row(KEEPER, lambda things: {"number": things.held.user_id}, at=HERE),
    "audit": Row(AUDITORS),
    "calendar": Row(ANY_ROLE),
    "calendar_make": Row(OWNER, at=NATION),
    "calendar_lock": Row(OWNER, lambda _: ROUND, at=NATION),
    "calendar_leave": Row(OWNER, lambda _: ROUND, at=NATION),
    "calendar_due": Row(OWNER, lambda _: ROUND, at=NATION),
    "grid": Row(RECORDER, lambda _: ROUND),
    "grid_kind": Row(RECORDER, lambda _: {**ROUND, "kind": "results"}),
    "grid_square": Row(RECORDER, lambda _: ROUND),
    "workbook": Row(RECORDER),
    "workbook_take": Row(RECORDER),
    "workbook_file": Row(RECORDER, lambda _: {**ROUND, "kind": "xlsx"}),
    "lists": Row(RECORDER),
    "list_of": Row(RECORDER, lambda things: {"code": things.project.code}, at=HERE),
    "list_take": Row(RECORDER, lambda things: {"code": things.project.code}, at=HERE),
    "list_file": Row(RECORDER, lambda things: {"code": things.project.code}, at=HERE),
    "work": Row(ANY_ROLE),
    "claim_new": Row(RECORDER),
    "claim": Row(READERS, lambda things: {"key": things.claim.key}, at=HERE),
    "claim_edit": Row(RECORDER, lambda things: {"key": things.claim.key}, at=HERE),
    "review": Row(REVIEWERS),
    "review_done": Row(REVIEWERS),
    "projects": Row(READERS),
    "project_new": Row(RECORDER),
    "event_new": Row(RECORDER),
    "what_if": Row(READERS),
    "housing_at": Row(READERS, lambda _: {"place": WITHIN}, at=HERE),
    **dict.fromkeys(
        ("project", "field_list", "field_list_file"),
        Row(READERS, lambda things: {"code": things.project.code}, at=HERE),
    ),
    "grants": Row(READERS, lambda things: {"code": things.project.code}, at=HERE),
    "grants_file": Row(RECORDER, lambda things: {"code": things.project.code}, at=HERE),
    "organisations": Row(READERS),
    "organisation_new": Row(RECORDER),
    "organisation_correct": Row(RECORDER, lambda things: {"key": things.loan.organisation.key}, at=HERE),
    "organisation": Row(READERS, lambda things: {"key": things.loan.organisation.key}, at=HERE),
    "loan_new": Row(RECORDER, lambda things: {"key": things.loan.organisation.key}, at=HERE),
    "loans": Row(READERS),
    "loan": Row(READERS, lambda things: {"code": things.loan.code}, at=HERE),
    "loan_record": Row(RECORDER, lambda things: {"code": things.loan.code}, at=HERE),
    "loan_answer": Row(RECORDER, lambda things: {"code": things.loan.code}, at=HERE),
    "loan_confirm": Row(READERS, lambda things: {"code": things.loan.code}, at=HERE),
    **dict.fromkeys(
        ("evidence", "evidence_thumbnail", "evidence_original"),
        Row(READERS, lambda things: {"number": things.evidence.pk}, at=HERE),
    ),
}


@pytest.fixture(scope="module")
def things(django_db_setup: None, django_db_blocker: Any) -> Iterator[Things]:
    """The country, a recorder of a tambon and an invitation for it, made once and taken away again."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
        tambon, nation = Place.objects.get(code=WITHIN), Place.objects.get(code="TH")
        admin = User.objects.create_user("root", display_name="Root")
        give_role(actor=loader_account(), user=admin, role=Role.ADMINISTRATOR, place=nation, tree="admin")
        anong = User.objects.create_user("anong", display_name="อนงค์")
        held = give_role(actor=admin, user=anong, role=Role.RECORDER, place=tambon, tree="admin")
        made = invite(actor=admin, display_name="ใหม่", email="", role=Role.RECORDER, place=tambon)
        for role in Role:
            for place in (HERE, ELSEWHERE, NATION):
                user = User.objects.create_user(f"{role}-{place}", display_name=f"{role} {place}")
                at = Place.objects.get(code=place)
                give_role(actor=admin, user=user, role=role, place=at, tree="admin")
        claim = drafted(anong, tambon)
        yield Things(held, made, claim, photo_of(anong, claim), borrowed(anong, tambon), begun(anong, tambon))
        transaction.set_rollback(True)


def drafted(actor: User, place: Place) -> Claim:
    """A claim of the field."""
    indicator = programmes.indicator("1.1", 2562)
    assert indicator is not None
    day = date(2019, 3, 1)
    counts = (Number("done", 1),)
    return save(actor=actor, said=Said(uuid4(), indicator, place, ClaimKind.HAPPENED, day, day, counts))


def begun(actor: User, place: Place) -> Project:
    """A housing project there."""
    new = NewProject(
        code="BM-1", programme="baan_mankong", name="บ้านเป็ดร่วมใจ", place=place, started_on=date(2019, 1, 1)
    )
    return add_project(actor=actor, new=new)


def borrowed(actor: User, place: Place) -> Loan:
    """A loan to an organisation there."""
    kind = OrganisationKind.SAVINGS_GROUP
    group = add_organisation(actor=actor, kind=kind, name="กลุ่มออมทรัพย์บ้านเป็ด", place=place)
    new = NewLoan(
        code="L-1", organisation=group, programme="baan_mankong", contract_number="1/2563",
        contracted_on=date(2019, 12, 20), approved_on=date(2019, 12, 1), paper="มติ 1", principal=12_000_000,
        first_due=date(2020, 2, 1), months=12, households=1, savings=1_200_000,
    )  # fmt: skip
    return add_loan(actor=actor, new=new)


def photo_of(actor: User, claim: Claim) -> Evidence:
    """A photo on it; nothing here looks into the file."""
    file = StoredFile.objects.create(sha256="0" * 64, size=1, media_type="image/jpeg")
    return Evidence.objects.create(claim=claim, file=file, kind="photo", name="1.jpg", added_by=actor)


def patterns(found: list[Any]) -> Iterator[URLPattern]:
    for pattern in found:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from patterns(pattern.url_patterns)


NAMES = [pattern.name for pattern in patterns(get_resolver().url_patterns)]


def opens(things: Things, name: str, user: User | AnonymousUser) -> bool:
    """Whether the door lets somebody through to the page, whatever the page itself then says."""
    parts = TABLE[name].parts(things)
    request = RequestFactory().get(reverse(name, kwargs=parts))
    request.user = user
    request.resolver_match = resolve(request.path)
    return Doors(lambda _: None).process_view(request, None, (), parts) is None  # type: ignore[arg-type,return-value]


def test_every_address_has_a_name_a_door_and_a_row_of_this_table() -> None:
    assert None not in NAMES
    assert sorted(NAMES) == sorted(DOORS)
    assert sorted(NAMES) == sorted(TABLE)
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(TABLE))
def test_the_stranger_sees_what_is_public_and_nothing_else(things: Things, name: str) -> None:
    assert opens(things, name, AnonymousUser()) is (TABLE[name].who == EVERYBODY)


@pytest.mark.django_db
@pytest.mark.parametrize("place", [HERE, ELSEWHERE, NATION])
@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("name", sorted(TABLE))
def test_each_role_opens_its_doors_at_its_places(things: Things, name: str, role: str, place: str) -> None:
    row = TABLE[name]
    may = row.who == EVERYBODY or row.opens_to(role, place)
    assert opens(things, name, User.objects.get(username=f"{role}-{place}")) is may


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row.who != EVERYBODY])
def test_an_account_without_a_role_or_closed_opens_what_needs_none(things: Things, name: str) -> None:
    user = User.objects.create_user("plain", display_name="Plain")
    assert opens(things, name, user) is (TABLE[name].who == ANY_ROLE)


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row.who != EVERYBODY])
def test_a_stranger_is_led_to_sign_in_and_writes_nothing(things: Things, name: str) -> None:
    address = reverse(name, kwargs=TABLE[name].parts(things))
    asked = Client().get(address)
    assert (asked.status_code, asked.headers["Location"].partition("?")[0]) == (302, reverse("sign_in"))
    sent = Client().post(address)
    assert sent.status_code == 403
    assert problems.NOT_FOR_YOU.th in sent.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row.at])
def test_who_is_elsewhere_is_told_no_more_than_of_what_is_not_there(things: Things, name: str) -> None:
    row = TABLE[name]
    role = min(row.who)
    client = Client()
    client.force_login(User.objects.get(username=f"{role}-{ELSEWHERE}"))
    parts = row.parts(things)
    nowhere = {key: _another(value) for key, value in parts.items()}
    answers = [client.post(reverse(name, kwargs=asked)) for asked in (parts, nowhere)]
    assert [answer.status_code for answer in answers] == [403, 403]
    # The page says back the address that was asked for; that apart, the two are one.
    said = [re.sub(r"<code>.*?</code>|value=\"[^\"]*\"", "", answer.content.decode()) for answer in answers]
    assert said[0] == said[1]


VERIFIER = frozenset({"verifier"})
DEED_TABLE: dict[str, tuple[frozenset[str], ClaimState]] = {
    "submit": (RECORDER, ClaimState.DRAFT),
    "withdraw": (RECORDER, ClaimState.PROPOSED),
    "answer": (RECORDER, ClaimState.HELD),
    "add": (RECORDER, ClaimState.DRAFT),
    "remove": (RECORDER, ClaimState.DRAFT),
    "approve": (VERIFIER, ClaimState.PROPOSED),
    "ask": (VERIFIER, ClaimState.PROPOSED),
    "send_back": (VERIFIER, ClaimState.PROPOSED),
}
"""Who does what with a claim that waits at the province, and the state in which it can be done."""


def in_state(things: Things, state: ClaimState) -> Claim:
    """The claim brought there by its recorder and a verifier of its province."""
    anong, boon = things.held.user, User.objects.get(username=f"verifier-{HERE}")
    if state != ClaimState.DRAFT:
        submit(actor=anong, keys=[things.claim.key])
    if state == ClaimState.HELD:
        ask(actor=boon, key=things.claim.key, text="จริงหรือ")
    return things.claim


def standing(claim: Claim) -> tuple[object, ...]:
    """All that a deed may change."""
    now = Claim.objects.get(pk=claim.pk)
    evidence = claim.evidence.filter(removed_at=None).count()
    return now.state, now.rung, now.turn, now.revision, evidence, claim.questions.count()


def test_every_deed_of_a_claim_has_a_row() -> None:
    assert set(DEED_TABLE) == {*DEEDS, "answer", "add", "remove"}


@pytest.mark.django_db
@pytest.mark.parametrize("place", [HERE, ELSEWHERE, NATION])
@pytest.mark.parametrize("role", [*Role.values, "nobody"])
@pytest.mark.parametrize("deed", sorted(DEED_TABLE))
def test_each_deed_is_done_by_its_role_at_its_place_and_by_no_other(
    things: Things, deed: str, role: str, place: str, settings: Any, tmp_path: Path
) -> None:
    folder = {"BACKEND": "tidtam.review.whole_files.WholeFiles", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = {**settings.STORAGES, "evidence": folder}
    who, state = DEED_TABLE[deed]
    claim = in_state(things, state)
    before, client = standing(claim), Client()
    if role != "nobody":
        client.force_login(User.objects.get(username=f"{role}-{place}"))
    photo = SimpleUploadedFile("2.jpg", jpeg())
    # A reason; to approve it is the revision that was looked at.
    sent = {"do": deed, "text": "1", "evidence": str(things.evidence.pk), "photos": [photo]}
    client.post(reverse("claim", kwargs={"key": claim.key}), sent)
    assert (standing(claim) != before) is (role in who and place in (HERE, NATION))


def _another(value: Any) -> Any:
    """A part of an address that stands for nothing."""
    if isinstance(value, UUID):
        return uuid4()
    return 987_654 if isinstance(value, int) else f"{value}-none"


@pytest.mark.django_db
def test_an_address_without_a_door_stays_shut_for_everybody(
    things: Things, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(DOORS, "people")
    client = Client()
    assert client.get("/people/").status_code == 403
    client.force_login(User.objects.get(username="root"))
    assert client.get("/people/").status_code == 403
