"""What happened between the user and one person up to today, as the rules, the numbers and the drafts need it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.followups.history_walk import HistoryWalk
from netsheet.core.followups.own_days import days_of_new_threads, is_park_over, next_plan
from netsheet.core.followups.remembered import NOTHING, Remembered
from netsheet.core.followups.touch_order import in_order
from netsheet.core.model import Channel, FollowUp, Person, Touch
from netsheet.core.people.applications import without_closed_applications
from netsheet.core.touch_facts import facts_of, is_about_job

_WRITTEN_CHANNELS: Final = frozenset({"e-mail", "LinkedIn", "phone", "text", "social", "website"})


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What happened between the user and one person up to today.

    Attributes:
        person: the other one.
        touches: what happened, in the order it happened.
        touch_count: how many touches that makes; undated ones too.
        last_contact_on: the latest dated touch in either direction; a message that came back is none.
        clock_on: the day that check-ins and reminders count from: the same, but a reaction to a post of theirs moves it only
            half of the way.
        last_out: the latest dated outgoing touch; an undated one where only that and the latest contact are known.
        unanswered: the messages of the thread that still waits for a reply: the opening, and its nudges. A job interview
            opens one too: it waits for news. A message that
            meets a follow-up date which the user set opens a thread.
        is_answer: whether that thread was opened by the user's answer to something they wrote, which needs no reply
            as badly as a question does.
        bounce: the notice that the last message came back.
        automatic: the automatic reply to the message that waits.
        owed: their message, when it is the newest touch; one that says "not now" owes nothing.
        not_now: their reply that says "not now", when the user has sent nothing since but thanks and the like.
        will_write: their reply that says they will write, when nothing has followed it.
        accepted: that they accepted the user's invitation, when it is the newest touch.
        conversation: the latest conversation or referral, when nothing outgoing followed it.
        answered: the undated answer ("replied, date unknown"), when there is one.
        plan: the user's own follow-up date that is not met yet, the earliest.
        meeting_on: the day of the next meeting, today's included.
        is_reply_new: whether the reply that is owed came after all words and days that would meet it.
        is_paused: whether the user parked the person, and no touch of theirs has ended that.
        is_dormant: whether the two once were in touch, and the last contact is as long ago as the settings say.
    """

    person: Person
    touches: tuple[Touch, ...]
    touch_count: int
    last_contact_on: dt.date | None
    clock_on: dt.date | None
    last_out: Touch | None
    unanswered: tuple[Touch, ...]
    is_answer: bool
    bounce: Touch | None
    automatic: Touch | None
    owed: Touch | None
    not_now: Touch | None
    will_write: Touch | None
    accepted: Touch | None
    conversation: Touch | None
    answered: Touch | None
    plan: FollowUp | None
    meeting_on: dt.date | None
    is_reply_new: bool
    is_paused: bool
    is_dormant: bool

    @property
    def is_contacted(self) -> bool:
        """Whether there was any touch at all, other than reactions to posts of theirs."""
        return any(facts_of(touch).role != "reaction" for touch in self.touches)

    def is_planned_after(self, day: dt.date | None) -> bool:
        """Whether the user planned something that takes the place of what rests on a day.

        A meeting ahead always does, also one whose day is not logged, and so does a "not now" of theirs; the user's own
        follow-up date does when it is later than that day.
        """
        if self.meeting_on is not None or self.person.agreed_meeting is not None or self.not_now is not None:
            return True
        return self.plan is not None and (day is None or self.plan.on > day)

    @property
    def interview(self) -> Touch | None:
        """The job interview that the user waits for news of."""
        opening = next(iter(self.unanswered), None)
        return opening if opening is not None and facts_of(opening).role == "conversation" else None

    @property
    def is_waiting(self) -> bool:
        """Whether the last touch that asks for a reply has none yet."""
        return bool(self.unanswered)

    @property
    def nudge_count(self) -> int:
        """How many nudges followed the opening that still waits."""
        return max(len(self.unanswered) - 1, 0)

    @property
    def last_unanswered(self) -> Touch | None:
        """The newest message that waits for a reply, one with a day before one without."""
        dated = [touch for touch in self.unanswered if touch.on is not None]
        return next(reversed(dated or self.unanswered), None)

    def newest(self, is_wanted: Callable[[Touch], bool]) -> Touch | None:
        """Find the newest dated touch that is wanted, else one without a day, else None."""
        touches = [touch for touch in self.touches if is_wanted(touch)]
        dated = [touch for touch in touches if touch.on is not None]
        return next(reversed(dated or touches), None)

    def last_on(self, on: dt.date) -> Touch | None:
        """Return the last touch of a day; one whose day is known before one of a span of days that ends there."""
        touches = [touch for touch in reversed(self.touches) if touch.on == on]
        return next((touch for touch in touches if touch.since is None), next(iter(touches), None))

    @property
    def has_answered(self) -> bool:
        """Whether they ever answered or met the user."""
        return any(facts_of(touch).ends_thread for touch in self.touches)

    @property
    def has_exchange(self) -> bool:
        """Whether they once answered with more than a no, or the two met: there is a tie to tend."""
        return any(
            facts_of(touch).ends_thread
            and facts_of(touch).role != "acceptance"
            and touch.response_type != "negative"
            for touch in self.touches
        )

    @property
    def is_about_job(self) -> bool:
        """Whether the two know each other by an application that the user sent."""
        return is_about_job(self.person, self.touches)

    @property
    def has_met(self) -> bool:
        """Whether the two ever had a conversation."""
        return any(facts_of(touch).role == "conversation" for touch in self.touches)

    @property
    def channel(self) -> Channel | None:
        """The way to write to the person: as last time, else by what the log knows of them.

        Another one after two messages on it without an answer.
        """
        if (other := self.other_channel) is not None:
            return other
        if self.last_out is not None and self.last_out.channel in _WRITTEN_CHANNELS:
            return self.last_out.channel
        return next(iter(self._known_channels()), None)

    def _known_channels(self) -> Iterator[Channel]:
        if self.person.email:
            yield "e-mail"
        if self.person.linkedin:
            yield "LinkedIn"
        if self.person.phone:
            yield "phone"

    @property
    def tired_channel(self) -> Channel | None:
        """The channel on which the last two messages had no answer, however long ago they were."""
        if len(self.touches) < 2:
            return None
        since_answer = takewhile(lambda touch: not facts_of(touch).ends_thread, reversed(self.touches))
        channels = [touch.channel for touch in since_answer if facts_of(touch).asks_reply][:2]
        return channels[0] if len(channels) > 1 and channels[0] == channels[1] else None

    @property
    def other_channel(self) -> Channel | None:
        """Another way that the log knows to reach the person, when one is tired; else None."""
        tired = self.tired_channel
        if tired is None:
            return None
        return next((channel for channel in self._known_channels() if channel != tired), None)

    def channel_mix(self) -> Mapping[Channel, int]:
        """Count the user's messages by channel, the most used first."""
        sent = (touch.channel for touch in self.touches if facts_of(touch).is_from_user and touch.channel)
        return dict(Counter(sent).most_common())


def compute_history(
    person: Person,
    *,
    today: dt.date,
    calendar: WorkingCalendar,
    dormant_since: dt.date,
    remembered: Remembered = NOTHING,
) -> History:
    """Go through a person's touches up to ``today``; later ones are ignored.

    Args:
        person: whose history.
        today: the day everything is judged on.
        calendar: the user's working days.
        dormant_since: a last contact on this day or before makes the tie dormant.
        remembered: what earlier refreshes saw of the person.
    """
    person = without_closed_applications(person)
    touches = tuple(in_order(person.touches, today))
    new_threads = days_of_new_threads(person, today=today, calendar=calendar, remembered=remembered)
    walk = HistoryWalk(person=person, remembered=remembered, new_threads=new_threads)
    touch_count = walk.take_all(touches, is_reply_again=remembered.is_reply_again)
    plan = next_plan(person, today=today, calendar=calendar, remembered=remembered)
    meeting_on = min((day for day in person.meetings_ahead if day >= today), default=None)
    return History(
        person=person,
        touches=touches,
        touch_count=touch_count,
        last_contact_on=walk.last_contact_on,
        clock_on=walk.clock_on,
        last_out=walk.last_out,
        unanswered=tuple(walk.unanswered),
        is_answer=walk.is_answer,
        bounce=walk.bounce,
        automatic=walk.automatic,
        owed=walk.owed,
        not_now=walk.not_now,
        will_write=walk.will_write,
        accepted=walk.accepted,
        conversation=walk.conversation,
        answered=walk.answered,
        plan=plan,
        meeting_on=meeting_on,
        is_reply_new=walk.owed is not None and _is_reply_new(person, plan, meeting_on, remembered),
        is_paused=person.is_paused(today) and not is_park_over(person, today=today, remembered=remembered),
        is_dormant=_is_dormant(touches, walk.last_contact_on, dormant_since),
    )


def _is_dormant(touches: Sequence[Touch], last_on: dt.date | None, dormant_since: dt.date) -> bool:
    if last_on is None or last_on > dormant_since:
        return False
    return any(facts_of(touch).ends_thread for touch in touches)


def _is_reply_new(
    person: Person, plan: FollowUp | None, meeting_on: dt.date | None, remembered: Remembered
) -> bool:
    """Whether every day and word that would meet a reply was there before it."""
    if person.agreed_meeting is not None and not remembered.is_word_old:
        return False
    return all(
        remembered.is_day_old(day)
        for day in (meeting_on, None if plan is None else plan.on)
        if day is not None
    )
