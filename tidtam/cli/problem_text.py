"""Problems as the command line tells them: how bad, where, what, what to do."""

from collections import Counter
from collections.abc import Iterable

import click

from tidtam.problems import Problem, Severity

SHOWN_OF_A_KIND = 30

MARKS = {
    Severity.ERROR: {"th": "ผิด", "en": "ERROR"},
    Severity.QUESTION: {"th": "ถาม", "en": "QUESTION"},
    Severity.WARNING: {"th": "เตือน", "en": "WARNING"},
    Severity.NOTE: {"th": "หมายเหตุ", "en": "NOTE"},
}
COLOURS = {
    Severity.ERROR: "red",
    Severity.QUESTION: "magenta",
    Severity.WARNING: "yellow",
    Severity.NOTE: "cyan",
}
MORE = {
    "th": "… และแบบเดียวกันอีก {more:,} แห่ง (ดูทั้งหมดด้วย --json)",
    "en": "… and {more:,} more like it (all with --json)",
}


def tell(problems: Iterable[Problem], lang: str, *, err: bool = True) -> None:
    """Prints problems, the worst first, thirty of a kind; to stderr unless they are the answer."""
    ordered = sorted(problems, key=lambda problem: list(MARKS).index(problem.severity))
    number = Counter(problem.code for problem in ordered)
    shown: Counter[str] = Counter()
    for problem in ordered:
        shown[problem.code] += 1
        if shown[problem.code] <= SHOWN_OF_A_KIND:
            click.echo(_text(problem, lang), err=err)
        elif shown[problem.code] == number[problem.code]:
            more = shown[problem.code] - SHOWN_OF_A_KIND
            click.echo("  " + MORE[lang].format(more=more), err=err)


def _text(problem: Problem, lang: str) -> str:
    mark = click.style(MARKS[problem.severity][lang], fg=COLOURS[problem.severity], bold=True)
    where = problem.where.text(lang)
    lines = [f"{mark}  {where}" if where else mark, f"      {problem.what(lang)}"]
    return "\n".join([*lines, f"      → {problem.do(lang)}"])
