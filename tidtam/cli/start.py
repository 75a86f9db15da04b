"""Runs the body of a command: Django is made ready, faults are told kindly.

The exit code says how it went.
"""

import importlib
import os
import sys

import django
from django.db import DatabaseError

from tidtam.cli.problem_text import tell
from tidtam.cli.problems import NOT_SET_UP
from tidtam.problems import Refused

FINE, FAULT_FOUND, BAD_INPUT = 0, 1, 2


def run(body: str, *, lang: str, **asked: object) -> None:
    """Runs `run` of a module of this package with what was asked, and leaves with its exit code.

    Modules are loaded only now, so that `tidtam --help` needs neither Django nor a database.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tidtam.config.settings")
    django.setup()
    module = importlib.import_module(f"tidtam.cli.{body}")
    try:
        code = module.run(lang=lang, **asked)
    except Refused as refused:
        tell(refused.problems, lang)
        code = BAD_INPUT
    except DatabaseError as error:
        if not _is_not_set_up(error):
            raise
        tell([NOT_SET_UP.at()], lang)
        code = BAD_INPUT
    sys.stdout.flush()
    sys.exit(code)


def _is_not_set_up(error: DatabaseError) -> bool:
    """Whether tables are missing: SQLite says "no such table", PostgreSQL "relation … does not exist"."""
    said = str(error)
    return "no such table" in said or ("relation" in said and "does not exist" in said)
