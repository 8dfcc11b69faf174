"""The text output of ``netsheet import``: each file, then the people and touches it would bring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from rich.text import Text

from netsheet.core.printable import quoted_path
from netsheet.core.values.dates import short_date
from netsheet.present.terminal import console, counted, plain_table, show_line

if TYPE_CHECKING:
    import datetime as dt

    from netsheet.core.imports.import_preview import ImportPreview, PersonPreview, TouchPreview
    from netsheet.core.imports.imported_values import ImportedFile
    from netsheet.core.imports.known_people import Doubt, Proof
    from netsheet.core.model import Person
    from netsheet.pipeline.import_preview_steps import PreviewedImport
    from netsheet.pipeline.import_write import DoneImport

_Item = TypeVar("_Item")
MOST_LINES = 20
MOST_NUMBERS = 5
_HEADINGS = {"email": "E-mail", "linkedin": "LinkedIn"}
MANY_ROWS = 200
"""More new rows than that, and than the log has, are pointed out before they are written."""
_PAST = {"out": "to {who}", "in": "from {who}", "both": "with {who}", "unknown": "with {who}"}


def show_import(done: DoneImport, *, zone: str) -> None:
    """Print what an import did, or would do.

    Args:
        done: the import.
        zone: the time zone in which the days of messages are counted, as messages name it.
    """
    out = console()
    preview, today = done.previewed.preview, done.previewed.opened.today
    _show_files(preview)
    for line in (*_file_remarks(preview.files), *_unread(done.previewed), *done.previewed.remarks):
        show_line(line)
    out.print()
    out.print(Text(_totals(done.previewed), style="bold"), soft_wrap=True)
    if done.written is None and (warning := _warning(done)):
        out.print(warning, soft_wrap=True)
    _show_list("New people", preview.people_of("new"), _new_person)
    _show_list("To decide: perhaps somebody in the log", preview.people_of("to decide"), _undecided)
    known = preview.people_of("known")
    filled = "Empty cells that would be filled" if done.written is None else "Empty cells filled"
    _show_list(filled, [each for each in known if each.fills], _filled)
    _show_list(
        "Different in the log, which stays as it is", [each for each in known if each.differences], _different
    )
    _show_list("New touches", preview.touches_of("new"), lambda touch: _touch(touch, today))
    _show_list("Touches to decide", preview.touches_of("to decide"), lambda touch: _touch(touch, today))
    if preview.no_column:
        fields = ", ".join(f"{name} ({count:,})" for name, count in sorted(preview.no_column.items()))
        out.print(
            f"\nThe log has no column for: {fields}. It is kept in the notes or the history.", soft_wrap=True
        )
    if preview.left_out:
        fields = ", ".join(f"{name} ({count:,})" for name, count in sorted(preview.left_out.items()))
        names = [_HEADINGS.get(name, name.capitalize()) for name in sorted(preview.left_out)]
        columns = f"a column {names[0]}" if len(names) == 1 else f"columns {', '.join(names)}"
        out.print(
            f"\nLeft out for people in the log, because it has no column: {fields}. To keep it, add {columns} first.",
            soft_wrap=True,
        )
    if preview.touches:
        out.print(f"\nDays are those in {zone}.", soft_wrap=True)
    for line in ("", *_hints(preview), *_ending(done)):
        out.print(line, soft_wrap=True)


def _sheet_of(done: DoneImport) -> str:
    log = done.previewed.opened.log
    reading = log.people_reading if done.to == "people" else None
    return (reading or log.reading).sheet


def _warning(done: DoneImport) -> str:
    """Say so where an import would bury the log under new rows."""
    log, count = done.previewed.opened.log, len(done.previewed.preview.people_of("new"))
    is_buried = done.to == "log" and count > max(MANY_ROWS, len(log.reading.record_rows))
    if not is_buried:
        return ""
    instead = (
        "To put them on the sheet with one row for each person, add: --to People"
        if log.people_reading is not None
        else "To keep them apart, add a sheet named People with the headings Name, Company, E-mail and LinkedIn first."
    )
    return f"That is {count:,} new rows below the {len(log.reading.record_rows):,} rows of the log. {instead}"


def _hints(preview: ImportPreview) -> Iterable[str]:
    if undecided := preview.people_of("to decide"):
        name = undecided[0].match.person.shown
        cell = undecided[0].match.candidates[0].place.address
        yield f'Those to decide are left out until you say who they are: --same "{name}={cell}" or --new "{name}"'
    fields = {difference.field for each in preview.people_of("known") for difference in each.differences}
    if fields:
        yield f"To take the other value for a field, add: --update {min(fields)}"


def _ending(done: DoneImport) -> Iterable[str]:
    log = quoted_path(done.previewed.opened.source.path)
    written = done.written
    if written is None:
        count = len(done.previewed.preview.people_of("new"))
        if count:
            yield f"New people would get rows on the sheet “{_sheet_of(done)}”."
        yield f"This is a preview. Nothing was written to {log}. To write it, add: --write"
        return
    rows, lines = len(written.rows), written.refreshed.lines_added
    if not (rows or written.fill_count or lines):
        yield f"Nothing new: {log} has all of it."
        return
    place = f" on the sheet “{written.sheet}”" if rows else ""
    yield (
        f"Added {counted(rows, 'person', 'people')}{place}, filled {counted(written.fill_count, 'cell', 'cells')}, "
        f"and added {counted(lines, 'line', 'lines')} to the history."
    )
    if written.refreshed.is_saved:
        yield f"To take it back: netsheet undo {log}"


def _show_files(preview: ImportPreview) -> None:
    table = plain_table("File", "What it is", "People", "In the log", "Touches", "Left out")
    for column in table.columns[2:]:
        column.justify = "right"
    for file in preview.files:
        numbers = (
            len(file.people),
            preview.count(file, "known"),
            len(file.touches),
            sum(map(len, file.skipped.values())),
        )
        table.add_row(file.file, file.label, *(f"{number:,}" if number else "" for number in numbers))
    console().print(table)


def _file_remarks(files: Sequence[ImportedFile]) -> Iterable[str]:
    for file in files:
        if file.skipped:
            reasons = (f"{reason} ({_numbers(file, numbers)})" for reason, numbers in file.skipped.items())
            yield f"{file.file}: left out: {'; '.join(reasons)}"
        for remark in file.remarks:
            yield f"{file.file}: {remark}"
        if file.unused:
            yield f"{file.file}: not used: {', '.join(file.unused)}"


def _numbers(file: ImportedFile, numbers: Sequence[int]) -> str:
    unit = _UNITS.get(file.code, "row")
    shown = ", ".join(f"{number:,}" for number in numbers[:MOST_NUMBERS])
    more = f" and {len(numbers) - MOST_NUMBERS:,} more" if len(numbers) > MOST_NUMBERS else ""
    return f"{unit} {shown}{more}"


_UNITS = {"vcard": "card", "icalendar": "event", "mail": "message"}


def _unread(previewed: PreviewedImport) -> Iterable[str]:
    """Give the files that bring nothing; those with the same reason on one line."""
    by_reason: dict[str, list[str]] = {}
    for file in previewed.unread:
        by_reason.setdefault(file.reason.partition(";")[0], []).append(file.file)
    for reason, files in by_reason.items():
        shown = ", ".join(files[:MOST_NUMBERS])
        more = f" and {len(files) - MOST_NUMBERS:,} more" if len(files) > MOST_NUMBERS else ""
        yield f"Not read: {shown}{more}: {reason}"


def _totals(previewed: PreviewedImport) -> str:
    preview = previewed.preview
    people = Counter(person.outcome for person in preview.people)
    touches = Counter(touch.outcome for touch in preview.touches)
    text = (
        f"{counted(len(preview.people), 'person', 'people')}: {people['new']:,} new, {people['known']:,} in the log already, "
        f"{people['to decide']:,} to decide."
    )
    if not preview.touches:
        return text
    return (
        f"{text}\n{counted(len(preview.touches), 'touch', 'touches')}: {touches['new']:,} new, "
        f"{touches['logged']:,} in the log already, {touches['to decide']:,} to decide, "
        f"{touches['not in the log']:,} with people who are not in the log."
    )


def _show_list(title: str, items: Sequence[_Item], line: Callable[[_Item], str]) -> None:
    if not items:
        return
    out = console()
    out.print()
    out.print(Text(title, style="bold"), f"({len(items):,})")
    for item in items[:MOST_LINES]:
        show_line(line(item))
    if len(items) > MOST_LINES:
        show_line(f"... and {len(items) - MOST_LINES:,} more; --json lists all")


def _new_person(each: PersonPreview) -> str:
    person = each.match.person
    details = [person.company if person.name else "", *person.emails[:1]]
    details += [f"linkedin.com/in/{person.linkedin}" if person.linkedin else ""]
    return ", ".join(filter(None, (person.shown, *(detail for detail in details if detail != person.shown))))


def _undecided(each: PersonPreview) -> str:
    who = " or ".join(_in_log(person) for person in each.match.candidates)
    why = _WHY[each.match.proof] + (f", but {_BUT[each.match.doubt]}" if each.match.doubt else "")
    return f"{_new_person(each)}: perhaps {who}, {why}"


_WHY: Mapping[Proof, str] = {
    "": "",
    "e-mail": "by the e-mail address",
    "LinkedIn": "by the LinkedIn page",
    "source id": "by the number in the other system",
    "phone": "by the telephone number",
    "name and company": "by name and company",
    "name": "by the name",
}
_BUT: Mapping[Doubt, str] = {
    "": "",
    "another LinkedIn page": "with another LinkedIn page",
    "another name": "with another name",
    "several people": "these are several people",
}


def _in_log(person: Person) -> str:
    known = ", ".join(filter(None, (person.name, person.company if person.company != person.name else "")))
    return f"{known} ({person.place.address})"


def _filled(each: PersonPreview) -> str:
    values = ", ".join(f"{field} “{text}”" for field, text in each.fills.items())
    return f"{_known_name(each)}: {values}"


def _different(each: PersonPreview) -> str:
    pairs = "; ".join(
        f"{field}: yours “{yours}”, there “{theirs}”" for field, yours, theirs in each.differences
    )
    return f"{_known_name(each)}: {pairs}"


def _known_name(each: PersonPreview) -> str:
    return _in_log(each.match.candidates[0])


def _touch(touch: TouchPreview, today: dt.date) -> str:
    what = touch.touch
    times = f", {touch.count:,} of them" if touch.count > 1 else ""
    channel = f" ({what.channel})" if what.channel else ""
    ahead = ", ahead" if touch.is_ahead else ""
    who = _PAST[what.direction].format(who=touch.who)
    return f"{short_date(what.on, today=today)}{ahead}: {what.kind}{channel} {who}{times}"
