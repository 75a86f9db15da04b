"""Whether a proposed sum is within the rules of its day: pure, in satang, and every broken rule is told."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tidtam.problems import Both, Kind, Problem, Where
from tidtam.programmes import problems
from tidtam.programmes.money import Ceiling, Rule
from tidtam.thai.dates import english_date, long_date

GRANT = Both("เงินอุดหนุนต่อครัวเรือน", "the grant of a household")
LOAN = Both("สินเชื่อต่อครัวเรือน", "the loan of a household")
RENT = Both("ค่าเช่ารวม", "the rent in all")
TERM = Both("ระยะเวลาชำระคืน", "the term of the loan")
RENT_A_MONTH = Both("ค่าเช่าต่อเดือน", "the rent of a month")
AVERAGES = {
    "grant": Both("เงินอุดหนุนเฉลี่ยต่อครัวเรือน", "the average grant of a household"),
    "loan": Both("สินเชื่อเฉลี่ยต่อครัวเรือน", "the average loan of a household"),
}
SUMS = {
    "management": Both("งบบริหารจัดการ", "management"),
    "savings": Both("เงินออม", "savings"),
    "infrastructure": Both("งบสาธารณูปโภค", "infrastructure"),
    "loan": Both("สินเชื่อ", "the loan"),
    "grant": Both("เงินอุดหนุน", "the grant"),
    "rent": Both("ค่าเช่า", "rent"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdProposal:
    """What one household would get, in satang: its grant by the codes of its parts, its loan, its rent.

    `solution` is a code of the list of solution types, None when it is not known yet. TypeError for a sum
    that is no whole number of satang, ValueError for one below nought.
    """

    parts: Mapping[str, int] = field(default_factory=dict)
    solution: str | None = None
    loan: int = 0
    loan_years: int = 0
    rent_a_month: int = 0
    rent_months: int = 0

    def __post_init__(self) -> None:
        sums = (self.loan, self.loan_years, self.rent_a_month, self.rent_months)
        _whole((*self.parts.values(), *sums))

    @property
    def grant(self) -> int:
        """All parts together."""
        return sum(self.parts.values())

    @property
    def rent(self) -> int:
        """All months together."""
        return self.rent_a_month * self.rent_months


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectProposal:
    """What one project would get, in satang, and the number of its households.

    `grant` and `loan` are those of all its households together, without management. `solution` is a code of
    the list of solution types when all are of one type. TypeError for a sum that is no whole number of
    satang, ValueError for one below nought.
    """

    households: int = 0
    solution: str | None = None
    grant: int = 0
    infrastructure: int = 0
    management: int = 0
    loan: int = 0
    savings: int = 0

    def __post_init__(self) -> None:
        _whole(getattr(self, one.name) for one in fields(self) if one.name != "solution")


def household_problems(rules: Iterable[Rule], proposal: HouseholdProposal, *, on: date) -> list[Problem]:
    """Every rule of that day which the sums of a household break; none is well.

    A grant, loan, rent or term that no rule of the day speaks of is a question, not a refusal. Where only an
    average is set, one household may be above it: `project_problems` looks at all of them together.
    """
    holding = [rule for rule in rules if rule.holds_on(on)]
    speaking = [rule for rule in holding if rule.of == "household" or rule.average is not None]
    asked = {"grant": proposal.grant, "loan": proposal.loan, "rent": proposal.rent}
    found = [*_unspoken(asked, speaking, on), *_term_unspoken(speaking, proposal, on)]
    for rule in holding:
        if rule.of == "household":
            found += _HOUSEHOLD[rule.about](rule, proposal, on)
    return found


def project_problems(rules: Iterable[Rule], proposal: ProjectProposal, *, on: date) -> list[Problem]:
    """Every rule of that day which the sums of a project break: shares of another sum, averages.

    What its households get is held against their own rules by `household_problems`, one by one.
    """
    holding = [rule for rule in rules if rule.holds_on(on)]
    found = list(_unspoken({"management": proposal.management}, holding, on))
    for rule in holding:
        if rule.of == "project":
            found += [*_share(rule, proposal, on), *_average(rule, proposal, on)]
    return found


def sheet_problems(rules: Iterable[Rule], proposal: ProjectProposal, *, on: date) -> list[Problem]:
    """Every rule of that day which a sheet breaks: sums for so many households, without their names.

    Beside what holds for a project: the sum of all against the ceiling of one, times their number. A grant or
    loan that no rule of the day speaks of is a question.
    """
    holding = [rule for rule in rules if rule.holds_on(on)]
    found = list(_unspoken({"grant": proposal.grant, "loan": proposal.loan}, holding, on))
    for rule in holding:
        if rule.of == "household":
            found += _unit_prices(rule, proposal, on)
    return found + project_problems(holding, proposal, on=on)


def money_text(satang: int) -> Both:
    """A sum as it stands in a message, always with its satang.

    >>> money_text(14_700_000).th, money_text(14_700_050).en
    ('147,000.00 บาท', '147,000.50 baht')
    """
    whole, part = divmod(abs(satang), 100)
    said = f"{'-' if satang < 0 else ''}{whole:,}.{part:02d}"
    return Both(f"{said} บาท", f"{said} baht")


def _grant(rule: Rule, proposal: HouseholdProposal, on: date) -> Iterator[Problem]:
    known = {part.code: part for part in rule.parts}
    for code, asked in proposal.parts.items():
        if code in known:
            part = known[code]
            yield from _within(rule, part.ceiling, asked, proposal, on, code, part.name)
        elif known and asked:
            said = {"asked": money_text(asked), "parts": ", ".join(known)}
            yield _told(problems.PART_UNKNOWN, rule, on, code, part=code, **said)
    yield from _within(rule, rule.ceiling, proposal.grant, proposal, on, "grant", GRANT)


def _loan(rule: Rule, proposal: HouseholdProposal, on: date) -> Iterator[Problem]:
    yield from _within(rule, rule.ceiling, proposal.loan, proposal, on, "loan", LOAN)
    if rule.term_years and proposal.loan_years > rule.term_years:
        yield _told(
            problems.TERM_TOO_LONG, rule, on, "loan_years", asked=proposal.loan_years, limit=rule.term_years
        )


def _rent(rule: Rule, proposal: HouseholdProposal, on: date) -> Iterator[Problem]:
    if rule.rent and proposal.rent_a_month > rule.rent.month:
        yield _over(rule, on, "rent_a_month", RENT_A_MONTH, proposal.rent_a_month, rule.rent.month)
    if rule.rent and proposal.rent_months > rule.rent.months:
        asked, limit = proposal.rent_months, rule.rent.months
        yield _told(problems.MONTHS_TOO_MANY, rule, on, "rent_months", asked=asked, limit=limit)
    yield from _within(rule, rule.ceiling, proposal.rent, proposal, on, "rent", RENT)
    if rule.instead_of and proposal.rent and proposal.grant:
        rent, grant = money_text(proposal.rent), money_text(proposal.grant)
        yield _told(problems.ONE_OR_THE_OTHER, rule, on, "rent", rent=rent, grant=grant)


def _share(rule: Rule, proposal: ProjectProposal, on: date) -> Iterator[Problem]:
    share = rule.share
    if share is None:
        return
    base, asked = getattr(proposal, share.of), getattr(proposal, rule.about)
    limit = share.of_sum(base) if base else 0
    values = {
        "what": SUMS[rule.about],
        "of": SUMS[share.of],
        "base": money_text(base),
        "percent": share.percent,
        "asked": money_text(asked),
        "limit": money_text(limit),
        "gap": money_text(abs(asked - limit)),
    }
    if share.limit == "most" and asked > limit:
        yield _told(problems.SHARE_TOO_LARGE, rule, on, rule.about, **values)
    elif share.limit == "least" and asked < limit:
        yield _told(problems.SHARE_TOO_SMALL, rule, on, rule.about, **values)


def _average(rule: Rule, proposal: ProjectProposal, on: date) -> Iterator[Problem]:
    """The sum against the average times the households: exact, the average itself is only shown."""
    total: int = getattr(proposal, rule.about, 0)
    if rule.average is not None:
        what = AVERAGES.get(rule.about, SUMS[rule.about])
        yield from _each(problems.AVERAGE_TOO_HIGH, rule, proposal, on, rule.about, what, total, rule.average)


def _unit_prices(rule: Rule, proposal: ProjectProposal, on: date) -> Iterator[Problem]:
    """The sums of a project against the ceilings of a household: of the whole, and of infrastructure."""
    spots = [(rule.about, SUMS[rule.about], rule.ceiling)]
    spots += [(part.code, part.name, part.ceiling) for part in rule.parts if part.code == "infrastructure"]
    for spot, what, ceiling in spots:
        limit = ceiling.at(proposal.solution) if ceiling else None
        limit = ceiling.highest() if ceiling and limit is None else limit
        if limit is not None:
            total: int = getattr(proposal, spot, 0)
            yield from _each(problems.UNIT_PRICE_TOO_HIGH, rule, proposal, on, spot, what, total, limit)


def _each(
    kind: Kind, rule: Rule, proposal: ProjectProposal, on: date, spot: str, what: Both, total: int, limit: int
) -> Iterator[Problem]:
    """Told when a sum is more than the limit for each household; the mean in the message is rounded."""
    number = proposal.households
    if total > limit * number:
        mean = int((Decimal(total) / number).quantize(Decimal(1), ROUND_HALF_UP)) if number else total
        said = {"total": money_text(total), "mean": money_text(mean), "limit": money_text(limit)}
        gap = money_text(total - limit * number)
        yield _told(kind, rule, on, spot, what=what, households=f"{number:,}", gap=gap, **said)


def _within(
    rule: Rule,
    ceiling: Ceiling | None,
    asked: int,
    proposal: HouseholdProposal,
    on: date,
    spot: str,
    what: Both,
) -> Iterator[Problem]:
    lowest = ceiling.lowest() if ceiling else None
    if ceiling is None or lowest is None or asked <= lowest:
        return
    limit = ceiling.at(proposal.solution)
    if limit is None:
        solutions = ", ".join(code for case in ceiling.cases for code in case.solutions)
        values = {"what": what, "asked": money_text(asked), "solutions": solutions}
        yield _told(problems.SOLUTION_NEEDED, rule, on, spot, lowest=money_text(lowest), **values)
    elif asked > limit:
        yield _over(rule, on, spot, what, asked, limit)


def _over(rule: Rule, on: date, spot: str, what: Both, asked: int, limit: int) -> Problem:
    sums = {"asked": money_text(asked), "limit": money_text(limit), "gap": money_text(asked - limit)}
    return _told(problems.OVER_CEILING, rule, on, spot, what=what, **sums)


def _unspoken(asked: Mapping[str, int], holding: list[Rule], on: date) -> Iterator[Problem]:
    spoken = {rule.about for rule in holding}
    for about, satang in asked.items():
        if satang and about not in spoken:
            sums = {"what": SUMS[about], "asked": money_text(satang), "day": _day(on)}
            yield problems.NO_MONEY_RULE.at(Where(field=about), **sums)


def _term_unspoken(holding: list[Rule], proposal: HouseholdProposal, on: date) -> Iterator[Problem]:
    """A term is asked about where a loan is spoken of and its term is not."""
    loans = [rule for rule in holding if rule.about == "loan"]
    if proposal.loan_years and loans and not any(rule.term_years for rule in loans):
        asked = Both(f"{proposal.loan_years} ปี", f"{proposal.loan_years} years")
        yield problems.NO_MONEY_RULE.at(Where(field="loan_years"), what=TERM, asked=asked, day=_day(on))


def _told(kind: Kind, rule: Rule, on: date, spot: str, **values: object) -> Problem:
    """The problem with the name of the rule, its paper and the day on which it held."""
    paper = rule.paper_title or rule.paper
    return kind.at(Where(field=spot), rule=rule.name, code=rule.code, day=_day(on), paper=paper, **values)


def _day(on: date) -> Both:
    return Both(long_date(on), english_date(on))


def _whole(sums: Iterable[int]) -> None:
    for one in sums:
        if isinstance(one, bool) or not isinstance(one, int):
            raise TypeError(f"a sum is a whole number of satang, not {one!r}")
        if one < 0:
            raise ValueError(f"a sum is not below nought: {one}")


_HOUSEHOLD: dict[str, Callable[[Rule, HouseholdProposal, date], Iterator[Problem]]] = {
    "grant": _grant,
    "loan": _loan,
    "rent": _rent,
}
