"""The history and the memory of a log with other words and other days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from netsheet.core.anonymous.other_texts import OtherTexts
from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.recording.endings import Ending, read_endings, write_endings
from netsheet.core.recording.history_lines import HISTORY_COLUMNS, find_history_header
from netsheet.core.recording.memory_lines import MEMORY_COLUMNS, remembered_text
from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.core.values.vocabulary import plain_phrase

Change = Callable[[CellValue], CellValue]

READ_KINDS: Final = frozenset({"word", "yes_no", "days"})
"""The kinds of fields whose words netsheet reads."""
_ISO_DAY: Final = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def plain_sheet(sheet: Sheet, rows: Sequence[Sequence[CellValue]], *, name: str) -> Sheet:
    """Return a sheet with other cells, and nothing else that the file holds but merged cells and errors."""
    return Sheet(name=name, rows=rows, errors=sheet.errors, merged=sheet.merged, is_hidden=sheet.is_hidden)


def change_history(sheet: Sheet, texts: OtherTexts) -> Sheet:
    """Change the lines of the history; columns that are not its own are left out."""
    header = find_history_header(sheet)
    if header is None:
        return plain_sheet(sheet, [], name=HISTORY_SHEET)
    changes: dict[str, Change] = {
        "Day": texts.day,
        "Until": texts.day,
        "Who": texts.name,
        "Who exactly": texts.address_keys,
        "What": texts.recorded,
        "Channel": texts.recorded,
        "Ends": lambda value: _endings(str(value), texts),
        "How it got here": lambda value: _with_iso_days(str(texts.recorded(value)), texts),
        "Source id": texts.address,
    }
    by_column: dict[int, Change] = {
        header.columns[name]: changes.get(name, texts.free)
        for name in HISTORY_COLUMNS
        if name in header.columns
    }
    rows = [
        list(cells)
        if number <= header.row
        else [
            by_column.get(column, nothing)(value) if value != "" else ""
            for column, value in enumerate(cells, 1)
        ]
        for number, cells in enumerate(sheet.rows, 1)
    ]
    return plain_sheet(sheet, rows, name=sheet.name)


def nothing(_: CellValue) -> CellValue:
    """Leave a cell out."""
    return ""


def _endings(text: str, texts: OtherTexts) -> str:
    endings = read_endings(text)
    if endings is None:
        return str(texts.recorded(text))
    return write_endings(
        tuple(
            Ending(
                kind=each.kind,
                text=str(texts.free(each.text)),
                on=None if each.on is None else texts.moved(each.on),
            )
            for each in endings
        )
    )


def _with_iso_days(text: str, texts: OtherTexts) -> str:
    def moved(match: re.Match[str]) -> str:
        try:
            return texts.moved(dt.date.fromisoformat(match[0])).isoformat()
        except ValueError:
            return match[0]

    return _ISO_DAY.sub(moved, text)


def change_memory(sheet: Sheet, texts: OtherTexts) -> Sheet:
    """Change the memory; what it knows of netsheet's own columns is left out."""
    rows: list[Sequence[CellValue]] = [list(cells) for cells in sheet.rows[:1]]
    if len(sheet.rows) > 1:
        head = [_with_iso_days(value, texts) if isinstance(value, str) else value for value in sheet.rows[1]]
        at = head.index("Sheet") + 1 if "Sheet" in head else 0
        if at:
            head[at] = texts.sheet_names.get(str(head[at]), "")
        at = head.index("Goals") + 1 if "Goals" in head else 0
        if at:
            head[at] = "; ".join(_goal_past(part, texts) for part in str(head[at]).split("; "))
        rows.append(head)
    rows += [list(cells) for cells in sheet.rows[2:3]]
    for cells in sheet.rows[3:]:
        named: Mapping[str, str] = dict(zip(MEMORY_COLUMNS, map(str, cells), strict=False))
        rows.append([_memory_cell(name, text, texts) if text else "" for name, text in named.items()])
    return plain_sheet(sheet, rows, name=sheet.name)


def _goal_past(text: str, texts: OtherTexts) -> str:
    """Change the name of a goal, in front of its period and its numbers: "call ana week: 2026-03-09 3"."""
    key, mark, numbers = text.rpartition(": ")
    name, gap, period = key.rpartition(" ")
    return f"{plain_phrase(str(texts.small(name)))}{gap}{period}{mark}{numbers}"


def _memory_cell(name: str, text: str, texts: OtherTexts) -> CellValue:
    changes: dict[str, Callable[[str], CellValue]] = {
        "Who exactly": texts.address_keys,
        "Words": lambda text: "; ".join(_memory_words(text, texts)),
        "Shown": lambda _: "",
        "Step": lambda text: _endings(text, texts),
        "First seen": lambda text: "; ".join(_first_seen(text, texts)),
        "Not recorded": texts.recorded,
    }
    return changes[name](text) if name in changes else _with_iso_days(text, texts)


def _first_seen(text: str, texts: OtherTexts) -> Iterator[str]:
    """Change since when something is there: "promise send the article: 2026-03-06", "reply 2026-03-02: 2026-03-06"."""
    for part in text.split("; "):
        name, mark, on = part.rpartition(": ")
        kind, gap, form = name.partition(" ")
        changed = texts.free(form) if kind in {"promise", "news"} else _with_iso_days(form, texts)
        yield f"{kind}{gap}{changed}{mark}{_with_iso_days(on, texts)}"


def _memory_words(text: str, texts: OtherTexts) -> Iterator[str]:
    for part in text.split("; "):
        name, mark, said = part.partition(": ")
        field = FIELD_BY_NAME.get(name)
        if field is not None and field.kind == "text":
            changed = texts.free(said)
        else:
            changed = (
                texts.day(said)
                if field is not None and field.kind not in READ_KINDS
                else texts.words(said, name)
            )
        yield f"{name}{mark}{remembered_text(str(changed))}"
