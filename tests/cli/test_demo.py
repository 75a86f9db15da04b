"""From nothing: `tidtam demo` sets up, loads the real results, serves; a second time nothing changes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

import pytest

TIDTAM = (sys.executable, "-c", "from tidtam.cli.main import main; main()")
READY_WITHIN = 60


def _run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*TIDTAM, *words], env=_environment(home), capture_output=True, text=True, check=True
    )


def _environment(home: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIDTAM_")}
    return {**kept, "TIDTAM_HOME": str(home), "TIDTAM_LANG": "en"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _page(address: str) -> str:
    """The page, as soon as somebody answers."""
    end = time.monotonic() + READY_WITHIN
    while True:
        try:
            with urllib.request.urlopen(address, timeout=READY_WITHIN) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.mark.slow
def test_from_nothing_to_a_report_and_a_page(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = _run(home, "demo", "--no-serve")
    assert (first.stdout, " 0 new" in first.stderr) == ("", False)
    again = _run(home, "demo", "--no-serve")
    assert " 0 new" in again.stderr

    asked = ("report", "--fiscal-year", "2562", "--as-of", "2562-03-31", "--format", "json")
    lines = {line["line"]: line for line in json.loads(_run(home, *asked).stdout)["lines"]}
    assert len(lines) == 15
    assert (lines["2.3"]["target"], lines["2.3"]["result"], lines["2.2"]["percent"]) == (7069, 3084, 109.1)
    assert "sound" in _run(home, "check").stdout

    port = _free_port()
    server = subprocess.Popen([*TIDTAM, "serve", "--port", str(port)], env=_environment(home))
    try:
        page = _page(f"http://127.0.0.1:{port}/?fy=2562&as_of=2562-03-31")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
    assert "3,084" in page
