"""What is typed into the cell "Netsheet done", read by meaning: what happened, on which day, until when.

A word that says one thing becomes entries for the history. A word that could mean two things, or a day that could be
two, is never guessed at: it is ``NotTaken``, which says why and what to type instead.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from netsheet.core.grid import CellValue
from netsheet.core.model import Channel
from netsheet.core.recording.done_alone import read_alone
from netsheet.core.recording.done_parts import (
    Circumstances,
    NotTaken,
    Part,
    is_unread_plan,
    read_part,
    read_sent,
    read_weekday_ahead,
)
from netsheet.core.recording.endings import Ending, StepKind, ending_of
from netsheet.core.recording.history_words import NOT_NOW, HistoryWord
from netsheet.core.values.cells import tidy
from netsheet.core.values.done_word_lists import DoneMeaning
from netsheet.core.values.person_names import name_key
from netsheet.core.values.vocabulary import plain_phrase, read_channel

_SPLIT = re.compile(r"\s*(?:[,;](?!\s*\d{4}(?![\d./-]))|(?<!\d):|:(?!\d)|\s[-\u2013\u2014](?=\s))\s*")
"""Between parts: "they replied, 2 weeks", "Ben: done"; not inside "Nov 12, 2026" nor in a time such as 14:30."""

_MESSAGES: Final[frozenset[StepKind]] = frozenset(
    {"reply", "follow_up", "contact", "nudge", "check_in", "reconnect", "find_address"}
)
"""The steps that are done by writing to the person."""

_DONE: Final[dict[StepKind, HistoryWord]] = {
    **dict.fromkeys(_MESSAGES, "wrote"),
    "wish": "wished",
    "congratulate": "wished",
    "thank": "thanked",
    "thank_referrer": "thanked",
    "promise": "kept",
    "prepare": "kept",
    "decide": "kept open",
    "meeting": "met",
}
"""What "done" says of each step."""

_HAPPENED: Final[dict[DoneMeaning, HistoryWord]] = {
    "replied": "replied",
    "they called": "replied",
    "they said not now": "replied",
    "answered them": "wrote",
    "wrote": "wrote",
    "called": "wrote",
    "talked": "talked",
    "met": "met",
    "thanked": "thanked",
    "close": "closed",
    "reopen": "reopened",
    "keep": "kept open",
    "called off": "called off",
    "no show": "called off",
    "moved": "called off",
    "planned": "called off",
    "wished": "wished",
    "until": "snoozed",
}
_AHEAD: Final[frozenset[DoneMeaning]] = frozenset({"until", "moved", "planned"})
"""What names a day to come."""
_NOTED: Final[Mapping[DoneMeaning, str]] = {"no show": "no show", "they said not now": NOT_NOW}
"""What the note keeps of a part, where its word in the history says less."""
_OFF: Final[frozenset[DoneMeaning]] = frozenset({"called off", "no show"})
_MEETING_STEPS: Final[frozenset[StepKind]] = frozenset({"meeting", "thank"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """The next step that the row showed when the word was typed. ``ending`` names it in the history."""

    kind: StepKind
    due: dt.date | None = None
    ending: Ending | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPerson:
    """A person of the row, and the next step that is theirs.

    ``new_reply``: the answer to a reply that the row has since then.
    """

    name: str
    step: ShownStep | None = None
    new_reply: ShownStep | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One thing that a word says happened, or was decided.

    Attributes:
        what: as the history says it.
        on: the day.
        has_day: whether the day was typed; else it is today's, and may have been any since the last refresh.
        until: the day that something is put off or moved to.
        channel: where the word says how.
        note: what followed the part that was understood, as it was typed.
        who: the person who was named; None for the one that the row shows.
        ends: the step that is over with it.
        is_step: whether it is the message that the row asked for, other than a reply: it was sent before whatever
            came in since the row asked.
        is_unasked: whether it is a bare "done" in a row that showed no step.
        is_planned: whether it is a meeting that is agreed, next to which one that is over stays.
    """

    what: HistoryWord
    on: dt.date
    has_day: bool = False
    until: dt.date | None = None
    channel: Channel | None = None
    note: str = ""
    who: str | None = None
    ends: tuple[Ending, ...] = ()
    is_step: bool = False
    is_unasked: bool = False
    is_planned: bool = False


def read_done(
    value: CellValue, *, people: Sequence[RowPerson], circumstances: Circumstances
) -> tuple[Recorded, ...] | NotTaken:
    """Read the cell "Netsheet done" of one row; () where nothing is typed (or a tick box is not ticked).

    Args:
        value: the cell.
        people: the row's people, first the one whose step the row shows.
        circumstances: when it was typed, and how days are written.
    """
    if not isinstance(value, str):
        typed = [] if value is False else [_Typed(value, str(value))]
    else:
        typed = list(_split(tidy(value)))
    who: RowPerson | None = None
    if len(typed) > 1 and not isinstance(read_part(typed[0].part, circumstances), Part):
        named = _find_named(str(typed[0].part), people)
        if len(named) > 1:
            return NotTaken(reason="several people", seen=str(typed[0].part))
        if named:
            who, typed = named[0], typed[1:]
    read = _read_parts(typed, people, circumstances)
    if isinstance(read, NotTaken):
        return read
    who = who or read.who
    is_named, who = who is not None, who or next(iter(people), None)
    recorded = record_parts(
        read.parts, who.step if who else None, circumstances, new_reply=who.new_reply if who else None
    )
    if isinstance(recorded, NotTaken) or not recorded:
        return recorded or ()
    name = who.name if who and is_named else None
    first, *rest = (replace(entry, who=name) for entry in recorded)
    return (replace(first, note="; ".join(filter(None, (first.note, read.note)))), *rest)


class _Typed(NamedTuple):
    """A part of the cell, and everything from there on, as it was typed."""

    part: CellValue
    onwards: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Understood:
    """The parts that were understood, the note after them, and the person who is the subject of the first."""

    parts: tuple[Part, ...]
    note: str = ""
    who: RowPerson | None = None


def _split(text: str) -> Iterator[_Typed]:
    start = 0
    for match in _SPLIT.finditer(text):
        if match.start() > start:
            yield _Typed(text[start : match.start()], text[start:])
        start = match.end()
    if start < len(text):
        yield _Typed(text[start:], text[start:])


def _find_named(text: str, people: Sequence[RowPerson]) -> list[RowPerson]:
    """Find the people whose whole name, or some words of it, the text is."""
    words = set(name_key(text).split())
    if not words:
        return []
    exact = [person for person in people if name_key(person.name) == name_key(text)]
    return exact or [person for person in people if words <= set(name_key(person.name).split())]


def _read_parts(
    typed: Sequence[_Typed], people: Sequence[RowPerson], circumstances: Circumstances
) -> _Understood | NotTaken:
    """Read part by part. The first that is not understood, and all after it, is the note."""
    parts: list[Part] = []
    who: RowPerson | None = None
    if len(typed) == 1 and (weekday := read_weekday_ahead(typed[0].part, circumstances)) is not None:
        return _Understood(parts=(weekday,))
    for part, onwards in typed:
        read = read_part(part, circumstances)
        if read is None and isinstance(part, str) and not parts:
            read, who = _read_with_subject(part, people, circumstances)
            shown = next((each.step for each in people if each.step is not None), None)
            read = read or read_sent(part) or read_alone(part, shown.kind if shown else None)
        if isinstance(read, NotTaken):
            return read
        if read is None:
            if not parts or is_unread_plan(str(part), circumstances):
                return NotTaken(reason="unknown", seen=str(part))
            return _Understood(parts=tuple(parts), note=onwards, who=who)
        if parts and read.is_past_day and parts[-1].can_take_day:
            parts[-1] = replace(parts[-1], day=read.day)
        elif parts and parts[-1].is_past_day and read.can_take_day:  # "12 Nov: they replied"
            parts[-1] = replace(read, day=parts[-1].day)
        else:
            parts.append(read)
    return _Understood(parts=tuple(parts), who=who)


def _read_with_subject(
    text: str, people: Sequence[RowPerson], circumstances: Circumstances
) -> tuple[Part | NotTaken | None, RowPerson | None]:
    """Read "Ben replied" as "they replied" of Ben, and "rang Ben" as "rang him", where he is one of the row's people."""
    words = text.split()
    for start in range(1, len(words)):
        named = _find_named(" ".join(words[start:]), people)
        if len(named) == 1:
            read = read_part(f"{' '.join(words[:start])} them", circumstances)
            return read, named[0] if read is not None else None
    for count in range(len(words) - 1, 0, -1):
        named = _find_named(" ".join(words[:count]), people)
        if len(named) == 1:
            rest = " ".join(words[count:])
            return read_part(f"they {rest}", circumstances) or read_part(rest, circumstances), named[0]
    return None, None


def record_parts(
    parts: Sequence[Part],
    step: ShownStep | None,
    circumstances: Circumstances,
    *,
    new_reply: ShownStep | None = None,
) -> tuple[Recorded, ...] | NotTaken:
    """Say what the parts record of the person to whom the row shows a step; why not, when a day does not fit.

    Next to a reply that is new, ``new_reply``, a bare "answered" is the user's answer.
    """
    recorded: list[Recorded] = []
    is_put_off = any(part.meaning == "until" for part in parts)
    for part in parts:
        fault = part.fault(circumstances)
        if fault is not None:
            return fault
        about = new_reply if new_reply is not None and part.meaning == "answered" else step
        entry = _entry(part, about, circumstances)
        recorded.append(entry)
        if part.meaning == "they said not now" and not is_put_off:
            recorded.append(_put_off(entry, circumstances))
    return tuple(_once(recorded))


def _once(recorded: Sequence[Recorded]) -> Iterator[Recorded]:
    """Join what two parts say of the same touch, such as "called, no answer" or "done, sent by e-mail"."""
    left = list(recorded)
    while left:
        first = left.pop(0)
        for other in [each for each in left if _is_same(first, each)]:
            left.remove(other)
            first = replace(
                first,
                channel=first.channel or other.channel,
                note="; ".join(dict.fromkeys(filter(None, (first.note, other.note)))),
                is_step=first.is_step or other.is_step,
                is_unasked=first.is_unasked and other.is_unasked,
            )
        yield first


def _is_same(one: Recorded, other: Recorded) -> bool:
    """Whether two entries are one: they differ at most in what only one of them says."""
    return (one.what, one.on, one.until, one.ends) == (other.what, other.on, other.until, other.ends) and (
        one.channel is None or other.channel is None or one.channel == other.channel
    )


def _entry(part: Part, step: ShownStep | None, circumstances: Circumstances) -> Recorded:
    today = circumstances.today
    until = part.day.on if part.day and part.meaning in _AHEAD else None
    day = part.day.on if part.day and until is None else _meeting_day(part, step, today)
    on = day or today
    what = _what(part, step, on)
    return Recorded(
        what=what,
        on=min(on, today),
        has_day=day is not None,
        until=until,
        channel=_channel(part),
        note="; ".join(filter(None, (_NOTED.get(part.meaning), part.note))),
        ends=_ends(part, what, step, on),
        is_unasked=part.meaning == "done" and step is None,
        is_planned=part.meaning == "planned",
        is_step=part.meaning == "done" and step is not None and step.kind in _MESSAGES - {"reply"},
    )


def _meeting_day(part: Part, step: ShownStep | None, today: dt.date) -> dt.date | None:
    """Return the day of the meeting that "done" says took place: it is the meeting's own, whenever that is typed."""
    is_over = step is not None and step.kind == "meeting" and step.due is not None and step.due <= today
    is_said = part.meaning in {"done", "met", "talked"} and part.day is None
    return step.due if step is not None and is_over and is_said else None


def _what(part: Part, step: ShownStep | None, on: dt.date) -> HistoryWord:
    """Say what a part records."""
    if part.meaning == "done":
        return "wrote" if step is None or _is_still_ahead(step, on) else _DONE[step.kind]
    if part.meaning == "answered":
        return "wrote" if step and step.kind == "reply" else "replied"
    return _HAPPENED[part.meaning]


def _is_still_ahead(step: ShownStep, on: dt.date) -> bool:
    """Whether the step is a meeting that was still to come on a day."""
    return step.kind == "meeting" and step.due is not None and on < step.due


def _ends(part: Part, what: HistoryWord, step: ShownStep | None, on: dt.date) -> tuple[Ending, ...]:
    """Say what a part ends: mostly the step that was shown, when it is of that kind."""
    if what == "called off":
        if part.day and part.meaning in _OFF:
            return (ending_of("meeting", on=part.day.on),)
        is_ended = part.meaning != "planned" and step is not None and step.kind in _MEETING_STEPS
    elif step is None or _is_still_ahead(step, on):
        return ()
    elif part.meaning == "done":
        is_ended = True
    else:
        # Something older than the step may have nothing to do with it: then the rules decide.
        is_of_its_time = part.day is None or step.due is None or on >= step.due
        is_ended = is_of_its_time and (what == _DONE[step.kind])
    return (step.ending,) if is_ended and step and step.ending else ()


def _channel(part: Part) -> Channel | None:
    if part.meaning in {"called", "they called"}:
        return "phone"
    found = read_channel(plain_phrase(part.words)) if part.meaning == "wrote" else None
    return found[0] if found else None


def _put_off(entry: Recorded, circumstances: Circumstances) -> Recorded:
    until = circumstances.calendar.add_days(entry.on, circumstances.not_now_days)
    return Recorded(what="snoozed", on=entry.on, has_day=entry.has_day, until=until)
