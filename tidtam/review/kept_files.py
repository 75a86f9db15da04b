"""The files of evidence, each kept once under the mark of its content: in a folder or in a bucket."""

import errno
import logging
from collections.abc import Mapping
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from tidtam.problems import Refused, Where
from tidtam.review import problems as say

COPY, THUMBNAIL = ".copy.jpg", ".thumbnail.jpg"
"""What follows the mark of a photo in the names of its two copies without metadata."""

_log = logging.getLogger(__name__)
_FULL = (errno.ENOSPC, errno.EDQUOT)


def keep(content: bytes, copies: Mapping[str, bytes], *, name: str = "") -> str:
    """Keeps a file and its copies (by COPY and THUMBNAIL) and gives the mark of the file.

    Only what is not there yet is written, the file itself last. Raises Refused when the disk is full or the
    storage does not answer (`name` is what the file is called); then nothing half is there.
    """
    mark = sha256(content).hexdigest()
    try:
        for ending, copy in copies.items():
            _put(_name(mark, ending), copy)
        _put(_name(mark, ""), content)
    except Exception as error:  # a bucket fails in kinds of its own, which are known only where it is used
        _log.exception("a file was not kept")
        full = isinstance(error, OSError) and error.errno in _FULL
        kind = say.NO_ROOM if full else say.NOT_KEPT
        raise Refused([kind.at(Where(file=name or None))]) from error
    return mark


def read(mark: str, ending: str = "") -> bytes:
    """The file with this mark, or its copy; FileNotFoundError when it is not there.

    Raises Refused when the storage does not answer.
    """
    try:
        with _files().open(_name(mark, ending)) as file:
            return bytes(file.read())
    except FileNotFoundError:
        raise
    except Exception as error:  # as above
        _log.exception("a file was not read")
        raise Refused([say.NOT_READ.at()]) from error


def _files() -> Storage:
    return storages["evidence"]


def _name(mark: str, ending: str) -> str:
    return f"{mark[:2]}/{mark[2:4]}/{mark}{ending}"


def _put(name: str, content: bytes) -> None:
    files = _files()
    if files.exists(name) and files.size(name) == len(content):
        return
    kept = files.save(name, ContentFile(content))
    if kept != name:  # a storage that gives a second file another name: the first one is the same
        files.delete(kept)
