"""A folder of definitions to change, the few places that it names, and somebody who loads it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tidtam.people.actions import loader_account
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.programmes.actions import check_folder

CODI = Path(__file__).parents[2] / "definitions" / "codi"

Write = Callable[[str, str, str], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of CODI's definitions that a test may change."""
    return Path(shutil.copytree(CODI, tmp_path / "codi", ignore=shutil.ignore_patterns("trees")))


@pytest.fixture
def change(folder: Path) -> Write:
    """Puts one text in the place of another in a file of the copy; the text must be there."""

    def write(file: str, before: str, after: str) -> Path:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text, f"{file} has no {before!r}"
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def places(db: None) -> dict[str, Place]:
    """The places that CODI's definitions name, without the rest of Thailand."""
    definitions, _ = check_folder(CODI)
    return {
        code: Place.objects.create(code=code, kind="province", name_th=code)
        for code in definitions.place_codes()
    }


@pytest.fixture
def actor(db: None) -> User:
    """Whoever loads."""
    return loader_account()
