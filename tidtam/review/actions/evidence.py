"""Evidence: a photo or document is put to a claim, or taken off again."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from tidtam.audit.actions import record, record_each
from tidtam.documents.attachments import Attachment, look_at
from tidtam.people.access import Access, Right, access_of
from tidtam.people.models import User
from tidtam.problems import Problem, Refused, Where
from tidtam.review import checking, kept_files
from tidtam.review import problems as say
from tidtam.review.models import Claim, Evidence, StoredFile
from tidtam.review.queries import chunks, claims_by_key, the_locked
from tidtam.review.words import WITH_THE_RECORDER, ClaimState

LONGEST_NAME, LONGEST_CAPTION = 200, 1_000
MOST_OF_A_CLAIM = 30


def add_evidence(*, actor: User, key: UUID, content: bytes, name: str = "", caption: str = "") -> Evidence:
    """Puts a file to the claim with this key; the same file on the same claim again changes nothing.

    The file is looked at and kept whole before anything is written of it, and outside the transaction, so
    that nobody waits for a slow picture. Raises Refused with everything that is wrong with the file, or when
    the claim is not the actor's to change, or the disk is full; then there is no row.
    """
    claim = claims_by_key([key]).get(str(key))
    if claim is None:
        raise Refused([say.NO_SUCH_CLAIM.at(Where(field=str(key)))])
    _may_change(access_of(actor), claim)
    now, called = timezone.now(), _line(name, LONGEST_NAME)
    found = look_at(content, called, now=now)
    kept_files.keep(content, _copies(found), name=called)
    return _note(actor, key, found, len(content), called, _line(caption, LONGEST_CAPTION))


def _copies(found: Attachment) -> dict[str, bytes]:
    if found.photo is None:
        return {}
    return {kept_files.COPY: found.photo.copy, kept_files.THUMBNAIL: found.photo.thumbnail}


@transaction.atomic
def _note(actor: User, key: UUID, found: Attachment, size: int, name: str, caption: str) -> Evidence:
    """Writes the rows, on the claim as it is now: it may have been handed in meanwhile."""
    (claim,) = the_locked([key])
    _may_change(access_of(actor), claim)
    there = Evidence.objects.filter(claim=claim, removed_at=None)
    if same := there.filter(file__sha256=found.sha256).first():
        return same
    if there.count() >= MOST_OF_A_CLAIM:
        raise Refused([say.EVIDENCE_ENOUGH.at(limit=MOST_OF_A_CLAIM)])
    evidence = Evidence(claim=claim, file=_file(found, size), kind=found.kind, name=name, caption=caption)
    evidence.added_by = actor
    if photo := found.photo:
        evidence.taken_at = photo.taken_at
        if photo.spot:
            evidence.latitude, evidence.longitude = photo.spot.latitude, photo.spot.longitude
    evidence.save()
    detail = {"evidence": evidence.pk, "kind": found.kind, "name": name, "sha256": found.sha256}
    record(actor=actor, action="evidence.added", what=f"claim:{key}", detail=detail)
    return evidence


@transaction.atomic
def add_documents(*, actor: User, documents: Sequence[tuple[UUID, bytes, str]]) -> None:
    """Puts one document (with its name) to each of many claims, with as many questions as for one.

    The files are kept before anything is written of them; Refused as for one, and then there is no row.
    """
    now = timezone.now()
    found = [(key, look_at(content, name, now=now), len(content), name) for key, content, name in documents]
    for _, content, name in documents:
        kept_files.keep(content, {}, name=name)
    claims = {claim.key: claim for claim in the_locked([key for key, *_ in found])}
    access = access_of(actor)
    access.look_at(claim.place_id for claim in claims.values())
    for claim in claims.values():
        _may_change(access, claim)
    files = _files([(attachment, size) for _, attachment, size, _ in found])
    Evidence.objects.bulk_create(
        (
            Evidence(
                claim=claims[key], file_id=files[attachment.sha256], kind=attachment.kind,
                name=_line(name, LONGEST_NAME), added_by=actor,
            )
            for key, attachment, _, name in found
        ),
        batch_size=500,
    )  # fmt: skip
    details = [{"kind": one.kind, "name": name, "sha256": one.sha256} for _, one, _, name in found]
    whats = [f"claim:{key}" for key, *_ in found]
    record_each(actor=actor, action="evidence.added", whats=whats, details=details)


def _files(found: Sequence[tuple[Attachment, int]]) -> dict[str, int]:
    """The kept file (id) of each mark; those that were handed in before are not kept twice."""
    marks = sorted({attachment.sha256 for attachment, _ in found})
    there: dict[str, int] = {}
    for some in chunks(marks):
        there |= dict(StoredFile.objects.filter(sha256__in=some).values_list("sha256", "pk"))
    fresh = {one.sha256: StoredFile(sha256=one.sha256, media_type=one.media_type, size=size)
             for one, size in found if one.sha256 not in there}  # fmt: skip
    made = StoredFile.objects.bulk_create(fresh.values(), batch_size=500)
    return there | {file.sha256: file.pk for file in made}


def _file(found: Attachment, size: int) -> StoredFile:
    pixels = (found.photo.width, found.photo.height) if found.photo else (None, None)
    values = {"media_type": found.media_type, "size": size, "width": pixels[0], "height": pixels[1]}
    kept, _ = StoredFile.objects.get_or_create(sha256=found.sha256, defaults=values)
    return kept


@transaction.atomic
def remove_evidence(*, actor: User, evidence: int, reason: str) -> Evidence:
    """Takes a piece of evidence (by its number) off its claim; the row stays, with when, and the audit why.

    What was taken off already is left so. Raises Refused when the claim is not the actor's to change, no
    reason is given, or a claim that is held would lose what its stage demands.
    """
    found = Evidence.objects.filter(pk=evidence).select_related("claim", "file").first()
    if found is None:
        raise Refused([say.NO_SUCH_EVIDENCE.at()])
    (claim,) = the_locked([found.claim.key])
    _may_change(access_of(actor), claim)
    found.refresh_from_db()
    if found.removed_at is not None:
        return found
    if wrong := list(_keeps_it(claim, found, reason)):
        raise Refused(wrong)
    found.removed_at = timezone.now()
    found.save(update_fields=["removed_at"])
    detail = {"evidence": found.pk, "sha256": found.file.sha256, "reason": reason.strip()}
    record(actor=actor, action="evidence.removed", what=f"claim:{claim.key}", detail=detail)
    return found


def _keeps_it(claim: Claim, found: Evidence, reason: str) -> Iterable[Problem]:
    if not reason.strip():
        yield say.SAY_WHY.at()
    if claim.state == ClaimState.HELD:  # it goes back to its reviewer without being handed in again
        yield from checking.of_evidence(claim, but=found)


def _may_change(access: Access, claim: Claim) -> None:
    """Only whoever records at the place, while the claim is with its recorder or held as a question."""
    where = Where(field=str(claim.key))
    wrong = []
    if not access.may(Right.RECORD, claim.place_id):
        wrong.append(say.NOT_YOUR_PLACE.at(where, place=checking.place_name(claim.place)))
    elif claim.state not in (*WITH_THE_RECORDER, ClaimState.HELD):
        wrong.append(say.PASSED_ON.at(where, state=checking.state_name(claim)))
    if wrong:
        raise Refused(wrong)


def _line(text: str, longest: int) -> str:
    """A text on one line, without what cannot be printed."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(plain.split())[:longest]
