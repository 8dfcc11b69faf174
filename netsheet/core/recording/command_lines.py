"""The lines of the history that a command makes.

They are those that the same words make in the cell "Netsheet done": both go through ``done_words.record_parts`` and
``done_lines.compute_line``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from netsheet.core.model import Channel
from netsheet.core.recording.done_lines import compute_line
from netsheet.core.recording.done_parts import Circumstances, NotTaken, Part, TypedDay, read_part
from netsheet.core.recording.done_words import Recorded, RowPerson, record_parts
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.history_words import HistoryWord
from netsheet.core.values.cells import tidy
from netsheet.core.values.done_word_lists import DoneMeaning
from netsheet.core.values.vocabulary import plain_phrase, read_kind

_MEANINGS: Final[Mapping[str, DoneMeaning]] = {
    "wrote": "wrote",
    "replied": "replied",
    "talked": "talked",
    "met": "met",
    "thanked": "thanked",
    "called off": "called off",
}
_PLAIN: Final[Mapping[str, HistoryWord]] = {
    "event": "event",
    "interview": "interview",
    "gave": "gave",
    "asked": "asked",
    "social": "social",
    "introduced": "introduced",
    "news": "news",
}
LOGGED_WORDS: Final = (*_MEANINGS, *_PLAIN)
"""What ``netsheet log`` takes, each a word of the history's column What."""
_HAPPENED: Final[frozenset[DoneMeaning]] = frozenset(
    {*_MEANINGS.values(), "answered them", "they called", "called", "they said not now", "no show", "moved"}
)
"""The words of the cell that say what happened, and decide nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a command says of a touch, other than who and what."""

    on: dt.date | None = None
    channel: Channel | None = None
    note: str = ""
    subject: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePerson:
    """Whom lines are about: their name, the step that is shown, and all their keys (``person_keys.write_keys``)."""

    person: RowPerson
    who_exactly: str


def read_what(text: str, circumstances: Circumstances) -> Part | HistoryWord | NotTaken | None:
    """Read what happened, as ``netsheet log`` takes it; None when it is not known.

    A bare "replied" is theirs, as in the history. Other words are read as in the cell: "they called", "no show".
    """
    phrase = plain_phrase(text)
    if phrase in _MEANINGS:
        return Part(meaning=_MEANINGS[phrase], words=text)
    if phrase in _PLAIN:
        return _PLAIN[phrase]
    kind = read_kind(text)
    if kind is not None and kind[0] == "interview":
        return "interview"
    part = read_part(text, circumstances)
    if not isinstance(part, Part):
        return part
    if part.meaning == "answered":
        part = replace(part, meaning="replied")
    return part if part.meaning in _HAPPENED and not part.note else None


def compute_command_lines(
    happened: Sequence[Part | HistoryWord],
    about: LinePerson,
    details: Details,
    circumstances: Circumstances,
    *,
    how: str,
) -> tuple[HistoryLine, ...] | NotTaken:
    """Return the lines for what a command says of one person.

    Args:
        happened: what happened or was decided, in this order.
        about: whom it is about.
        details: the day, and what else is known of the first of it.
        circumstances: when the command was typed, and how days are written.
        how: the command, as the history says how a line got there.
    """
    recorded: list[Recorded] = []
    for each in happened:
        entries = _record(each, about.person, details.on, circumstances)
        if isinstance(entries, NotTaken):
            return entries
        recorded.extend(entries)
    lines = [
        line
        for entry in recorded
        if (
            line := compute_line(
                entry, who=about.person.name, who_exactly=about.who_exactly, last_refresh_on=None, how=how
            )
        )
    ]
    return (_with_details(lines[0], details), *lines[1:]) if lines else ()


def _record(
    happened: Part | HistoryWord, person: RowPerson, on: dt.date | None, circumstances: Circumstances
) -> tuple[Recorded, ...] | NotTaken:
    if not isinstance(happened, Part):
        return (Recorded(what=happened, on=on or circumstances.today, has_day=on is not None),)
    if on is not None and happened.day is None:
        happened = replace(happened, day=TypedDay(on=on, is_date=True))
    return record_parts((happened,), person.step, circumstances)


def _with_details(line: HistoryLine, details: Details) -> HistoryLine:
    return replace(
        line,
        channel=details.channel or line.channel,
        note="; ".join(filter(None, (line.note, tidy(details.note)))),
        subject=tidy(details.subject),
        template=tidy(details.template),
    )


def compute_promise_line(
    text: str, by: dt.date | None, about: LinePerson, *, on: dt.date, how: str
) -> HistoryLine:
    """Return the line for something that the user has promised to do."""
    return HistoryLine(
        on=on,
        what="promised",
        who=tidy(about.person.name),
        note=tidy(text),
        until=by,
        how=how,
        who_exactly=about.who_exactly,
    )
