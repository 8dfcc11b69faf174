"""The xlsx engine behind the seam: one .xlsx or .xlsm file that is read, changed in memory and proven."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netsheet.lossless.applied import Applied
from netsheet.workbook.book import Book
from netsheet.workbook.load import read_book

if TYPE_CHECKING:
    from netsheet.core.grid import Snapshot
    from netsheet.core.plan import WorkbookPlan
    from netsheet.lossless.value_proof import Rows


class XlsxFile:
    """An opened file (``engines.WorkbookFile``). What writes is imported only when something is written."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._book = Book(data)

    def sheet_names(self) -> tuple[str, ...]:
        """Return the names of all tabs."""
        return tuple(sheet.name for sheet in self._book.structure.sheets)

    def read(self, *, meanwhile: Callable[[], None] | None = None) -> Snapshot:
        """Read every worksheet."""
        return read_book(self._book, meanwhile=meanwhile)

    def apply(self, plan: WorkbookPlan) -> Applied:
        """Carry a plan out."""
        from netsheet.workbook.apply import apply_plan  # noqa: PLC0415 - see the class

        return apply_plan(self._book, plan)

    def verify(self, applied: Applied, plan: WorkbookPlan, rows: Mapping[str, Rows]) -> None:
        """Prove the result."""
        from netsheet.workbook.verify import verify  # noqa: PLC0415 - see the class

        verify(self._book, applied, plan, rows)
