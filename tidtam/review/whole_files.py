"""A folder of files in which a name stands for a whole file or for none."""

import os
import secrets
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

COMING = "coming"
"""The folder, beside the others, of files that are being written."""


@deconstructible(path="tidtam.review.whole_files.WholeFiles")
class WholeFiles(FileSystemStorage):
    """Writes beside, waits for the disk, then puts the file in its place.

    A cut connection, a full disk or a lost machine leaves the name free. What is named after its content may
    be put there twice: the second takes the place of the same.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002
        """The name itself: no other is ever made up."""
        return name

    def _save(self, name: str, content: "File[Any]") -> str:
        final = Path(self.path(name))
        coming = Path(self.base_location, COMING)
        for folder in (coming, final.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = coming / f"{os.getpid()}.{secrets.token_hex(8)}"
        try:
            _write(fresh, content)
            fresh.replace(final)
        finally:
            fresh.unlink(missing_ok=True)
        for folder in (final.parent, final.parent.parent, Path(self.base_location)):
            _on_disk(folder)
        return name


def _write(path: Path, content: "File[Any]") -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for chunk in content.chunks():
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _on_disk(folder: Path) -> None:
    """Waits until the folder, too, knows its new name."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
