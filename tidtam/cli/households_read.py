"""`tidtam households read`: what lists of households would do, or do."""

import json
from pathlib import Path

import click
from django.db import transaction

from tidtam.cli.problem_text import tell
from tidtam.cli.sheet_write import account
from tidtam.housing.actions import Taken
from tidtam.intake.lists.actions import Looked, look, take
from tidtam.intake.lists.showing import NAMES, as_json
from tidtam.intake.problems import FILE_UNREADABLE
from tidtam.people.models import User
from tidtam.problems import Both, Refused, Where

SHOWN = 20
LIKELY = Both(
    "  ◆ {file} แถว {row}: อาจซ้ำกับ {other} ({why})",
    "  ◆ {file} row {row}: likely the same as {other} ({why})",
)
OF_ROW = Both("แถว {row}", "row {row}")
MORE = Both("  … และอีก {more:,} ราย (ดูทั้งหมดด้วย --json)", "  … and {more:,} more (all with --json)")
LOOKED = Both(
    "จะบันทึก {count:,} แถว เพิ่ม --commit เพื่อบันทึกจริง", "{count:,} rows would be kept. Add --commit to do it."
)
NOTHING = Both("ไม่มีอะไรให้บันทึก ไม่ได้เปลี่ยนอะไร", "There is nothing to keep; nothing was changed.")
MEND = Both("แก้ที่ผิดแล้วสั่งอีกครั้ง ยังไม่ได้บันทึกอะไร", "Put right what is wrong and try again; nothing was kept.")
KEPT = Both(
    "บันทึกแล้ว: ใหม่ {new:,} เปลี่ยน {changed:,} ส่งตรวจ {handed_in:,} รอคำตอบ {held:,} ร่าง {drafts:,}",
    "Kept: {new:,} new, {changed:,} changed. Handed in {handed_in:,}, held {held:,}, drafts {drafts:,}.",
)


def run(*, lang: str, files: tuple[Path, ...], username: str, commit: bool, as_json_asked: bool) -> int:
    """Prints the preview, or what was kept; 2 when anything is wrong with any file: then nothing is kept."""
    person = account(username)
    with transaction.atomic():
        found, done = _go_through(person, files, commit=commit)
    ok = all(one.ok for one in found)
    if as_json_asked:
        told = {"ok": ok, "files": [_plain(one) for one in found], "kept": _counted(done) if done else None}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for one in found:
            _print(one, lang)
        click.echo(_ending(found, done, lang, ok=ok))
    return 0 if ok else 2


def _go_through(person: User, files: tuple[Path, ...], *, commit: bool) -> tuple[list[Looked], list[Taken]]:
    """Looks at each file, and takes it before the next is looked at; all of them or none."""
    found, done = [], []
    for file in files:
        looked = look(actor=person, content=_content(file), name=file.name)
        found.append(looked)
        if commit and looked.ok and looked.changes:
            done.append(take(actor=person, planned=looked.planned()))
    if not all(one.ok for one in found):
        transaction.set_rollback(True)
        return found, []
    return found, done


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refused([FILE_UNREADABLE.at(Where(file=str(file)), reason=error.strerror)]) from error


def _plain(one: Looked) -> dict[str, object]:
    told = as_json(one.lists, one.likely)
    return {"file": one.file, "ok": one.ok, **told, "problems": [p.as_json() for p in one.problems]}


def _counted(done: list[Taken]) -> dict[str, int]:
    return {
        "new": sum(one.new for one in done),
        "changed": sum(one.changed for one in done),
        "handed_in": sum(len(one.handed_in) for one in done),
        "held": sum(len(one.held) for one in done),
        "drafts": sum(len(one.drafts) for one in done),
    }


def _print(one: Looked, lang: str) -> None:
    for change, name in NAMES.items():
        number = sum(found.counts[change] for found in one.lists)
        if number:
            click.echo(f"{one.file} {name.text(lang)}: {number:,}")
    for pair in one.likely[:SHOWN]:
        other = pair.other or OF_ROW.text(lang).format(row=pair.other_row)
        said = LIKELY.text(lang).format(file=one.file, row=pair.row, other=other, why=pair.why.text(lang))
        click.echo(said)
    if len(one.likely) > SHOWN:
        click.echo(MORE.text(lang).format(more=len(one.likely) - SHOWN))
    tell(one.problems, lang, err=False)


def _ending(found: list[Looked], done: list[Taken], lang: str, *, ok: bool) -> str:
    if not ok:
        return MEND.text(lang)
    if done:
        return KEPT.text(lang).format(**_counted(done))
    count = sum(one.changes for one in found)
    return LOOKED.text(lang).format(count=count) if count else NOTHING.text(lang)
