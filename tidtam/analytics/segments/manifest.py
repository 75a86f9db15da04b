"""What a segment says of itself: which entries, which files with their hashes; written last, whole or not."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

FORMAT = 1
"""Changes when the columns change: segments of another format are made again."""

ENTRIES, SUMS, VAGUE, PLACES = "entries", "sums", "vague", "places"
"""What is in a file: all entries of a fiscal year; sums by area and month; entries whose day is not known
exactly; and the area that each place had when the sums were made."""

FlowText = tuple[str, str, bool, bool]  # from stage, to stage, from a lot, gathers


class Damaged(Exception):
    """A segment is missing, cut short or changed; `args` say which file and how."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of a segment. `fiscal_year` (Common Era, of its end) is None where it holds several."""

    name: str
    what: str
    rows: int
    size: int
    sha256: str
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """A segment: the entries from position `first` to `last`, all of them, in `files`.

    `flows` names the numbers that stand for a pair of stages; `last_entry` is how the last entry reads in
    the book, by which a segment of another book is told.
    """

    number: int
    first: int
    last: int
    first_day: date
    last_day: date
    first_known: date
    last_known: date
    files: tuple[File, ...]
    flows: Mapping[int, FlowText]
    last_entry: str
    format: int = FORMAT

    @property
    def entries(self) -> int:
        """How many entries it holds."""
        return self.last - self.first + 1

    def of(self, what: str) -> list[File]:
        """Its files of one kind."""
        return [file for file in self.files if file.what == what]


def manifest_name(number: int) -> str:
    """The file that tells of segment `number`."""
    return f"{number:06}.json"


def written(manifest: Manifest, folder: Path) -> None:
    """Puts a manifest beside its files: from then on the segment is there."""
    body = json.dumps(asdict(manifest), default=str, ensure_ascii=False, sort_keys=True)
    whole = json.dumps({"sha256": hashlib.sha256(body.encode()).hexdigest(), "segment": body})
    put_whole(folder / manifest_name(manifest.number), whole.encode())


def put_whole(path: Path, content: bytes) -> None:
    """Writes a file so that it is there whole or not at all, whenever the power goes."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.part")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes sure that the names in a folder outlast a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file. Damaged when it is cut short, changed or of another format."""
    try:
        whole = json.loads(path.read_bytes())
        body = whole["segment"]
        if hashlib.sha256(body.encode()).hexdigest() != whole["sha256"]:
            raise Damaged(path.name, "its hash is another")
        return _manifest(json.loads(body))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Damaged(path.name, str(error)) from error


def _manifest(told: dict[str, object]) -> Manifest:
    if told.get("format") != FORMAT:
        raise ValueError(f"format {told.get('format')}, not {FORMAT}")
    days = {name: date.fromisoformat(str(told[name])) for name in _DAYS}
    files = tuple(File(**file) for file in told["files"])  # type: ignore[attr-defined]
    flows = {int(code): tuple(text) for code, text in told["flows"].items()}  # type: ignore[attr-defined]
    return Manifest(**{**told, **days, "files": files, "flows": flows})  # type: ignore[arg-type]


_DAYS = ("first_day", "last_day", "first_known", "last_known")


def hash_of(path: Path) -> str:
    """The SHA-256 of a file. Damaged when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Damaged(path.name, str(error)) from error
