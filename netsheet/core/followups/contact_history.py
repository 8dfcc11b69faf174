"""What happened between the user and one person up to today, as the rules, the numbers and the drafts need it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.followups.touch_order import in_order
from netsheet.core.model import Channel, FollowUp, Person, Touch
from netsheet.core.touch_facts import THREAD_DAYS, facts_of

EARLY_WORKING_DAYS: Final = 5
"""An outgoing touch up to this many working days before the user's own follow-up date already meets it."""

_WRITTEN_CHANNELS: Final = frozenset({"e-mail", "LinkedIn", "phone", "text", "social", "website"})


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What happened between the user and one person up to today.

    Attributes:
        person: the other one.
        touches: what happened, in the order it happened.
        touch_count: how many touches that makes; undated ones too.
        last_contact_on: the latest dated touch in either direction; a message that came back is none.
        last_out: the latest dated outgoing touch; an undated one where only that and the latest contact are known.
        unanswered: the messages of the thread that still waits for a reply: the opening, and its nudges.
        is_answer: whether that thread was opened by the user's answer to something they wrote, which needs no reply
            as badly as a question does.
        bounce: the notice that the last message came back.
        owed: their message, when it is the newest touch.
        conversation: the latest conversation or referral, when nothing outgoing followed it.
        answered: the undated answer ("replied, date unknown"), when there is one.
        plan: the user's own follow-up date that is not met yet, the earliest.
        meeting_on: the day of the next meeting, today's included.
        is_dormant: whether the two once were in touch, and the last contact is as long ago as the settings say.
    """

    person: Person
    touches: tuple[Touch, ...]
    touch_count: int
    last_contact_on: dt.date | None
    last_out: Touch | None
    unanswered: tuple[Touch, ...]
    is_answer: bool
    bounce: Touch | None
    owed: Touch | None
    conversation: Touch | None
    answered: Touch | None
    plan: FollowUp | None
    meeting_on: dt.date | None
    is_dormant: bool

    @property
    def is_contacted(self) -> bool:
        """Whether there was any touch at all."""
        return bool(self.touches)

    def is_planned_after(self, day: dt.date | None) -> bool:
        """Whether the user planned something that takes the place of what rests on a day.

        A meeting ahead always does; the user's own follow-up date does when it is later than that day.
        """
        if self.meeting_on is not None:
            return True
        return self.plan is not None and (day is None or self.plan.on > day)

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

    @property
    def has_answered(self) -> bool:
        """Whether they ever answered or met the user."""
        return any(facts_of(touch).ends_thread for touch in self.touches)

    @property
    def has_met(self) -> bool:
        """Whether the two ever had a conversation."""
        return any(facts_of(touch).role == "conversation" for touch in self.touches)

    @property
    def channel(self) -> Channel | None:
        """The way to write to the person: as last time, else by what the log knows of them."""
        if self.last_out is not None and self.last_out.channel in _WRITTEN_CHANNELS:
            return self.last_out.channel
        if self.person.email:
            return "e-mail"
        if self.person.linkedin:
            return "LinkedIn"
        return "phone" if self.person.phone else None


def compute_history(
    person: Person, *, today: dt.date, calendar: WorkingCalendar, dormant_since: dt.date
) -> History:
    """Go through a person's touches up to ``today``; later ones are ignored.

    Args:
        person: whose history.
        today: the day everything is judged on.
        calendar: the user's working days.
        dormant_since: a last contact on this day or before makes the tie dormant.
    """
    touches = tuple(in_order(person.touches, today))
    walk = _Walk()
    for touch in touches:
        walk.take(touch)
    touch_count = len(touches)
    if walk.last_out is None and walk.last_contact_on is not None and touches[-1].on is None:
        touch_count = walk.wait_undated(touches)
    last = walk.last_contact_on
    return History(
        person=person,
        touches=touches,
        touch_count=touch_count,
        last_contact_on=last,
        last_out=walk.last_out,
        unanswered=tuple(walk.unanswered),
        is_answer=walk.is_answer,
        bounce=walk.bounce,
        owed=walk.owed,
        conversation=walk.conversation,
        answered=walk.answered,
        plan=_next_plan(person, today, calendar),
        meeting_on=min((day for day in person.meetings_ahead if day >= today), default=None),
        is_dormant=last is not None
        and last <= dormant_since
        and any(facts_of(touch).ends_thread for touch in touches),
    )


@dataclass(slots=True, kw_only=True)
class _Walk:
    """What is known after each touch; the attributes are those of ``History``."""

    last_contact_on: dt.date | None = None
    last_out: Touch | None = None
    unanswered: list[Touch] = field(default_factory=list)
    is_answer: bool = False
    they_wrote_last: bool = False
    bounce: Touch | None = None
    owed: Touch | None = None
    conversation: Touch | None = None
    answered: Touch | None = None

    def take(self, touch: Touch) -> None:
        """Take the next touch."""
        facts = facts_of(touch)
        if facts.role == "bounce":
            self._come_back(touch)
            return
        if touch.on is None:
            self._take_undated(touch)
            return
        self.last_contact_on = touch.on
        self.owed = touch if facts.role == "answer" else None
        if facts.role == "contact":
            self._tend(touch.on)
            return
        self.bounce = None
        if facts.ends_thread or (facts.asks_reply and not self._is_nudge(touch.on)):
            self.unanswered = []
        if facts.asks_reply:
            if not self.unanswered:
                self.is_answer = self.they_wrote_last and touch.intent != "ask"
            self.unanswered.append(touch)
        self.they_wrote_last = facts.role == "answer"
        if facts.is_from_user:
            self.last_out, self.conversation = touch, None
        elif facts.calls_for_thanks:
            self.conversation = touch

    def _tend(self, on: dt.date) -> None:
        """Take a later contact as thanks for a conversation: the two have been in touch since."""
        if self.conversation is not None and self.conversation.on is not None and self.conversation.on < on:
            self.conversation = None

    def _come_back(self, touch: Touch) -> None:
        if self.unanswered:
            self.unanswered = []
            self.bounce = touch

    def _is_nudge(self, on: dt.date) -> bool:
        """Whether a message belongs to the thread that still waits: it follows the last one closely enough."""
        days = [touch.on for touch in self.unanswered if touch.on is not None]
        return bool(days) and (on - days[-1]).days <= THREAD_DAYS

    def _take_undated(self, touch: Touch) -> None:
        """Take a touch that is only known to have happened: it answers, nudges or thanks, and moves no clock."""
        facts = facts_of(touch)
        if facts.ends_thread:
            self.unanswered = []
            self.bounce = None
            self.answered = touch
            self.they_wrote_last = facts.role == "answer"
        elif facts.asks_reply and self.unanswered:
            self.unanswered.append(touch)
        elif touch.kind == "thanks":
            self.conversation = None
        elif facts.role == "courtesy" and touch.kind == "message":  # a word says that the user answered
            self.owed, self.they_wrote_last = None, False

    def wait_undated(self, touches: Sequence[Touch]) -> int:
        """Wait for a reply where all that is known is the latest contact, and that the user wrote: the same message.

        Returns the number of touches that makes.
        """
        sent = [touch for touch in touches if facts_of(touch).asks_reply]
        if not sent or any(facts_of(touch).role not in {"request", "contact"} for touch in touches):
            return len(touches)
        self.last_out, self.unanswered = sent[-1], sent
        return max(len(sent), len(touches) - len(sent))


def open_plans(person: Person, *, today: dt.date, calendar: WorkingCalendar) -> list[FollowUp]:
    """Return the user's own follow-up dates that nothing up to ``today`` has met yet."""
    plans = [plan for plan in person.follow_ups if not plan.is_done]
    days = initiative_days(person, today) if plans else []
    return [plan for plan in plans if not _is_met(plan, days, calendar)]


def _next_plan(person: Person, today: dt.date, calendar: WorkingCalendar) -> FollowUp | None:
    """Return the earliest open follow-up date; the day someone was parked to is one too."""
    plans = open_plans(person, today=today, calendar=calendar)
    if person.paused_until is not None:
        place = person.state_place or person.place
        parked = FollowUp(on=person.paused_until, place=place, note="parked until then")
        if not _is_met(parked, initiative_days(person, today), calendar):
            plans.append(parked)
    return min(plans, key=lambda plan: (plan.on, plan.note), default=None)


def initiative_days(person: Person, today: dt.date) -> list[dt.date]:
    """Return the days up to ``today`` on which the user wrote to or met a person."""
    return [
        touch.on
        for touch in person.touches
        if touch.on is not None and touch.on <= today and facts_of(touch).is_initiative
    ]


def _is_met(plan: FollowUp, days: Iterable[dt.date], calendar: WorkingCalendar) -> bool:
    """Whether what the user did on one of these days meets a follow-up date.

    A day on or after the date does, and one shortly before (``EARLY_WORKING_DAYS``) when it is later than the touch
    the date was set with.
    """
    for day in days:
        if day >= plan.on:
            return True
        is_new = plan.set_on is not None and day > plan.set_on
        if is_new and calendar.working_days_between(day, plan.on) <= EARLY_WORKING_DAYS:
            return True
    return False
