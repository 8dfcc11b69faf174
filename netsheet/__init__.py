"""netsheet: your own networking log, in your own workbook, made to work."""

__version__ = "0.1.0"
