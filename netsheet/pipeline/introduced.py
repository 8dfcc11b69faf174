"""What ``netsheet log`` enters: about one person, or for an introduction about two."""

from __future__ import annotations

from dataclasses import replace

from netsheet.core.recording.command_lines import LinePerson
from netsheet.core.recording.done_words import RowPerson
from netsheet.core.recording.introduced_lines import introduced_lines
from netsheet.pipeline.entries import Entry, OptionTexts, PersonEntry, Typed, enter_touch
from netsheet.pipeline.opened import OpenedLog
from netsheet.pipeline.typed_days import NotUnderstoodError
from netsheet.pipeline.typed_names import find_one


def enter_logged(
    opened: OpenedLog,
    typed: Typed,
    *,
    texts: OptionTexts,
    next_text: str | None,
    promise: str | None,
    by: str | None,
    to: str | None,
) -> Entry:
    """Enter what happened with somebody; ``to`` is the other person of an introduction, the rest as ``enter_touch``."""
    entry = enter_touch(opened, typed, texts=texts, next_text=next_text, promise=promise, by=by)
    (one,) = entry.about
    first, *rest = one.lines
    if (first.what == "introduced") != (to is not None):
        raise NotUnderstoodError(
            "An introduction needs the word “introduced” and --to NAME.",
            f"Type: {typed.command} Ana introduced --to Ben",
        )
    if to is None:
        return entry
    other = find_one(opened, [to], f"{typed.command} ... introduced --to")
    if other.key == one.key:
        raise NotUnderstoodError(f"WHO and --to both mean {other.name}.", "Name the other person with --to.")
    line_person = LinePerson(person=RowPerson(name=other.name), who_exactly=opened.recorded.keys_of(other))
    first, second = introduced_lines(first, line_person)
    return replace(
        entry,
        about=(replace(one, lines=(first, *rest)), PersonEntry(key=other.key, lines=(second,))),
    )
