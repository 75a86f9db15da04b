"""Photos and documents, for those who may read claims at their place; for others nothing is here."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from tidtam.documents.attachments import ENDINGS, JPEG, PHOTO
from tidtam.people.access import Access, Right
from tidtam.people.models import Role
from tidtam.problems import Refused
from tidtam.review import kept_files
from tidtam.review.models import Evidence
from tidtam.web.errors import refusal
from tidtam.web.reader import access_here

SEES_ORIGINALS = (Role.RECORDER, Role.VERIFIER, Role.APPROVER, Role.OWNER, Role.AUDITOR)
"""Who may see a photo with all that the camera wrote into it, at the place of the claim or above it."""

KEPT_SECONDS = 300


@require_safe
def evidence(request: HttpRequest, number: int) -> HttpResponse:
    """A photo without its metadata, to be shown; a document, to be saved."""
    found = _readable(access_here(request), number)
    if found.kind == PHOTO:
        return _sent(request, found, kept_files.COPY, JPEG)
    return _sent(request, found, "", found.file.media_type, save=True)


@require_safe
def thumbnail(request: HttpRequest, number: int) -> HttpResponse:
    """A photo made small; a document has none."""
    found = _readable(access_here(request), number)
    if found.kind != PHOTO:
        raise Http404
    return _sent(request, found, kept_files.THUMBNAIL, JPEG)


@require_safe
def original(request: HttpRequest, number: int) -> HttpResponse:
    """The file as it was handed in, to be saved: for recorder, reviewers and auditor of its place."""
    access = access_here(request)
    found = _readable(access, number)
    if not any(access.holds(role, found.claim.place_id) for role in SEES_ORIGINALS):
        raise Http404
    return _sent(request, found, "", found.file.media_type, save=True)


def _readable(access: Access, number: int) -> Evidence:
    """What stands under this number and may be read; Http404 tells nobody whether there is more."""
    found = Evidence.objects.filter(pk=number, removed_at=None).select_related("file", "claim").first()
    if found is None or not access.may(Right.READ_CLAIMS, found.claim.place_id):
        raise Http404
    return found


def _sent(
    request: HttpRequest, found: Evidence, ending: str, media_type: str, *, save: bool = False
) -> HttpResponse:
    """The file: never run or taken for another kind, and kept by the reader's own browser only."""
    try:
        content = kept_files.read(found.file.sha256, ending)
    except FileNotFoundError as error:
        raise Http404 from error
    except Refused as refused:
        return refusal(request, refused.problems)
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(save, _called(found, media_type)) or ""
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = f"private, max-age={KEPT_SECONDS}"
    return answer


def _called(found: Evidence, media_type: str) -> str:
    """Its name with the ending of what it truly is."""
    stem = found.name.rpartition(".")[0] or found.name or f"{found.kind}-{found.pk}"
    return f"{stem}{ENDINGS[media_type]}"
