"""Every setting: its name, its bounds and its meaning, in the order of the settings sheet.

``sheet`` reads them from the workbook; the defaults are in ``model.Settings``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from netsheet.core.model import Settings
from netsheet.core.settings.value_types import spell_days, spell_weekdays

ValueKind = Literal["text", "e-mail", "date order", "time zone", "weekdays", "days", "number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting.

    Attributes:
        name: as written on the settings sheet.
        attribute: its attribute of ``Settings``, which also holds the default.
        kind: what its value is.
        meaning: one sentence for the user.
        lowest, highest: the bounds of a number, both allowed.
    """

    name: str
    attribute: str
    kind: ValueKind
    meaning: str
    lowest: int = 0
    highest: int = 0

    @property
    def default(self) -> object:
        """The value that applies when the sheet says nothing."""
        return getattr(_DEFAULTS, self.attribute)

    @property
    def expected(self) -> str:
        """What to type, in words."""
        if self.kind == "number":
            return f"a whole number from {self.lowest} to {self.highest}"
        return _EXPECTED[self.kind]


_DEFAULTS: Final = Settings()
_EXPECTED: Final[Mapping[ValueKind, str]] = {
    "text": "a text",
    "e-mail": "an e-mail address with plain letters (a to z) before the @",
    "date order": "auto, dmy or mdy",
    "time zone": "the name of a time zone, such as Europe/Lisbon",
    "weekdays": "a list of weekdays",
    "days": "a list of days",
}
EXAMPLES: Final[Mapping[ValueKind, str]] = {
    "text": "Ana",
    "e-mail": "ana@example.com",
    "date order": "dmy",
    "time zone": "Europe/Lisbon",
    "weekdays": "Mon-Fri",
    "days": "2026-12-24",
}


def _number(name: str, attribute: str, lowest: int, highest: int, meaning: str) -> Setting:
    return Setting(
        name=name, attribute=attribute, kind="number", meaning=meaning, lowest=lowest, highest=highest
    )


SETTINGS: Final[tuple[Setting, ...]] = (
    Setting(name="My name", attribute="my_name", kind="text", meaning="Your name, as drafts are signed."),
    Setting(name="My e-mail", attribute="my_email", kind="e-mail", meaning="The address your drafts are sent from."),
    Setting(name="My signature", attribute="my_signature", kind="text", meaning="What is written below your name in drafts."),
    Setting(name="My pitch", attribute="my_pitch", kind="text", meaning="One sentence about you, for first messages."),
    Setting(name="Log sheet", attribute="log_sheet", kind="text", meaning="The sheet that is the log; empty to find it."),
    Setting(name="Date order", attribute="date_order", kind="date order", meaning="How 3/4/2026 is meant: dmy is 3 April, mdy is March 4, auto looks for proof in the column."),
    Setting(name="Time zone", attribute="time_zone", kind="time zone", meaning="Where you are, such as Europe/Lisbon; empty for the time zone of your computer or phone."),
    Setting(name="Working days", attribute="working_weekdays", kind="weekdays", meaning="The weekdays on which something may become due."),
    Setting(name="Holidays", attribute="holidays", kind="days", meaning="Single days off, separated by commas; also countries and regions, such as US, DE-BY."),
    _number("Reply within", "reply_within", 0, 30, "Working days until a reply of yours is due."),
    _number("Thank within", "thank_within", 0, 30, "Days until a thank-you is due after a conversation or a referral."),
    _number("Promise within", "promise_within", 0, 90, "Working days until a promise without a day is due."),
    _number("Referral within", "referral_within", 0, 90, "Working days until a first message to someone you were referred to."),
    _number("Congratulate within", "congratulate_within", 0, 30, "Days until congratulations on news of theirs are due."),
    _number("Nudge after: e-mail", "nudge_after_email", 1, 90, "Working days without a reply until a reminder after an e-mail."),
    _number("Nudge after: LinkedIn", "nudge_after_linkedin", 1, 90, "Working days without a reply until a reminder after a LinkedIn message."),
    _number("Nudge after: phone", "nudge_after_phone", 1, 90, "Working days without a reply until a reminder after a call."),
    _number("Nudge after: other", "nudge_after_other", 1, 90, "Working days without a reply until a reminder after any other message, or where the channel is not logged."),
    _number("Nudge after: interview", "nudge_after_interview", 1, 90, "Working days after a job interview without news until a reminder to ask."),
    _number("Most nudges", "most_nudges", 0, 10, "How many reminders follow a message without a reply."),
    _number("New people a week", "new_people_a_week", 0, 50, "How many people you have not written to yet are suggested each week."),
    _number("Check-ins a week", "check_ins_a_week", 0, 50, "How many new check-ins are suggested each week."),
    _number("Life: thank", "life_thank", 1, 365, "Days after which a thank-you that was not sent is dropped."),
    _number("Life: reply", "life_reply", 1, 365, "Days after which a reply that was not sent becomes a decision."),
    _number("Life: nudge", "life_nudge", 1, 365, "Days after which a reminder that was not sent becomes a decision."),
    _number("Life: contact", "life_contact", 1, 365, "Days after which a first message that was not sent is only counted."),
    _number("Decide after", "decide_after", 1, 365, "Days after the last reminder until the status becomes Decide."),
    _number("Not now", "not_now", 1, 730, "Days until you ask again somebody who said not now."),
    _number("Decisions a day", "decisions_a_day", 0, 50, "How many decisions a list shows; the others are counted."),
    _number("Check in: close", "check_in_close", 1, 1095, "Days without contact until a check-in with a close contact."),
    _number("Check in: warm", "check_in_warm", 1, 1095, "Days without contact until a check-in with a warm contact."),
    _number("Check in: weak", "check_in_weak", 1, 1095, "Days without contact until a check-in with a weak contact."),
    _number("Check in: mentor", "check_in_mentor", 1, 1095, "Days without contact until a check-in with your mentor."),
    _number("Check in: buddy", "check_in_buddy", 1, 1095, "Days without contact until a check-in with your job search buddy."),
    _number("Dormant after", "dormant_after", 30, 3650, "Days of silence until netsheet suggests getting back in touch."),
    _number("Dormant ties a week", "dormant_ties_a_week", 0, 20, "How many people you lost touch with are suggested each week."),
    _number("Dates ahead", "dates_ahead", 0, 60, "Days ahead a birthday is announced."),
    _number("Dates ahead: close", "dates_ahead_close", 0, 60, "Days ahead the birthday of a close contact is announced."),
    _number("Reply window", "reply_window", 1, 90, "Days after which a message without a reply counts in the reply rate."),
    _number("Actions a day", "actions_a_day", 1, 1000, "How many actions netsheet due and the summary list; the others are counted."),
    _number("Minutes: message", "minutes_message", 1, 240, "Minutes for a first message, an answer, a check-in, as netsheet today counts them."),
    _number("Minutes: short message", "minutes_short_message", 1, 240, "Minutes for a reminder, a thank-you or good wishes."),
    _number("Minutes: call", "minutes_call", 1, 240, "Minutes for a step by phone or video."),
    _number("Minutes: meeting", "minutes_meeting", 1, 480, "Minutes for a meeting, also in the calendar."),
    _number("Minutes: promise", "minutes_promise", 1, 480, "Minutes for keeping a promise."),
    _number("Minutes: decision", "minutes_decision", 1, 240, "Minutes for a decision."),
    _number("LinkedIn note limit", "linkedin_note_limit", 50, 2000, "Characters allowed in the note of a LinkedIn invitation."),
    _number("LinkedIn message limit", "linkedin_message_limit", 100, 20000, "Characters allowed in a LinkedIn message."),
)  # fmt: skip


def spell_value(value: object) -> str:
    """Write a setting's value as it is typed into its cell."""
    if isinstance(value, frozenset):
        regions = sorted(region for region in value if isinstance(region, str))
        days = [day for day in value if isinstance(day, dt.date)]
        is_off = days or regions or not value
        return ", ".join([*regions, *filter(None, [spell_days(days)])]) if is_off else spell_weekdays(value)
    return str(value)
