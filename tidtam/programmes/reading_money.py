"""Reads money rules, rates, loan conventions, moratoria and code lists from their tables."""

from typing import Any

from tidtam.programmes.money import (
    Case,
    Ceiling,
    CodeEntry,
    LoanConvention,
    Moratorium,
    Rate,
    Rent,
    Rule,
    RulePart,
    Share,
)
from tidtam.programmes.tables import Table
from tidtam.programmes.words import (
    ABOUT,
    CONFIDENCES,
    INSTALMENTS,
    INTEREST_BY,
    INTEREST_MEANWHILE,
    LANDS,
    LENDS_TO,
    RESTS,
    ROUNDINGS,
    RULES_OF,
    SHARE_LIMITS,
    SHARES_OF,
    TERM_AFTER,
)
from tidtam.programmes.written import Definitions, WrittenCodeList, WrittenDated


def money_rule(table: Table, definitions: Definitions) -> None:
    """A `[[money_rule]]`: sums are written in baht and kept in satang."""
    rule = Rule(
        **_dated(table),
        programme=table.code("programme"),
        about=table.choice("about", ABOUT),
        of=table.choice("of", RULES_OF),
        ceiling=_ceiling(table),
        parts=tuple(_part(part) for part in table.tables("part")),
        parts_add_up=table.flag("parts_add_up", False),
        average=table.baht("average"),
        share=_share(table.table("share")),
        rent=_rent(table.table("rent")),
        term_years=table.whole("term_years", low=1, high=99, needed=False),
        instead_of=table.code("instead_of", ""),
    )
    definitions.money.append(WrittenDated(table.where, rule))


def rate(table: Table, definitions: Definitions) -> None:
    """A `[[rate]]`: per cent a year."""
    read = Rate(
        **_dated(table),
        lends_to=table.choice("lends_to", LENDS_TO),
        percent=table.percent("percent"),
        programmes=table.codes("programmes"),
    )
    definitions.money.append(WrittenDated(table.where, read))


def loan_convention(table: Table, definitions: Definitions) -> None:
    """A `[[loan_convention]]`: how instalments are made."""
    read = LoanConvention(
        **_dated(table),
        payments_a_year=table.whole("payments_a_year", low=1, high=12) or 12,
        instalments=table.choice("instalments", INSTALMENTS),
        interest_by=table.choice("interest_by", INTEREST_BY),
        rounding=table.choice("rounding", ROUNDINGS),
        rest=table.choice("rest", RESTS),
    )
    definitions.money.append(WrittenDated(table.where, read))


def moratorium(table: Table, definitions: Definitions) -> None:
    """A `[[moratorium]]`: months in which nothing is paid."""
    read = Moratorium(
        **_dated(table),
        months=table.whole("months", low=1, high=99) or 1,
        interest=table.choice("interest", INTEREST_MEANWHILE),
        term=table.choice("term", TERM_AFTER),
    )
    definitions.money.append(WrittenDated(table.where, read))


def code_list(table: Table, definitions: Definitions) -> None:
    """A `[[code_list]]` with its entries in the order in which a page offers them."""
    definitions.code_lists.append(
        WrittenCodeList(
            where=table.where,
            code=table.code("code"),
            name_th=table.text("th"),
            name_en=table.text("en"),
            entries=tuple(_entry(entry) for entry in table.tables("entry", needed=True)),
        )
    )


def _dated(table: Table) -> dict[str, Any]:
    return {
        "code": table.code("code"),
        "th": table.text("th"),
        "en": table.text("en"),
        "valid_from": table.day("valid_from"),
        "valid_to": table.day_or_none("valid_to"),
        "paper": table.code("paper"),
        "confidence": table.choice("confidence", CONFIDENCES),
        "note_th": table.text("note_th", ""),
        "note_en": table.text("note_en", ""),
    }


def _ceiling(table: Table) -> Ceiling | None:
    satang, cases = table.baht("ceiling"), tuple(_case(case) for case in table.tables("case"))
    return Ceiling(satang, cases) if satang is not None or cases else None


def _case(table: Table) -> Case:
    case = Case(table.codes("solutions"), table.baht("ceiling", needed=True) or 0)
    table.done()
    return case


def _part(table: Table) -> RulePart:
    code, th, en = table.code("code"), table.text("th"), table.text("en")
    part = RulePart(code, th, en, _ceiling(table) or Ceiling())
    table.done()
    return part


def _share(table: Table | None) -> Share | None:
    if table is None:
        return None
    share = Share(
        of=table.choice("of", SHARES_OF),
        percent=table.percent("percent"),
        limit=table.choice("limit", SHARE_LIMITS),
        floor=table.baht("floor"),
        cap=table.baht("cap"),
    )
    table.done()
    return share


def _rent(table: Table | None) -> Rent | None:
    if table is None:
        return None
    rent = Rent(table.baht("month", needed=True) or 0, table.whole("months", low=1, high=99) or 1)
    table.done()
    return rent


def _entry(table: Table) -> CodeEntry:
    entry = CodeEntry(
        code=table.code("code"),
        th=table.text("th"),
        en=table.text("en"),
        land=table.choice("land", LANDS, ""),
        who_th=table.text("who_th", ""),
        who_en=table.text("who_en", ""),
        retired=table.flag("retired", False),
    )
    table.done()
    return entry
