"""Workbook bytes to a snapshot: the values by calamine, everything around them from the parts themselves."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from netsheet.core.grid import CellValue, Sheet, Snapshot
from netsheet.workbook.book import Book
from netsheet.workbook.calamine_values import read_values
from netsheet.workbook.sheet_facts import check_extent
from netsheet.workbook.structure import SheetEntry


def read_book(book: Book, *, meanwhile: Callable[[], None] | None = None) -> Snapshot:
    """Read an opened .xlsx or .xlsm: every worksheet in tab order.

    Args:
        book: the workbook.
        meanwhile: something to do while calamine parses.

    Raises:
        UnreadableError: when it is damaged, guarded or not a workbook.
    """
    entries = book.worksheets
    for entry in entries:
        check_extent(book.scan(entry))
    names = [entry.name for entry in entries]
    with ThreadPoolExecutor(max_workers=1) as helper:
        tasks: list[Future[object]] = [helper.submit(book.facts, entry) for entry in entries]
        tasks += [helper.submit(meanwhile)] if meanwhile else []
        values = read_values(book, names)  # calamine parses without Python's lock
        for task in tasks:
            task.result()
    tabs = book.structure.sheets
    opened = tabs[book.structure.active].name if book.structure.active < len(tabs) else ""
    return Snapshot(
        kind=book.structure.kind,
        sheets=tuple(_sheet(book, entry, values[entry.name]) for entry in entries),
        active=names.index(opened) if opened in names else 0,
        is_structure_locked=book.structure.locked,
    )


def _sheet(book: Book, entry: SheetEntry, rows: list[list[CellValue]]) -> Sheet:
    facts = book.facts(entry)
    return Sheet(
        name=entry.name,
        rows=rows,
        formulas=facts.formulas,
        errors=facts.errors,
        tables=facts.tables,
        merged=facts.merged,
        blocked=facts.blocked,
        growing=facts.growing,
        covered=facts.covered,
        hidden_from=facts.hidden_from,
        autofilter=facts.autofilter,
        frozen_rows=facts.frozen_rows,
        is_hidden=entry.state != "visible",
        is_protected=facts.is_protected,
        shown=facts.shown,
        links=facts.links,
    )
