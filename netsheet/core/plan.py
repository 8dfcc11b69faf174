"""What will be written, as data: the one plan that the preview, the proof and the write all use.

Knows nothing of networking. A plan names cells by sheet row and sheet column and gives each its new value;
it holds no functions, so it can be shown, compared and counted before anything happens.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from netsheet.core.grid import Area, CellValue, Position


class CellEdit(NamedTuple):
    """One cell's change. ``after`` "" empties the cell.

    A named tuple, not a dataclass: a large log needs millions of them.

    Attributes:
        column: sheet column.
        before: the value that was read there.
        after: the value to be written.
        style: a name in ``WorkbookPlan.styles``, or None to keep the cell's style.
    """

    column: int
    before: CellValue
    after: CellValue
    style: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellStyle:
    """How a written cell looks. Colours are RRGGBB, ``align`` is "left" or "right"; None leaves the default."""

    number_format: str | None = None
    bold: bool = False
    font_color: str | None = None
    fill_color: str | None = None
    wrap: bool = False
    align: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellHint:
    """What a column's cells offer when they are selected: a title, a text, and the words of a drop-down."""

    title: str
    text: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewColumn:
    """A column that is added right of the user's: its heading goes into the plan's header row.

    Attributes:
        style: a name in ``WorkbookPlan.styles``, for cells below the heading that are not written; None for none.
        hint: what its cells offer; anything else may be typed, too.
    """

    column: int
    heading: str
    width: float
    style: str | None = None
    hint: CellHint | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAppend:
    """Rows that are added to the user's list, below its last one. What is laid over the whole list grows with it.

    Attributes:
        last_row: the list's last row so far.
        first_column: the list's first sheet column; ``last_column`` its last.
    """

    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPlan:
    """The changes to one sheet of the user's.

    Attributes:
        sheet: the sheet's name.
        header_row: the row for the new columns' headings.
        rows: the edits by sheet row, each row's in ascending column; headings of new columns included.
        new_columns: the columns that are added, ascending.
        table: the name of the Excel table that grows by the new columns or rows, or None.
        table_last_row: the table's new last row, where it takes in rows that were typed below it; None otherwise.
        filter_area: the sheet's filter afterwards, where it takes in the new columns; None where it stays as it is.
        append: set when the edits are new rows of a list; there are no new columns then.
        looks: where a written cell is -> the cell whose format it takes.
        is_users: whether the cells are the user's own: it is proven that each held what its edit says it held.
    """

    sheet: str
    header_row: int
    rows: Mapping[int, Sequence[CellEdit]]
    new_columns: tuple[NewColumn, ...] = ()
    table: str | None = None
    table_last_row: int | None = None
    filter_area: Area | None = None
    append: RowAppend | None = None
    looks: Mapping[Position, Position] = field(default_factory=dict)
    is_users: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the sheet changes."""
        return self.table_last_row is None and not any(self.rows.values())

    @property
    def grows_down_to(self) -> int | None:
        """The last row of the table afterwards, where it gets longer: by new rows, or by rows typed below it."""
        return self.table_last_row if self.append is None else max(self.rows)

    def different_edits(self) -> Collection[Sequence[CellEdit]]:
        """Return the rows' lists of edits, each once: most rows of a large log share theirs with others."""
        return {id(edits): edits for edits in self.rows.values()}.values()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedSheet:
    """A whole sheet of ours, to be added last or to replace its former self in place.

    Attributes:
        name: the sheet's name; also its name in ``content``.
        content: an .xlsx file whose first sheet it is (built with XlsxWriter).
        mark: a text in one of its first cells, by which it is known as ours.
        replace: whether an existing sheet that carries the mark is replaced (else it is left as it is).
        rows: the texts of a plain sheet, row by row, instead of ``content``.
        is_hidden: whether a new sheet is hidden; one that is there stays as it is.
    """

    name: str
    content: bytes = b""
    mark: str
    replace: bool = True
    rows: Sequence[Sequence[str]] = ()
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookPlan:
    """Everything one run will write."""

    sheets: tuple[SheetPlan, ...] = ()
    owned: tuple[OwnedSheet, ...] = ()
    styles: Mapping[str, CellStyle] = field(default_factory=dict)
    allow_protected: bool = False

    @property
    def cell_count(self) -> int:
        """How many of the user's sheets' cells change."""
        return sum(len(edits) for sheet in self.sheets for edits in sheet.rows.values())
