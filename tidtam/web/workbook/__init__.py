"""The workbook of a round: downloaded, filled in, uploaded, compared, confirmed."""
