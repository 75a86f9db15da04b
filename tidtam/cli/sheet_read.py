"""`tidtam sheet read`: what a sheet of a round would do, or does."""

import json
from pathlib import Path

import click

from tidtam.cli.problem_text import tell
from tidtam.cli.sheet_write import account
from tidtam.intake.problems import FILE_UNREADABLE
from tidtam.intake.sheets.actions import Outcome, confirmed, look, take
from tidtam.intake.sheets.difference import Change, Compared, Difference
from tidtam.intake.sheets.showing import as_json, counted, number_shown
from tidtam.people.models import User
from tidtam.problems import Both, Refused, Where

SHOWN = 20
SQUARE = Both(
    "  แถว {row} {line} {place}: ของท่าน {yours} · ขณะนี้ {now} · เมื่อดาวน์โหลด {was}",
    "  row {row} {line} {place}: yours {yours} · now {now} · when downloaded {was}",
)
MORE = Both("  … และอีก {more:,} ช่อง (ดูทั้งหมดด้วย --json)", "  … and {more:,} more (all with --json)")
NOTHING = Both("ไม่มีอะไรให้บันทึก ไม่ได้เปลี่ยนอะไร", "There is nothing to keep; nothing was changed.")
LOOKED = Both(
    "จะบันทึก {count:,} ช่องเป็นร่าง เพิ่ม --commit เพื่อบันทึกจริง",
    "Squares that would be kept as drafts: {count:,}. Add --commit to do it.",
)
MEND = Both("แก้ที่ผิดแล้วสั่งอีกครั้ง ยังไม่ได้บันทึกอะไร", "Put right what is wrong and try again; nothing was kept.")
KEPT = Both("บันทึกเป็นร่างแล้ว {count:,} ช่อง", "Squares kept as drafts: {count:,}.")


def run(*, lang: str, file: Path, username: str, commit: bool, as_json_asked: bool) -> int:
    """Prints the difference, or what was kept; 2 when anything is wrong."""
    person = account(username)
    found = look(actor=person, content=_content(file), name=file.name)
    outcome = _take(person, found) if commit and found.ok and found.taken else None
    if as_json_asked:
        done = {"kept": outcome.kept if outcome else 0, "not_kept": _not_kept(outcome)}
        click.echo(json.dumps({**as_json(found), **done}, ensure_ascii=False, indent=2))
    else:
        _print(found, outcome, lang)
    return 0 if found.ok and not (outcome and outcome.problems) else 2


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refused([FILE_UNREADABLE.at(Where(file=str(file)), reason=error.strerror)]) from error


def _take(person: User, found: Difference) -> Outcome:
    return take(actor=person, of_round=found.of_round.code, file=found.back.file, squares=confirmed(found))


def _not_kept(outcome: Outcome | None) -> list[dict[str, object]]:
    return [problem.as_json() for problem in outcome.problems] if outcome else []


def _print(found: Difference, outcome: Outcome | None, lang: str) -> None:
    for change, name, count in counted(found):
        click.echo(f"{name.text(lang)}: {count:,}")
        if change is not Change.SAME:
            _print_squares(found.of(change), lang)
    tell([*found.problems, *(outcome.problems if outcome else [])], lang, err=False)
    click.echo(_ending(found, outcome, lang))


def _print_squares(squares: list[Compared], lang: str) -> None:
    for square in squares[:SHOWN]:
        place = square.place.titled_th if lang == "th" else square.place.titled_en
        numbers = {name: number_shown(getattr(square, name)) for name in ("yours", "now", "was")}
        click.echo(SQUARE.text(lang).format(row=square.row, line=square.line.code, place=place, **numbers))
    if len(squares) > SHOWN:
        click.echo(MORE.text(lang).format(more=len(squares) - SHOWN))


def _ending(found: Difference, outcome: Outcome | None, lang: str) -> str:
    if not found.ok:
        return MEND.text(lang)
    if outcome:
        return KEPT.text(lang).format(count=outcome.kept)
    return LOOKED.text(lang).format(count=len(found.taken)) if found.taken else NOTHING.text(lang)
