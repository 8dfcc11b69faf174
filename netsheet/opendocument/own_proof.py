"""The proof of what comes with netsheet's own sheets: the sheet itself, its page, its view, the entries of its charts."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from python_calamine import CalamineWorkbook

from netsheet.core.plan import OwnedSheet, WorkbookPlan
from netsheet.lossless.calamine_rows import iterate_rows
from netsheet.lossless.refusals import unprovable
from netsheet.lossless.value_proof import Rows
from netsheet.lossless.xml_text import Splice, end_of, escaped, find_tag, masked
from netsheet.opendocument.automatic_styles import BLOCK
from netsheet.opendocument.document import CONTENT, MANIFEST, SETTINGS, STYLES, Document
from netsheet.opendocument.page_setup import LAYOUT, MASTER, MASTERS, VIEWS, named_tag, page_name

ENTRY = re.compile(
    rb"(?:<(?:[\w.\-]+:)?file-entry (?:[\w.\-]+:)?full-path=\"Object [0-9]+/[a-z.]*\" "
    rb"(?:[\w.\-]+:)?media-type=\"[a-z./\-]+\"/>)*"
)
OWN_ENTRY = re.compile(
    rb"<(?:[\w.\-]+:)?file-entry\s[^<>]*\"(?:Object [0-9]+/|ObjectReplacements/Object )[^<>]*>(?:</[^<>]*>)?"
)
TABLE_EDGES = re.compile(rb"</?table:table(?=[\s/>])")


def scratch_values(owned: OwnedSheet) -> Rows:
    """Return the values that one of netsheet's sheets was made from."""
    if not owned.content:
        return owned.rows
    with CalamineWorkbook.from_filelike(io.BytesIO(owned.content)) as workbook:
        return list(iterate_rows(workbook.get_sheet_by_index(0)))


def check_part_splice(document: Document, name: str, splice: Splice, plan: WorkbookPlan) -> None:
    """Check a splice that is in no sheet of the user's.

    Raises:
        RefusedError: when it changes anything that is not netsheet's.
    """
    mask = document.mask if name == CONTENT else masked(document.package.read(name))
    names = [owned.name for owned in plan.owned]
    if name == CONTENT:
        is_ours = any(_is_own_table(document, splice, owned) for owned in names)
    elif name == STYLES:
        is_ours = _is_page(mask, splice, names)
    elif name == SETTINGS:
        is_ours = any(_is_view(mask, splice, owned) for owned in names)
    else:
        is_ours = name == MANIFEST and _is_entry(mask, splice)
    if not is_ours:
        raise unprovable(f"the part {name} would change where nothing was planned")


def _is_own_table(document: Document, splice: Splice, name: str) -> bool:
    """Whether one whole sheet of ours comes behind all others, or replaces its former version."""
    span = document.table(name)
    place = (document.tables[-1].end,) * 2 if span is None else (span.tag.start, span.end)
    head = f'<table:table table:name="{escaped(name)}"'.encode()
    is_whole = splice.new.startswith(head) and splice.new.endswith(b"</table:table>")
    return (splice.start, splice.end) == place and is_whole and len(TABLE_EDGES.findall(splice.new)) == 2


def _is_page(mask: bytes, splice: Splice, names: Sequence[str]) -> bool:
    """Whether page layouts or page styles of ours come last in their block, or one replaces its former version."""
    for block, element in ((BLOCK, LAYOUT), (MASTERS, MASTER)):
        heads = [b'<%b style:name="%b"' % (element, page_name(name).encode()) for name in names]
        closing = b"</%b>" % element
        former = [named_tag(mask, element, page_name(name)) for name in names]
        places = [(tag.start, end_of(mask, element, tag)) for tag in former if tag is not None]
        new, is_place = splice.new, (splice.start, splice.end) in places
        opened = find_tag(new, block)
        if opened is not None and opened.start == 0:
            is_place = mask.startswith(b"<" + block, splice.start)
            new = new[opened.end : -len(block) - 3]
        elif splice.start == splice.end:
            is_place = mask.startswith(b"</" + block, splice.start)
        pieces = new.split(closing)
        if is_place and not pieces[-1] and all(any(map(piece.startswith, heads)) for piece in pieces[:-1]):
            return True
    return False


def _is_view(mask: bytes, splice: Splice, name: str) -> bool:
    head = f'<config:config-item-map-entry config:name="{escaped(name)}"'.encode()
    is_there = splice.start == splice.end and mask.startswith(b"</" + VIEWS, splice.start)
    return is_there and splice.new.startswith(head) and splice.new.count(b"config-item-map") == 2


def _is_entry(mask: bytes, splice: Splice) -> bool:
    before = mask[splice.start : splice.end]
    if before:
        return not splice.new and OWN_ENTRY.fullmatch(before) is not None
    return mask.startswith(b"</", splice.start) and ENTRY.fullmatch(splice.new) is not None
