"""The words that a claim is made of: its kind, its state, where it draws from, and what a fall means."""

from django.db.models import TextChoices


class ClaimKind(TextChoices):
    """What happened, or how it stands."""

    HAPPENED = "happened", "เกิดขึ้น"
    STANDS = "stands", "คงอยู่"


class ClaimState(TextChoices):
    """How far a claim has come; only an accepted one is in the book."""

    PROPOSED = "proposed", "เสนอแล้ว"
    HELD = "held", "รอคำตอบ"
    ACCEPTED = "accepted", "รับแล้ว"


class DrawsFrom(TextChoices):
    """Where the subjects of a happening come from; UNKNOWN holds the claim as a question."""

    ADDS = "adds", "เพิ่ม"
    EARLIER = "earlier", "ขั้นก่อน"
    LOT_ABOVE = "lot_above", "ยอดรวม"
    UNKNOWN = "unknown", "ไม่ทราบ"


class IfItFalls(TextChoices):
    """The answer given in advance to a total that falls.

    ASK gives none, so a fall is refused as a question.
    """

    ASK = "ask", "ถาม"
    EXITS = "exits", "ออก"
    CORRECTS = "corrects", "แก้ยอดเดิม"
