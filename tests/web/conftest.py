"""A site with hand-written figures, and a reader of what its pages say."""

import re
from html import unescape

import pytest
from django.test import Client

from tests.web.fakes import Fakes, stand_in


@pytest.fixture
def fakes(monkeypatch: pytest.MonkeyPatch) -> Fakes:
    """The stand-ins behind the pages."""
    return stand_in(monkeypatch)


class Reader:
    """Asks for pages and reads them as a person does: the words, without the marks."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=False)

    def get(self, address: str, **parameters: str) -> "Read":
        """A page."""
        return Read(self.client.get(address, parameters))


class Read:
    """A page that was read."""

    def __init__(self, answer: object) -> None:
        self.answer = answer
        self.status: int = answer.status_code  # type: ignore[attr-defined]
        self.html: str = answer.content.decode()  # type: ignore[attr-defined]
        shown = re.sub(r"<(svg|head|style).*?</\1>", " ", self.html, flags=re.DOTALL)
        self.text = " ".join(unescape(re.sub(r"<[^>]+>", " ", shown)).split())

    def part(self, ident: str) -> str:
        """The words of the article with this id."""
        found = re.search(rf'<article[^>]* id="{re.escape(ident)}".*?</article>', self.html, re.DOTALL)
        assert found, ident
        shown = re.sub(r"<svg.*?</svg>", " ", found[0], flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", shown)).split())


@pytest.fixture
def reader(fakes: Fakes) -> Reader:
    """A reader of the site with the hand-written figures."""
    return Reader()


@pytest.fixture(autouse=True)
def no_banner_without_a_database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are made from stand-ins ask no database whether it is for practice."""
    names = {"db", "transactional_db", "django_db_setup", "live_server"}
    marked = request.node.get_closest_marker("django_db") is not None
    if not marked and names.isdisjoint(request.fixturenames):
        monkeypatch.setattr("tidtam.web.templatetags.practice.banner", lambda: "")
