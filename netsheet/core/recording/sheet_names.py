"""The names of the sheets that hold what was done."""

from __future__ import annotations

from typing import Final

HISTORY_SHEET: Final = "Netsheet History"
MEMORY_SHEET: Final = "Netsheet Memory"
