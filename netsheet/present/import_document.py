"""The JSON output of ``netsheet import``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from netsheet.core.imports.import_preview import values_of
from netsheet.present.documents import document, place_fields

if TYPE_CHECKING:
    from netsheet.core.imports.import_preview import ImportPreview, PersonPreview, TouchPreview
    from netsheet.core.imports.imported_values import FilePlace, ImportedFile
    from netsheet.core.model import Person
    from netsheet.pipeline.add_to_log import AddedRow
    from netsheet.pipeline.import_write import DoneImport


def import_json(done: DoneImport) -> str:
    """Return what an import did or would do."""
    previewed, written = done.previewed, done.written
    preview = previewed.preview
    return document(
        {
            "workbook": str(previewed.opened.source.path),
            "today": previewed.opened.today,
            "to": done.to,
            "written": written is not None and written.refreshed.is_saved,
            "backup": None if written is None else written.refreshed.backup,
            "added": [] if written is None else [_row(row) for row in written.rows],
            "sheet": None if written is None else written.sheet or None,
            "filled": 0 if written is None else written.fill_count,
            "history_lines": 0 if written is None else written.refreshed.lines_added,
            "totals": {
                "people": dict(Counter(person.outcome for person in preview.people)),
                "touches": dict(Counter(touch.outcome for touch in preview.touches)),
            },
            "files": [_file(file, preview) for file in preview.files],
            "not_read": [{"file": file.file, "reason": file.reason} for file in previewed.unread],
            "remarks": list(previewed.remarks),
            "people": [_person(person) for person in preview.people],
            "touches": [_touch(touch) for touch in preview.touches],
            "no_column": dict(preview.no_column),
            "left_out": dict(preview.left_out),
        }
    )


def _row(row: AddedRow) -> dict[str, Any]:
    return {"name": row.name, "row": row.row}


def _file(file: ImportedFile, preview: ImportPreview) -> dict[str, Any]:
    return {
        "file": file.file,
        "kind": file.code,
        "label": file.label,
        "people": len(file.people),
        "in_log": preview.count(file, "known"),
        "touches": len(file.touches),
        "left_out": [
            {"reason": reason, "numbers": list(numbers)} for reason, numbers in file.skipped.items()
        ],
        "not_used": list(file.unused),
        "remarks": list(file.remarks),
    }


def _person(each: PersonPreview) -> dict[str, Any]:
    person = each.match.person
    return {
        "name": person.name,
        "outcome": each.outcome,
        "by": each.match.proof or None,
        "doubt": each.match.doubt or None,
        "in_log": [_in_log(candidate) for candidate in each.match.candidates],
        "emails": list(person.emails),
        "phones": list(person.phones),
        "source_id": person.source_id or None,
        "values": dict(values_of(person)),
        "fills": dict(each.fills),
        "differences": [difference._asdict() for difference in each.differences],
        "from": [_place(row.place) for row in each.match.rows],
    }


def _in_log(person: Person) -> dict[str, Any]:
    return {"person": person.name, "company": person.company, **place_fields(person.place)}


def _place(place: FilePlace) -> dict[str, Any]:
    return {"file": place.file, place.unit: place.number}


def _touch(each: TouchPreview) -> dict[str, Any]:
    touch = each.touch
    return {
        "person": each.who,
        "outcome": each.outcome,
        "on": touch.on,
        "ahead": each.is_ahead,
        "direction": touch.direction,
        "kind": touch.kind,
        "channel": touch.channel,
        "subject": touch.subject or None,
        "event": touch.event or None,
        "count": each.count,
        "from": _place(touch.place),
    }
