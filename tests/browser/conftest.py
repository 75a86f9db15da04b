"""A site that answers, and a Chromium that looks at it."""

from collections.abc import Iterator
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Literal
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import flush_without_guards
from tests.web.fakes import stand_in

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Server(ThreadingMixIn, WSGIServer):
    """Answers several requests at once, as a browser asks them."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Prints no line for each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the standard library
        """Nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a site with the hand-written figures."""
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch)
        server = make_server("127.0.0.1", 0, get_wsgi_application(), server_class=Server, handler_class=Quiet)
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all stories of a module."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def beside_the_browser(browser: Browser, django_db_setup: None) -> Iterator[None]:
    """The browser is driven by a loop of events, beside which Django keeps a connection of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        flush = connection.ops.execute_sql_flush
        patch.setattr(connection.ops, "execute_sql_flush", flush_without_guards(flush))
        yield
        connections.close_all()


@pytest.fixture(params=[360, 1280], ids=["phone", "desk"])
def width(request: pytest.FixtureRequest) -> int:
    """The width of a phone and of a desk."""
    found: int = request.param
    return found


@pytest.fixture
def context(browser: Browser, site: str, width: int) -> Iterator[BrowserContext]:
    """A browser without script, as the pages must do without."""
    made = browser.new_context(
        base_url=site, viewport={"width": width, "height": 800}, java_script_enabled=False, locale="th-TH"
    )
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page in it."""
    return context.new_page()


@pytest.fixture
def look(request: pytest.FixtureRequest) -> tuple[int, Literal["light", "dark"]]:
    """How wide the window is, and what the reader's system wishes; a test names it."""
    found: tuple[int, Literal["light", "dark"]] = request.param
    return found


@pytest.fixture
def looked_at(browser: Browser, site: str, look: tuple[int, Literal["light", "dark"]]) -> Iterator[Page]:
    """A page with script, for those who measure it; it fails on anything that the console complains about."""
    width, scheme = look
    made = browser.new_context(
        base_url=site, viewport={"width": width, "height": 800}, color_scheme=scheme, locale="th-TH"
    )
    page = made.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    made.close()
    assert [complaint for complaint in complaints if "status of 40" not in complaint] == []
