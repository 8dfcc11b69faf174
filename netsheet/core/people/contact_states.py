"""The state of the contact that each record reports: closed, paused, not contacted or open.

A row's status, outcome and response words may disagree; the strongest one counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from netsheet.core.columns.column import Column
from netsheet.core.columns.column_values import finding_at
from netsheet.core.model import MEETINGS, ClosedBy, ContactState, Finding, Place
from netsheet.core.people.answers import Words
from netsheet.core.people.unfolded import Basis, Said, Unfolded
from netsheet.core.values.answer_sentences import read_answer_words
from netsheet.core.values.sentence_days import named_days, read_until

_NOTES_LAST_DAYS = 90
"""In a row whose newest day is farther away than this a note is not about what is due now."""
_LONGEST_WORD_IN_NOTES = 50
"""A longer note is a story."""
_STRONGEST: tuple[ContactState, ...] = ("closed", "paused", "not contacted", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedState:
    """What a record says about the state of the contact.

    Attributes:
        is_status: whether a status or outcome says so, which holds until a newer row says otherwise; a response
            word counts for its own row only.
        place: the cell that says so; None where a single word leaves the contact open.
        paused_until: the day next to a word that parks the contact: in its own cell, else the row's own follow-up date.
        closed_by: what closed the contact that they did.
        agreed_meeting: the cell that says a meeting is agreed, where the row has no day for one; else None.
        is_answered: whether a word says that the user made the next move.
        is_opt_out: whether a word says that the person must not be contacted any more.
    """

    state: ContactState
    is_status: bool
    place: Place | None = None
    paused_until: dt.date | None = None
    closed_on: dt.date | None = None
    closed_by: ClosedBy | None = None
    agreed_meeting: Place | None = None
    is_answered: bool = False
    is_opt_out: bool = False


def read_states(
    basis: Basis, so_far: Unfolded, *, status: Words, outcome: Words, answers: Words
) -> Mapping[int, ReportedState]:
    """Return the state for each record that has a word about it."""
    states = {}
    for position in {*status, *outcome, *answers}:
        words = [words[position] for words in (status, outcome, answers) if position in words]
        is_status = position in status or position in outcome
        states[position] = _strongest(basis, so_far, position, words, is_status=is_status)
    return states


def find_said_in_notes(
    basis: Basis, so_far: Unfolded, states: Mapping[int, ReportedState]
) -> Iterator[Finding]:
    """Find notes that say what ends a contact, in rows that are still open: notes say much, so they close nobody."""
    for column in basis.table.columns_of("notes"):
        for position, text in basis.table.filled(column):
            newest, state = so_far.newest_day(position), states.get(position)
            is_live = newest is not None and (basis.today - newest).days <= _NOTES_LAST_DAYS
            is_word = len(text) <= _LONGEST_WORD_IN_NOTES
            if not is_live or not is_word or (state is not None and state.state == "closed"):
                continue
            meaning = read_answer_words(text, basis.words)
            if meaning is not None and (meaning.closed_by or meaning.has_bounced):
                yield finding_at(basis.table, "said-in-notes", position, column, seen=text)


def _strongest(
    basis: Basis, so_far: Unfolded, position: int, words: list[Said], *, is_status: bool
) -> ReportedState:
    meaning, column = min(words, key=lambda said: _STRONGEST.index(said.meaning.state))
    agreed = _agreed_meeting(basis, so_far, position, words)
    is_answered = any(said.meaning.is_answered for said in words)
    if len(words) == 1 and meaning.state == "open":
        return ReportedState(
            state="open", is_status=is_status, agreed_meeting=agreed, is_answered=is_answered
        )
    days = [touch.on for touch in so_far.touches[position] if touch.on]
    return ReportedState(
        state=meaning.state,
        place=basis.table.place(position, column),
        is_status=is_status,
        paused_until=_paused_until(basis, so_far, position, column) if meaning.state == "paused" else None,
        closed_on=max(days, default=None) if meaning.state == "closed" else None,
        closed_by=meaning.closed_by,
        agreed_meeting=agreed if meaning.state == "open" else None,
        is_answered=is_answered,
        is_opt_out=any(said.meaning.is_opt_out for said in words),
    )


def _agreed_meeting(basis: Basis, so_far: Unfolded, position: int, words: list[Said]) -> Place | None:
    has_met = any(touch.kind in MEETINGS and touch.direction == "both" for touch in so_far.touches[position])
    if has_met or position in so_far.meetings_ahead:
        return None
    columns = (said.column for said in words if said.meaning.is_meeting)
    return next((basis.table.place(position, column) for column in columns), None)


def _paused_until(basis: Basis, so_far: Unfolded, position: int, column: Column) -> dt.date | None:
    plans = so_far.follow_ups.get(position, ())
    after = so_far.newest_day(position) or basis.today
    text = basis.table.text(position, column)
    day = read_until(text, order=basis.date_order, after=after)
    named = (each.on for each in named_days(text, order=basis.date_order, near=after))
    day = day or next((on for on in named if on is not None and on > after), None)
    return day or min((plan.on for plan in plans if not plan.is_done), default=None)
