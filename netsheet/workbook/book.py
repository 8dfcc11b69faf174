"""An opened workbook: its package, structure and scanned sheets, each read once and shared by every stage."""

from __future__ import annotations

from functools import cached_property

from netsheet.lossless.package import Package
from netsheet.lossless.refusals import protected
from netsheet.workbook.sheet_facts import SheetFacts, read_facts
from netsheet.workbook.sheet_xml import SheetXml
from netsheet.workbook.shown_texts import ShownTexts, read_shown_texts
from netsheet.workbook.structure import SheetEntry, Structure, read_structure


class Book:
    """One .xlsx or .xlsm file in memory. Immutable; everything derived is computed once.

    Raises:
        UnreadableError: when the file is damaged, guarded, or not a workbook.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.package = Package(data)
        self._scans: dict[str, SheetXml] = {}
        self._facts: dict[str, SheetFacts] = {}

    def forget(self) -> None:
        """Free the memory of unpacked parts and scans: they are made again when needed."""
        self.package.forget()
        self._scans.clear()

    @cached_property
    def structure(self) -> Structure:
        """The workbook part, read."""
        return read_structure(self.package)

    @cached_property
    def _texts(self) -> ShownTexts:
        return read_shown_texts(self.package, self.structure)

    @property
    def worksheets(self) -> tuple[SheetEntry, ...]:
        """The tabs that hold cells, in order."""
        return tuple(sheet for sheet in self.structure.sheets if sheet.kind == "worksheet")

    def entry(self, name: str) -> SheetEntry:
        """Return the worksheet of that name.

        Raises:
            RefusedError: when there is none.
        """
        entry = self.structure.sheet(name)
        if entry is None or entry.kind != "worksheet":
            raise protected(f"there is no worksheet named {name}", "Check the sheet's name and try again.")
        return entry

    def scan(self, entry: SheetEntry) -> SheetXml:
        """Return the scanned part of a worksheet."""
        if entry.part not in self._scans:
            self._scans[entry.part] = SheetXml(self.package.read(entry.part))
        return self._scans[entry.part]

    def facts(self, entry: SheetEntry) -> SheetFacts:
        """Return what is around a worksheet's cells: tables, merges, protection, ..."""
        if entry.part not in self._facts:
            self._facts[entry.part] = read_facts(self.package, entry.part, self.scan(entry), self._texts)
        return self._facts[entry.part]
