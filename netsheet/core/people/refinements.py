"""What the words of a row say about the touches that its days made: invitations, acceptances, calls, a no."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from netsheet.core.model import Mood, Touch
from netsheet.core.people.unfolded import Basis, Said, Unfolded
from netsheet.core.values.meeting_words import names_job_interview
from netsheet.core.values.sentence_days import day_after_promise, read_until
from netsheet.core.values.vocabulary import Meaning

Row = tuple[Touch, ...]


def refine(basis: Basis, so_far: Unfolded, said: Sequence[Mapping[int, Said]]) -> Unfolded:
    """Make the touches of each row what its words say that they were.

    Args:
        basis: what the rows are read by.
        so_far: the touches of all columns.
        said: what the status, outcome and response words say, by the position of the record.
    """
    rows = list(so_far.touches)
    for column in basis.table.columns_of("kind"):
        for position, text in basis.table.filled(column):
            if names_job_interview(text):
                rows[position] = tuple(map(_interviewed, rows[position]))
    for words in said:
        for position, each in words.items():
            rows[position] = _refined(basis, position, each, rows[position])
    return replace(so_far, touches=tuple(map(_with_answered_calls, rows)))


def _refined(basis: Basis, position: int, said: Said, row: Row) -> Row:
    """Make the touches of one row what a word of it says that they were."""
    for applies, refined in _REFINEMENTS:
        if applies(said.meaning):
            row = refined(row)
    if said.column.field == "kind":
        row = _with_mood(row, said.meaning.mood)
    if said.meaning.is_automatic:
        row = _with_return(basis, position, said, row)
    return _with_promised_day(basis, position, said, row) if said.meaning.mood == "will write" else row


def _interviewed(touch: Touch) -> Touch:
    is_talk = touch.direction == "both" and touch.kind in {"meeting", "call"}
    return replace(touch, is_job_interview=True) if is_talk else touch


def _invited(row: Row) -> Row:
    """Make the newest message an invitation, where it was sent on LinkedIn or nobody knows how."""
    sent = _newest(touch for touch in row if _is_message(touch) and touch.channel in {"LinkedIn", None})
    return _changed(row, sent, lambda touch: replace(touch, kind="invitation", channel="LinkedIn"))


def _accepted(row: Row) -> Row:
    """Make the newest reply the acceptance of an invitation, where one was sent or the row is about LinkedIn."""
    is_invited = any(
        touch.kind == "invitation" or (_is_message(touch) and touch.channel == "LinkedIn") for touch in row
    )
    reply = _newest(touch for touch in row if _is_reply(touch)) if is_invited else None
    return _changed(row, reply, lambda touch: replace(touch, kind="acceptance"))


def _declined(row: Row) -> Row:
    """Make the newest reply a no: a no deserves thanks."""
    reply = _newest(touch for touch in row if _is_reply(touch) and touch.response_type is None)
    return _changed(row, reply, lambda touch: replace(touch, response_type="negative"))


def _sent(row: Row) -> Row:
    """Make the latest contact the user's own message, in a row with an older reply: nothing came back since."""
    last = _newest(row)
    is_after_reply = any(_is_reply(touch) and touch.on for touch in row)
    if last is None or last.on is None or last.kind != "message" or last.direction != "unknown":
        return row
    return _changed(row, last if is_after_reply else None, lambda touch: replace(touch, direction="out"))


_REFINEMENTS: tuple[tuple[Callable[[Meaning], bool], Callable[[Row], Row]], ...] = (
    (lambda meaning: meaning.is_invitation, _invited),
    (lambda meaning: meaning.is_acceptance, _accepted),
    (lambda meaning: meaning.is_declined, _declined),
    (lambda meaning: meaning.has_sent, _sent),
)


def _with_mood(row: Row, mood: Mood | None) -> Row:
    """Make the newest reply one that says what the type of touch does: "they're busy, try again in autumn"."""
    reply = _newest(touch for touch in row if _is_reply(touch) and touch.response_type is None)
    return _changed(row, reply, lambda touch: replace(touch, response_type=mood))


def _with_return(basis: Basis, position: int, said: Said, row: Row) -> Row:
    """Add the day on which an automatic reply says that they are back."""
    reply = _newest(touch for touch in row if touch.kind == "automatic reply")
    text = basis.table.text(position, said.column)
    after = max((touch.on for touch in row if touch.on), default=basis.today)
    until = read_until(text, order=basis.date_order, after=after)
    return _changed(row, reply, lambda touch: replace(touch, until=until))


def said_by_them_on(row: Iterable[Touch]) -> dt.date | None:
    """Return the day of the newest reply in a row; None where it is not known."""
    return max((touch.on for touch in row if _is_reply(touch) and touch.on), default=None)


def _with_promised_day(basis: Basis, position: int, said: Said, row: Row) -> Row:
    """Add the day from which to ask after what they said they would write; "next week" counts from their reply."""
    reply = _newest(touch for touch in row if touch.response_type == "will write")
    if reply is None:
        return row
    said_on = said_by_them_on(row)
    until = day_after_promise(
        basis.table.text(position, said.column),
        order=basis.date_order,
        said_on=said_on,
        near=said_on or basis.today,
    )
    return _changed(row, reply, lambda touch: replace(touch, until=until))


def _with_answered_calls(row: Row) -> Row:
    """Make a call one in which both talked, where the row says that it was answered, or the reply came the same day."""
    calls = [touch for touch in row if touch.channel == "phone" and touch.direction == "out" and touch.on]
    call = _newest(touch for touch in calls if touch.kind in {"message", "call"})
    reply = _newest(touch for touch in row if _is_reply(touch))
    if call is None or reply is None or reply.response_type in {"negative", "not now", "will write"}:
        return row
    later = (
        touch for touch in row if touch is not call and touch.direction != "both"
    )  # a meeting has no reply
    is_newest = all(touch.on is None or touch.on < (call.on or dt.date.min) for touch in later)
    if reply.on != call.on and (reply.on is not None or not is_newest):
        return row
    talked = replace(call, kind="call", direction="both", response_type=reply.response_type)
    return tuple(talked if touch is call else touch for touch in row if touch is not reply)


def _is_message(touch: Touch) -> bool:
    return touch.kind == "message" and touch.direction == "out"


def _is_reply(touch: Touch) -> bool:
    return touch.kind == "reply" and touch.direction == "in"


def _newest(touches: Iterable[Touch]) -> Touch | None:
    return max(touches, key=lambda touch: touch.on or dt.date.min, default=None)


def _changed(row: Row, touch: Touch | None, change: Callable[[Touch], Touch]) -> Row:
    return row if touch is None else tuple(change(each) if each is touch else each for each in row)
