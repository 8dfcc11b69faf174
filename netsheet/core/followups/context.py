"""What all rules share: the day, the settings, the working days, and who referred whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netsheet.core.calendar import WorkingCalendar, add_calendar_days
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.followups.remembered import NOTHING, Remembered
from netsheet.core.model import Channel, Person, Settings, Touch
from netsheet.core.values.dates import short_date, short_span


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """Someone whom the referrer sent to the user, and the day they first answered or met the user."""

    name: str
    answered_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What is suggested, by the key of a person.

    Attributes:
        contacts: the day on which a first message was suggested.
        queued: the day on which one will be, of those who are not among the week's few.
        check_ins: the check-in that is still to come, or due and one of the week's few.
    """

    contacts: Mapping[str, dt.date] = field(default_factory=dict)
    queued: Mapping[str, dt.date] = field(default_factory=dict)
    check_ins: Mapping[str, Action] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The facts that do not change from person to person.

    Attributes:
        today: the day everything is judged on.
        settings: the settings in force.
        calendar: the user's working days.
        referrals: for the key of each referrer, the referred people who have answered, the first first.
        remembered: by the key of a person what earlier refreshes saw; empty on a first refresh.
        offers: what is suggested a few at a time.
    """

    today: dt.date
    settings: Settings
    calendar: WorkingCalendar
    referrals: Mapping[str, Sequence[Referral]]
    remembered: Mapping[str, Remembered] = field(default_factory=dict)
    offers: Offers = field(default_factory=Offers)

    def remembered_of(self, person: Person) -> Remembered:
        """Return what earlier refreshes saw of a person."""
        return self.remembered.get(person.key, NOTHING)

    @property
    def dormant_since(self) -> dt.date:
        """A last contact on this day or before makes a tie dormant."""
        return self.today - dt.timedelta(days=self.settings.dormant_after)

    def life_ends_on(self, due: dt.date, days: int) -> dt.date:
        """Return the last day of an action's life: counted in calendar days from its day, without the days of breaks."""
        return self.calendar.add_days_outside_breaks(due, days)

    def is_over(self, due: dt.date, days: int) -> bool:
        """Whether an action's life is over: the question is then no longer when to do it."""
        return self.life_ends_on(due, days) < self.today

    def day_after_life(self, due: dt.date, days: int) -> dt.date:
        """Return the first working day on which an action's life is over."""
        return self.calendar.next_working_day(add_calendar_days(self.life_ends_on(due, days), 1))

    def is_listed_long(self, due: dt.date, working_days: int) -> bool:
        """Whether a line was there for so many working days that it says how it ends."""
        if (self.today - due).days <= working_days:  # counting working days takes longer
            return False
        return self.calendar.working_days_between(due, self.today) > working_days

    def text(self, day: dt.date) -> str:
        """Write a day for a sentence: "3 Mar", with its year when that is not today's."""
        return short_date(day, today=self.today)

    def when(self, touch: Touch) -> str:
        """Say when something happened: "on 3 Mar", or "between 1 and 7 Mar" where only that is known; "" without a day."""
        if touch.on is None:
            return ""
        if touch.since is None:
            return f"on {self.text(touch.on)}"
        return f"between {short_span(touch.since, touch.on, today=self.today)}"

    def since(self, touch: Touch | None, counted: str) -> str:
        """Write how long it is since a contact; where only a span of days is known, counted from its end, "at least" so long."""
        return counted if touch is None or touch.since is None else f"at least {counted}"

    def of(self, sent: Touch, otherwise: dt.date) -> str:
        """Say of which day a message is: "of 3 Mar", or "sent between 1 and 7 Mar"; without a day it is of the other one."""
        if sent.on is None or sent.since is None:
            return f"of {self.text(sent.on or otherwise)}"
        return self.when(sent) if sent.channel == "phone" else f"sent {self.when(sent)}"

    def last_contact(self, history: History) -> str:
        """Say when the last contact was: "Last contact on 3 Mar"."""
        on = history.last_contact_on
        last = None if on is None else history.last_on(on)
        return f"Last contact {self.when(last)}" if last is not None else "No contact with a day"

    def wait(self, channel: Channel | None) -> int:
        """Return the working days to wait for a reply on a channel."""
        settings = self.settings
        waits: dict[Channel | None, int] = {
            "e-mail": settings.nudge_after_email,
            "LinkedIn": settings.nudge_after_linkedin,
            "phone": settings.nudge_after_phone,
        }
        return waits.get(channel, settings.nudge_after_other)
