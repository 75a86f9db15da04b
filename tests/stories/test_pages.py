"""The pages: the same figures as the command line for the same question, for anybody, and never a fault."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as property_settings
from hypothesis import strategies as st

from tests.stories.asking import MARCH_2562, ask, line_of
from tests.stories.conftest import Run
from tidtam.places.models import Place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("results")]

DAY = "as_of=2562-03-31"
BELOW_PROVINCE = re.compile(r"/place/(?:[0-9]{4}|[0-9]{6}|community:[a-z0-9-]+)/")
REFUSED = {400, 403, 404}


def get(address: str, **parameters: str) -> Any:
    """A page as somebody who never signed in gets it; a fault is an answer and no exception."""
    return Client(raise_request_exception=False).get(address, parameters or None)


def words(html: str) -> str:
    shown = re.sub(r"<(svg|head|style).*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", shown)).split())


def text(address: str) -> str:
    """The words of a page."""
    answer = get(address)
    assert answer.status_code == 200, address
    return words(answer.content.decode())


def test_the_board_shows_what_the_report_says() -> None:
    html = get(f"/?{DAY}").content.decode()
    for line in ask(MARCH_2562)["lines"]:
        pattern = rf'<article[^>]* id="line-{re.escape(line["line"])}".*?</article>'
        article = re.search(pattern, html, re.DOTALL)
        assert article, line["line"]
        shown = words(article[0])
        for figure in (line["result"], line["target"]):
            assert figure is None or f"{figure:,}" in shown, line["line"]
        for stage in line["stages"]:
            assert f"{stage['quantity']:,}" in shown


def test_the_trail_shows_the_figure_and_the_paper_under_it() -> None:
    shown = text(f"/trail/2.3/?{DAY}")
    line = line_of(ask(MARCH_2562), "2.3")
    for said in ("3,084", "2,068", "654", "362", *(source["title"] for source in line["sources"])):
        assert said in shown


def test_a_link_of_the_report_opens_its_trail() -> None:
    for line in ask(MARCH_2562)["lines"]:
        path = line["trail"].split("/", maxsplit=3)[3]
        shown = text(f"/{path}")
        assert line["result"] is None or f"{line['result']:,}" in shown


@pytest.mark.parametrize("place", ["40", "codi:northeast", "canal:lat-phrao"])
def test_a_place_has_the_figures_of_its_report(place: str) -> None:
    answer = ask(MARCH_2562, place=place)
    shown = text(f"/place/{place}/?{DAY}")
    told = [line for line in (*answer["lines"], *answer["items"]) if line["result"] is not None]
    assert [line["line"] for line in told if f"{line['result']:,}" not in shown] == []


def test_the_download_is_what_the_command_prints(tidtam: Run) -> None:
    printed = tidtam("report", "--as-of", "2562-03-31", "--known-at", "2562-04-22", "--json").stdout
    answer = get("/report/2562.json", as_of="2562-03-31", known_at="2562-04-22")
    assert json.loads(answer.content) == json.loads(printed)


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("xlsx", b"PK"),
        *(pytest.param(*more, marks=pytest.mark.slow) for more in (("docx", b"PK"), ("pdf", b"%PDF"))),
    ],
)
def test_each_format_can_be_downloaded(kind: str, start: bytes) -> None:
    answer = get(f"/report/2562.{kind}", as_of="2562-03-31")
    assert (answer.status_code, answer.content[: len(start)]) == (200, start)
    assert f'filename="tidtam-2562.{kind}"' in answer["Content-Disposition"]


def test_reading_needs_no_sign_in_and_leaves_no_cookie() -> None:
    for address in (f"/?{DAY}", f"/trail/2.3/?{DAY}", f"/report/2562.json?{DAY}"):
        answer = get(address)
        assert (answer.status_code, dict(answer.cookies)) == (200, {}), address


@pytest.mark.parametrize(
    "address",
    [
        "/?fy=2400",
        "/?fy=abc&as_of=31-31-31&lang=xx&digits=roman&page=-1",
        "/?as_of=3105-03-31",
        "/?as_of=%00",
        "/?place=ดาวอังคาร",
        "/?place=' OR 1=1 --",
        "/trail/9.9/",
        "/trail/%2e%2e%2f/",
        f"/trail/2.3/?{DAY}&stage=nowhere",
        f"/trail/2.3/?{DAY}&page=99",
        f"/trail/2.3/?{DAY}&page=99999999999999999999",
        "/place/99/",
        "/place/canal:nowhere/",
        "/report/2562.exe",
        "/report/0.json",
        "/report/2562.json?place=nowhere",
        "/nowhere/",
    ],
)
def test_what_makes_no_sense_gets_a_page_that_says_so(address: str) -> None:
    answer = get(address)
    assert answer.status_code in REFUSED
    assert len(words(answer.content.decode())) > 20


@given(
    path=st.sampled_from(["/", "/trail/2.3/", "/trail/2.5/", "/place/40/", "/report/2562.json"]),
    asked=st.dictionaries(
        st.sampled_from(["fy", "as_of", "known_at", "place", "stage", "page", "lang", "digits"]),
        st.one_of(st.text(max_size=12), st.integers().map(str), st.sampled_from(["TH", "10", "th", "2562"])),
        max_size=3,
    ),
)
@property_settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_no_parameters_are_a_fault(path: str, asked: dict[str, str]) -> None:
    assert get(path, **asked).status_code in {200, 301, 302, *REFUSED}


def test_nothing_below_a_province_is_shown() -> None:
    kinds = ("district", "tambon", "community")
    for code in (Place.objects.filter(kind=kind).order_by("code")[0].code for kind in kinds):
        for address in (f"/place/{code}/", f"/?place={code}", f"/report/2562.json?place={code}"):
            assert get(address).status_code == 403, address
    trails = [f"/trail/{line}/?{DAY}" for line in ("2.2", "2.3", "2.5")]
    for address in (f"/place/10/?{DAY}", f"/place/canal:lat-phrao/?{DAY}", *trails):
        assert BELOW_PROVINCE.findall(get(address).content.decode()) == [], address
