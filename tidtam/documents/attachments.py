"""What somebody hands in to show a claim: a photo or a document, known by its content, never by its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is a class

from pikepdf import PasswordError, PdfError
from pikepdf import open as open_pdf

from tidtam.documents import problems as say
from tidtam.documents.limits import MEGABYTE, Limits, size_in_words
from tidtam.documents.photos import Photo, read_photo
from tidtam.documents.xlsx_inside import check_size
from tidtam.problems import Problem, Refused, Where

PHOTO, DOCUMENT = "photo", "document"
MOST_BYTES: Mapping[str, int] = {PHOTO: 15 * MEGABYTE, DOCUMENT: 25 * MEGABYTE}

JPEG, PNG, WEBP, PDF = "image/jpeg", "image/png", "image/webp", "application/pdf"
_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX = f"{_OFFICE}wordprocessingml.document", f"{_OFFICE}spreadsheetml.sheet"
ENDINGS: Mapping[str, str] = {
    JPEG: ".jpg",
    PNG: ".png",
    WEBP: ".webp",
    PDF: ".pdf",
    DOCX: ".docx",
    XLSX: ".xlsx",
}
"""The ending that a file of each kind is given when it goes out again, whatever it was called."""

_MAIN_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
_PHONE_PICTURES = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_TAIL = 4_096


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a file is: its kind (photo or document); `photo` when it is one."""

    kind: str
    media_type: str
    sha256: str
    photo: Photo | None = None


def look_at(content: bytes, name: str, *, now: datetime) -> Attachment:
    """What a file is and what it tells; `name` is only for problems, `now` bounds the time of a photo.

    Raises Refused with everything that is wrong: of a kind that is not taken, too big, broken or cut short,
    out of proportion when unpacked, with a password or macros.
    """
    where = Where(file=name or None)
    if not content:
        raise Refused([say.FILE_EMPTY.at(where)])
    picture = _photo_kind(content)
    wrong = _too_big(content, PHOTO if picture else DOCUMENT, where)
    found = None
    try:
        found = _photo(content, picture, where, now) if picture else _document(content, where)
    except Refused as refused:
        wrong += refused.problems
    if wrong or found is None:
        raise Refused(wrong)
    return found


def _photo(content: bytes, media_type: str, where: Where, now: datetime) -> Attachment:
    return Attachment(PHOTO, media_type, _mark(content), read_photo(content, where, now=now))


def _document(content: bytes, where: Where) -> Attachment:
    return Attachment(DOCUMENT, _document_kind(content, where), _mark(content))


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()


def _photo_kind(content: bytes) -> str | None:
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    return None


def _too_big(content: bytes, kind: str, where: Where) -> list[Problem]:
    limit = MOST_BYTES[kind]
    if len(content) <= limit:
        return []
    size, most = size_in_words(len(content)), size_in_words(limit)
    return [say.ATTACHMENT_TOO_BIG.at(where, size=size, limit=most)]


def _document_kind(content: bytes, where: Where) -> str:
    if content.startswith(b"%PDF-"):
        _check_pdf(content, where)
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return _office_kind(content, where)
    if content[4:8] == b"ftyp" and content[8:12] in _PHONE_PICTURES:
        raise Refused([say.PHONE_PICTURE.at(where)])
    raise Refused([say.ATTACHMENT_KIND.at(where)])


def _check_pdf(content: bytes, where: Where) -> None:
    if b"%%EOF" not in content[-_TAIL:]:  # it was cut short: a reader would mend it and lose pages
        raise Refused([say.DOCUMENT_BROKEN.at(where)])
    try:
        with open_pdf(BytesIO(content), suppress_warnings=True) as pdf:
            if not len(pdf.pages):
                raise Refused([say.DOCUMENT_BROKEN.at(where)])
    except PasswordError as error:
        raise Refused([say.DOCUMENT_LOCKED.at(where)]) from error
    except (PdfError, ValueError, RuntimeError) as error:
        raise Refused([say.DOCUMENT_BROKEN.at(where)]) from error


def _office_kind(content: bytes, where: Where) -> str:
    try:
        with ZipFile(BytesIO(content)) as package:
            names = set(package.namelist())
            found = [kind for part, kind in _MAIN_PARTS.items() if part in names]
            if not found:
                raise Refused([say.ATTACHMENT_KIND.at(where)])
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise Refused([say.DOCUMENT_MACROS.at(where)])
            check_size(package, where, Limits())
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused([say.DOCUMENT_BROKEN.at(where)]) from error
    return found[0]
