"""Dates of the Buddhist Era, read and written with the precision that they were told with."""

from tidtam.thai.date_reading import parse_iso_be, read_date
from tidtam.thai.date_writing import (
    english_date,
    english_vague,
    fiscal_label,
    iso_be,
    long_date,
    long_vague,
    short_date,
    short_vague,
    typed_date,
)
from tidtam.thai.unreadable import DateUnreadable
from tidtam.thai.vague import BE_OFFSET, VagueDate, fiscal_part, fiscal_year_be, whole_months

__all__ = [
    "BE_OFFSET",
    "DateUnreadable",
    "VagueDate",
    "english_date",
    "english_vague",
    "fiscal_label",
    "fiscal_part",
    "fiscal_year_be",
    "iso_be",
    "long_date",
    "long_vague",
    "parse_iso_be",
    "read_date",
    "short_date",
    "short_vague",
    "typed_date",
    "whole_months",
]
