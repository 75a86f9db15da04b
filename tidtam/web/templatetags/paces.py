"""Tags for the pace of a line: its sentences in the language of the page, and the picture of its year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tidtam.analytics.pace import said
from tidtam.analytics.pace.judged import Pace, Verdict
from tidtam.analytics.pace.past import day_of
from tidtam.ledger.fiscal import FiscalYear
from tidtam.ledger.quantity import UNITS
from tidtam.pictures.charts import UsualDay, YearCourse
from tidtam.pictures.svg import svg
from tidtam.problems import Both
from tidtam.reports.content import Line, Trail, TrailMonth
from tidtam.thai.months import ENGLISH, SHORT
from tidtam.web.show import Show

register = template.Library()

COURSE_WIDTH = 340
SIGNS = {
    Verdict.SLOWER: ("behind", "◐"),
    Verdict.NORMAL: ("on-course", "●"),
    Verdict.FASTER: ("on-course", "●"),
}


@register.simple_tag(takes_context=True)
def pace_verdict(context: Context, line: Line) -> SafeString:
    """The verdict with its sign, quiet where the past is not enough; nothing where there is no pace."""
    if line.pace is None:
        return SafeString("")
    text = _said(context, said.verdict_text(line.pace, UNITS[line.unit], _show(context).digits))
    look, sign = SIGNS.get(line.pace.verdict, ("quiet", ""))
    mark = format_html('<span aria-hidden="true">{}</span> ', sign) if sign else ""
    return (
        format_html('<span class="{}">{}{}</span>', look, mark, _unbroken(text)) if text else SafeString("")
    )


@register.simple_tag(takes_context=True)
def pace_note(context: Context, line: Line) -> str:
    """Where a normal year stands on the day, and where this one is likely to end."""
    if line.pace is None:
        return ""
    return _said(context, said.brief_text(line.pace, UNITS[line.unit], _show(context).digits))


@register.simple_tag(takes_context=True)
def pace_sentence(context: Context, line: Line, *, other: bool = False) -> str:
    """All that the past says of a line, in the language of the page or the other one."""
    if line.pace is None:
        return ""
    show = _show(context)
    thai = (show.lang == "th") is not other
    digits = show.digits if thai else "arabic"
    return said.sentence(line.pace, UNITS[line.unit], digits).text("th" if thai else "en")


@register.simple_tag(takes_context=True)
def year_course(context: Context, trail: Trail) -> SafeString:
    """This year beside its usual course."""
    show, pace = _show(context), trail.line.pace
    if pace is None or not pace.course:
        return SafeString("")
    names = SHORT if show.lang == "th" else tuple(name[:3] for name in ENGLISH)
    chart = YearCourse(
        usual=tuple(_usual(trail, pace)),
        actual=tuple(_actual(trail, pace)),
        title=show.say("picture.course"),
        description=pace_sentence(context, trail.line),
        target=pace.basis if pace.to_target else None,
        end=(pace.end.low, pace.end.expected, pace.end.high) if pace.end else None,
        months=tuple(names[month.start.month - 1] for month in FiscalYear(trail.fiscal_year).months()),
        words=(
            show.say("picture.usual_range"),
            show.say("picture.usual"),
            show.say("picture.this_year"),
            show.say("picture.end"),
        ),
        target_words=show.say("line.target_only", n=show.number(pace.basis or 0)),
    )
    return mark_safe(svg(chart, COURSE_WIDTH))  # noqa: S308 - our own drawing, its words are escaped there


@dataclass(frozen=True, slots=True)
class CourseMonth:
    """A month's end: what is usual by then, with its range, and what this year reached; None is not known."""

    day: date
    low: int
    expected: int
    high: int
    reached: int | None


@register.simple_tag
def course_months(trail: Trail) -> list[CourseMonth]:
    """The numbers of the picture, month by month."""
    pace = trail.line.pace
    return [] if pace is None or not pace.course else _months(trail, pace)


def _months(trail: Trail, pace: Pace) -> list[CourseMonth]:
    basis = pace.basis or 0
    return [
        CourseMonth(
            day := day_of(trail.fiscal_year, point.day),
            int(point.low * basis),
            round(point.expected * basis),
            -int(-point.high * basis // 1),
            _reached(trail.by_month, day, trail.as_of),
        )
        for point in pace.course
    ]


def _actual(trail: Trail, pace: Pace) -> list[tuple[date, int | None]]:
    """What this year reached by the month ends that are over, and on the day asked about."""
    over = [(row.day, row.reached) for row in _months(trail, pace) if row.day < trail.as_of]
    return [*over, (trail.as_of, trail.line.result)]


def _reached(months: Sequence[TrailMonth], day: date, as_of: date) -> int | None:
    """What this year had reached by a day; None before the first report and after the day asked about."""
    if day > as_of:
        return None
    told = [month.standing for month in months if month.first <= day]
    return told[-1] if told else None


def _usual(trail: Trail, pace: Pace) -> list[UsualDay]:
    basis = pace.basis or 0
    start = UsualDay(FiscalYear(trail.fiscal_year).start, 0, 0, 0)
    return [start] + [
        UsualDay(day_of(trail.fiscal_year, p.day), p.low * basis, p.expected * basis, p.high * basis)
        for p in pace.course
    ]


def _unbroken(text: str) -> SafeString:
    """A number and its unit stay on one line: "slower than normal by [42 tambons]"."""
    at = next((at for at, letter in enumerate(text) if letter.isdigit()), None)
    if at is None:
        return format_html("{}", text)
    return format_html('{}<span class="nowrap">{}</span>', text[:at], text[at:])


def _show(context: Context) -> Show:
    show: Show = context["show"]
    return show


def _said(context: Context, text: Both) -> str:
    return text.text(_show(context).lang)
