"""The workbook part: a tab appended to its list, and the print names of netsheet's sheets."""

from __future__ import annotations

import re

from netsheet.lossless.refusals import damaged
from netsheet.lossless.xml_text import (
    Splice,
    close_of,
    end_of,
    escaped,
    find_tag,
    find_tags,
    masked,
    root_tag,
    spliced,
    whole_number,
)
from netsheet.workbook.book import Book
from netsheet.workbook.opc import RELATIONSHIPS, STRICT_RELATIONSHIPS

# ECMA-376 part 1, 18.2.27: what may come between sheets and definedNames.
BEFORE_NAMES = (b"sheets", b"functionGroups", b"externalReferences")
# 18.18.75 and what Excel accepts: identifiers of sheets end here.
GREATEST_SHEET_ID = 65_534


class WorkbookPart:
    """The workbook part's bytes, changed by splices only.

    Args:
        book: the workbook.
        data: the part as it is by now; None where nothing has changed it yet.
    """

    def __init__(self, book: Book, data: bytes | None = None) -> None:
        self._name = book.structure.part
        self._data = book.package.read(self._name) if data is None else data
        self._strict = book.structure.strict
        self._tabs = [sheet.name for sheet in book.structure.sheets]

    def parts(self) -> dict[str, bytes]:
        """Return the part as it is now."""
        return {self._name: self._data}

    def add_sheet(self, name: str, relationship_id: str, *, is_hidden: bool = False) -> None:
        """Append a tab: last, so that sheet indexes elsewhere stay right; its sheetId is new."""
        mask = masked(self._data)
        root, prefix = root_tag(mask)
        sheets = find_tag(mask, prefix + b"sheets")
        if sheets is None or sheets.is_empty:
            raise damaged("it lists no sheets")
        close = close_of(mask, prefix + b"sheets", sheets)
        used = [
            whole_number(tag.attribute(b"sheetId"))
            for tag in find_tags(mask, prefix + b"sheet", sheets.end, close)
        ]
        namespace = (STRICT_RELATIONSHIPS if self._strict else RELATIONSHIPS).encode()
        bound = re.search(
            rb"""\sxmlns:([\w.\-]+)\s*=\s*["']""" + re.escape(namespace) + rb"""["']""", root.text
        )
        link = bound[1].decode() if bound is not None else "r"
        declared = "" if bound is not None else f' xmlns:r="{namespace.decode()}"'
        state = ' state="hidden"' if is_hidden else ""
        entry = (
            f'<{prefix.decode()}sheet{declared} name="{escaped(name)}" sheetId="{_unused_id(used)}"{state} '
            f'{link}:id="{relationship_id}"/>'
        )
        self._data = spliced(self._data, [Splice(close, close, entry.encode())])
        self._tabs.append(name)

    def set_names(self, sheet: str, names: list[tuple[str, str]]) -> None:
        """Replace the print names of one of netsheet's sheets."""
        index = str([tab.casefold() for tab in self._tabs].index(sheet.casefold())).encode()
        mask = masked(self._data)
        _, prefix = root_tag(mask)
        entries = "".join(
            f'<{prefix.decode()}definedName name="{escaped(name)}" localSheetId="{index.decode()}">'
            f"{escaped(reference)}</{prefix.decode()}definedName>"
            for name, reference in names
        ).encode()
        block = prefix + b"definedNames"
        tag = find_tag(mask, block)
        if tag is None or tag.is_empty:
            if entries:
                self._insert_names(mask, prefix, tag.end if tag else None, entries)
            return
        close = close_of(mask, block, tag)
        cuts = self._former_names(mask, prefix, index, tag.end, close)
        cuts.append(Splice(close, close, entries))
        self._data = spliced(self._data, cuts)

    def _former_names(self, mask: bytes, prefix: bytes, index: bytes, start: int, end: int) -> list[Splice]:
        cuts = []
        element = prefix + b"definedName"
        for tag in find_tags(mask, element, start, end):
            is_ours = tag.attribute(b"localSheetId") == index and (tag.attribute(b"name") or b"").startswith(
                b"_xlnm.Print"
            )
            if is_ours:
                cuts.append(Splice(tag.start, end_of(mask, element, tag), b""))
        return cuts

    def _insert_names(self, mask: bytes, prefix: bytes, after_empty: int | None, entries: bytes) -> None:
        block = prefix + b"definedNames"
        new = b"<" + block + b">" + entries + b"</" + block + b">"
        if after_empty is not None:
            start = mask.rfind(b"<" + block, 0, after_empty)
            self._data = spliced(self._data, [Splice(start, after_empty, new)])
            return
        at = 0
        for name in BEFORE_NAMES:
            tag = find_tag(mask, prefix + name)
            if tag is not None:
                at = end_of(mask, prefix + name, tag)
        self._data = spliced(self._data, [Splice(at, at, new)])


def _unused_id(used: list[int]) -> int:
    greatest = max(used, default=0)
    if greatest < GREATEST_SHEET_ID:
        return greatest + 1
    taken = set(used)
    return next(number for number in range(1, GREATEST_SHEET_ID) if number not in taken)
