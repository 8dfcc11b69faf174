"""The words that the rules' sentences share: channels, conversations, counts.

Neutral and plain: silence is "no reply yet", and nobody is reminded of a mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from netsheet.core.model import Channel, Person, Touch
from netsheet.core.values.vocabulary import read_kind

BY_CHANNEL: Final[Mapping[Channel | None, str]] = {
    "e-mail": " by e-mail",
    "LinkedIn": " on LinkedIn",
    "phone": " by phone",
    "text": " by text message",
    "video": " by video",
    "in person": " in person",
    "social": " on social media",
    "website": " through the website",
}
MESSAGE_BY_CHANNEL: Final[Mapping[Channel | None, str]] = {
    "e-mail": "e-mail",
    "LinkedIn": "LinkedIn message",
    "phone": "call",
    "text": "text message",
    "video": "video message",
    "in person": "visit",
}
_MESSAGE_BY_KIND: Final[Mapping[str, str]] = {
    "call": "call",
    "thanks": "thank-you",
    "wish": "good wishes",
    "social": "reaction",
    "referral": "referral",
    "invitation": "invitation",
}
CONVERSATIONS: Final[Mapping[str, tuple[str, str]]] = {
    "meeting": ("You met", "the meeting"),
    "call": ("You spoke", "the call"),
    "event": ("You met at an event", "the conversation at the event"),
    "interview": ("You had an informational interview", "the interview"),
    "job interview": ("You had a job interview", "the interview"),
    "referral": ("They referred you", "the referral"),
}
"""For each kind of conversation what happened and what the thanks are for."""


def names_channel(step: str, channel: Channel | None) -> bool:
    """Whether a next step says on which channel: "Send a reminder on LinkedIn", "Call again"."""
    if channel == "phone" and step.startswith("Call"):
        return True
    return any(words in step for words in (BY_CHANNEL.get(channel), MESSAGE_BY_CHANNEL.get(channel)) if words)


def message_of(touch: Touch) -> str:
    """Name a touch in the middle of a sentence: "e-mail", "LinkedIn message", "call"."""
    return _MESSAGE_BY_KIND.get(touch.kind) or MESSAGE_BY_CHANNEL.get(touch.channel, "message")


def working_days(count: int) -> str:
    """Write a number of working days."""
    return "1 working day" if count == 1 else f"{count} working days"


def days(count: int) -> str:
    """Write a number of calendar days."""
    return "1 day" if count == 1 else f"{count} days"


def within(step: str) -> str:
    """Write the words of a step for the middle of a sentence."""
    return step[:1].lower() + step[1:]


def names_event(person: Person) -> bool:
    """Whether the name of a row is that of an event, and of nobody: "Careers fair"."""
    if person.email or person.company or person.linkedin:
        return False
    kind = read_kind(person.name)
    return kind is not None and kind[0] == "event"
