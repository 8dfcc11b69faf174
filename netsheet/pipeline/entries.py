"""What each command that records something enters into the history: from typed words to lines. Writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from netsheet.core.followups.due import is_old
from netsheet.core.followups.step_endings import ending_of_action
from netsheet.core.printable import quoted_word
from netsheet.core.recording.closings import application_at, application_ending
from netsheet.core.recording.command_lines import (
    LOGGED_WORDS,
    Details,
    LinePerson,
    compute_command_lines,
    compute_promise_line,
    read_what,
)
from netsheet.core.recording.done_parts import NotTaken, Part, TypedDay
from netsheet.core.recording.done_words import RowPerson, ShownStep
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.typed_words import with_channel
from netsheet.core.text import nearest_name
from netsheet.core.values.cells import tidy
from netsheet.pipeline.typed_days import (
    NotUnderstoodError,
    circumstances_of,
    day_ahead,
    is_day_ahead,
    not_taken,
    past_day,
)
from netsheet.pipeline.typed_names import find_one, find_several, split_who

if TYPE_CHECKING:
    import datetime as dt

    from netsheet.core.followups.actions import Action
    from netsheet.core.followups.standing import Standing
    from netsheet.core.model import Channel, Person
    from netsheet.core.recording.endings import Ending
    from netsheet.core.recording.history_words import HistoryWord
    from netsheet.core.values.done_word_lists import DoneMeaning
    from netsheet.pipeline.opened import OpenedLog


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A command as it was typed.

    Attributes:
        command: its beginning, to be typed again: "netsheet done log.xlsx".
        how: the command alone, as the history says how a line got there: "netsheet done".
        words: the words behind it, without the log.
    """

    command: str
    how: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionTexts:
    """What the options of a command say of what happened; the day is still text."""

    on: str | None = None
    channel: Channel | None = None
    note: str = ""
    subject: str = ""
    template: str = ""


Unchanged = Literal["nothing due", "nothing old", "closed", "open", "known", "written since"]
"""Why there is nothing to enter.

No step was due, or for long; they are closed already; they are not; it is there already; the user wrote to them since.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """What a command enters about one person.

    Attributes:
        key: the person's.
        lines: the new lines of the history.
        step: the words of the step that is done with them; "" for everything else.
        unchanged: why, where there are no lines.
    """

    key: str
    lines: tuple[HistoryLine, ...] = ()
    step: str = ""
    unchanged: Unchanged = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a command enters.

    Attributes:
        about: about people.
        own: lines that concern nobody else (the journal, a goal).
        unchanged: why, where there is neither.
    """

    about: tuple[PersonEntry, ...] = ()
    own: tuple[HistoryLine, ...] = ()
    unchanged: Unchanged = "known"

    @property
    def lines(self) -> tuple[HistoryLine, ...]:
        """All new lines."""
        return (*self.own, *(line for person in self.about for line in person.lines))

    def without(self, known: Collection[HistoryLine]) -> Entry:
        """Leave out the lines that the history has already, word for word, however they got there."""
        bare = {_bare(line) for line in known}

        def new(lines: Iterable[HistoryLine]) -> tuple[HistoryLine, ...]:
            return tuple(line for line in lines if _bare(line) not in bare)

        about = tuple(replace(person, lines=new(person.lines)) for person in self.about)
        return replace(self, about=about, own=new(self.own))


def _bare(line: HistoryLine) -> HistoryLine:
    return replace(line, place=None, how="")


def enter_done(opened: OpenedLog, typed: Typed, *, texts: OptionTexts) -> Entry:
    """Enter that the next step with each named person is done; a message to those with whom nothing is due, once a day."""
    details = details_of(opened, texts)
    people = find_several(opened, typed.words, typed.command)
    return Entry(about=tuple(_done_or_written(opened, typed, person.key, details) for person in people))


def _done_or_written(opened: OpenedLog, typed: Typed, key: str, details: Details) -> PersonEntry:
    entry, person = step_done(opened, typed, key, details=details), _standing(opened, key).person
    is_known = not details.note and opened.recorded.is_done_on(person, details.on or opened.today)
    return (
        entry if entry.lines or is_known else message_sent(opened, typed, key, details=details, word="done")
    )


def step_done(
    opened: OpenedLog, typed: Typed, key: str, *, details: Details, as_of: dt.date | None = None
) -> PersonEntry:
    """Enter that the next step with one person is done; nothing when none is due.

    Args:
        opened: the log.
        typed: the command.
        key: the person's.
        details: the day, and what else is known.
        as_of: only a step that was due on this day already; None for today.
    """
    standing = _standing(opened, key)
    action = _due_action(standing, opened)
    if action is None or (as_of is not None and action.due is not None and not action.is_due(as_of)):
        return PersonEntry(key=key, unchanged="nothing due")
    about = _line_person(opened, standing, action)
    done = Part(meaning="done", words="done")
    lines = _lines(opened, typed, standing.person, about, [done], details=details)
    return PersonEntry(key=key, lines=lines, step=action.next_step)


def message_sent(
    opened: OpenedLog, typed: Typed, key: str, *, details: Details, word: Literal["wrote", "done"] = "wrote"
) -> PersonEntry:
    """Enter a message to one person that no step asked for; one that is only called "done" starts no reminder."""
    standing = _standing(opened, key)
    about = _line_person(opened, standing, None)
    wrote = Part(meaning=word, words=word)
    return PersonEntry(key=key, lines=_lines(opened, typed, standing.person, about, [wrote], details=details))


def enter_touch(
    opened: OpenedLog,
    typed: Typed,
    *,
    texts: OptionTexts,
    next_text: str | None,
    promise: str | None,
    by: str | None,
) -> Entry:
    """Enter what happened with somebody, what was promised to them, and when to come back to it."""
    circumstances = circumstances_of(opened)
    who, text = split_who(
        opened, typed.words, typed.command, lambda words: read_what(words, circumstances) is not None
    )
    what = read_what(text, circumstances)
    if what is None:
        raise _unknown_what(typed)
    if isinstance(what, NotTaken):
        raise not_taken(what)
    if isinstance(what, Part) and what.day is not None and texts.on is not None:
        raise NotUnderstoodError(
            f"“{what.words}” has a day, and --on has another.",
            "Type the day once: with --on, or behind the word.",
        )
    standing = _named(opened, typed, who)
    happened: list[Part | HistoryWord] = [what]
    if next_text is not None:
        happened.append(_put_off(day_ahead(next_text, opened)))
    details = details_of(opened, texts)
    about = _line_person(opened, standing, _due_action(standing, opened))
    lines = _lines(opened, typed, standing.person, about, happened, details=details)
    if promise is not None:
        by_day = None if by is None else day_ahead(by, opened)
        lines += (compute_promise_line(promise, by_day, about, on=details.on or opened.today, how=typed.how),)
    return _about(standing, lines)


def enter_snooze(opened: OpenedLog, typed: Typed) -> Entry:
    """Enter that the next step with somebody is put off."""
    who, until = split_who(opened, typed.words, typed.command, lambda words: is_day_ahead(words, opened))
    return _put_off_entry(opened, typed, [_named(opened, typed, who)], day_ahead(until, opened))


def enter_snooze_old(opened: OpenedLog, typed: Typed, *, until: str) -> Entry:
    """Enter that everything is put off that has been due for long."""
    old = [
        standing
        for standing in opened.standings
        if any(
            action.is_due(opened.today)
            and action.kind not in {"promise", "meeting"}  # they keep their own day
            and is_old(action, opened.today, opened.calendar)
            for action in standing.actions
        )
    ]
    return _put_off_entry(opened, typed, old, day_ahead(until, opened))


def _put_off_entry(opened: OpenedLog, typed: Typed, standings: Iterable[Standing], until: dt.date) -> Entry:
    entries = []
    for standing in standings:
        about = _line_person(opened, standing, _due_action(standing, opened))
        lines = _lines(opened, typed, standing.person, about, [_put_off(until)], details=Details())
        entries.append(PersonEntry(key=standing.person.key, lines=lines))
    return Entry(about=tuple(entries), unchanged="nothing old")


def _put_off(until: dt.date) -> Part:
    return Part(meaning="until", words="until", day=TypedDay(on=until))


def enter_close(opened: OpenedLog, typed: Typed, *, row: int | None, note: str) -> Entry:
    """Enter that somebody is closed, or the application of one of their rows; nothing when it is closed already."""
    standing = _named(opened, typed, typed.words, row=row)
    person, place = standing.person, None if row is None else (opened.log.reading.sheet, row)
    about = None if place is None else application_at(person, place)
    ends = application_ending(person, place)
    is_closed = about.is_closed if about is not None and ends else person.is_closed
    return _decision(opened, typed, standing, "close", note=note, is_new=not is_closed, ends=ends)


def enter_reopen(opened: OpenedLog, typed: Typed) -> Entry:
    """Enter that the user goes on with somebody of whom something was closed; nothing when nothing was."""
    standing = _named(opened, typed, typed.words)
    person = standing.person
    is_closed = person.is_closed or any(each.is_closed for each in person.applications)
    return _decision(opened, typed, standing, "reopen", is_new=is_closed)


def _decision(
    opened: OpenedLog,
    typed: Typed,
    standing: Standing,
    meaning: DoneMeaning,
    *,
    is_new: bool,
    note: str = "",
    ends: tuple[Ending, ...] = (),
) -> Entry:
    if not is_new:
        unchanged: Unchanged = "closed" if meaning == "close" else "open"
        return Entry(about=(PersonEntry(key=standing.person.key, unchanged=unchanged),))
    about = _line_person(opened, standing, _due_action(standing, opened))
    part, details = Part(meaning=meaning, words=meaning), Details(note=note)
    lines = _lines(opened, typed, standing.person, about, [part], details=details)
    return _about(standing, tuple(replace(line, ends=ends) for line in lines))


def enter_journal(opened: OpenedLog, typed: Typed, *, on: str | None) -> Entry:
    """Enter a line that concerns nobody."""
    return Entry(own=(_own_line(opened, typed, "journal", " ".join(typed.words), on),))


def enter_goal(opened: OpenedLog, typed: Typed, *, goal: str, on: str | None) -> Entry:
    """Enter one more for a goal that the user keeps by hand."""
    return Entry(own=(_own_line(opened, typed, "goal", goal, on),))


def _own_line(opened: OpenedLog, typed: Typed, what: HistoryWord, text: str, on: str | None) -> HistoryLine:
    day = opened.today if on is None else past_day(on, opened)
    return HistoryLine(on=day, what=what, note=tidy(text), how=typed.how)


def _about(standing: Standing, lines: tuple[HistoryLine, ...]) -> Entry:
    return Entry(about=(PersonEntry(key=standing.person.key, lines=lines),))


def _named(opened: OpenedLog, typed: Typed, who: Sequence[str], *, row: int | None = None) -> Standing:
    """Find how things are with the one person named; what is typed behind the name is kept in the hint."""
    person = find_one(opened, who, typed.command, then=typed.words[len(who) :], row=row)
    return _standing(opened, person.key)


def _standing(opened: OpenedLog, key: str) -> Standing:
    found = next((standing for standing in opened.standings if standing.person.key == key), None)
    return found or opened.standing_of(next(each for each in opened.log.collected if each.key == key))


def _due_action(standing: Standing, opened: OpenedLog) -> Action | None:
    """Return the next step: the first that is on the due list with a person."""
    is_this_week = any(tie.person.key == standing.person.key for tie in opened.dormant_ties)
    return next(
        (
            action
            for action in standing.actions
            if action.is_due(opened.today) or (action.kind == "reconnect" and is_this_week)
        ),
        None,
    )


def _line_person(opened: OpenedLog, standing: Standing, action: Action | None) -> LinePerson:
    step = None
    if action is not None:
        ending = ending_of_action(action, standing.history)
        step = ShownStep(kind=action.kind, due=action.due, ending=ending)
    return LinePerson(
        person=RowPerson(name=standing.person.name, step=step),
        who_exactly=opened.recorded.keys_of(standing.person),
    )


def details_of(opened: OpenedLog, texts: OptionTexts) -> Details:
    """Read what the options say of what happened.

    Raises:
        NotUnderstoodError: when the day is not one that has been.
    """
    return Details(
        on=None if texts.on is None else past_day(texts.on, opened),
        channel=texts.channel,
        note=texts.note,
        subject=texts.subject,
        template=texts.template,
    )


def _lines(
    opened: OpenedLog,
    typed: Typed,
    person: Person,
    about: LinePerson,
    happened: Sequence[Part | HistoryWord],
    *,
    details: Details,
) -> tuple[HistoryLine, ...]:
    lines = compute_command_lines(happened, about, details, circumstances_of(opened), how=typed.how)
    if isinstance(lines, NotTaken):
        raise not_taken(lines)
    is_step = about.person.step is not None and any(
        isinstance(each, Part) and each.meaning == "done" for each in happened
    )
    return tuple(with_channel(line, person, is_step=is_step) for line in lines)


def _unknown_what(typed: Typed) -> NotUnderstoodError:
    words = [word.replace(" ", "-") for word in LOGGED_WORDS]
    near = nearest_name(typed.words[-1], words)
    if near:
        hint = " ".join(["Type:", typed.command, *map(quoted_word, typed.words[:-1]), near])
    else:
        hint = f"WHAT comes last and is one of: {', '.join(words)}."
    return NotUnderstoodError(f"“{typed.words[-1]}” does not say what happened.", hint)
