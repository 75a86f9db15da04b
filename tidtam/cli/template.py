"""`tidtam template`: an empty workbook of results."""

from pathlib import Path

import click
from django.utils import timezone

from tidtam.cli.problems import FILE_EXISTS, NOT_SET_UP, NOT_WRITABLE
from tidtam.intake.template import write_template
from tidtam.ledger.fiscal import fiscal_year_of
from tidtam.problems import Both, Refused
from tidtam.programmes import queries as programmes

WRITTEN = Both("เขียนแล้ว: {path} (ตัวชี้วัดปี {year})", "Written: {path} (indicators of {year})")


def run(*, lang: str, file: Path, fiscal_year: int | None) -> int:
    """Writes the workbook for a year; unless said, for the latest with lines that is not after this one."""
    path = file if file.suffix else file.with_suffix(".xlsx")
    year = fiscal_year or _year()
    content = write_template(year)
    try:
        with path.open("xb") as new:
            new.write(content)
    except FileExistsError as there:
        raise Refused([FILE_EXISTS.at(path=path)]) from there
    except OSError as error:
        raise Refused([NOT_WRITABLE.at(path=path, reason=error.strerror)]) from error
    click.echo(WRITTEN.text(lang).format(path=path, year=year), err=True)
    return 0


def _year() -> int:
    this = fiscal_year_of(timezone.localdate()).number
    years = [year for year in programmes.fiscal_years() if year <= this]
    if not years:
        raise Refused([NOT_SET_UP.at()])
    return max(years)
