"""Whole countries of squares: 77 provinces, through LibreOffice, and fifty thousand rows."""

import shutil
import subprocess
from pathlib import Path
from time import perf_counter

import pytest

from tests.intake.many_places import LINES_OF_A_TAMBON, add_places, recorder_of_all
from tests.intake.sheet_books import COLUMNS, Book, opened, second_quarter
from tidtam.intake.sheets.actions import confirmed, look, take
from tidtam.intake.sheets.content import content_for
from tidtam.intake.sheets.difference import Change
from tidtam.intake.sheets.writing import write_sheet
from tidtam.people.models import User
from tidtam.places.models import Kind, Place
from tidtam.review import grid
from tidtam.review.models import Claim, ClaimCount, Round

pytestmark = pytest.mark.django_db
NUMBER, BEFORE = COLUMNS["number"], COLUMNS["before"]


@pytest.fixture
def everywhere(country: None, db: None) -> User:
    return recorder_of_all()


@pytest.fixture
def q2(everywhere: User) -> Round:
    return second_quarter()


def book_of(person: User, of_round: Round) -> Book:
    return opened(write_sheet(content_for(person=person, of_round=of_round)))


def fill(book: Book) -> list[int]:
    """A number of its own for each row: 0, 1, 2, ...; what was filled in."""
    for number, row in enumerate(book.numbers[1:]):
        row[NUMBER] = number
    return list(range(len(book.numbers) - 1))


def take_all(person: User, content: bytes, name: str = "q2.xlsx") -> int:
    found = look(actor=person, content=content, name=name)
    assert [problem.text("en") for problem in found.problems] == []
    outcome = take(actor=person, of_round=found.of_round.code, file=name, squares=confirmed(found))
    assert outcome.problems == []
    return outcome.kept


def kept() -> dict[str, int]:
    return dict(ClaimCount.objects.values_list("claim__cell", "number"))


def said_in(book: Book) -> dict[str, int]:
    """The numbers of a filled book by the square that they belong in."""
    return {
        f"2562-Q2|{row[COLUMNS['line']]}|{row[COLUMNS['place']]}": row[NUMBER] for row in book.numbers[1:]
    }


def test_77_provinces_and_15_lines_out_and_back(everywhere: User, q2: Round) -> None:
    provinces = {place.code for place in add_places(Kind.PROVINCE, 73)}  # the small country has four
    provinces |= set(Place.objects.filter(kind=Kind.PROVINCE).values_list("code", flat=True))
    add_lines(q2, 15)
    book = book_of(everywhere, q2)
    at = COLUMNS["place"], COLUMNS["line"]
    squares = {(row[at[0]], row[at[1]]) for row in book.numbers[1:] if row[at[0]] in provinces}
    assert (len(provinces), len({line for _, line in squares})) == (77, 15)
    assert len(squares) == 77 * 15
    filled = fill(book)
    assert take_all(everywhere, book.saved()) == len(filled)
    assert kept() == said_in(book)
    again = book_of(everywhere, q2)
    assert [row[NUMBER] for row in again.numbers[1:]] == filled
    assert take_all(everywhere, book.saved()) == 0
    for row in again.numbers[1::2]:
        row[NUMBER] += 1
    assert take_all(everywhere, again.saved()) == len(again.numbers[1::2])
    assert kept() == said_in(again)
    assert set(Claim.objects.values_list("revision", flat=True)) == {1, 2}


def add_lines(of_round: Round, number: int) -> None:
    """So many lines that count in a province: those of the year, and more that are counted like the last."""
    here = [line for line in grid.lines_of(of_round) if line.code not in ("1.3", "2.3")]
    last = here[-1]
    for more in range(number - len(here)):
        last.pk, last.code, last.order = None, f"{7 + more}", last.order + 1
        last.save(force_insert=True)


@pytest.mark.slow
def test_through_libreoffice_and_back(everywhere: User, q2: Round, tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) is not installed here: nothing was saved by it")
    add_places(Kind.PROVINCE, 73)
    add_lines(q2, 15)
    written = write_sheet(content_for(person=everywhere, of_round=q2))
    untouched = _through_libreoffice(written, tmp_path / "untouched")
    found = look(actor=everywhere, content=untouched, name="q2.xlsx")
    assert (found.problems, list(found.counts)) == ([], [Change.SAME])
    book = opened(untouched)
    fill(book)
    filled = _through_libreoffice(book.saved(), tmp_path / "filled")
    assert take_all(everywhere, filled) == len(book.numbers) - 1
    assert kept() == said_in(book)


def _through_libreoffice(content: bytes, folder: Path) -> bytes:
    (folder / "in").mkdir(parents=True)
    (folder / "in" / "q2.xlsx").write_bytes(content)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "in" / "q2.xlsx")], check=True, capture_output=True, timeout=180)
    return (folder / "q2.xlsx").read_bytes()


@pytest.mark.slow
def test_fifty_thousand_rows_are_all_kept(everywhere: User, q2: Round) -> None:
    add_places(Kind.TAMBON, 50_000 // LINES_OF_A_TAMBON + 1)
    book = book_of(everywhere, q2)
    assert len(book.numbers) > 50_000
    filled = fill(book)
    content = book.saved()
    begun = perf_counter()
    assert take_all(everywhere, content) == len(filled)
    assert perf_counter() - begun < 60  # its memory is measured by `python -m tests.bench --only sheets`
    assert kept() == said_in(book)
    assert take_all(everywhere, content) == 0
