"""`python -m tests.bench.load`: 200 recorders save and 20 reviewers accept for a minute, on PostgreSQL.

Beside it, in the same run and at the same pace, a bare Django view that puts in one row. Needs PostgreSQL.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.__main__ import database_for

RECORDERS, REVIEWERS = 200, 20
PAUSE = 3.0
"""Seconds between two numbers of one recorder."""
REVIEW_PAUSE = 2.0
TOKEN = "t" * 32
START_SECONDS = 60
WORKERS = 2


@dataclass
class Found:
    """What the clients met: seconds of each kind of request, and what went wrong."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    saved: dict[str, int] = field(default_factory=dict)
    accepted: int = 0

    def note(self, kind: str, taken: float) -> None:
        self.seconds.setdefault(kind, []).append(taken)


class Browser:
    """One kept connection with the cookies of one person."""

    def __init__(self, port: int, cookie: str) -> None:
        self.port, self.cookie = port, cookie
        self.pipes: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, path: str, form: Sequence[tuple[str, str]] | None = None) -> tuple[int, bytes]:
        if self.pipes is None:
            self.pipes = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.pipes
        body = urlencode(form).encode() if form is not None else b""
        head = [
            f"{'GET' if form is None else 'POST'} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}",
            f"Cookie: sessionid={self.cookie}; csrftoken={TOKEN}", f"X-CSRFToken: {TOKEN}",
            "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}", "", "",
        ]  # fmt: skip
        writer.write("\r\n".join(head).encode() + body)
        status, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        told = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        if told.get("transfer-encoding") == "chunked":
            content = await _chunks(reader)
        else:
            content = await reader.readexactly(int(told.get("content-length", "0")))
        return int(status.split()[1]), content


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    found = b""
    while size := int(await reader.readline(), 16):
        found += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return found


async def every(pause: float, until: float, number: int, work: Callable[[], Awaitable[None]]) -> None:
    """Does something again and again, the next one `pause` seconds after the last; all begin spread out."""
    await asyncio.sleep(pause * number / 100 % pause)
    while time.monotonic() < until:
        begun = time.monotonic()
        await work()
        await asyncio.sleep(max(0.0, pause - (time.monotonic() - begun)))


async def record(browser: Browser, place: str, squares: list[tuple[str, str]], found: Found) -> None:
    """Saves the next number of a tambon; the last of a round hands the round in."""
    if not squares:
        return
    code, line = squares.pop(0)
    name, number = f"{line}|{place}", len(squares) + 1
    form = [(f"n|{name}", str(number)), (f"s|{name}", "0:")]
    begun = time.monotonic()
    status, content = await browser.ask(f"/grid/{code}/square/", form)
    found.note("save", time.monotonic() - begun)
    if status != 200 or b'"problems": []' not in content:
        found.errors.append(f"save {status} {content[:200]!r}")
    else:
        found.saved[f"{code}|{name}"] = number
    if not squares or squares[0][0] != code:
        status, content = await browser.ask(f"/grid/{code}/tambon/", [("hand_in", "1")])
        if status != 302:
            found.errors.append(f"hand in {status} {content[:200]!r}")


async def review(browser: Browser, found: Found) -> None:
    """Opens the list and accepts all that is on it."""
    begun = time.monotonic()
    status, content = await browser.ask("/work/review/")
    found.note("list", time.monotonic() - begun)
    keys = re.findall(r'name="key" value="([0-9a-f-]{36}:[0-9]+)"', content.decode())
    if status != 200:
        found.errors.append(f"list {status}")
    if not keys:
        return
    begun = time.monotonic()
    status, content = await browser.ask("/work/review/", [("key", key) for key in keys])
    found.note("accept", time.monotonic() - begun)
    if status != 302:
        found.errors.append(f"accept {status} {content[:200]!r}")
    found.accepted += len(keys)


async def plainly(browser: Browser, found: Found) -> None:
    begun = time.monotonic()
    status, _ = await browser.ask("/", [("number", "7")])
    found.note("bare view", time.monotonic() - begun)
    if status != 200:
        found.errors.append(f"bare {status}")


@contextmanager
def served(environment: dict[str, str], application: str) -> Iterator[int]:
    """The application on a free port, as `tidtam serve --workers 2` serves it, until the end."""
    from tidtam.cli import serve

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--workers", str(WORKERS), "--blocking-threads", str(serve.THREADS),
        "--no-ws", "--log-level", "warning",
        application,
    ]  # fmt: skip
    process = subprocess.Popen(command, env=environment)
    try:
        _wait_for(port)
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError("the server did not start")


async def load(port: int, cast: dict[str, list[list[str]]], seconds: float) -> Found:
    """Everybody at once for so long."""
    found, until = Found(), time.monotonic() + seconds
    order = [(code, line) for code in cast["rounds"][0] for line in cast["lines"][0]]
    works = []
    for number, (cookie, place) in enumerate(cast["recorders"]):
        # nobody begins where another does: in an office not all hand in within the same three seconds
        begun_with = number % len(cast["lines"][0])
        browser, squares = Browser(port, cookie), order[begun_with:]
        works.append(
            every(PAUSE, until, number, lambda b=browser, p=place, s=squares: record(b, p, s, found))
        )
    for number, (cookie,) in enumerate(cast["reviewers"]):
        browser = Browser(port, cookie)
        works.append(every(REVIEW_PAUSE, until, number, lambda b=browser: review(b, found)))
    await asyncio.gather(*works)
    return found


async def bare_load(port: int, seconds: float) -> Found:
    """The same number of clients at the same pace against the bare view."""
    found, until = Found(), time.monotonic() + seconds
    browsers = [Browser(port, "none") for _ in range(RECORDERS)]
    works = (every(PAUSE, until, n, lambda b=b: plainly(b, found)) for n, b in enumerate(browsers))
    await asyncio.gather(*works)
    return found


def show(found: Found) -> None:
    """Prints how long each kind of request took."""
    for kind, taken in found.seconds.items():
        p95 = statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
        middle = statistics.median(taken)
        print(
            f"{kind:<12}{len(taken):>8} requests  median {middle * 1000:>6.0f} ms  p95 {p95 * 1000:>6.0f} ms"
        )
    for error in found.errors[:5]:
        print("error:", error)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    seconds = parser.parse_args().seconds
    with database_for("postgres") as url, tempfile.TemporaryDirectory() as home:
        if url is None:
            print("the office set-up wants PostgreSQL, and none can be had here: left out")
            return
        own = {"TIDTAM_DATABASE_URL": url, "TIDTAM_HOME": home, "TIDTAM_URL": "http://127.0.0.1"}
        os.environ |= own | {"DJANGO_SETTINGS_MODULE": "tidtam.config.settings"}
        from tests.bench import office

        cast = office.make(RECORDERS, REVIEWERS)
        with served(dict(os.environ), "tests.bench.bare_site:application") as port:
            bare = asyncio.run(bare_load(port, min(seconds, 20)))
        with served(dict(os.environ), "tidtam.config.wsgi:application") as port:
            found = asyncio.run(load(port, cast, seconds))
        print(
            f"\n{RECORDERS} recorders, a number every {PAUSE:.0f} s, {REVIEWERS} reviewers, {seconds:.0f} s"
        )
        show(bare)
        show(found)
        print(office.told(found.saved), f"{len(found.errors) + len(bare.errors)} errors")


if __name__ == "__main__":
    main()
