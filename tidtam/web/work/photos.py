"""Photos and documents that come with the form of a claim."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile

from tidtam.documents.attachments import MOST_BYTES
from tidtam.people.models import User
from tidtam.problems import Problem, Refused, Where
from tidtam.review.actions.evidence import add_evidence
from tidtam.review.models import Claim

MOST = max(MOST_BYTES.values())
"""Bytes that are read of a file: one more than may be, so that a larger one is told to be too large."""


def add_photos(actor: User, claim: Claim, files: Sequence[UploadedFile[bytes]]) -> None:
    """Puts each file to its claim; Refused with what is wrong with any, after the others were taken."""
    wrong: list[Problem] = []
    for one in files:
        try:
            add_evidence(
                actor=actor, key=claim.key, content=one.read(MOST + 1), name=one.name or "", caption=""
            )
        except Refused as refused:
            wrong += [p.kind.at(Where(file=one.name, field="photos"), **p.values) for p in refused.problems]
    if wrong:
        raise Refused(wrong)
