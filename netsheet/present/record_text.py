"""The output of the commands that record something: one line of what changed and what comes next for each person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from netsheet.core.followups.calm import say_upcoming
from netsheet.core.followups.nothing_due import open_promises
from netsheet.core.followups.sentence_words import within
from netsheet.core.printable import quoted_path, quoted_word
from netsheet.core.recording.done_lines import is_unasked
from netsheet.core.recording.endings import write_endings
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.core.values.dates import short_date
from netsheet.present.documents import document
from netsheet.present.line_text import quoted_subject, say_line, say_unasked, say_when
from netsheet.present.refresh_text import say_lines_gone
from netsheet.present.terminal import console, counted, show_conflict_copies

if TYPE_CHECKING:
    from netsheet.core.followups.standing import Standing
    from netsheet.pipeline.entries import PersonEntry, Unchanged
    from netsheet.pipeline.record import RecordedEntry

MOST_PEOPLE = 5

_UNCHANGED: Final[Mapping[Unchanged, str]] = {  # of a person
    "nothing due": "Nothing was due for {name}. What you did that day is recorded already. {next}",
    "closed": "{name} is closed already. {next}",
    "open": "{name} is not closed. {next}",
    "known": "This is in the history already. {name}: {next}",
    "written since": "You have written to {name} since that draft, so nothing was added. {next}",
}


def show_recorded(recorded: RecordedEntry) -> None:
    """Print what was recorded, or would be, and what comes next."""
    out = console()
    is_done = recorded.refreshed is not None and recorded.refreshed.is_saved
    before = "" if is_done or not recorded.entry.lines else "Not written, because of --dry-run: "
    for sentence in _sentences(recorded):
        out.print(f"{before}{sentence}", soft_wrap=True)
    if is_done and any(map(is_unasked, recorded.entry.lines)):
        out.print("  If you sent no message, take it back: netsheet undo", soft_wrap=True)
    if is_done and recorded.is_first:
        out.print(
            f"netsheet added the sheet {HISTORY_SHEET} to your file. It keeps what you did; the history travels with the file.",
            soft_wrap=True,
        )
    if recorded.refreshed is not None:
        for sentence in say_lines_gone(recorded.refreshed):
            out.print(sentence, soft_wrap=True)
        show_conflict_copies(recorded.refreshed.conflict_copies)


def _sentences(recorded: RecordedEntry) -> Iterator[str]:
    entry, today = recorded.entry, recorded.today
    if not (entry.about or entry.own):
        yield (
            "Nothing has been due for long."
            if entry.unchanged == "nothing old"
            else "This is in the history already."
        )
    yield from (_own_sentence(line, recorded) for line in entry.own)
    if len(entry.about) > MOST_PEOPLE and all(person.lines and not person.step for person in entry.about):
        people = counted(len(entry.about), "person", "people")
        said = say_line(entry.about[-1].lines[-1], today)
        yield f"{people}: {said}. See what is left: netsheet due {quoted_path(recorded.log)}"
        return
    for person in entry.about:
        standing = recorded.standings[person.key]
        name, comes = standing.person.name, _next(person, standing, today)
        if not person.lines:
            yield _UNCHANGED[person.unchanged].format(name=name, next=comes)
        elif is_unasked(person.lines[0]):
            yield f"{say_unasked(person.lines[0], name, today)} {comes}"
        elif person.step:
            on = person.lines[0].on
            when = "" if on == today else f" on {short_date(on, today=today)}"
            given = f", with {quoted_subject(person.lines[0])}" if person.lines[0].subject else ""
            yield f"Recorded as done{when} for {name}: {within(person.step)}{given}. {comes}"
        else:
            yield f"{name}: {'; '.join(say_line(line, today) for line in person.lines)}. {comes}"


def _own_sentence(line: HistoryLine, recorded: RecordedEntry) -> str:
    """Say what was written that concerns nobody else."""
    when = say_when(line, recorded.today)
    if line.what == "goal":
        return f"“{line.note}” is counted {when}: {recorded.goal_count:,} this week."
    if line.ends:
        done = "is prepared" if line.what == "kept" else "asks for nothing more"
        return f"{line.note} {done}."
    return f"Your journal has a new line {when}."


def _next(person: PersonEntry, standing: Standing, today: dt.date) -> str:
    """Say what comes next with a person; of somebody who is closed, first what the user still promised."""
    is_closing = person.unchanged == "closed" or any(line.what == "closed" for line in person.lines)
    promises = open_promises(standing.actions) if is_closing or standing.person.is_closed else ""
    if promises:
        return promises if standing.person.is_closed else f"{promises} {_upcoming(person, standing, today)}"
    due = any(action.is_due(today) for action in standing.actions)
    if standing.person.is_closed and not (due or is_closing):
        return f"They are closed. To go on with them: netsheet reopen {quoted_word(standing.person.name)}"
    return _upcoming(person, standing, today)


def _upcoming(person: PersonEntry, standing: Standing, today: dt.date) -> str:
    is_put_off = any(line.what == "snoozed" for line in person.lines)
    return say_upcoming(standing, today=today, is_put_off=is_put_off)


def recorded_json(recorded: RecordedEntry) -> str:
    """Return what a command recorded, and what comes next with each person."""
    refreshed = recorded.refreshed
    return document(
        {
            "workbook": str(recorded.log),
            "today": recorded.today,
            "changed": refreshed is not None and refreshed.is_changed,
            "saved": refreshed is not None and refreshed.is_saved,
            "backup": str(refreshed.backup) if refreshed and refreshed.backup else None,
            "recorded": [_line(line) for line in recorded.entry.lines],
            "people": [
                {
                    "person": standing.person.name,
                    "company": standing.person.company,
                    "done": person.step or None,
                    "unchanged": None if person.lines else person.unchanged.replace(" ", "_"),
                    "status": standing.status,
                    "next_step": standing.next_step or None,
                    "due": standing.due,
                    "why": standing.why,
                }
                for person in recorded.entry.about
                for standing in [recorded.standings[person.key]]
            ],
        }
    )


def _line(line: HistoryLine) -> dict[str, Any]:
    return {
        "day": line.on,
        "who": line.who or None,
        "what": line.what,
        "ends": write_endings(line.ends) or None,
        "channel": line.channel,
        "note": line.note or None,
        "until": line.until,
        "subject": line.subject or None,
        "template": line.template or None,
    }
