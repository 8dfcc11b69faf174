"""Old workbooks (.xls): only their values are read, no formula, no shape, and nothing is written."""

from __future__ import annotations

import io

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from netsheet.core.grid import Sheet, Snapshot
from netsheet.lossless.reader_limits import survived
from netsheet.lossless.refusals import damaged, password_protected


def read_xls(data: bytes) -> Snapshot:
    """Read the values of an .xls file.

    Raises:
        UnreadableError: when it cannot be read.
    """
    try:
        with survived("its content"), CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = tuple(
                Sheet(
                    name=meta.name,
                    rows=workbook.get_sheet_by_name(meta.name).to_python(skip_empty_area=False),
                    is_hidden=meta.visible != SheetVisibleEnum.Visible,
                )
                for meta in workbook.sheets_metadata
                if meta.typ == SheetTypeEnum.WorkSheet
            )
    except PasswordError as error:
        raise password_protected() from error
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(f"it cannot be read as .xls ({error})") from error
    return Snapshot(kind="xls", sheets=sheets)
