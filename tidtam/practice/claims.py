"""Claims of the field under some of the entries: who recorded, who let them in at each rung, and a photo."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from PIL import Image, ImageDraw

from tidtam.documents.attachments import look_at
from tidtam.people.actions import add_person, give_role
from tidtam.people.inviting import NewAccount
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.practice.flow import Claimed
from tidtam.programmes import queries as programmes
from tidtam.programmes.ladders import Ladder
from tidtam.programmes.models import IndicatorVersion
from tidtam.review import kept_files
from tidtam.review.models import Acceptance, Claim, ClaimCount, Evidence, StoredFile
from tidtam.review.words import ClaimKind, ClaimState, DrawsFrom

CHUNK = 500
SHOWN = (True, True, False)
"""Two lots of three came with a photo; whoever is named has one where the entry is traced."""

PEOPLE = {
    "country-recorder": (Role.RECORDER, "ผู้บันทึกสมมุติ"),
    "country-verifier": (Role.VERIFIER, "ผู้ตรวจสอบสมมุติ"),
    "country-approver": (Role.APPROVER, "ผู้รับรองสมมุติ"),
    "country-owner": (Role.OWNER, "เจ้าของแผนงานสมมุติ"),
}
"""Who does what in a practice country, at the nation."""


def people(*, actor: User, nation: Place, since: date) -> dict[Role, User]:
    """The people of a practice country with their roles, made where they are new."""
    found = {}
    for username, (role, name) in PEOPLE.items():
        there = User.objects.filter(username=username).first()
        found[role] = there or add_person(account=NewAccount(name, username, "", ""))
        give_role(actor=actor, user=found[role], role=role, place=nation, tree="admin", first_day=since)
    return found


def keep_claims(claimed: Sequence[Claimed], who: Mapping[Role, User]) -> int:
    """Keeps a claim, accepted at every rung of its ladder, for each of these entries; how many."""
    drawer = _Drawer(who)
    made = Claim.objects.bulk_create([drawer.claim(one) for one in claimed], batch_size=CHUNK)
    for claim, one in zip(made, claimed, strict=True):
        claim.made_at = claim.submitted_at = _at(one.row.known_on, -1)
    _link(made, claimed)
    Claim.objects.bulk_update(made, ["made_at", "submitted_at", "corrected_by"], batch_size=CHUNK)
    pairs = list(zip(made, claimed, strict=True))
    ClaimCount.objects.bulk_create(
        (ClaimCount(claim=c, stage=one.row.to_stage, number=one.row.quantity) for c, one in pairs),
        batch_size=CHUNK,
    )
    Acceptance.objects.bulk_create(
        (step for claim, one in pairs for step in drawer.steps(claim, one)), batch_size=CHUNK
    )
    _show([claim for number, (claim, one) in enumerate(pairs) if _is_shown(number, one)], who[Role.RECORDER])
    return len(made)


def _is_shown(number: int, one: Claimed) -> bool:
    return one.row.traced if one.row.subject is not None else SHOWN[number % len(SHOWN)]


def _link(made: Sequence[Claim], claimed: Sequence[Claimed]) -> None:
    """What was taken back names the claim that corrects it."""
    by_key = {str(claim.key): claim for claim in made}
    for claim, one in zip(made, claimed, strict=True):
        if one.corrected_by:
            claim.corrected_by = by_key.get(one.corrected_by)


def _at(day: str, after: int) -> datetime:
    """Noon in Bangkok, so many days after a day."""
    return datetime.combine(date.fromisoformat(day) + timedelta(after), time(5), UTC)


@dataclass
class _Drawer:
    """Makes the rows of a claim, with what it needs of the definitions looked up once."""

    who: Mapping[Role, User]

    def __post_init__(self) -> None:
        self.ladders: Mapping[str, Ladder] = programmes.ladders()
        self.versions: dict[tuple[str, int], IndicatorVersion] = {}

    def version(self, one: Claimed) -> IndicatorVersion:
        asked = (one.line.shape.code, one.line.year)
        if asked not in self.versions:
            found = programmes.indicator(*asked)
            assert found is not None
            self.versions[asked] = found
        return self.versions[asked]

    def claim(self, one: Claimed) -> Claim:
        line, row = self.version(one), one.row
        assert row.to_place is not None
        state = ClaimState.TAKEN_BACK if one.corrected_by else ClaimState.ACCEPTED
        return Claim(
            key=row.statement, kind=ClaimKind.HAPPENED, state=state, indicator=line.code,
            pathway=line.pathway, unit=line.unit, cycle=line.cycle_key(one.line.year),
            place_id=row.to_place, tree=line.tree, subject_id=row.subject, subject_name=one.subject_name,
            first_day=date.fromisoformat(row.first), last_day=date.fromisoformat(row.last),
            told_on=date.fromisoformat(row.known_on), ladder=line.ladder, draws=DrawsFrom.ADDS,
            made_by=self.who[Role.RECORDER], submitted_by=self.who[Role.RECORDER],
        )  # fmt: skip

    def steps(self, claim: Claim, one: Claimed) -> Iterable[Acceptance]:
        rungs = self.ladders[claim.ladder].rungs
        for number, rung in enumerate(rungs):
            last = number == len(rungs) - 1
            yield Acceptance(
                claim=claim, ladder=claim.ladder, rung=rung.code, who=self.who[rung.role],
                at=_at(one.row.known_on, 0) + timedelta(hours=number),
                position=one.position if last else None,
            )  # fmt: skip


# The photo


def _show(claims: Sequence[Claim], recorder: User) -> None:
    """Puts the made-up photo to these claims."""
    content = _photo()
    found = look_at(content, "photo.jpg", now=timezone.now())
    assert found.photo is not None
    copies = {kept_files.COPY: found.photo.copy, kept_files.THUMBNAIL: found.photo.thumbnail}
    kept_files.keep(content, copies, name="photo.jpg")
    pixels = {"width": found.photo.width, "height": found.photo.height}
    values = {"media_type": found.media_type, "size": len(content), **pixels}
    file, _ = StoredFile.objects.get_or_create(sha256=found.sha256, defaults=values)
    Evidence.objects.bulk_create(
        (Evidence(claim=c, file=file, kind=found.kind, name="photo.jpg", added_by=recorder) for c in claims),
        batch_size=CHUNK,
    )


def _photo() -> bytes:
    """A picture that nobody takes for a real one: a drawn house."""
    picture = Image.new("RGB", (640, 480), "#e8e4d8")
    pen = ImageDraw.Draw(picture)
    pen.polygon([(120, 240), (320, 90), (520, 240)], fill="#9c4a3c")
    pen.rectangle((160, 240, 480, 420), fill="#c9b18a")
    pen.rectangle((285, 310, 355, 420), fill="#5a4632")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()
