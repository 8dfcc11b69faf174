"""Make the workbook for ``netsheet init``, and the settings sheet for a log that already exists.

Never reads or changes the user's workbook.
"""

from __future__ import annotations

from netsheet.starter.settings_sheet import SETTINGS_MARK, settings_sheet_workbook
from netsheet.starter.workbook import OPTIONAL, USUAL, starter_workbook

__all__ = ["OPTIONAL", "SETTINGS_MARK", "USUAL", "settings_sheet_workbook", "starter_workbook"]
