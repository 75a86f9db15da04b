"""What the past says of a year, as sentences in Thai and English."""

from __future__ import annotations

from tidtam.analytics.pace.judged import Amounts, Pace, Verdict
from tidtam.ledger.quantity import Unit
from tidtam.problems import Both
from tidtam.thai.digits import in_digits, number

NOT_ENOUGH = Both("ข้อมูลปีก่อนไม่พอ", "not enough past")


def verdict_text(pace: Pace, unit: Unit, digits: str = "arabic") -> Both:
    """The verdict in a few words, empty where nothing was reported.

    >>> from tidtam.ledger.quantity import UNITS
    >>> told = Pace(Verdict.SLOWER, 4, reached=58, basis=534, normal=Amounts(80, 100, 120, 8))
    >>> verdict_text(told, UNITS["tambon"]).th, verdict_text(told, UNITS["tambon"]).en
    ('ช้ากว่าปกติ 42 ตำบล', 'slower than normal by 42 tambons')
    """
    gap = number(abs(pace.gap or 0), digits)
    return {
        Verdict.SLOWER: Both(f"ช้ากว่าปกติ {gap} {unit.th}", f"slower than normal by {gap} {unit.en}"),
        Verdict.FASTER: Both(f"เร็วกว่าปกติ {gap} {unit.th}", f"faster than normal by {gap} {unit.en}"),
        Verdict.NORMAL: Both("ตามปกติของวันนี้", "normal for the day"),
        Verdict.UNSURE: Both(
            "ยังไม่รู้จำนวนแน่นอน จึงยังไม่เทียบกับปีปกติ", "not known exactly, so not compared with a normal year"
        ),
        Verdict.NOT_REPORTED: Both("", ""),
        Verdict.NOT_ENOUGH: NOT_ENOUGH,
    }[pace.verdict]


def normal_text(pace: Pace, unit: Unit, digits: str = "arabic") -> Both:
    """Where a normal year stands on the day, with its range; empty where the past is not enough."""
    if pace.normal is None or pace.basis is None:
        return Both("", "")
    amount, basis = _amount(pace.normal, digits), number(pace.basis, digits)
    if pace.to_target:
        return Both(
            f"ปีปกติที่จะถึงเป้าหมาย {basis} ถึงวันนี้มี {amount} {unit.th}",
            f"a normal year on its way to the target of {basis} has {amount} {unit.en} by this day",
        )
    return Both(
        f"ปีปกติซึ่งทั้งปีได้ {basis} ถึงวันนี้มี {amount} {unit.th}",
        f"a normal year, which comes to {basis}, has {amount} {unit.en} by this day",
    )


def brief_text(pace: Pace, unit: Unit, digits: str = "arabic") -> Both:
    """A normal year by the day, and the likely end of this one, where the target stands beside it already."""
    if pace.normal is None:
        return Both("", "")
    amount, end = _amount(pace.normal, digits), end_text(pace, unit, digits)
    th, en = f"ปีปกติถึงวันนี้ {amount} {unit.th}", f"a normal year by this day: {amount} {unit.en}"
    return Both(" · ".join(filter(None, (th, end.th))), " · ".join(filter(None, (en, end.en))))


def end_text(pace: Pace, unit: Unit, digits: str = "arabic") -> Both:
    """Where the year is likely to end, with its range; empty where that cannot be told."""
    if pace.end is None:
        return Both("", "")
    amount = _amount(pace.end, digits)
    return Both(f"สิ้นปีน่าจะได้ {amount} {unit.th}", f"the year is likely to end at {amount} {unit.en}")


def grounds_text(pace: Pace, digits: str = "arabic") -> Both:
    """What the sentences rest on: which past years, and how often their ranges hold."""
    own, fewest = number(pace.own, digits), number(pace.fewest, digits)
    if pace.normal is None:
        return Both(
            f"รู้ผลตลอดปีของ {own} ปี ต้องมีอย่างน้อย {fewest} ปี",
            f"{own} past years are known throughout, and {fewest} are needed",
        )
    others, tenths = number(pace.others, digits), number(pace.normal.tenths, digits)
    ten = in_digits("10", digits)
    beside = (
        Both(f"และ {others} ปีของตัวชี้วัดอื่น ", f" and {others} of other indicators")
        if pace.others
        else Both("", "")
    )
    return Both(
        f"เรียนจาก {own} ปีที่ผ่านมา {beside.th}ช่วงในวงเล็บเป็นจริงราว {tenths} ใน {ten} ปี",
        f"learnt from {own} past years{beside.en}; the ranges in brackets hold in {tenths} of {ten} years",
    )


def sentence(pace: Pace, unit: Unit, digits: str = "arabic") -> Both:
    """All of it: the verdict, a normal year, the year's end, and what they rest on."""
    said = (
        verdict_text(pace, unit, digits),
        normal_text(pace, unit, digits),
        end_text(pace, unit, digits),
        grounds_text(pace, digits),
    )
    th = " ".join(one.th for one in said if one.th)
    return Both(th, " ".join(f"{one.en[0].upper()}{one.en[1:]}." for one in said if one.en))


def _amount(amounts: Amounts, digits: str) -> str:
    """ "100 (80–120)" """
    low, high = number(amounts.low, digits), number(amounts.high, digits)
    return f"{number(amounts.expected, digits)} ({low}–{high})"
