"""A plan to bytes: every edit becomes a splice of content.xml, every other byte is copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from netsheet.core.plan import SheetPlan, WorkbookPlan
from netsheet.lossless.applied import Applied
from netsheet.lossless.targets import check_target
from netsheet.lossless.xml_text import Splice, root_tag, spliced_blocks
from netsheet.opendocument.automatic_styles import INCHES_A_CHARACTER, AutomaticStyles
from netsheet.opendocument.cell_writer import CellWriter
from netsheet.opendocument.document import CONTENT, Document, TableSpan
from netsheet.opendocument.longer_lists import grown_ranges, read_looks, shown_plan
from netsheet.opendocument.offered_words import OfferedWords
from netsheet.opendocument.own_tables import OwnTables
from netsheet.opendocument.row_edit import RowEditor, end_of_columns, width_splices
from netsheet.opendocument.table_facts import TableFacts

MARGIN_CHARACTERS = 5 / 7  # what Excel, too, adds to a column's width
FactsOf = Callable[[TableSpan], TableFacts]


def apply_to_document(document: Document, facts: FactsOf, plan: WorkbookPlan) -> Applied:
    """Return the document with the plan carried out.

    Args:
        document: the original.
        facts: what is around the cells of a sheet.
        plan: what to change.

    Raises:
        NetsheetError: when the file or a target must not be written.
    """
    document.package.check_members()
    document.check_writable()
    styles = AutomaticStyles(document)
    writer = CellWriter(has_calcext=root_tag(document.mask)[0].attribute(b"xmlns:calcext") is not None)
    words = OfferedWords(document, plan)
    splices: list[Splice] = words.splices()
    for sheet in plan.sheets:
        if any(sheet.rows.values()):
            splices += _sheet_splices(document, facts, sheet, plan, (styles, writer, words))
    own = OwnTables(document, styles, writer)
    for owned in plan.owned:
        own.put(owned)
    splices += own.splices()
    splices += styles.splices()
    splices.sort(key=lambda splice: (splice.start, splice.end))
    made: dict[str, list[Splice]] = {}
    parts: dict[str, bytes | Iterator[bytes]] = {
        name: data
        for name, data in own.parts.items()
        if name not in document.package or document.package.read(name) != data
    }
    for name, part in {CONTENT: splices, **own.part_splices()}.items():
        data = document.package.read(name)
        if any(data[start:end] != new for start, end, new in part):
            made[name] = []
            parts[name] = spliced_blocks(data, part, made[name])
    removed = frozenset(own.removed)
    if not parts and not removed:
        return Applied(data=document.data)
    data = document.package.rewritten(parts, removed)
    return Applied(data=data, splices=made, changed=frozenset(parts), removed=removed)


def _sheet_splices(
    document: Document,
    facts: FactsOf,
    sheet: SheetPlan,
    plan: WorkbookPlan,
    tools: tuple[AutomaticStyles, CellWriter, OfferedWords],
) -> Iterator[Splice]:
    styles, writer, words = tools
    span = document.target(sheet.sheet)
    known = facts(span)
    check_target(sheet, known.blocked, is_protected=known.is_protected and not plan.allow_protected)
    scan = document.scan(span)
    used = {edit.style for edits in sheet.different_edits() for edit in edits}
    used |= {column.style for column in sheet.new_columns}
    named = styles.named({name: style for name, style in plan.styles.items() if name in used})
    widths = {
        column.column: styles.column_style((column.width + MARGIN_CHARACTERS) * INCHES_A_CHARACTER)
        for column in sheet.new_columns
    }
    yield from width_splices(scan.columns, widths, end_of_columns(scan))
    looks = read_looks(scan, sheet)
    editor = RowEditor(
        document.content,
        scan,
        shown_plan(sheet, looks),
        styles=styles,
        named=named,
        writer=writer,
        offers=words.of_sheet(sheet.sheet),
        looks=looks,
    )
    yield from editor.splices()
    yield from grown_ranges(document, span, sheet)
