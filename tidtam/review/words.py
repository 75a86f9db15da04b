"""The words that a claim is made of: its kind, its state, where it draws from, and what a fall means."""

from django.db.models import TextChoices


class ClaimKind(TextChoices):
    """What happened, or how it stands."""

    HAPPENED = "happened", "เกิดขึ้น"
    STANDS = "stands", "คงอยู่"


class ClaimState(TextChoices):
    """How far a claim has come; only an accepted one is in the book.

    One that was taken back was in the book, and is there no more.
    """

    DRAFT = "draft", "ร่าง"
    PROPOSED = "proposed", "เสนอแล้ว"
    HELD = "held", "รอคำตอบ"
    RETURNED = "returned", "ส่งกลับ"
    WITHDRAWN = "withdrawn", "ถอน"
    ACCEPTED = "accepted", "รับแล้ว"
    TAKEN_BACK = "taken_back", "กลับรายการแล้ว"


WITH_THE_RECORDER = (ClaimState.DRAFT, ClaimState.RETURNED)
"""The states in which its recorder may still change a claim."""


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


class Moment(TextChoices):
    """When a recorder is reminded of a round: the day before it is due, the day itself, once after it."""

    BEFORE = "before", "ก่อนครบกำหนดหนึ่งวัน"
    DUE = "due", "วันครบกำหนด"
    AFTER = "after", "หลังครบกำหนด"
