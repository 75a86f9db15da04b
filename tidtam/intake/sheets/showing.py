"""A difference in words and as plain values, for the command line, for pages and for programs."""

from tidtam.intake.sheets.difference import TAKEN, Change, Compared, Difference
from tidtam.problems import Both

NAMES = {
    Change.NEW: Both("ใหม่", "new"),
    Change.CHANGED: Both("ท่านแก้", "changed by you"),
    Change.CLEARED: Both("ท่านล้าง (ถอนตัวเลข)", "cleared by you (taken back)"),
    Change.CONFLICT: Both("ขัดกัน ไม่รับ", "conflict, not taken"),
    Change.PASSED_ON: Both("ส่งตรวจแล้ว ไม่รับ", "with its reviewer, not taken"),
    Change.THEIRS: Both("แก้ในระบบ คงไว้", "changed in Tidtam, left alone"),
    Change.SAME: Both("ไม่เปลี่ยน", "unchanged"),
}
"""What each kind of change is called, in the order in which they are shown."""

NOTHING_SAID = "–"


def counted(difference: Difference) -> list[tuple[Change, Both, int]]:
    """How many squares of each kind there are; kinds without any are left out."""
    counts = difference.counts
    return [(change, name, counts[change]) for change, name in NAMES.items() if counts[change]]


def number_shown(number: int | None) -> str:
    """A number of a square; a dash where nothing was said, which is not 0.

    >>> number_shown(1200), number_shown(0), number_shown(None)
    ('1,200', '0', '–')
    """
    return NOTHING_SAID if number is None else f"{number:,}"


def as_json(difference: Difference) -> dict[str, object]:
    """The whole difference as plain values; squares that stay unchanged are only counted."""
    mark = difference.back.mark
    return {
        "round": difference.of_round.code,
        "person": mark.person,
        "made": mark.made,
        "ok": difference.ok,
        "counts": {change.value: difference.counts[change] for change in NAMES},
        "squares": [_square(square) for square in difference.squares],
        "problems": [problem.as_json() for problem in difference.problems],
    }


def _square(square: Compared) -> dict[str, object]:
    return {
        "row": square.row,
        "place": square.place.code,
        "line": square.line.code,
        "change": square.change.value,
        "taken": square.change in TAKEN,
        "yours": square.yours,
        "now": square.now,
        "when_downloaded": square.was,
    }
