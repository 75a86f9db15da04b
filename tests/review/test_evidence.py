"""Evidence: who may add it to which claim, once by content, and never a row without its whole file."""

import errno
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.storage import storages
from django.test import override_settings

from tests.documents.pictures import BANGKOK, jpeg, pdf
from tests.review.people import People, make_people
from tidtam.audit.queries import about
from tidtam.ledger_store.models import Entry, Statement
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.review import kept_files, whole_files
from tidtam.review.actions import (
    add_evidence,
    answer,
    approve,
    ask,
    remove_evidence,
    save,
    submit,
    withdraw,
)
from tidtam.review.drafts import Number
from tidtam.review.models import Claim, Evidence, StoredFile
from tidtam.review.queries import evidence_of
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind, ClaimState

pytestmark = pytest.mark.django_db
DAY = date(2019, 3, 1)
Begun = Callable[..., Claim]


@pytest.fixture
def people(country: None, db: None) -> People:
    return make_people()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """The folder of files of one test."""
    location = tmp_path / "files"
    whole = {"BACKEND": "tidtam.review.whole_files.WholeFiles", "OPTIONS": {"location": str(location)}}
    with override_settings(STORAGES={"evidence": whole}):
        yield location


@pytest.fixture
def begun(people: People) -> Begun:
    """A draft of Anong: something of line 1.1 in Ban Pet, or of houses repaired, for which a photo is due."""

    def make(
        number: int = 1, *, line: str = "1.1", year: int = 2562, stage: str = "done", **more: Any
    ) -> Claim:
        indicator = programmes.indicator(line, year)
        assert indicator is not None
        day = DAY if year == 2562 else date(2017, 3, 1)
        said = Said(
            key=uuid4(),
            indicator=indicator,
            place=Place.objects.get(code="400105"),
            kind=ClaimKind.HAPPENED,
            first_day=day,
            last_day=day,
            counts=(Number(stage, number),),
            **more,
        )
        return save(actor=people.anong, said=said)

    return make


@pytest.fixture
def repaired(begun: Begun) -> Begun:
    """A draft of houses repaired: its stage demands a photo."""
    (line,) = [
        one
        for one in programmes.lines(2560, ("line", "item", "series"))
        if one.pathway == "por_piang_repaired"
    ]
    return lambda number=5: begun(number, line=line.code, year=2560, stage="completed")


def refused(work: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as error:
        work()
    return [problem.code for problem in error.value.problems]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def nothing_kept(folder: Path) -> bool:
    return files(folder) == [] and not StoredFile.objects.exists() and not Evidence.objects.exists()


def test_a_photo_is_kept_whole_with_what_it_tells(people: People, begun: Begun, folder: Path) -> None:
    claim, photo = begun(), jpeg(taken="2019:02:28 10:00:00", gps=BANGKOK)
    evidence = add_evidence(
        actor=people.anong, key=claim.key, content=photo, name="บ้าน\n1.jpg", caption=" หลังแรก "
    )
    evidence.refresh_from_db()
    assert (evidence.kind, evidence.name, evidence.caption) == ("photo", "บ้าน 1.jpg", "หลังแรก")
    assert evidence.taken_at == datetime(2019, 2, 28, 3, tzinfo=UTC)
    assert (evidence.latitude, evidence.longitude) == (13.75625, 100.501667)
    kept = evidence.file
    assert (kept.media_type, kept.size, kept.width, kept.height) == ("image/jpeg", len(photo), 640, 480)
    assert kept_files.read(kept.sha256) == photo
    assert b"Anong" not in kept_files.read(kept.sha256, kept_files.COPY)
    assert folder / kept.sha256[:2] / kept.sha256[2:4] / kept.sha256 in files(folder)
    assert len(files(folder)) == 3
    assert evidence_of([claim]) == {str(claim.key): [evidence]}
    (line,) = about(f"claim:{claim.key}").filter(action="evidence.added")
    assert (line.actor_id, line.detail["sha256"]) == (people.anong.pk, kept.sha256)


def test_the_same_photo_again_changes_nothing(people: People, begun: Begun, folder: Path) -> None:
    claim = begun()
    first = add_evidence(actor=people.anong, key=claim.key, content=jpeg())
    again = add_evidence(actor=people.anong, key=claim.key, content=jpeg(), name="other.jpg")
    assert again == first
    assert Evidence.objects.count() == 1
    assert about(f"claim:{claim.key}").filter(action="evidence.added").count() == 1


def test_one_file_on_two_claims_is_kept_once(people: People, begun: Begun, folder: Path) -> None:
    for claim in (begun(), begun()):
        add_evidence(actor=people.anong, key=claim.key, content=pdf(), name="minutes.pdf")
    assert (Evidence.objects.count(), StoredFile.objects.count(), len(files(folder))) == (2, 1, 1)


@pytest.mark.parametrize("who", ["boon", "dao", "ekachai", "chai"])
def test_only_a_recorder_of_the_place_adds_or_removes(
    who: str, people: People, begun: Begun, folder: Path
) -> None:
    claim, other = begun(), getattr(people, who)
    add = lambda: add_evidence(actor=other, key=claim.key, content=jpeg())  # noqa: E731
    assert refused(add) == ["review.not-your-place"]
    assert nothing_kept(folder)
    there = add_evidence(actor=people.anong, key=claim.key, content=jpeg())
    remove = lambda: remove_evidence(actor=other, evidence=there.pk, reason="no")  # noqa: E731
    assert refused(remove) == ["review.not-your-place"]
    there.refresh_from_db()
    assert there.removed_at is None


def test_what_waits_for_review_is_not_touched_but_a_question_opens_it(
    people: People, begun: Begun, folder: Path
) -> None:
    claim = begun()
    add = lambda: add_evidence(actor=people.anong, key=claim.key, content=jpeg())  # noqa: E731
    submit(actor=people.anong, keys=[claim.key])
    assert refused(add) == ["review.passed-on"]
    assert nothing_kept(folder)
    ask(actor=people.boon, key=claim.key, text="มีรูปไหม")
    assert add().claim_id == claim.pk
    answer(actor=people.anong, key=claim.key, text="แนบแล้ว")
    (evidence,) = evidence_of([claim])[str(claim.key)]
    assert refused(lambda: remove_evidence(actor=people.anong, evidence=evidence.pk, reason="x")) == [
        "review.passed-on"
    ]


def test_a_withdrawn_claim_takes_no_evidence(people: People, begun: Begun) -> None:
    claim = begun()
    withdraw(actor=people.anong, key=claim.key, reason="ผิดตำบล")
    assert refused(lambda: add_evidence(actor=people.anong, key=claim.key, content=jpeg())) == [
        "review.passed-on"
    ]


def test_what_is_not_there_is_told(people: People) -> None:
    add = lambda: add_evidence(actor=people.anong, key=uuid4(), content=jpeg())  # noqa: E731
    assert refused(add) == ["review.no-such-claim"]
    remove = lambda: remove_evidence(actor=people.anong, evidence=10**9, reason="x")  # noqa: E731
    assert refused(remove) == ["review.no-such-evidence"]


def test_removed_evidence_leaves_the_claim_with_a_reason_and_may_come_back(
    people: People, begun: Begun
) -> None:
    claim = begun()
    evidence = add_evidence(actor=people.anong, key=claim.key, content=jpeg())
    assert refused(lambda: remove_evidence(actor=people.anong, evidence=evidence.pk, reason=" ")) == [
        "review.say-why"
    ]
    for _ in range(2):
        remove_evidence(actor=people.anong, evidence=evidence.pk, reason="ผิดบ้าน")
    assert evidence_of([claim]) == {str(claim.key): []}
    (line,) = about(f"claim:{claim.key}").filter(action="evidence.removed")
    assert line.detail["reason"] == "ผิดบ้าน"
    again = add_evidence(actor=people.anong, key=claim.key, content=jpeg())
    assert again.pk != evidence.pk
    assert StoredFile.objects.count() == 1


def test_a_claim_has_room_for_some_evidence_not_for_all(
    people: People, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tidtam.review.actions.evidence.MOST_OF_A_CLAIM", 2)
    claim = begun()
    for side in (10, 11):
        add_evidence(actor=people.anong, key=claim.key, content=jpeg((side, side)))
    more = lambda: add_evidence(actor=people.anong, key=claim.key, content=jpeg((12, 12)))  # noqa: E731
    assert refused(more) == ["review.evidence-enough"]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_an_upload_cut_half_way_leaves_nothing(
    share: float, people: People, begun: Begun, folder: Path
) -> None:
    claim, photo = begun(), jpeg()
    cut = photo[: int(len(photo) * share)]
    codes = refused(lambda: add_evidence(actor=people.anong, key=claim.key, content=cut))
    assert codes in (["documents.file_empty"], ["documents.photo_broken"])
    assert nothing_kept(folder)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "review.no-room"),
        (errno.EDQUOT, "review.no-room"),
        (errno.EIO, "review.not-kept"),
    ],
)
@pytest.mark.parametrize("files_before", [0, 1, 2])
def test_a_full_disk_leaves_nothing_half_and_is_told(
    number: int, code: str, files_before: int, people: People, begun: Begun, folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    written = whole_files._write
    done: list[Path] = []

    def full(path: Path, content: Any) -> None:
        if len(done) < files_before:
            done.append(path)
            return written(path, content)
        path.write_bytes(content.read()[:100])  # the disk takes a little, and then no more
        raise OSError(number, "no space left on device")

    claim = begun()
    monkeypatch.setattr(whole_files, "_write", full)
    add = lambda: add_evidence(actor=people.anong, key=claim.key, content=jpeg(), name="1.jpg")  # noqa: E731
    assert refused(add) == [code]
    assert not Evidence.objects.exists()
    assert not StoredFile.objects.exists()
    left = files(folder)
    assert len(left) == files_before
    assert [path for path in left if "." not in path.name] == []  # never the file itself, in part or whole
    assert not about(f"claim:{claim.key}").filter(action="evidence.added").exists()
    monkeypatch.undo()
    assert kept_files.read(add().file.sha256) == jpeg()  # once there is room it goes through


def test_a_machine_that_stops_while_writing_leaves_the_name_free(
    people: People, begun: Begun, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(BaseException):
        """Nothing after this runs."""

    def stops(path: Path, content: Any) -> None:
        path.write_bytes(b"half")
        raise Stopped

    claim = begun()
    monkeypatch.setattr(whole_files, "_write", stops)
    monkeypatch.setattr(Path, "unlink", lambda self, missing_ok=False: None)
    with pytest.raises(Stopped):
        add_evidence(actor=people.anong, key=claim.key, content=jpeg())
    monkeypatch.undo()
    assert [path.parent.name for path in files(folder)] == [whole_files.COMING]
    evidence = add_evidence(actor=people.anong, key=claim.key, content=jpeg())
    assert kept_files.read(evidence.file.sha256) == jpeg()


def test_a_file_that_lost_its_end_on_disk_is_written_anew(people: People, begun: Begun, folder: Path) -> None:
    first = add_evidence(actor=people.anong, key=begun().key, content=jpeg())
    mark = first.file.sha256
    (folder / mark[:2] / mark[2:4] / mark).write_bytes(b"half")
    add_evidence(actor=people.anong, key=begun().key, content=jpeg())
    assert kept_files.read(mark) == jpeg()


def test_files_are_only_asked_for_by_name_so_that_a_bucket_will_do(people: People, begun: Begun) -> None:
    bucket = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    with override_settings(STORAGES={"evidence": bucket}):
        evidence = add_evidence(actor=people.anong, key=begun().key, content=jpeg())
        assert kept_files.read(evidence.file.sha256) == jpeg()


def test_a_storage_that_makes_up_names_keeps_no_second_file(monkeypatch: pytest.MonkeyPatch) -> None:
    with override_settings(STORAGES={"evidence": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}):
        kept_files.keep(b"content", {})
        bucket = storages["evidence"]
        monkeypatch.setattr(
            bucket, "size", lambda name: -1
        )  # as if it had come between the look and the write
        mark = kept_files.keep(b"content", {})
        assert bucket.listdir(f"{mark[:2]}/{mark[2:4]}")[1] == [mark]


def test_a_stage_that_demands_a_photo_is_not_handed_in_without(people: People, repaired: Begun) -> None:
    claim = repaired()
    with pytest.raises(Refused) as error:
        submit(actor=people.anong, keys=[claim.key])
    (problem,) = error.value.problems
    assert (problem.code, problem.where.field) == ("review.evidence-missing", str(claim.key))
    assert "ซ่อมสร้างเสร็จ" in problem.text("th")
    assert "รูปถ่าย" in problem.text("th")
    assert "repaired" in problem.text("en")
    add_evidence(actor=people.anong, key=claim.key, content=pdf())
    assert refused(lambda: submit(actor=people.anong, keys=[claim.key])) == ["review.evidence-missing"]
    photo = add_evidence(actor=people.anong, key=claim.key, content=jpeg())
    submit(actor=people.anong, keys=[claim.key])
    claim.refresh_from_db()
    assert claim.state == ClaimState.PROPOSED
    ask(actor=people.boon, key=claim.key, text="ห้าหลังหรือ")
    # Held, it goes back to its reviewer without being handed in again, so it keeps what it must show.
    assert refused(lambda: remove_evidence(actor=people.anong, evidence=photo.pk, reason="เบลอ")) == [
        "review.evidence-missing"
    ]


def test_a_stage_that_demands_nothing_needs_no_photo_nor_does_none_repaired(
    people: People, begun: Begun, repaired: Begun
) -> None:
    plain, none = begun(), repaired(0)
    submit(actor=people.anong, keys=[plain.key, none.key])
    assert {claim.state for claim in Claim.objects.all()} == {ClaimState.PROPOSED}


@pytest.mark.parametrize("shown", [True, False])
def test_what_is_named_and_shown_is_traced_in_the_book(shown: bool, people: People, begun: Begun) -> None:
    claim = begun(subject="ตำบลบ้านเป็ด")
    evidence = add_evidence(actor=people.anong, key=claim.key, content=jpeg())
    if not shown:
        remove_evidence(actor=people.anong, evidence=evidence.pk, reason="ผิดบ้าน")
    submit(actor=people.anong, keys=[claim.key])
    for reviewer in (people.boon, people.dao, people.ekachai):
        assert approve(actor=reviewer, keys=[claim.key]).problems == []
    assert Statement.objects.get(key=str(claim.key)).evidenced is shown
    assert Entry.objects.get(statement=str(claim.key)).traced is shown
