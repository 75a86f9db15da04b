"""What must hold between money rules, rates, loan conventions, moratoria and code lists as written."""

from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import combinations

from tidtam.problems import Both, Problem, Where
from tidtam.programmes import problems
from tidtam.programmes.money import (
    Ceiling,
    CodeEntry,
    Dated,
    LoanConvention,
    Moratorium,
    Rate,
    Rule,
)
from tidtam.programmes.money_rules import money_text
from tidtam.programmes.written import Definitions, WrittenCodeList, WrittenDated
from tidtam.thai.dates import english_date, long_date

SOLUTIONS = "solution"
"""The list of codes that the cases of a rule are chosen from."""

LIMITS_OF = {
    ("household", "grant"): ("ceiling", "parts"),
    ("household", "loan"): ("ceiling", "term_years"),
    ("household", "rent"): ("ceiling", "rent"),
    ("project", "grant"): ("average", "share"),
    ("project", "loan"): ("average", "share"),
    ("project", "management"): ("average", "share"),
    ("project", "savings"): ("average", "share"),
}
"""The limits that the guard looks at, by whom a rule is of and what it is about; any other would be idle."""


def days_hold(definitions: Definitions) -> Iterator[Problem]:
    """A last day does not come before the first, and one thing is said of one subject on one day."""
    for written in definitions.money:
        first, last = written.dated.valid_from, written.dated.valid_to
        if last is not None and last < first:
            yield problems.DAYS_TURNED.at(written.where, first=first.isoformat(), last=last.isoformat())
    for one, other in combinations(definitions.money, 2):
        if _subjects(one.dated) & _subjects(other.dated) and one.dated.overlaps(other.dated):
            yield _overlap(one, other)


def limits_hold(definitions: Definitions) -> Iterator[Problem]:
    """A rule sets a limit, only those that somebody checks, and its sums agree with each other."""
    for where, rule in _rules(definitions):
        fitting = LIMITS_OF.get((rule.of, rule.about))
        if fitting is None:
            known = ", ".join(about for of, about in LIMITS_OF if of == rule.of)
            yield problems.RULE_IDLE.at(where, about=rule.about, of=rule.of, known=known)
            continue
        if not rule.limits:
            yield problems.RULE_SETS_NOTHING.at(where, code=rule.code, limits=", ".join(fitting))
        for limit in sorted(rule.limits.difference(fitting)):
            said = {"limit": limit, "about": rule.about, "of": rule.of, "limits": ", ".join(fitting)}
            yield problems.LIMIT_MISPLACED.at(where, **said)
        yield from _parts_unlike(rule, where)
        yield from _share_turned(rule, where)


def solutions_once(definitions: Definitions) -> Iterator[Problem]:
    """A type of solution has one ceiling in a rule or part."""
    for where, rule in _rules(definitions):
        for ceiling in _ceilings(rule):
            named = Counter(code for case in ceiling.cases for code in case.solutions)
            if twice := [code for code, times in named.items() if times > 1]:
                yield problems.SOLUTION_TWICE.at(where, codes=", ".join(twice), code=rule.code)


def entries_once(definitions: Definitions) -> Iterator[Problem]:
    """A code stands once in its list, and the part of a rule once in its rule."""
    for listed in definitions.code_lists:
        yield from _once([entry.code for entry in listed.entries], listed.where)
    for where, rule in _rules(definitions):
        yield from _once([part.code for part in rule.parts], where)


def names_asked(definitions: Definitions) -> Iterator[tuple[Both, str, set[str], Where]]:
    """Every code that money rules name: what it is, the code, the codes there are, and where it is named."""
    papers = {paper.code for paper in definitions.papers}
    programmes = {programme.code for programme in definitions.programmes}
    rules = {rule.code for _, rule in _rules(definitions)}
    solutions = {
        entry.code for one in definitions.code_lists if one.code == SOLUTIONS for entry in one.entries
    }
    for written in definitions.money:
        yield Both("เอกสาร", "paper"), written.dated.paper, papers, written.where
        for code in _programmes(written.dated):
            yield Both("แผนงาน", "programme"), code, programmes, written.where
    for where, rule in _rules(definitions):
        yield Both("กฎการเงิน", "money rule"), rule.instead_of, rules, where
        for code in {code for one in _ceilings(rule) for case in one.cases for code in case.solutions}:
            yield Both("รูปแบบการแก้ปัญหา", "type of solution"), code, solutions, where


def codes_kept(before: tuple[CodeEntry, ...], after: WrittenCodeList) -> Iterator[Problem]:
    """Codes in use stay in their list: households and projects carry them."""
    gone = [entry.code for entry in before if entry.code not in {one.code for one in after.entries}]
    if gone:
        yield problems.CODES_GONE.at(after.where, codes=", ".join(gone), code=after.code)


def list_kept(code: str) -> Problem:
    """A list of codes in use stays as a whole, too."""
    return problems.LIST_GONE.at(Where(file="codes.toml"), code=code)


def _rules(definitions: Definitions) -> Iterator[tuple[Where, Rule]]:
    for written in definitions.money:
        if isinstance(written.dated, Rule):
            yield written.where, written.dated


def _subjects(dated: Dated) -> set[Hashable]:
    """What it speaks of; two that share one may not hold on one day."""
    match dated:
        case Rule():
            return {(dated.programme, dated.about, dated.of, kind) for kind in dated.limits}
        case Rate():
            return {(dated.lends_to, programme) for programme in dated.programmes}
        case LoanConvention() | Moratorium():
            return {type(dated).__name__}
    return set()


def _programmes(dated: Dated) -> tuple[str, ...]:
    match dated:
        case Rule():
            return (dated.programme,)
        case Rate():
            return dated.programmes
    return ()


def _ceilings(rule: Rule) -> list[Ceiling]:
    own = [rule.ceiling] if rule.ceiling else []
    return own + [part.ceiling for part in rule.parts]


def _parts_unlike(rule: Rule, where: Where) -> Iterator[Problem]:
    whole = rule.ceiling.satang if rule.ceiling else None
    parts = sum(part.ceiling.satang or 0 for part in rule.parts)
    if rule.parts_add_up and parts != whole:
        sums = {"parts": money_text(parts), "whole": money_text(whole or 0)}
        yield problems.RULE_PARTS_UNLIKE.at(where, code=rule.code, **sums)


def _share_turned(rule: Rule, where: Where) -> Iterator[Problem]:
    share = rule.share
    if share and share.floor is not None and share.cap is not None and share.cap < share.floor:
        sums = {"floor": money_text(share.floor), "cap": money_text(share.cap)}
        yield problems.SHARE_TURNED.at(where, code=rule.code, **sums)


def _overlap(one: WrittenDated, other: WrittenDated) -> Problem:
    first, second = sorted((one, other), key=lambda written: written.dated.valid_from)
    day = second.dated.valid_from
    said = Both(long_date(day), english_date(day))
    return problems.DAYS_OVERLAP.at(second.where, code=second.code, other=first.code, day=said)


def _once(codes: list[str], where: Where) -> Iterator[Problem]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield problems.DOUBLED.at(where, key=code, first=Both(where.text("th"), where.text("en")))
