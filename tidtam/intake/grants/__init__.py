"""The grants of a project as a workbook: written with its households, filled in, held against the rules."""
