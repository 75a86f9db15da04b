"""Where the definitions and examples are when nobody says: the working folder, else beside the package."""

from pathlib import Path

import tidtam
from tidtam.cli.problems import NO_DEFINITIONS
from tidtam.problems import Refused

BESIDE = Path(tidtam.__file__).resolve().parent.parent


def definitions_folder(said: Path | None) -> Path:
    """The folder of definitions; Refused when there is none."""
    return _found(said, Path("definitions") / "codi", "--definitions")


def examples_folder(said: Path | None) -> Path:
    """The folder of example workbooks; Refused when there is none."""
    return _found(said, Path("examples"), "--examples")


def _found(said: Path | None, usual: Path, option: str) -> Path:
    folders = [said] if said else [Path.cwd() / usual, BESIDE / usual]
    for folder in folders:
        if folder.is_dir():
            return folder
    raise Refused([NO_DEFINITIONS.at(folder=folders[0], option=option)])
