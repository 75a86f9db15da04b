"""Slips in money.toml and codes.toml: each is told by its own message, and nothing of them is half loaded."""

from pathlib import Path

import pytest

from tests.programmes.conftest import Write
from tests.programmes.test_problems import told
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.programmes import queries
from tidtam.programmes.actions import check_folder, load_definitions
from tidtam.programmes.editions import DATED
from tidtam.programmes.models import CodeList, IndicatorVersion

MONEY, CODES = "money.toml", "codes.toml"

WHOLE = "ceiling = 147000\nparts_add_up = true"
CANAL_MANAGEMENT = (
    'share = { of = "infrastructure", percent = 5, limit = "most", floor = 50000, cap = 500000 }'
)
RENT = "rent = { month = 3000, months = 6 }"

SLIPS = [
    # what slipped, file, as it stands, as it is written by mistake, the message, some words of it
    ("a sum with a point", MONEY, "ceiling = 147000", "ceiling = 147000.00", "wrong-value", "212.50"),
    ("a comma in a sum", MONEY, "ceiling = 147000", 'ceiling = "147,000"', "wrong-value", "147000"),
    ("a third of a satang", MONEY, "ceiling = 147000", 'ceiling = "147000.333"', "wrong-value", "baht"),
    ("a sum below nought", MONEY, "ceiling = 147000", "ceiling = -147000", "wrong-value", "baht"),
    ("a sum that is none", MONEY, "ceiling = 147000", "ceiling = true", "wrong-value", "baht"),
    ("a per cent with a point", MONEY, 'percent = "3.5"', "percent = 3.5", "wrong-value", "per cent"),
    ("more than the whole", MONEY, "percent = 10", "percent = 101", "wrong-value", "up to 100"),
    ("a paper that is none", MONEY, 'paper = "codi-7977"', 'paper = "codi-7979"', "not-found", "codi-7977"),
    ("no paper", MONEY, 'paper = "codi-7977"\n', "", "key-missing", "paper"),
    ("no first day", MONEY, 'valid_from = "2559-03-08"\n', "", "key-missing", "valid_from"),
    ("no name", MONEY, 'th = "อุดหนุนการสร้างบ้าน"\n', "", "key-missing", "th"),
    ("a programme that is none", MONEY, 'programme = "canals"', 'programme = "canal"', "not-found", "canals"),
    ("a programme of a rate", MONEY, '"canals"]', '"canels"]', "not-found", "canals"),
    ("a solution that is none", MONEY, '"relocation"', '"relocaton"', "not-found", "relocation"),
    ("a key misspelt", MONEY, "average = 22500", "avarage = 22500", "key-unknown", "average"),
    ("a key of a part misspelt", MONEY, "ceiling = 50000\n", "celing = 50000\n", "key-unknown", "ceiling"),
    ("a strange subject", MONEY, 'about = "savings"', 'about = "saving"', "wrong-value", "savings"),
    ("sure in other words", MONEY, 'confidence = "open"', 'confidence = "unsure"', "wrong-value", "inferred"),
    ("a day that is none", MONEY, '"2560-06-21"', '"2560-06-31"', "wrong-value", "year-month-day"),
    ("days turned round", MONEY, 'valid_to = "2560-06-21"', 'valid_to = "2558-06-21"', "days-turned", "2015"),
    ("two rules on a day", MONEY, '"2560-06-21"', '"2560-06-22"', "days-overlap", "22 June 2017"),
    ("an end left out", MONEY, 'valid_to = "2561-09-30"\n', "", "days-overlap", "1 October 2018"),
    ("two rates on a day", MONEY, '"2567-05-31"', '"2567-06-01"', "days-overlap", "housing-rate-2559"),
    ("a pause on a pause", MONEY, '"2563-06-30"', '"2563-07-01"', "days-overlap", "covid-2563-1"),
    ("parts a baht too much", MONEY, "ceiling = 72000", "ceiling = 72001", "rule-parts-unlike", "147,001.00"),
    ("parts without their whole", MONEY, WHOLE, "parts_add_up = true", "rule-parts-unlike", "0.00 baht"),
    ("a rule that sets nothing", MONEY, "average = 22500\n", "", "rule-sets-nothing", "average, share"),
    ("an average of one", MONEY, "ceiling = 89800", "average = 89800", "limit-misplaced", "ceiling, parts"),
    (
        "a term of a grant",
        MONEY,
        "ceiling = 89800",
        "ceiling = 89800\nterm_years = 20",
        "limit-misplaced",
        "term",
    ),
    (
        "of whom, mistaken",
        MONEY,
        'about = "rent"\nof = "household"',
        'about = "rent"\nof = "project"',
        "rule-idle",
        "grant, loan, management, savings",
    ),
    (
        "savings of one",
        MONEY,
        'about = "savings"\nof = "project"',
        'about = "savings"\nof = "household"',
        "rule-idle",
        "grant, loan, rent",
    ),
    (
        "floor above cap",
        MONEY,
        "floor = 50000, cap = 500000",
        "floor = 500000, cap = 50000",
        "share-turned",
        "500,000.00",
    ),
    (
        "a share of something else",
        MONEY,
        'of = "infrastructure"',
        'of = "houses"',
        "wrong-value",
        "infrastructure",
    ),
    ("half a rent", MONEY, RENT, "rent = { month = 3000 }", "key-missing", "months"),
    ("a share in words", MONEY, CANAL_MANAGEMENT, 'share = "5 %"', "wrong-value", "a table"),
    (
        "instead of nothing known",
        MONEY,
        'instead_of = "temporary-grant"',
        'instead_of = "temporary"',
        "not-found",
        "temporary-grant",
    ),
    (
        "a solution in two cases",
        MONEY,
        'solutions = ["relocation"]',
        'solutions = ["relocation", "on_site"]',
        "solution-twice",
        "on_site",
    ),
    (
        "a rule twice",
        MONEY,
        'code = "canals-savings"',
        'code = "canals-management"',
        "doubled",
        "canals-management",
    ),
    ("a part twice", MONEY, 'code = "impact_relief"', 'code = "house"', "doubled", "house"),
    ("no payments in a year", MONEY, "payments_a_year = 12", "payments_a_year = 0", "wrong-value", "1 to 12"),
    ("a table of another file", MONEY, "[[moratorium]]", "[[moratoria]]", "table-unknown", "[[moratorium]]"),
    ("a code of a list twice", CODES, 'code = "reblocking"', 'code = "on_site"', "doubled", "on_site"),
    ("a list twice", CODES, 'code = "vulnerability"', 'code = "solution"', "doubled", "solution"),
    ("land of a third kind", CODES, 'land = "new"', 'land = "other"', "wrong-value", "same, new"),
    ("a code without English", CODES, 'en = "re-blocking"\n', "", "key-missing", "en"),
    (
        "a code with a space",
        CODES,
        'code = "no_land_title"',
        'code = "no land title"',
        "wrong-value",
        "spaces",
    ),
    ("a key nobody reads", CODES, 'who_en = "the court"', 'whom_en = "the court"', "key-unknown", "who_en"),
]


@pytest.mark.parametrize(
    ("slip", "file", "before", "after", "code", "says"), SLIPS, ids=[slip[0] for slip in SLIPS]
)
def test_a_slip_is_told(
    change: Write, slip: str, file: str, before: str, after: str, code: str, says: str
) -> None:
    found = told(change(file, before, after), code)
    assert found, [problem.text("en") for problem in check_folder(change(file, after, after))[1]]
    assert any(says in problem.text("en") for problem in found), [problem.text("en") for problem in found]
    for problem in found:
        assert problem.where.file == file
        assert problem.what("th") != problem.what("en")
        assert problem.do("th") != problem.do("en")


LONGER = """
[[money_rule]]
code = "canals-term"
programme = "canals"
about = "loan"
of = "household"
th = "สินเชื่อชุมชนริมคลอง 30 ปี"
en = "Loan of canal communities, 30 years"
valid_from = "{first}"
paper = "codi-loans"
confidence = "open"
{limit}
"""


@pytest.mark.parametrize(
    ("first", "limit", "found"),
    [
        ("2563-01-06", "term_years = 30", ["days-overlap"]),
        ("2563-01-06", "ceiling = 500000", ["days-overlap"]),
        # from the next day on a paper may say something else of the same loan, once the old rule has ended
        ("2559-03-08", 'term_years = 30\nvalid_to = "2559-03-07"', ["days-turned"]),
        ("2559-01-01", 'term_years = 30\nvalid_to = "2559-03-07"', []),
    ],
)
def test_one_thing_is_said_once_of_a_day(
    folder: Path, change: Write, first: str, limit: str, found: list[str]
) -> None:
    change(MONEY, "# ---- บ้านมั่นคง", LONGER.format(first=first, limit=limit) + "# ---- บ้านมั่นคง")
    told_of = [problem.code.removeprefix("definitions.") for problem in check_folder(folder)[1]]
    assert told_of == found


def test_slips_of_both_files_are_told_at_once_with_their_lines(change: Write) -> None:
    change(MONEY, "ceiling = 147000\n", "ceiling = 147000.0\n")
    change(MONEY, "percent = 10", 'percent = "ten"')
    folder = change(CODES, 'land = "new"', 'land = "far"')
    found = {(one.where.file, one.where.field, one.where.row) for one in check_folder(folder)[1]}
    rows = {
        (file, field): (folder / file).read_text(encoding="utf-8").split("\n")[(row or 0) - 1].strip()
        for file, field, row in found
    }
    assert rows == {
        (MONEY, "[[money_rule]] canals-grant ceiling"): "[[money_rule]]",
        (MONEY, "[[money_rule canals-savings.share]] percent"): "[[money_rule]]",
        (CODES, "[[code_list solution.entry 5]] relocation land"): "[[code_list]]",
    }


TABLES = (*DATED.values(), CodeList, IndicatorVersion)


def counted() -> list[int]:
    return [model._default_manager.count() for model in TABLES]


def refused(actor: User, folder: Path) -> list[str]:
    before = counted()
    with pytest.raises(Refused) as error:
        load_definitions(actor=actor, folder=folder, position=20)
    assert counted() == before
    return [problem.code.removeprefix("definitions.") for problem in error.value.problems]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "before", "after", "code"),
    [
        (MONEY, "ceiling = 147000", "ceiling = 147000.00", "wrong-value"),
        (MONEY, "ceiling = 72000", "ceiling = 72001", "rule-parts-unlike"),
        (MONEY, '"2560-06-21"', '"2560-06-22"', "days-overlap"),
        (CODES, 'code = "reblocking"', 'code = "on_site"', "doubled"),
    ],
)
def test_one_slip_and_nothing_is_loaded(
    places: dict[str, Place], actor: User, change: Write, file: str, before: str, after: str, code: str
) -> None:
    assert code in refused(actor, change(file, before, after))
    assert counted() == [0] * len(TABLES)


@pytest.mark.django_db
def test_a_code_that_was_once_there_is_not_taken_away(
    places: dict[str, Place], actor: User, folder: Path, change: Write
) -> None:
    load_definitions(actor=actor, folder=folder, position=10)
    entry = '  [[code_list.entry]]\n  code = "elderly"\n  th = "ผู้สูงอายุ"\n  en = "elderly"\n'
    as_it_was = (folder / CODES).read_text(encoding="utf-8")
    assert refused(actor, change(CODES, entry, "")) == ["codes-gone"]
    # what may be done instead: nobody chooses it any more, and what carries it can still be read
    (folder / CODES).write_text(as_it_was, encoding="utf-8")
    change(CODES, entry, f"{entry}  retired = true\n")
    assert load_definitions(actor=actor, folder=folder, position=21).changed == 1
    assert [(one.code, one.retired) for one in queries.codes_of("vulnerability")] == [
        ("elderly", True),
        ("disabled", False),
        ("bedridden", False),
        ("no_land_title", False),
    ]
    assert not any(one.retired for one in queries.codes_of("vulnerability", position=20))


@pytest.mark.django_db
def test_a_whole_list_is_not_taken_away(places: dict[str, Place], actor: User, folder: Path) -> None:
    load_definitions(actor=actor, folder=folder, position=10)
    lists = (folder / CODES).read_text(encoding="utf-8").split("[[code_list]]")
    kept = [one for one in lists if 'code = "event"' not in one]
    (folder / CODES).write_text("[[code_list]]".join(kept), encoding="utf-8")
    with pytest.raises(Refused) as error:
        load_definitions(actor=actor, folder=folder, position=20)
    [problem] = error.value.problems
    assert problem.text("en").startswith("file codes.toml: the list event, which is in use, was taken out")
    assert problem.text("th").startswith("ไฟล์ codes.toml: รายการรหัส event ที่ใช้อยู่แล้วถูกลบออกทั้งรายการ")
    assert "fire" in {one.code for one in queries.codes_of("event")}
