"""The lists of households of projects: downloaded, filled in, uploaded, shown, confirmed."""
