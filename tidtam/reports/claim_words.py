"""What a claim says, in a few words for the trail of a figure."""

from tidtam.ledger.pathway import Pathway
from tidtam.problems import Both
from tidtam.review.models import Claim

KINDS = {"stands": Both("คงอยู่", "stands"), "happened": Both("เกิดขึ้น", "happened")}
AT_LEAST = Both("อย่างน้อย", "at least")


def words_of(claim: Claim, pathway: Pathway, lang: str) -> str:
    """What a claim says, in a few words: "คงอยู่: สร้างเสร็จ 2,068 · …"."""
    counts = [
        f"{pathway.stage(count.stage).name(lang)} {_at_least(lang) if count.at_least else ''}{count.number:,}"
        for count in claim.counts.all()
    ]
    subject = f"{claim.subject_name}: " if claim.subject_name else ""
    return f"{KINDS[claim.kind].text(lang)}: {subject}{' · '.join(counts)}"


def _at_least(lang: str) -> str:
    return f"{AT_LEAST.text(lang)} "
