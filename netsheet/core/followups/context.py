"""What all rules share: the day, the settings, the working days, and who referred whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.model import Channel, Settings
from netsheet.core.values.dates import short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """Someone whom the referrer sent to the user, and the day the user first got in touch."""

    name: str
    first_sent_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The facts that do not change from person to person.

    Attributes:
        today: the day everything is judged on.
        settings: the settings in force.
        calendar: the user's working days.
        referrals: for the key of each referrer, the referred people already contacted, the first contacted first.
    """

    today: dt.date
    settings: Settings
    calendar: WorkingCalendar
    referrals: Mapping[str, Sequence[Referral]]

    @property
    def dormant_since(self) -> dt.date:
        """A last contact on this day or before makes a tie dormant."""
        return self.today - dt.timedelta(days=self.settings.dormant_after)

    def text(self, day: dt.date) -> str:
        """Write a day for a sentence: "3 Mar", with its year when that is not today's."""
        return short_date(day, today=self.today)

    def wait(self, channel: Channel | None) -> int:
        """Return the working days to wait for a reply on a channel."""
        settings = self.settings
        waits: dict[Channel | None, int] = {
            "e-mail": settings.nudge_after_email,
            "LinkedIn": settings.nudge_after_linkedin,
            "phone": settings.nudge_after_phone,
        }
        return waits.get(channel, settings.nudge_after_other)
