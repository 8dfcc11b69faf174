"""The proof before a save: the new file is read back and compared with the original, member by member, point by point.

What cannot be proven is not saved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor

from netsheet.core.plan import WorkbookPlan
from netsheet.errors import NetsheetError, RefusedError
from netsheet.lossless.applied import Applied
from netsheet.lossless.calamine_rows import iterate_rows
from netsheet.lossless.package import part_name
from netsheet.lossless.refusals import unprovable
from netsheet.lossless.splice_proof import check_kept, check_only, check_still_well_formed, is_spliced
from netsheet.lossless.value_proof import (
    Rows,
    check_owned_values,
    check_room,
    check_users_cells,
    check_values,
)
from netsheet.lossless.xml_text import Splice, find_tag
from netsheet.opendocument.automatic_styles import BLOCK
from netsheet.opendocument.cell_writer import read_back_here
from netsheet.opendocument.document import CONTENT, Document, TableSpan
from netsheet.opendocument.longer_lists import grown_ranges
from netsheet.opendocument.ods_values import parse_tables
from netsheet.opendocument.offered_words import OfferedWords
from netsheet.opendocument.own_proof import check_part_splice, scratch_values
from netsheet.opendocument.own_tables import GROWING, is_own, own_objects
from netsheet.opendocument.row_proof import SheetProof

LARGE_CONTENT = 32 * 1024**2  # bytes; about 20,000 rows
OUR_STYLES = re.compile(
    rb"(?:<(style:style|number:[a-z]+-style) style:name=\"netsheet-[0-9]+\"[^<>]*+>"
    rb"(?:<(?!/?(?:style:style|number:[a-z]+-style)\b)[^<>]*+>|[^<>]++)*+</\1>)++"
)


def verify_document(
    document: Document, applied: Applied, plan: WorkbookPlan, rows: Mapping[str, Rows]
) -> None:
    """Prove that a new file differs from the original in nothing but what was planned.

    Raises:
        RefusedError: at the first difference that was not planned, or planned cell that does not read back.
    """
    try:
        _verify(document, Document(applied.data), applied, plan, rows)
    except RefusedError:
        raise
    except NetsheetError as error:
        raise unprovable(f"the new file could not be read back ({error.message})") from error


def _verify(
    document: Document, after: Document, applied: Applied, plan: WorkbookPlan, rows: Mapping[str, Rows]
) -> None:
    planned = [sheet for sheet in plan.sheets if any(sheet.rows.values())]
    for sheet in planned:
        check_room(rows[document.target(sheet.sheet).name], sheet)
        check_users_cells(rows[document.target(sheet.sheet).name], sheet)
    written = [owned for owned in plan.owned if owned.replace or document.table(owned.name) is None]
    names = {sheet.sheet: document.target(sheet.sheet).name for sheet in planned}
    is_large = len(document.content) > LARGE_CONTENT
    with ThreadPoolExecutor(max_workers=1) as helper:
        looking = helper.submit(_verify_bytes, document, after, applied, plan)
        if is_large:  # the bytes of a large sheet and its parsed cells need not be held at once
            looking.result()
            after.forget()
        # calamine parses without Python's lock
        parsed = parse_tables(after, [*names.values(), *(owned.name for owned in written)])
        looking.result()
    for sheet in planned:
        name = names[sheet.sheet]
        check_values(rows[name], iterate_rows(parsed[name]), sheet, read_back_here)
    for owned in written:
        now = list(iterate_rows(parsed[owned.name]))
        check_owned_values(owned.name, scratch_values(owned), now, read_back_here)


def _verify_bytes(document: Document, after: Document, applied: Applied, plan: WorkbookPlan) -> None:
    """Prove all that can be seen in the bytes: of the old content first, then of the new, since both may be large."""
    changed, removed = (frozenset(map(part_name, names)) for names in (applied.changed, applied.removed))
    old = document.package.members
    check_kept(old, after.package.members, changed, removed)
    ours = own_objects(document, plan)
    check_only(removed - ours, "would be lost")
    check_only((changed & old.keys()) - ours - {part_name(name) for name in GROWING}, "would change")
    for name, splices in applied.splices.items():
        with after.package.opened(name) as part:
            if not is_spliced(document.package.read(name), part, splices):
                raise unprovable(f"the part {name} changed where nothing was planned")
        if name != CONTENT:
            for splice in splices:
                check_part_splice(document, name, splice, plan)
    _check_content(document, applied.splices.get(CONTENT, ()), plan)
    for made in applied.splices.values():
        made.clear()  # those of a large sheet take much memory, and are not needed any more
    document.forget()
    for name in applied.splices:
        check_still_well_formed(after.package.read(name), name)
    _check_new_members(after, old.keys(), changed, plan)
    _check_tabs(document, after, plan)
    for owned in plan.owned:
        span = after.table(owned.name)
        if span is None or not is_own(after, span, owned.mark):
            raise unprovable(f'the sheet "{owned.name}" does not read back')


def _check_new_members(
    after: Document, old: AbstractSet[str], changed: AbstractSet[str], plan: WorkbookPlan
) -> None:
    ours = own_objects(after, plan)
    check_only(after.package.members.keys() - old - ours, "was not planned")
    for name in changed & ours:
        check_still_well_formed(after.package.read(name), name)


def _check_tabs(document: Document, after: Document, plan: WorkbookPlan) -> None:
    """All former sheets are there, in order; only netsheet's are new, and last."""
    old, new = ([span.name for span in each.tables] for each in (document, after))
    if new[: len(old)] != old or not set(new[len(old) :]) <= {owned.name for owned in plan.owned}:
        raise unprovable("the list of sheets changed")


def _check_content(document: Document, splices: Iterable[Splice], plan: WorkbookPlan) -> None:
    """Check that each splice of the content changes no more than was planned."""
    words = OfferedWords(document, plan)
    sheets: list[tuple[TableSpan, SheetProof]] = [
        (span, SheetProof(document.scan(span), sheet, words.of_sheet(sheet.sheet)))
        for sheet in plan.sheets
        for span in [document.target(sheet.sheet)]
        if any(sheet.rows.values())
    ]
    expected = words.splices() + [
        splice
        for sheet in plan.sheets
        for splice in grown_ranges(document, document.target(sheet.sheet), sheet)
    ]
    for splice in splices:
        if splice in expected:
            continue
        for span, proof in sheets:
            if span.tag.end <= splice.start and splice.end <= span.close:
                proof.check(splice)
                break
        else:
            if not _is_style(document.mask, splice):
                check_part_splice(document, CONTENT, splice, plan)


def _is_style(mask: bytes, splice: Splice) -> bool:
    """Whether a splice adds styles of ours where they belong."""
    before, new = mask[splice.start : splice.end], splice.new
    block = find_tag(mask, BLOCK)
    if block is not None and not block.is_empty:
        is_there = not before and mask.startswith(b"</" + BLOCK, splice.start)
        return is_there and OUR_STYLES.fullmatch(new) is not None
    opened = find_tag(new, BLOCK)
    if opened is None or opened.start or not new.endswith(b"</" + BLOCK + b">"):
        return False
    is_there = (
        mask.startswith(b"<office:body", splice.start) if block is None else splice.start == block.start
    )
    return is_there and OUR_STYLES.fullmatch(new[opened.end : -len(BLOCK) - 3]) is not None
