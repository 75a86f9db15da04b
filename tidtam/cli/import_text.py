"""A preview of an import in words."""

from collections.abc import Iterator
from datetime import date

from tidtam.intake.preview import ClaimShown, MovementShown, Preview
from tidtam.problems import Both
from tidtam.thai.dates import VagueDate, english_date, english_vague, short_date, short_vague
from tidtam.thai.digits import number

SHOWN_CLAIMS = 40
STATES = {
    "new": Both("ใหม่", "new"),
    "repeated": Both("มีอยู่แล้ว", "already there"),
    "answered": Both("ตอบแล้ว", "answered"),
    "held": Both("พักไว้ รอคำตอบ", "held as a question"),
}
KINDS = {"happened": Both("เกิดขึ้น", "happened"), "stands": Both("คงอยู่", "stands")}
NOTHING = Both("(เข้ามาใหม่)", "(new)")
AT_LEAST = Both("อย่างน้อย ", "at least ")
MORE = Both("… และอีก {more:,} รายการ (ดูทั้งหมดด้วย --json)", "… and {more:,} more claims (all with --json)")
OTHERS = Both(
    "รายการเดิมในบัญชีที่จะอธิบายใหม่ {count:,} รายการ:",
    "{count:,} movements of earlier claims that are derived anew:",
)
SUMMARY = Both(
    "{files} ไฟล์ {rows:,} แถว: ใหม่ {new:,} · มีอยู่แล้ว {repeated:,} · พักไว้ {held:,} · ตอบแล้ว {answered:,}",
    "{files} files, {rows:,} rows: "
    "{new:,} new · {repeated:,} already there · {held:,} held · {answered:,} answered",
)
NOTHING_NEW = Both("มีอยู่แล้วทั้งหมด ไม่มีอะไรเปลี่ยน", "All of it is already there: nothing was changed.")
DONE = Both("นำเข้าแล้ว", "Imported.")
REFUSED = Both("ไม่ได้นำเข้า ฐานข้อมูลไม่เปลี่ยน", "Not imported: the database is unchanged.")
COMMIT = Both("ยังไม่ได้นำเข้า เติม --commit เพื่อนำเข้าจริง", "Nothing was changed yet: add --commit to import it.")
WRONG = Both(
    "แก้สิ่งที่ผิดก่อน แล้วลองใหม่ ฐานข้อมูลไม่เปลี่ยน", "Put right what is wrong and try again; the database is unchanged."
)


def claim_lines(preview: Preview, lang: str) -> Iterator[str]:
    """The claims with their movements; a long list is cut."""
    for claim in preview.claims[:SHOWN_CLAIMS]:
        yield _claim(claim, lang)
        for movement in claim.movements:
            yield f"      {_movement(movement, claim.unit, lang)}"
    if len(preview.claims) > SHOWN_CLAIMS:
        yield MORE.text(lang).format(more=len(preview.claims) - SHOWN_CLAIMS)


def other_lines(preview: Preview, lang: str) -> Iterator[str]:
    """Movements of claims from before that come out differently now."""
    if preview.other_movements:
        yield OTHERS.text(lang).format(count=len(preview.other_movements))
        for movement in preview.other_movements[:SHOWN_CLAIMS]:
            yield f"      {_movement(movement, Both('', ''), lang)}"


def summary(preview: Preview, lang: str) -> str:
    """All of it in one line."""
    return SUMMARY.text(lang).format(
        files=len(preview.files),
        rows=preview.rows,
        new=preview.number("new"),
        repeated=preview.number("repeated"),
        held=preview.number("held"),
        answered=preview.number("answered"),
    )


def next_step(preview: Preview, lang: str, *, commit: bool) -> str:
    """What was done, or what to do now."""
    if not preview.ok:
        return (REFUSED if commit else WRONG).text(lang)
    if preview.claims and preview.number("repeated") == len(preview.claims):
        return NOTHING_NEW.text(lang)
    return (DONE if commit else COMMIT).text(lang)


def _claim(claim: ClaimShown, lang: str) -> str:
    counts = ", ".join(
        f"{count.stage.text(lang)} {AT_LEAST.text(lang) if count.at_least else ''}{number(count.number)}"
        for count in claim.counts
    )
    where = f"{claim.place.text(lang)} {claim.subject}".strip()
    days = day_text(claim.first_day, claim.last_day, lang)
    said = f"{KINDS[claim.kind].text(lang)} {days}: {counts} {claim.unit.text(lang)}"
    return f"[{STATES[claim.state].text(lang)}] {claim.indicator} {where} · {said} · {claim.source}"


def _movement(movement: MovementShown, unit: Both, lang: str) -> str:
    start = (movement.from_stage or NOTHING).text(lang)
    to = (movement.to_stage or Both("(ถอนออก)", "(taken back)")).text(lang)
    place = (movement.to_place or movement.from_place or Both("", "")).text(lang)
    came_from = movement.from_place.text(lang) if movement.from_place else place
    moved = f"{came_from} > {place}" if came_from != place else place
    days = day_text(movement.first_day, movement.last_day, lang)
    return f"{number(movement.number)} {unit.text(lang)}: {start} → {to} · {moved} · {days}".replace(
        " :", ":"
    )


def day_text(first: date, last: date, lang: str) -> str:
    """Days with their precision; what began nobody knows when is only "by" its last day."""
    if first.year < _LONG_AGO_YEAR:
        return f"{Both('ถึง', 'by').text(lang)} {short_date(last) if lang == 'th' else english_date(last)}"
    vague = VagueDate(first, last)
    return short_vague(vague) if lang == "th" else english_vague(vague)


_LONG_AGO_YEAR = 1950
