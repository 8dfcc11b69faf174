"""The proof of an edited worksheet part: its new bytes are the old ones, with planned plain cells and nothing else.

Formulas, errors, merges, filters and panes are in bytes that are still there, so they need no check of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import IO

from netsheet.core.plan import SheetPlan
from netsheet.lossless.refusals import unprovable
from netsheet.lossless.splice_proof import is_spliced
from netsheet.lossless.xml_text import Splice, Tag, find_tag, with_attribute
from netsheet.workbook.growth_proof import check_grown, is_grown_filter
from netsheet.workbook.sheet_xml import SheetXml, cell_reference
from netsheet.workbook.validations import validation_splices

SIGNS = rb"[^<>&\x00-\x08\x0b\x0c\x0e-\x1f]*+"
TEXT = SIGNS + rb"(?:&(?:amp|lt|gt|quot|#13);" + SIGNS + rb")*+"
OWN_ATTRIBUTES = {b"row": b"spans", b"dimension": b"ref", b"sheetData": b"", b"cols": b""}
AREA = re.compile(rb"[0-9A-Z: ]*")


def check_sheet(old: SheetXml, new: IO[bytes], splices: Sequence[Splice], plan: SheetPlan) -> None:
    """Prove that the new part is the old one with the splices, and that a splice changes only what was planned.

    Raises:
        RefusedError: at the first difference that was not planned.
    """
    if not is_spliced(old.data, new, splices):
        raise unprovable(f'the sheet "{plan.sheet}" changed outside netsheet\'s cells')
    inserted = _Inserted(old, plan)
    filters = [splice for splice in splices if is_grown_filter(old, splice, plan)] if plan.filter_area else []
    if len(filters) != (plan.filter_area is not None):
        raise unprovable(f'the filter of the sheet "{plan.sheet}" is not as planned')
    for splice in splices:
        removed = old.data[splice.start : splice.end]
        if splice in filters:
            continue
        if removed and plan.append is not None and splice.start >= old.sheet_data_close:
            check_grown(old, splice, plan)
        elif removed and not inserted.is_validation(splice):
            _check_removed(removed, splice.new, inserted, plan)
        elif not removed and not inserted.is_well_placed(splice):
            raise unprovable(f'cells of the sheet "{plan.sheet}" would be outside its cell area')


class _Inserted:
    """What netsheet inserts into a sheet: plain cells, rows of them, and column widths, always written in the same way.

    A piece that matches is well-formed and balanced by itself. It holds no formula.
    """

    def __init__(self, sheet: SheetXml, plan: SheetPlan) -> None:
        self.sheet = sheet
        self._validations = frozenset(validation_splices(sheet, plan))
        p = re.escape(sheet.prefix)
        # One cell, with or without a format, and empty, with a number or with a text:
        # <c r="P7" s="3"/>, <c r="P7" s="3"><v>46000</v></c>, <c r="P7" t="inlineStr"><is><t>Ana</t></is></c>.
        # The possessive *+ and ++ keep a long piece that does not match from being tried again and again.
        cell = (
            rb"<%bc r=\"[A-Z]{1,3}[0-9]{1,7}\"(?: s=\"[0-9]+\")?(?:/>"
            rb"|(?: t=\"b\")?><%bv>[0-9.e+\-]+</%bv></%bc>"
            rb"| t=\"inlineStr\"><%bis><%bt(?: xml:space=\"preserve\")?>%b</%bt></%bis></%bc>)"
        ) % (p, p, p, p, p, p, TEXT, p, p, p)
        row = rb"<%brow r=\"[0-9]{1,7}\">(?:%b)*+</%brow>" % (p, cell, p)
        width = (
            rb"<%bcol min=\"[0-9]+\" max=\"[0-9]+\" width=\"[0-9.]+\"(?: style=\"[0-9]+\")? customWidth=\"1\"/>"
            % p
        )
        widths = rb"(?:%b)++|<%bcols>(?:%b)++</%bcols>" % (width, p, width, p)
        self._cells = re.compile(rb"(?:%b)++" % cell)
        self._rows = re.compile(rb"(?:%b)++" % row)
        self._widths = re.compile(widths)
        self._before_cell = re.compile(rb"<%bc[\s/>]|</%brow\s*>" % (p, p))
        self._before_row = re.compile(rb"<%brow[\s/>]|</%bsheetData\s*>" % (p, p))

    def is_validation(self, splice: Splice) -> bool:
        """Whether a splice adds the drop-down of a new column to the list of validations, and keeps all else."""
        return splice in self._validations

    def is_well_placed(self, splice: Splice) -> bool:
        """Whether an insertion belongs where it is put: cells in a row, rows in the cell area, widths before it."""
        sheet, start, new = self.sheet, splice.start, splice.new
        if self.is_validation(splice):
            return True
        if sheet.sheet_data.end <= start <= sheet.sheet_data_close and not sheet.sheet_data.is_empty:
            if self._cells.fullmatch(new):
                return self._before_cell.match(sheet.mask, start) is not None
            return bool(self._rows.fullmatch(new) and self._before_row.match(sheet.mask, start))
        is_before = start <= sheet.sheet_data.start and sheet.mask[start : start + 1] == b"<"
        return is_before and self._widths.fullmatch(new) is not None

    def is_content(self, xml: bytes) -> bool:
        """Whether these bytes may be inside a row, the cell area or the list of widths."""
        return any(pattern.fullmatch(xml) for pattern in (self._cells, self._rows, self._widths))

    def is_cell(self, xml: bytes) -> bool:
        """Whether these bytes are cells as netsheet writes them."""
        return self._cells.fullmatch(xml) is not None


def _check_removed(removed: bytes, new: bytes, inserted: _Inserted, plan: SheetPlan) -> None:
    """Only a planned cell may be replaced, or the tag of a row or of the declared size, which keep all else."""
    prefix = inserted.sheet.prefix
    tag = find_tag(removed, prefix + b"c")
    if tag is not None and tag.start == 0 and inserted.is_cell(new):
        given = tag.attribute(b"r")
        row, column = cell_reference(given) if given is not None else (0, 0)
        # A cell without a reference: the values that are read back prove it.
        if given is None or any(edit.column == column for edit in plan.rows.get(row, ())):
            return
    for name, own in OWN_ATTRIBUTES.items():
        tag = find_tag(removed, prefix + name)
        opened = find_tag(new, prefix + name)
        if tag is not None and opened is not None and (tag.start, tag.end) == (0, len(removed)):
            closing = b"</" + prefix + name + b">"
            if _without(tag, own) == _without(opened, own) and _is_filled(
                tag, new, opened, closing, inserted
            ):
                return
    raise unprovable(f'a cell of the sheet "{plan.sheet}" that is not netsheet\'s would be replaced')


def _without(tag: Tag, attribute: bytes) -> bytes:
    """Return a tag without its end and without an attribute's value, which may only be an area."""
    given = tag.attribute(attribute)
    kept = (
        tag.text if given is None or not AREA.fullmatch(given) else with_attribute(tag.text, attribute, b"")
    )
    return kept.rstrip(b"/> \t\r\n")


def _is_filled(tag: Tag, new: bytes, opened: Tag, closing: bytes, inserted: _Inserted) -> bool:
    """Whether a tag is as open or closed as it was; or was empty, and is opened, filled and closed."""
    if opened.start or tag.is_empty == opened.is_empty:
        return opened.start == 0 and opened.end == len(new)
    return tag.is_empty and new.endswith(closing) and inserted.is_content(new[opened.end : -len(closing)])
