"""The seam to the engines, which read and write workbooks without loss: which one is chosen by the file's content.

An engine is imported only when a file needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from netsheet.lossless.file_kind import file_kind
from netsheet.lossless.refusals import not_writable

if TYPE_CHECKING:
    from netsheet.core.grid import Snapshot
    from netsheet.core.plan import WorkbookPlan
    from netsheet.lossless.applied import Applied
    from netsheet.lossless.value_proof import Rows


class WorkbookFile(Protocol):
    """One opened workbook. It is never changed: what is written is a new file, which is opened anew.

    Attributes:
        data: its bytes.
    """

    data: bytes

    def sheet_names(self) -> tuple[str, ...]:
        """Return the names of all sheets in tab order. No cell is read."""

    def read(self, *, meanwhile: Callable[[], None] | None = None) -> Snapshot:
        """Return every worksheet in tab order, with what is around its cells.

        Args:
            meanwhile: something to do while the cells are parsed.

        Raises:
            UnreadableError: when the file is damaged, guarded or not a workbook.
        """

    def apply(self, plan: WorkbookPlan) -> Applied:
        """Return the new file with the plan carried out; all other bytes of the parts stay as they are.

        Raises:
            RefusedError: when a target is protected, merged, or holds a formula.
        """

    def verify(self, applied: Applied, plan: WorkbookPlan, rows: Mapping[str, Rows]) -> None:
        """Prove that a new file differs from this one in nothing but what was planned, and reads back.

        Args:
            applied: the new file; its lists of splices are emptied, to save memory.
            plan: what was meant to change.
            rows: this file's values by sheet name, as they were read at first.

        Raises:
            RefusedError: at the first difference that was not planned, or planned cell that does not read back.
        """


def open_workbook(data: bytes) -> WorkbookFile:
    """Open a workbook that netsheet can write: .xlsx, .xlsm or .ods.

    Raises:
        UnreadableError: saying what the file is instead, or what is wrong with it.
    """
    kind = file_kind(data)
    if kind == "xlsx":
        from netsheet.workbook.xlsx_file import XlsxFile  # noqa: PLC0415 - only the engine that the file needs

        return XlsxFile(data)
    if kind == "ods":
        from netsheet.opendocument.ods_file import OdsFile  # noqa: PLC0415

        return OdsFile(data)
    raise not_writable(kind)


def read_workbook(data: bytes, *, meanwhile: Callable[[], None] | None = None) -> Snapshot:
    """Read a workbook of any kind that netsheet reads: .xlsx, .xlsm, .ods, .xls.

    Args:
        data: its bytes.
        meanwhile: something to do while the cells are parsed.

    Raises:
        UnreadableError: saying what the file is instead, or what is wrong with it.
    """
    kind = file_kind(data)
    if kind != "xls":
        return open_workbook(data).read(meanwhile=meanwhile)
    from netsheet.workbook.xls_values import read_xls  # noqa: PLC0415

    return read_xls(data)
