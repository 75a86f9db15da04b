"""What the environment says: the home folder, the database, the public address and the kept secret."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import dj_database_url

SQLITE_WAIT_SECONDS = 20
CUBE_FROM, CUT_AT = 200_000, 100_000
DEFAULT_URL = "http://127.0.0.1:8000"
WHOLE_FILES = "tidtam.review.whole_files.WholeFiles"
BUCKET = "storages.backends.s3.S3Storage"
SMTP_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def home_folder() -> Path:
    """`TIDTAM_HOME`, else `var` in the working folder: the one folder under which all state lies."""
    return Path(os.environ.get("TIDTAM_HOME") or "var").resolve()


def public_url() -> str:
    """`TIDTAM_URL`, the address at which readers reach the pages, without a closing slash."""
    return (os.environ.get("TIDTAM_URL") or DEFAULT_URL).rstrip("/")


def allowed_hosts(url: str) -> list[str]:
    """The host of the public address and the names of this machine; any other Host header is refused."""
    return sorted({urlsplit(url).hostname or "localhost", "localhost", "127.0.0.1", "[::1]"})


@dataclass(frozen=True, slots=True)
class Mail:
    """Where letters go: a mail server, or the console when none is named."""

    backend: str = "django.core.mail.backends.console.EmailBackend"
    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    ssl: bool = False
    starttls: bool = False


def mail() -> Mail:
    """`TIDTAM_MAIL_URL` as smtp://, smtp+tls:// (STARTTLS) or smtps://user:password@host:port.

    ValueError for any other beginning: better at the start than at the first letter.
    """
    url = os.environ.get("TIDTAM_MAIL_URL")
    if not url:
        return Mail()
    said = urlsplit(url)
    if said.scheme not in SMTP_PORTS:
        raise ValueError(f"TIDTAM_MAIL_URL begins with {', '.join(SMTP_PORTS)}, not {said.scheme!r}")
    return Mail(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=said.hostname or "localhost",
        port=said.port or SMTP_PORTS[said.scheme],
        user=unquote(said.username or ""),
        password=unquote(said.password or ""),
        ssl=said.scheme == "smtps",
        starttls=said.scheme == "smtp+tls",
    )


def mail_from(url: str) -> str:
    """`TIDTAM_MAIL_FROM`, the sender of letters; else tidtam@ the host of the public address."""
    return os.environ.get("TIDTAM_MAIL_FROM") or f"tidtam@{urlsplit(url).hostname or 'localhost'}"


def files(home: Path) -> dict[str, Any]:
    """Where the files of evidence lie, in Django's words: `TIDTAM_FILES`, else `files` in the home folder.

    It names a folder, or a bucket as s3://bucket/prefix?endpoint_url=https://…&region_name=…: what follows
    the question mark are options of django-storages. ValueError for any other address.
    """
    said = os.environ.get("TIDTAM_FILES") or str(home / "files")
    if "://" not in said:
        return {"BACKEND": WHOLE_FILES, "OPTIONS": {"location": str(Path(said).resolve())}}
    url = urlsplit(said)
    if url.scheme != "s3" or not url.netloc:
        raise ValueError(f"TIDTAM_FILES is a folder or s3://bucket/prefix, not {said!r}")
    # Nothing in it is public: the pages read it and ask first who may see.
    options = {"default_acl": "private", "querystring_auth": True, "file_overwrite": True}
    told = dict(parse_qsl(url.query))
    where = {"bucket_name": url.netloc, "location": url.path.strip("/")}
    return {"BACKEND": BUCKET, "OPTIONS": {**options, **told, **where}}


def cube(home: Path) -> dict[str, Any]:
    """Where the segments of the book lie (`TIDTAM_SEGMENTS`, else `segments` in the home folder), and when.

    `from`: the cube answers once the book has so many entries (`TIDTAM_CUBE_FROM`, 0 for never). `cut_at`: a
    segment is cut when so many entries are in none (`TIDTAM_CUT_AT`). ValueError for what is no number.
    """
    return {
        "folder": str(Path(os.environ.get("TIDTAM_SEGMENTS") or home / "segments").resolve()),
        "from": int(os.environ.get("TIDTAM_CUBE_FROM") or CUBE_FROM),
        "cut_at": int(os.environ.get("TIDTAM_CUT_AT") or CUT_AT),
    }


def citizen_id_key(home: Path) -> bytes:
    """`TIDTAM_CITIZEN_ID_KEY`, with which citizen IDs are hashed; else a key of its own in the home folder.

    It is another one than the signing key, which may be changed: with another key no ID would be found again.
    """
    return (os.environ.get("TIDTAM_CITIZEN_ID_KEY") or kept_secret(home, "citizen_id_key")).encode()


def kept_secret(home: Path, name: str = "secret_key") -> str:
    """A key that is made once and kept under the home folder, readable by its owner only: the signing key.

    Two processes that start at once agree: each writes a complete file of its own under another name,
    and the link to the real name can be made only once.
    """
    kept = home / name
    if not kept.exists():
        home.mkdir(parents=True, exist_ok=True)
        fresh = home / f".{name}.{os.getpid()}.{secrets.token_hex(4)}"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            os.link(fresh, kept)
        except FileExistsError:
            pass  # another process was first: its key is the one
        finally:
            fresh.unlink()
    return kept.read_text().strip()


def database(home: Path) -> dict[str, Any]:
    """The database at `TIDTAM_DATABASE_URL`, else the SQLite file in the home folder, in Django's words."""
    url = os.environ.get("TIDTAM_DATABASE_URL") or f"sqlite:///{home / 'tidtam.sqlite3'}"
    found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    if found["ENGINE"].endswith("sqlite3"):
        found["OPTIONS"] = {**found.get("OPTIONS", {}), **SQLITE_OPTIONS}
    else:
        found["OPTIONS"] = {**POSTGRES_OPTIONS, **found.get("OPTIONS", {})}
    return found


POSTGRES_OPTIONS = {
    # A page asks the same questions again and again: after the third time the server keeps its plan of them,
    # which takes half of its work away. The values travel beside the question.
    "server_side_binding": True,
    "prepare_threshold": 3,
}


SQLITE_OPTIONS = {
    # A writer takes its lock when it begins, so that it never finds at the end that it read something stale.
    "transaction_mode": "IMMEDIATE",
    "timeout": SQLITE_WAIT_SECONDS,
    "init_command": (
        f"PRAGMA busy_timeout={SQLITE_WAIT_SECONDS * 1000};"
        "PRAGMA journal_mode=WAL;"
        "PRAGMA synchronous=FULL;"  # nothing acknowledged is lost when the power goes
        "PRAGMA foreign_keys=ON;"
        "PRAGMA recursive_triggers=ON;"  # INSERT OR REPLACE then fires the delete triggers
    ),
}
