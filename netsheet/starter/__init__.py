"""The workbook that ``netsheet init`` writes, and the settings sheet for a log that exists already.

One responsibility: to make new workbooks. Never reads or changes one of the user's.
"""

from __future__ import annotations

from netsheet.starter.settings_sheet import SETTINGS_MARK, settings_sheet_workbook
from netsheet.starter.workbook import starter_workbook

__all__ = ["SETTINGS_MARK", "settings_sheet_workbook", "starter_workbook"]
