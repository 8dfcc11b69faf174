"""The kinds of files a log can be, by the ending of their names."""

from __future__ import annotations

WRITABLE = (".xlsx", ".xlsm")
READ_ONLY = (".ods", ".xls", ".csv")
TEXT = (".csv", ".tsv", ".txt")
"""Tables of plain text. A file of the last two kinds is read when it is named, and never taken for a log unasked."""
