"""Whatever happens to the files, the next answer is right, and `tidtam check` says what happened."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from tests.analytics.book import DAYS, answers, cut_in, fill
from tests.ledger_store.country import Country, make_country
from tidtam.analytics.check import faults
from tidtam.analytics.engine import CubeEngine
from tidtam.analytics.segments import kept
from tidtam.analytics.segments.cut import alone
from tidtam.analytics.segments.manifest import manifest_name, read_manifest, written
from tidtam.ledger_store import adding, read

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def book() -> Country:
    country = make_country()
    fill(country)
    return country


@pytest.fixture
def folder(tmp_path: Path, book: Country) -> Path:
    cut_in(tmp_path)
    return tmp_path


@pytest.fixture
def engine(folder: Path) -> Iterator[CubeEngine]:
    made = CubeEngine(folder, smallest=1)
    adding.register(made)
    yield made
    adding.withdraw(made)
    _mended(made)


def plainly(engine: CubeEngine) -> object:
    adding.withdraw(engine)
    found = answers()
    adding.register(engine)
    return found


def _mended(engine: CubeEngine) -> None:
    """Waits until nothing is being cut."""
    until = time.monotonic() + 20
    while not engine.is_idle():
        assert time.monotonic() < until
        time.sleep(0.02)


def codes(folder: Path) -> list[str]:
    return [one.code for one in faults(folder)]


def test_what_is_whole_is_sound(engine: CubeEngine, folder: Path) -> None:
    assert answers() == plainly(engine)
    assert engine.answered > 0
    assert codes(folder) == []


@pytest.mark.parametrize("kind", ["entries", "sums", "vague", "places", "json"])
@pytest.mark.parametrize("damage", ["gone", "flipped", "cut short", "empty"])
def test_a_damaged_file_is_noticed_told_and_made_again(
    engine: CubeEngine, folder: Path, kind: str, damage: str
) -> None:
    right = answers()
    answered = engine.answered
    chosen = sorted(path for path in folder.glob("0*") if kind in path.name)
    path = random.Random(kind + damage).choice(chosen)
    hurt(path, damage)
    assert "segments.damaged" in codes(folder)
    assert answers() == right
    _mended(engine)
    assert answers() == right
    assert engine.answered > answered
    assert codes(folder) == ["segments.made-again"]


def hurt(path: Path, damage: str) -> None:
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    elif damage == "flipped":
        at = random.Random(path.name).randrange(len(content))
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    else:
        path.write_bytes(content[: len(content) // 2] if damage == "cut short" else b"")


@pytest.mark.slow
def test_each_byte_of_a_segment_matters(engine: CubeEngine, folder: Path) -> None:
    """A byte flipped anywhere in any file is found."""
    chance = random.Random(7)
    for path in sorted(folder.glob("000002*")):
        content = path.read_bytes()
        for at in chance.sample(range(len(content)), min(len(content), 40)):
            path.write_bytes(
                content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]
            )
            assert kept.chain(folder, {}).damaged
        path.write_bytes(content)
    assert not kept.chain(folder, {}).damaged


def test_segments_of_another_book_are_not_taken(engine: CubeEngine, folder: Path) -> None:
    """As after a backup was put back: the positions are there, and another entry stands at the last."""
    path = folder / manifest_name(3)
    other = replace(read_manifest(path), last_entry="another")
    path.unlink()
    written(other, folder)
    assert codes(folder)[0] == "segments.damaged"
    assert answers() == plainly(engine)
    _mended(engine)
    assert codes(folder) == ["segments.made-again"]
    assert answers() == plainly(engine)


def test_what_is_accepted_is_in_the_next_answer(engine: CubeEngine, book: Country) -> None:
    for number in range(5):
        book.post(book.happened(f"new {number}", DAYS[8], "ready", 5, place="south"))
        assert answers() == plainly(engine)


def test_two_writers_at_once_write_one_after_the_other(
    engine: CubeEngine, folder: Path, book: Country
) -> None:
    kept.thrown_away(folder)
    book.post(book.happened("more", DAYS[8], "ready", 5))
    found: list[object] = []

    def work() -> None:
        try:
            found.append(kept.brought_up(folder, read.head()))
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert any(found)
    chain = kept.chain(folder, {})
    assert (chain.damaged, chain.last) == ((), read.head())
    assert answers() == plainly(engine)


def test_a_second_writer_waits_for_nobody(folder: Path) -> None:
    with alone(folder) as first:
        assert first
        assert kept.brought_up(folder, read.head()) is None
        assert kept.thrown_away(folder) == -1


KILLED = """
import os, sys, django
django.setup()
from pathlib import Path
from tidtam.analytics.segments import manifest, cut
left = int(sys.argv[2])
real = os.fsync
def fsync(number):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)
    real(number)
os.fsync = fsync
from tidtam.analytics.segments import kept
from tidtam.ledger_store.read import head
kept.brought_up(Path(sys.argv[1]), head())
"""
"""Kills itself as a file is to be made safe on the disk: before the first, the second, and so on."""


@pytest.mark.slow
def test_a_writer_killed_anywhere_leaves_nothing_that_is_taken_for_whole(
    engine: CubeEngine, folder: Path, process_environment: dict[str, str]
) -> None:
    right = plainly(engine)
    killed = 0
    for left in range(12):
        kept.thrown_away(folder)
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(folder), str(left)], env=process_environment, check=False
        )
        killed += done.returncode == -signal.SIGKILL
        assert answers() == right
        assert kept.brought_up(folder, read.head()) is not None
        assert [path.name for path in folder.glob(".*.part")] == []
        assert answers() == right
    assert killed >= 5
