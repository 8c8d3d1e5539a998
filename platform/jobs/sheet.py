"""A day's listings as a spreadsheet: a template to fill in, what was filled in, and a day to take away."""

from jobs.sheet_in import MOST_BYTES, MOST_ROWS, Bad, Sheet, read
from jobs.sheet_out import template, write_csv, write_xlsx

__all__ = ["MOST_BYTES", "MOST_ROWS", "Bad", "Sheet", "read", "template", "write_csv", "write_xlsx"]
