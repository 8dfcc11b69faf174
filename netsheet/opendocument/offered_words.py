"""The drop-downs of new columns: one content validation for each, named by the column's empty cells (ODF 1.3 part 3, 9.4.4).

Anything may be typed; the words are only offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from netsheet.core.grid import Area
from netsheet.core.plan import WorkbookPlan
from netsheet.lossless.xml_text import Splice, close_of, escaped, filled, find_tag, root_tag
from netsheet.opendocument.document import OASIS, Document
from netsheet.opendocument.range_addresses import written_area

VALIDATIONS = b"table:content-validations"
OURS = re.compile(
    rb'<table:content-validation table:name="(netsheet-[0-9]+)"(.*?</table:content-validation>)', re.DOTALL
)


class OfferedWords:
    """The drop-downs that a plan adds to a document.

    Args:
        document: the original.
        plan: its new columns may have a hint.
    """

    def __init__(self, document: Document, plan: WorkbookPlan) -> None:
        self._mask = document.mask
        self._first_table = document.tables[0].tag.start if document.tables else 0
        self._block = find_tag(self._mask, VALIDATIONS, 0, self._first_table)
        self._added: list[bytes] = []
        known = {match[2]: match[1] for match in OURS.finditer(self._mask, 0, self._first_table)}
        root, _ = root_tag(self._mask)
        declared = "" if root.attribute(b"xmlns:of") is not None else f' xmlns:of="{OASIS.decode()}of:1.2"'
        self._names: dict[str, dict[int, bytes]] = {}
        for sheet in plan.sheets:
            for column in sheet.new_columns:
                if column.hint is None:
                    continue
                place = (sheet.header_row + 1, column.column)
                base = _address(document.target(sheet.sheet).name, *place)
                words = listed_words(column.hint.choices)
                rest = validation(words, (column.hint.title, column.hint.text), base, declared)
                if rest not in known:
                    taken = max((int(name.rpartition(b"-")[2]) for name in known.values()), default=0)
                    known[rest] = b"netsheet-%d" % (taken + 1)
                    self._added.append(named_validation(known[rest], rest))
                self._names.setdefault(sheet.sheet, {})[column.column] = known[rest]

    def of_sheet(self, name: str) -> Mapping[int, bytes]:
        """Return the names of the drop-downs of one of the plan's sheets, by sheet column."""
        return self._names.get(name, {})

    def splices(self) -> list[Splice]:
        """Return the splice that adds the new drop-downs, if any."""
        new = b"".join(self._added)
        if not new:
            return []
        if self._block is None:  # they come before the sheets and the labels of ranges, behind all else
            labels = find_tag(self._mask, b"table:label-ranges", 0, self._first_table)
            at = self._first_table if labels is None else labels.start
            return [Splice(at, at, b"<%b>%b</%b>" % (VALIDATIONS, new, VALIDATIONS))]
        if self._block.is_empty:
            return [Splice(self._block.start, self._block.end, filled(self._block.text, VALIDATIONS, new))]
        close = close_of(self._mask, VALIDATIONS, self._block)
        return [Splice(close, close, new)]


def listed_words(words: Iterable[str]) -> str:
    """Return words as a formula lists them."""
    return ";".join('"' + word.replace('"', '""') + '"' for word in words)


def validation(words: str, hint: tuple[str, str], base: str, declared: str = "") -> bytes:
    """Return the rest of a validation behind its name.

    Args:
        words: what its cells offer: listed words, the name of a list, or "".
        hint: the title and the text that are shown when a cell is selected, or "".
        base: the address of its first cell.
        declared: the declaration of the names of formulas, where the document has none.
    """
    listed = f' table:condition="{escaped(f"of:cell-content-is-in-list({words})")}"' if words else ""
    title, text = map(escaped, hint)
    help_message = f'<table:help-message table:title="{title}" table:display="true"><text:p>{text}</text:p></table:help-message>'
    return (
        f'{declared}{listed} table:allow-empty-cell="true" table:display-list="unsorted" '
        f'table:base-cell-address="{escaped(base)}">{help_message if text else ""}'
        '<table:error-message table:message-type="information" table:display="false"/></table:content-validation>'
    ).encode()


def named_validation(name: bytes, rest: bytes) -> bytes:
    """Return the element of a validation."""
    return b'<table:content-validation table:name="%b"%b' % (name, rest)


def _address(sheet: str, row: int, column: int) -> str:
    cell = Area(first_row=row, first_column=column, last_row=row, last_column=column)
    return written_area(sheet, cell).partition(":")[0]
