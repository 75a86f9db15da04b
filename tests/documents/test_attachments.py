"""A file is what its content says, whatever it is called; each thing wrong with it is told at once."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from docx import Document
from PIL import Image
from xlsxwriter import Workbook

from tests.documents.pictures import jpeg, packed, pdf, picture, written
from tidtam.documents import attachments
from tidtam.documents.attachments import DOCX, JPEG, PDF, PNG, WEBP, XLSX, Attachment, look_at
from tidtam.documents.limits import MEGABYTE, Limits
from tidtam.problems import Refused

NOW = datetime(2019, 4, 1, tzinfo=UTC)


def docx() -> bytes:
    into = BytesIO()
    Document().save(into)
    return into.getvalue()


def xlsx() -> bytes:
    into = BytesIO()
    with Workbook(into) as book:
        book.add_worksheet()
    return into.getvalue()


def look(content: bytes, name: str = "evidence.exe") -> Attachment:
    return look_at(content, name, now=NOW)


def refused(content: bytes) -> list[str]:
    with pytest.raises(Refused) as error:
        look(content)
    return [problem.code.removeprefix("documents.") for problem in error.value.problems]


@pytest.mark.parametrize(
    ("content", "media_type", "kind"),
    [
        (jpeg(), JPEG, "photo"),
        (written(picture(), "MPO", save_all=True, append_images=[picture()]), JPEG, "photo"),
        (written(picture(), "PNG"), PNG, "photo"),
        (written(picture(), "WEBP"), WEBP, "photo"),
        (pdf(), PDF, "document"),
        (docx(), DOCX, "document"),
        (xlsx(), XLSX, "document"),
    ],
)
def test_a_file_is_known_by_its_content(content: bytes, media_type: str, kind: str) -> None:
    found = look(content)
    assert (found.media_type, found.kind, found.photo is not None) == (media_type, kind, kind == "photo")


def test_a_file_has_the_mark_of_its_content() -> None:
    assert look(jpeg()).sha256 == look(jpeg(), "other.jpg").sha256 != look(pdf()).sha256


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "file_empty"),
        (b"<html><script>alert(1)</script>", "attachment_kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "attachment_kind"),
        (b"MZ\x90\x00", "attachment_kind"),
        (written(picture(), "GIF"), "attachment_kind"),
        (packed("anything.txt"), "attachment_kind"),
        (packed("word/document.xml", "word/vbaProject.bin"), "document_macros"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "phone_picture"),
        (written(picture(), "AVIF"), "phone_picture"),
        (docx()[:-2000], "document_broken"),
        (pdf()[:-40], "document_broken"),
        (b"%PDF-1.7\n" + b"\x00" * 500 + b"%%EOF", "document_broken"),
        (pdf(encryption=pikepdf.Encryption(user="secret", owner="secret")), "document_locked"),
        (b"\xff\xd8\xff" + b"not a picture" * 9, "photo_broken"),
    ],
)
def test_what_is_not_taken_is_told(content: bytes, problem: str) -> None:
    assert refused(content) == [problem]


def test_a_document_that_unpacks_to_more_than_there_is_room_for_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(attachments, "Limits", lambda: Limits(unpacked_bytes=1_000))
    assert refused(docx()) == ["unpacks_too_big"]


def test_a_photo_of_15_megabytes_is_taken_and_a_byte_more_is_not() -> None:
    full = jpeg().ljust(15 * MEGABYTE, b"\x00")
    assert look(full).kind == "photo"
    assert refused(full + b"\x00") == ["attachment_too_big"]


def test_a_document_of_25_megabytes_is_taken_and_a_byte_more_is_not() -> None:
    full = pdf().ljust(25 * MEGABYTE - 6, b"\n") + b"%%EOF\n"
    assert look(full).kind == "document"
    assert refused(full + b"\n") == ["attachment_too_big"]


def test_everything_wrong_with_a_picture_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tidtam.documents.photos.MOST_PIXELS", 1_000)
    monkeypatch.setattr(attachments, "MOST_BYTES", {"photo": 100, "document": 100})
    noise = written(Image.effect_noise((100, 100), 80).convert("RGB"), "JPEG")
    assert refused(noise) == ["attachment_too_big", "photo_too_large"]
