"""The published report lies beside the project, not in it: without it nothing is compared with it."""

from pathlib import Path

REPORT_TEXT = Path(__file__).parents[2] / "shared" / "seed" / "report-2562-04-23.txt"
