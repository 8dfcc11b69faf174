"""Which rows are records: a person or a company, and not a total, a legend, a default or an example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeGuard

from netsheet.core.columns.column import IDENTITY, Column
from netsheet.core.columns.headings import is_own
from netsheet.core.columns.table import Table, keep_rows
from netsheet.core.grid import Sheet
from netsheet.core.values.cells import NOBODY, clean_text, head_of, is_nobody, is_url, read_yes_no
from netsheet.core.values.vocabulary import plain_phrase, read_status

if TYPE_CHECKING:
    import pandas as pd

_FEW = 2
_TITLE_LENGTH = 4
_EXAMPLES = ("example:", "example row", "(example)", "e.g. ", "eg. ", "ex: ", "z.b. ", "z. b. ", "p. ex. ", "p.ej. ", "p. ej. ", "bijv. ", "np. ",
    "beispiel:", "exemple:", "exemple :", "ejemplo:", "exemplo:", "esempio:", "voorbeeld:", "przyklad:")  # fmt: skip
"""How a row begins that shows how to fill in the sheet."""
_TOTALS = frozenset({
    "total", "totals", "sum", "subtotal", "grand total", "count", "average", "avg", "summe", "gesamt", "anzahl", "somme", "suma",
    "totale", "totaal", "razem", "total contacts", "total sent", "total replies", "response rate", "reply rate", "conversion rate",
})  # fmt: skip
_NO_NAMES = _TOTALS | {f"{word}:" for word in _TOTALS} | NOBODY
_LEGEND = frozenset({
    "legend", "key", "note", "notes", "links", "useful links", "status", "statuses", "color key", "colour key", "color code", "summary", "instructions",
    "how to use", "kpi", "kpis", "stats", "statistics", "metrics", "resources", "legende", "leyenda", "legenda", "hinweise", "remarques",
})  # fmt: skip


def is_total(text: str) -> bool:
    """Whether a row that begins with this text sums up a list, or explains it, and is not a part of it."""
    word = text.strip().casefold().rstrip(": ")
    return word in _TOTALS or word in _LEGEND


def choose_records(table: Table) -> Table:
    """Narrow a table to the rows that are records; the other rows that hold something are counted, by why they are none."""
    skipped: Counter[str] = Counter()
    return keep_rows(table, _records(table, skipped), skipped)


def _records(table: Table, skipped: Counter[str]) -> list[int]:
    sheet, columns = table.sheet, table.columns
    identity = sorted(
        (column for column in columns if column.field in IDENTITY), key=lambda column: column.field != "name"
    )
    used = [column.index for column in columns if column.field not in {None, "id"}]
    texts = [table.texts(column) for column in identity]
    if not texts:
        return []
    headings = {column.heading.shown.casefold() for column in identity}
    firsts = (
        texts[0] if all(texts[0]) else [next(filter(None, seen), "") for seen in zip(*texts, strict=True)]
    )
    suspects = _suspects(firsts, headings)
    calculated = {row for row, _ in sheet.formulas}
    no_records: set[int] = set()
    nameless: list[int] = []
    totals, titles = _totals(table), _group_titles(table, used) | _section_titles(table, firsts)
    for position, row in enumerate(table.rows):
        if not (firsts[position] in suspects or row in calculated or row in totals or row in titles):
            continue
        if not firsts[position]:
            nameless.append(row)
        elif row in totals or row in titles:
            no_records.add(row)
            skipped["total" if row in totals else "title of a group"] += 1
        elif reason := _why_not(sheet, row, tuple(column[position] for column in texts), headings):
            no_records.add(row)
            skipped[reason] += 1
    if nameless:
        no_records.update(nameless)
        skipped.update(_why_nameless(table, table.frame.loc[nameless, used]))
    records = [row for row in table.rows if row not in no_records] if no_records else list(table.rows)
    return _without_legend(sheet, records, used, identity, skipped)


def _totals(table: Table) -> set[int]:
    """Find the rows that say "Total" where a number or a day belongs, whatever they count in the name's place."""
    first = table.columns[0]
    if first.field not in {"id", "date", "first_contact"}:
        return set()
    cells = table.frame[first.index]
    words = {text for text in set(filter(_is_text, cells)) if text.strip().casefold().rstrip(": ") in _TOTALS}
    return set(cells.index[cells.isin(words)]) if words else set()


def _group_titles(table: Table, used: Sequence[int]) -> set[int]:
    """Find the rows that only name the company of the people below them, where no row of a person names one."""
    company = next((column for column in table.columns if column.field == "company"), None)
    personal = [column for column in table.columns if column.field in IDENTITY - {"company"}]
    if company is None or not personal:
        return set()
    people = [any(texts) for texts in zip(*map(table.texts, personal), strict=True)]
    firms = ["" if firm.casefold() in _TOTALS else firm for firm in table.texts(company)]
    if not any(people) or any(person and firm for person, firm in zip(people, firms, strict=True)):
        return set()
    titles = {row for row, firm in zip(table.rows, firms, strict=True) if firm}
    others = table.frame[[index for index in used if index != company.index]]
    return set() if (others.loc[sorted(titles)] != "").any(axis=None) else titles


def _section_titles(table: Table, firsts: Sequence[str]) -> set[int]:
    """Find the rows that hold nothing but a title of the rows below them, such as "CAMPGROUNDS".

    They are merged over several columns, or in capitals where names are not, or come behind an empty row and before a
    filled one. A single row of the last two kinds may be somebody of whom only the name is known.
    """
    wide = {area.first_row for area in table.sheet.merged if area.last_column > area.first_column}
    merged: set[int] = set()
    spaced: set[int] = set()
    in_capitals: set[int] = set()
    capitals = {name for name in set(firsts) if len(name) >= _TITLE_LENGTH and name.isupper()}
    for position, (row, first) in enumerate(zip(table.rows, firsts, strict=True)):
        is_opening = position == 0 or not firsts[position - 1]
        is_looked_at = first and (is_opening or first in capitals or row in wide)
        if not is_looked_at or _count_filled(table, position) > 1:
            continue
        if row in wide:
            merged.add(row)
        if first in capitals:
            in_capitals.add(row)
        if is_opening and _count_filled(table, position + 1) > 1:
            spaced.add(row)
    names_in_capitals = sum(name in capitals for name in firsts) - len(in_capitals)
    names = sum(map(bool, firsts)) - len(in_capitals)
    titles = merged | (in_capitals if len(in_capitals) > 1 and 2 * names_in_capitals < names else set())
    return titles | (spaced if titles or len(spaced) > 1 else set())


def _count_filled(table: Table, position: int) -> int:
    if position >= len(table.rows):
        return 0
    cells, indexes = table.sheet.rows[table.rows[position] - 1], (column.index for column in table.columns)
    return sum(cells[index - 1] != "" for index in indexes if index <= len(cells))


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str)


def _suspects(names: Sequence[str], headings: set[str]) -> set[str]:
    """Find the texts in a name's place that may be none: nothing, figures, totals, headings, examples."""
    words = _NO_NAMES | headings
    word_heads = {*map(head_of, words), *map(head_of, _EXAMPLES)}
    heads = set(map(head_of, names))
    doubtful = {
        head for head in heads if not head or head[0].isdecimal() or head.casefold()[:4] in word_heads
    }
    return {
        name
        for name in (names if doubtful else ())
        if name[:4] in doubtful
        and (
            not name
            or (folded := name.casefold()) in words
            or name.isdecimal()
            or folded.startswith(_EXAMPLES)
        )
    }


def _why_nameless(table: Table, cells: pd.DataFrame) -> Counter[str]:
    """Count the rows without a name by why they are not records; rows with nothing of the user's in them do not count.

    A column that holds the same value in all of several such rows was filled in beforehand, like a check box.
    """
    is_constant = (cells == cells.iloc[0]).all() & (len(cells) > _FEW)
    own = cells.loc[:, ~is_constant]
    reasons: Counter[str] = Counter()
    rows = table.sheet.rows
    theirs = [at for at, heading in enumerate(rows[table.header_row - 1]) if not is_own(str(heading))]
    nothing = [""] * own.shape[1]
    for row, values in zip(own.index, own.to_numpy().tolist(), strict=True):
        if values != nothing and any(
            clean_text(value) and read_yes_no(value) is not False for value in values
        ):
            reasons["without a person or company"] += 1
        elif any(rows[row - 1]) and any(rows[row - 1][at] for at in theirs):
            reasons["only pre-filled"] += 1
    return reasons


def _why_not(sheet: Sheet, row: int, seen: tuple[str, ...], headings: set[str]) -> str:
    """Say why a row with a name is not a record; "" when it is one."""
    first = seen[0] or next(filter(None, seen))
    folded = first.casefold()
    if folded.startswith(_EXAMPLES):
        return "example"
    if folded in headings and all(text.casefold() in headings for text in seen if text):
        return "headings again"
    if folded in _NO_NAMES or folded.isdecimal():
        filled = [text for text in seen if text and not text.isdecimal() and not is_nobody(text)]
        if not filled:
            return "only pre-filled"
        if len(filled) == 1 and filled[0].casefold().rstrip(":") in _TOTALS:
            return "total"
    return "only formulas" if sheet.formulas and _is_formula_row(sheet, row) else ""


def _is_formula_row(sheet: Sheet, row: int) -> bool:
    cells = sheet.rows[row - 1]
    return all(
        (row, column) in sheet.formulas
        for column, value in enumerate(cells, start=1)
        if value not in {"", False}
    )


def _without_legend(
    sheet: Sheet, records: list[int], used: Sequence[int], identity: Sequence[Column], skipped: Counter[str]
) -> list[int]:
    """Take out what is below the contacts after an empty row and is not a contact: a legend, a list of links."""
    if not records or records[-1] - records[0] == len(records) - 1:  # no empty row between them
        return records
    blocks = _blocks(records)
    longest = max(range(len(blocks)), key=lambda place: len(blocks[place]))
    kept: list[int] = []
    for place, block in enumerate(blocks):
        is_below = place > longest and _explains(sheet, block, used, identity)
        if is_below or (place and _is_titled_legend(_first_text(sheet, block[0], identity))):
            skipped["legend"] += len(block)
        else:
            kept.extend(block)
    return kept


def _blocks(rows: list[int]) -> list[list[int]]:
    blocks: list[list[int]] = []
    for row in rows:
        if blocks and blocks[-1][-1] == row - 1:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _is_titled_legend(first: str) -> bool:
    return first.endswith(":") or plain_phrase(first) in _LEGEND or "=" in first


def _explains(sheet: Sheet, block: list[int], used: Sequence[int], identity: Sequence[Column]) -> bool:
    return all(
        sum(sheet.value(row, index) != "" for index in used) <= 2
        and _is_explanation(_first_text(sheet, row, identity))
        for row in block
    )


def _first_text(sheet: Sheet, row: int, identity: Sequence[Column]) -> str:
    texts = (clean_text(sheet.value(row, column.index)) for column in identity)
    return next(filter(None, texts), "")


def _is_explanation(text: str) -> bool:
    return len(text) > 60 or is_url(text) or "=" in text or ":" in text or read_status(text) is not None
