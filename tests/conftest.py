"""What every test may use: the chosen database, an environment for other processes, skips that are heard."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection, connections
from hypothesis import HealthCheck
from hypothesis import settings as property_settings

from tests import databases
from tests.published import REPORT_TEXT
from tidtam.audit import append_only

NO_POSTGRES = "no PostgreSQL can be had here: give TIDTAM_TEST_POSTGRES_URL, or install PostgreSQL"
HAS_DATABASE = pytest.StashKey[bool]()
NEEDS_DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}


def nothing_may_be_skipped() -> bool:
    """Whether TIDTAM_REQUIRE_ALL=1 turns each skip into a failure."""
    return os.environ.get("TIDTAM_REQUIRE_ALL") == "1"


# A shared machine has no deadlines; what a property has found is kept in the code, as an example. The usual
# runs try the same histories each time, so that a failure comes from the change; `thorough` tries new ones.
for profile, examples in {"quick": 20, "default": 100, "thorough": 1000}.items():
    property_settings.register_profile(
        f"tidtam-{profile}",
        max_examples=examples,
        deadline=None,
        derandomize=profile != "thorough",
        suppress_health_check=[HealthCheck.too_slow],
        database=None,
        print_blob=True,
    )
property_settings.load_profile("tidtam-default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The second run of `make test`, on the other database, needs no second run of what touches none."""
    parser.addoption("--database-only", action="store_true", help="only the tests that use the database")


def pytest_configure(config: pytest.Config) -> None:
    """Points Django at the chosen database before anything connects."""
    found = databases.settings_for_tests()
    config.stash[HAS_DATABASE] = found is not None
    # A slow hash protects nothing here.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if found is not None:
        settings.DATABASES["default"] = found
        # A connection may have been made from the old settings already: forget both.
        connections.__dict__.pop("settings", None)
        if hasattr(connections._connections, "default"):
            del connections["default"]


def pytest_report_header() -> str:
    """Says on which database the run is."""
    return f"database: {databases.chosen()}" + (
        ", nothing may be skipped" if nothing_may_be_skipped() else ""
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what belongs to the other database, and skips aloud what has no database at all."""
    other = {"sqlite": "postgres", "postgres": "sqlite"}[databases.chosen()]
    everything = config.getoption("--database-only") is not True
    kept = [
        item
        for item in items
        if not item.get_closest_marker(other) and (everything or _uses_the_database(item))
    ]
    if not REPORT_TEXT.exists():
        kept = [item for item in kept if not item.get_closest_marker("published_text")]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept
    if not config.stash[HAS_DATABASE]:
        for item in filter(_uses_the_database, items):
            item.add_marker(pytest.mark.skip(reason=NO_POSTGRES))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Says when nothing was compared with the published report, because it is not here."""
    if not REPORT_TEXT.exists():
        terminalreporter.write_line(f"not compared with the published report: {REPORT_TEXT} is missing")


def _uses_the_database(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db") is not None
    return marked or not NEEDS_DATABASE.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Iterator[None]:
    """With TIDTAM_REQUIRE_ALL=1 a skipped test is a failed one."""
    outcome: Any = yield
    report = outcome.get_result()
    if report.skipped and not hasattr(report, "wasxfail") and nothing_may_be_skipped():
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and nothing may be: {reason}"


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """The same for a module that is skipped as a whole."""
    outcome: Any = yield
    report = outcome.get_result()
    if report.outcome == "skipped" and nothing_may_be_skipped():
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped, and nothing may be: {report.longrepr}"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The test database; it can be emptied after a test that commits, although tables only grow."""
    with django_db_blocker.unblock():
        flush = connection.ops.execute_sql_flush
        connection.ops.execute_sql_flush = flush_without_guards(flush)  # type: ignore[method-assign]


def flush_without_guards(flush: Callable[[list[str]], None]) -> Callable[[list[str]], None]:
    @wraps(flush)
    def emptied(sql: list[str]) -> None:
        tables = append_only.guarded_tables(connection)
        for table in tables:
            append_only.lift_guards(connection, table)
        try:
            flush(sql)
        finally:
            for table in tables:
                append_only.put_guards(connection, table)

    return emptied


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium to drive; without one the test is skipped aloud."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium on this machine")
    return found


@pytest.fixture
def database_url(db: None) -> str:
    """The address of the test database, for a process that the test starts: it sees what is committed."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    user, host = quote(found["USER"], safe=""), found["HOST"] or found["OPTIONS"].get("host", "")
    password = f":{quote(found['PASSWORD'], safe='')}" if found["PASSWORD"] else ""
    port = f"&port={found['PORT']}" if found["PORT"] else ""
    # The host may be the folder of a socket, which only a parameter can name.
    return f"postgresql://{user}{password}@/{found['NAME']}?host={quote(host, safe='')}{port}"


@pytest.fixture
def process_environment(database_url: str, tmp_path: Path) -> dict[str, str]:
    """The environment for a process that works on the test database, with a home folder of its own."""
    own = {"TIDTAM_HOME": str(tmp_path / "home"), "TIDTAM_DATABASE_URL": database_url}
    return {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "tidtam.config.settings"}
