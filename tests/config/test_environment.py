"""What the environment says becomes settings; the secret is made once however many start at a time."""

import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from tidtam.config import environment


def test_the_home_folder_is_var_unless_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIDTAM_HOME", raising=False)
    assert environment.home_folder() == tmp_path / "var"
    monkeypatch.setenv("TIDTAM_HOME", str(tmp_path / "elsewhere"))
    assert environment.home_folder() == tmp_path / "elsewhere"


def test_the_secret_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = environment.kept_secret(home)
    assert len(first) >= 50
    assert environment.kept_secret(home) == first
    assert stat.S_IMODE((home / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == ["secret_key"]


def test_many_that_start_at_once_agree_on_the_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda _: environment.kept_secret(tmp_path / "home"), range(40)))
    assert len(secrets) == 1


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://tidtam.example.go.th", "tidtam.example.go.th"), ("http://10.1.2.3:8000", "10.1.2.3")],
)
def test_only_the_public_name_and_this_machine_are_answered(url: str, host: str) -> None:
    assert environment.allowed_hosts(url) == sorted({host, "localhost", "127.0.0.1", "[::1]"})


def test_the_database_is_a_file_in_the_home_folder_unless_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TIDTAM_DATABASE_URL", raising=False)
    plain = environment.database(tmp_path)
    assert plain["NAME"] == str(tmp_path / "tidtam.sqlite3")
    assert plain["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    monkeypatch.setenv("TIDTAM_DATABASE_URL", "postgresql://planner@db.example/tidtam")
    large = environment.database(tmp_path)
    assert (large["ENGINE"], large["NAME"]) == ("django.db.backends.postgresql", "tidtam")
    assert "transaction_mode" not in large.get("OPTIONS", {})


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 20_000), ("recursive_triggers", 1)],
)
def test_sqlite_is_opened_as_the_ledger_needs_it(pragma: str, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


@pytest.mark.django_db
def test_a_page_may_load_nothing_from_elsewhere(client: Client) -> None:
    answer = client.get("/no-such-page")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"


def test_django_finds_nothing_to_say(tmp_path: Path) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "tidtam.config.settings", "TIDTAM_HOME": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-m", "django", "check", "--fail-level", "WARNING"],
        env={**settings, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.django_db
def test_every_model_has_its_migration() -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example", ("mail.example", 25, "", "", False, False)),
        ("smtp+tls://u%40x:p%2Fw@mail.example", ("mail.example", 587, "u@x", "p/w", False, True)),
        ("smtps://u:p@mail.example:4650", ("mail.example", 4650, "u", "p", True, False)),
    ],
)
def test_the_mail_server_is_one_address(monkeypatch: pytest.MonkeyPatch, url: str, expected: object) -> None:
    monkeypatch.setenv("TIDTAM_MAIL_URL", url)
    mail = environment.mail()
    assert (mail.host, mail.port, mail.user, mail.password, mail.ssl, mail.starttls) == expected
    assert mail.backend.endswith("smtp.EmailBackend")


def test_without_a_mail_server_letters_are_printed_and_a_strange_one_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TIDTAM_MAIL_URL", raising=False)
    assert environment.mail().backend.endswith("console.EmailBackend")
    monkeypatch.setenv("TIDTAM_MAIL_URL", "http://mail.example")
    with pytest.raises(ValueError, match="TIDTAM_MAIL_URL"):
        environment.mail()
    monkeypatch.delenv("TIDTAM_MAIL_FROM", raising=False)
    assert environment.mail_from("https://tidtam.example:8443") == "tidtam@tidtam.example"
