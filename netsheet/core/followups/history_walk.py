"""What is known of a person after each touch in turn: what waits, what is owed, when the last contact was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from netsheet.core.followups.remembered import NOTHING, Remembered
from netsheet.core.model import Person, Touch
from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.core.touch_facts import (
    THREAD_DAYS,
    TouchFacts,
    facts_of,
    is_about_job,
    is_answer_to,
    is_job_interview,
)

_THANKS_WITHIN: Final = 7
"""Days after an interview in which a message that does not say what it is about is taken for the thanks."""


def _half_way(earlier: dt.date | None, later: dt.date) -> dt.date:
    return later if earlier is None else earlier + (later - earlier) // 2


@dataclass(slots=True, kw_only=True)
class HistoryWalk:
    """What is known after each touch; the attributes are those of ``History``.

    ``remembered``: what earlier refreshes saw of the person. ``new_threads``: the days on which a message met a follow-up
    date that the user set.
    """

    person: Person
    remembered: Remembered = NOTHING
    new_threads: frozenset[dt.date] = frozenset()
    has_applied: bool = False
    last_contact_on: dt.date | None = None
    clock_on: dt.date | None = None
    last_out: Touch | None = None
    unanswered: list[Touch] = field(default_factory=list)
    is_answer: bool = False
    their_message_on: dt.date | None = None
    bounce: Touch | None = None
    automatic: Touch | None = None
    owed: Touch | None = None
    not_now: Touch | None = None
    will_write: Touch | None = None
    accepted: Touch | None = None
    conversation: Touch | None = None
    answered: Touch | None = None

    def take_all(self, touches: Sequence[Touch], *, is_reply_again: bool) -> int:
        """Take all touches in their order and return how many there were; ``is_reply_again`` as for ``Remembered``."""
        self.has_applied = is_about_job(self.person, touches)
        for touch in touches:
            self._take(touch)
        count = self._count(touches)
        if is_reply_again:
            self._owe_again(touches)
        is_in_history = self.owed is not None and self.owed.place.sheet == HISTORY_SHEET
        if is_in_history and self.person.is_answered:
            self._meet_reply()  # their message has no place in the row, so the order of the row says nothing
        return count

    def _take(self, touch: Touch) -> None:
        """Take the next touch."""
        facts = facts_of(touch)
        if touch.is_over:
            self._take_over(touch, facts)
            return
        if facts.role in {"bounce", "automatic reply"}:
            self._take_notice(touch, facts)
            return
        if touch.on is None:
            self._take_undated(touch)
            return
        self.last_contact_on = touch.on
        if facts.role == "reaction":
            self.clock_on = _half_way(self.clock_on, touch.on)
        else:
            self.clock_on = touch.on
            self._take_message(touch, facts, touch.on)

    def _take_message(self, touch: Touch, facts: TouchFacts, on: dt.date) -> None:
        """Take a touch of which more follows than that the clock moves."""
        self.automatic = self.will_write = None
        self._take_answer(touch, facts)
        if facts.role == "contact":
            self._tend(on)
            return
        self.bounce = None
        if facts.ends_thread or (facts.asks_reply and not self._is_nudge(on)):
            self.unanswered = []
        if self._is_promised(touch):
            self._wait_on(touch)
        if facts.asks_reply and not self._is_for_interview(touch, on):
            if not self.unanswered:
                self.is_answer = is_answer_to(touch, self.their_message_on)
            self.unanswered.append(touch)
        self.their_message_on = on if facts.role == "answer" else None
        if facts.is_from_user:
            self.last_out, self.conversation = touch, None
        elif facts.calls_for_thanks:
            self.conversation = touch
            if is_job_interview(touch, has_applied=self.has_applied):
                self.unanswered, self.is_answer = [touch], False

    def _take_over(self, touch: Touch, facts: TouchFacts) -> None:
        """Take a touch about what is closed: the two were in touch, and a no of theirs is still worth thanks."""
        if touch.on is None:
            self.answered = touch if facts.ends_thread else self.answered
        elif facts.role not in {"bounce", "automatic reply"}:
            self.last_contact_on = self.clock_on = touch.on
        if self.owed is not None and self.owed.is_over:
            self.owed = None
        if facts.is_from_user and touch.on is not None:
            self.last_out = touch
        if facts.role == "answer" and touch.response_type == "negative" and self.owed is None:
            self.owed = touch

    def _take_answer(self, touch: Touch, facts: TouchFacts) -> None:
        """Say what their touch asks of the user; any other touch meets it, but a courtesy does not meet a "not now"."""
        is_not_now = touch.response_type == "not now"
        is_owed = facts.role == "answer" and not is_not_now and not self._is_promised(touch)
        self.owed = touch if is_owed else None
        self.accepted = touch if facts.role == "acceptance" and self.unanswered else None
        if facts.ends_thread or facts.asks_reply:
            self.not_now = touch if facts.role == "answer" and is_not_now else None

    @staticmethod
    def _is_promised(touch: Touch) -> bool:
        """Whether they said that they will write: the next move is theirs."""
        return touch.response_type == "will write"

    def _wait_on(self, touch: Touch) -> None:
        """Go on waiting after they said that they will write: for that, from the day on which they said so."""
        self.will_write = touch
        self.unanswered, self.is_answer = [self.last_out] if self.last_out is not None else [], False

    def _tend(self, on: dt.date) -> None:
        """Take a later contact as thanks for a conversation: the two have been in touch since."""
        if self.conversation is not None and self.conversation.on is not None and self.conversation.on < on:
            self.conversation = None

    def _take_notice(self, touch: Touch, facts: TouchFacts) -> None:
        """Take what no person wrote: the message that waits came back, or will be read later."""
        if facts.role == "automatic reply":
            self.automatic = touch if self.unanswered else None
        elif self.unanswered:
            self.unanswered = []
            self.bounce = touch

    def _is_for_interview(self, touch: Touch, on: dt.date) -> bool:
        """Whether a message is the first one after a job interview, soon enough to be the thanks for it."""
        met = self.conversation
        if met is None or met.on is None or self.unanswered != [met]:
            return False
        return touch.intent != "ask" and (on - met.on).days <= _THANKS_WITHIN

    def _is_nudge(self, on: dt.date) -> bool:
        """Whether a message belongs to the thread that still waits: it follows the last one closely enough.

        One that meets a follow-up date which the user set begins anew, unless it is about an interview.
        """
        is_about_interview = any(facts_of(touch).role == "conversation" for touch in self.unanswered)
        if on in self.new_threads and not is_about_interview:
            return False
        days = [touch.on for touch in self.unanswered if touch.on is not None]
        return bool(days) and (on - days[-1]).days <= THREAD_DAYS

    def _take_undated(self, touch: Touch) -> None:
        """Take a touch that is only known to have happened: it answers, nudges or thanks, and moves no clock."""
        facts = facts_of(touch)
        if facts.role == "acceptance" and self._is_after_acceptance(self.last_out):
            self.unanswered = [each for each in self.unanswered if self._is_after_acceptance(each)]
            return
        self.accepted = touch if facts.role == "acceptance" and self.unanswered else None
        if facts.ends_thread:
            self.unanswered = []
            self.bounce = None
            self.answered = touch
            is_message = facts.role == "answer"
            self.their_message_on = self.last_contact_on if is_message else None
            if touch.response_type == "not now":
                self.not_now = touch
            if self._is_promised(touch):
                self._wait_on(touch)
            if not is_message:
                self._meet_reply()
        elif facts.asks_reply and touch.kind == "reply":
            self._meet_reply()
            if self._is_promised(touch) and not self.remembered.is_word_old:
                self._wait_on(touch)
        elif facts.asks_reply and self.unanswered:
            self.unanswered.append(touch)
        elif touch.kind == "thanks":
            self.conversation = None

    def _is_after_acceptance(self, sent: Touch | None) -> bool:
        """Whether a message came after the acceptance without a day: it was sent later, or recorded on the day that showed it."""
        shown_on = self.remembered.accepted_on
        if shown_on is None or sent is None or sent.on is None:
            return False
        return sent.on > shown_on or (sent.on == shown_on and sent.in_day is not None)

    def _meet_reply(self) -> None:
        """Take a word that says the move was made as the answer to theirs, unless theirs is newer than the word."""
        if not self.remembered.is_word_old:
            self.owed = self.their_message_on = None

    def _owe_again(self, touches: Sequence[Touch]) -> None:
        """Owe the reply that came on the same day as one that was answered, unless that has an answer of its own."""
        on = self.last_contact_on
        of_day = [touch for touch in touches if touch.on == on and on is not None]
        theirs = [touch for touch in of_day if facts_of(touch).role == "answer"]
        mine = sum(facts_of(touch).is_from_user for touch in of_day)
        if self.owed is None and theirs and mine < len(theirs):
            self._take_answer(theirs[-1], facts_of(theirs[-1]))
            self.unanswered = []

    def _count(self, touches: Sequence[Touch]) -> int:
        """Return how many touches there were.

        Where all that is known is the latest contact, and that the user wrote, that is the same message, and it waits.
        """
        if self.last_out is not None or self.last_contact_on is None or touches[-1].on is not None:
            return len(touches)
        sent = [touch for touch in touches if facts_of(touch).asks_reply]
        if not sent or any(facts_of(touch).role not in {"request", "contact"} for touch in touches):
            return len(touches)
        self.last_out, self.unanswered = sent[-1], sent
        return max(len(sent), len(touches) - len(sent))
