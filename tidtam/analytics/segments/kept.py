"""The segments that are there: looked at before each question, read and hashed only when they changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tidtam.analytics.segments import happened
from tidtam.analytics.segments.cut import MOST, alone, cut, is_of_this_book
from tidtam.analytics.segments.manifest import Damaged, Manifest, hash_of, manifest_name, read_manifest

Signature = tuple[tuple[str, int, int, int], ...]  # name, size, time of change, inode of each file

_WIDTH = len(manifest_name(1))


def signature(folder: Path) -> Signature:
    """How the files look from outside: anything written, cut short or taken away changes it.

    A change of a byte that leaves the time of change as it was is found by `tidtam check`, which hashes.
    """
    try:
        found = [(path, path.stat()) for path in folder.iterdir() if path.name[0] != "."]
    except FileNotFoundError:
        return ()
    own = [(path.name, stat) for path, stat in found if path.suffix in (".json", ".parquet")]
    return tuple(sorted((name, s.st_size, s.st_mtime_ns, s.st_ino) for name, s in own))


@dataclass(frozen=True, slots=True)
class Chain:
    """Segments that follow each other without a gap from the first entry, and what is wrong with others."""

    segments: tuple[Manifest, ...] = ()
    damaged: tuple[tuple[int, str], ...] = ()

    @property
    def last(self) -> int:
        """The last position that the segments reach; 0 without any."""
        return self.segments[-1].last if self.segments else 0


def chain(folder: Path, sound: dict[str, tuple[int, int, int]]) -> Chain:
    """The segments that are whole and follow each other; `sound` remembers which files were hashed.

    What comes after a damaged one is left out: it is made again together with it.
    """
    found: list[Manifest] = []
    for path in sorted(folder.glob("[0-9]*.json")):
        number = int(path.stem)
        try:
            manifest = read_manifest(path)
            if manifest.first != (found[-1].last + 1 if found else 1) or number != len(found) + 1:
                return Chain(tuple(found), ((number, f"it begins at {manifest.first}"),))
            for file in manifest.files:
                _hash_once(folder / file.name, file.sha256, sound)
        except Damaged as damage:
            return Chain(tuple(found), ((number, ": ".join(map(str, damage.args))),))
        found.append(manifest)
    if found and not is_of_this_book(found[-1]):
        return Chain((), ((1, "it is of another book"),))
    return Chain(tuple(found))


def _hash_once(path: Path, wanted: str, sound: dict[str, tuple[int, int, int]]) -> None:
    try:
        stat = path.stat()
    except OSError as error:
        raise Damaged(path.name, str(error)) from error
    seen = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
    if sound.get(path.name) == seen:
        return
    if hash_of(path) != wanted:
        raise Damaged(path.name, "its hash is another")
    sound[path.name] = seen


def brought_up(folder: Path, head: int, *, least: int = 1) -> Chain | None:
    """Cuts what is not in a whole segment yet, and makes damaged ones again, up to position `head`.

    Nothing is cut while fewer than `least` entries are missing, unless something was damaged. None when
    another process is at it.
    """
    with alone(folder) as mine:
        if not mine:
            return None
        there = chain(folder, {})
        for number, how in there.damaged:
            happened.note(folder, "damaged", segment=number, how=how)
            _drop_from(folder, number)
        if head - there.last >= least or there.damaged:
            for first in range(there.last + 1, head + 1, MOST):
                number = len(there.segments) + 1
                made = cut(folder, number, first, min(first + MOST - 1, head))
                there = Chain((*there.segments, made))
        return there


def _drop_from(folder: Path, number: int) -> None:
    """Takes away a segment and all that follow: they can always be made again from the book."""
    for path in folder.glob("[0-9]*"):
        if int(path.name[: path.name.index("." if path.suffix == ".json" else "-")]) >= number:
            path.unlink(missing_ok=True)


def thrown_away(folder: Path) -> int:
    """Takes all segments away; how many files there were. -1 when another process writes them."""
    with alone(folder) as mine:
        if not mine:
            return -1
        paths: Sequence[Path] = [*folder.glob("[0-9]*")]
        for path in paths:
            path.unlink(missing_ok=True)
        return len(paths)
