"""What a touch is between two people: the one table that the rules, the numbers and the drafts share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final, Literal, get_args

from netsheet.core.model import Direction, Intent, Person, Touch, TouchKind

TouchRole = Literal[
    "request",
    "courtesy",
    "reaction",
    "answer",
    "acceptance",
    "conversation",
    "exchange",
    "automatic reply",
    "bounce",
    "contact",
]
"""What a touch does. The user's own message is a "request" when an answer to it would be usual, else a "courtesy".
A "reaction" to a post of theirs gives something, meets nothing, and moves the clock half of the way.
Theirs is an "answer"; an "acceptance" of an invitation is one that needs no reply. A "conversation" is something to say
thank you for, an "exchange" went both ways without that. An "automatic reply" answers nothing: it only makes the wait
longer. A "bounce" says that the last message came back; of a "contact" only its day is known."""

THREAD_DAYS: Final = 90
"""After more than this many days without an answer the next outgoing touch opens a thread of its own."""

_COURTESY_KINDS: Final[frozenset[TouchKind]] = frozenset({"thanks", "wish", "acceptance", "introduction"})
_COURTESY_INTENTS: Final[frozenset[Intent]] = frozenset({"thanks", "social"})
_OWN_ROLES: Final[Mapping[TouchKind, TouchRole]] = {
    "bounce": "bounce",
    "automatic reply": "automatic reply",
    "acceptance": "acceptance",
}
_CONVERSATIONS: Final[frozenset[TouchKind]] = frozenset({"meeting", "event", "interview"})
_CONVERSATIONS_UNLESS_OUTGOING: Final[frozenset[TouchKind]] = frozenset({"call", "referral"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchFacts:
    """What follows from a touch's kind, direction and intent.

    Attributes:
        role: what it does between the two.
        asks_reply: it opens a thread, or reminds in one that still waits.
        ends_thread: nobody waits for a reply any more: they wrote, or the two were together.
        is_from_user: the user wrote or called.
        is_sign: the user wrote, called or reacted: it congratulates.
        is_initiative: the user did something, alone or together: it meets a follow-up date.
        is_conversation: the two met or spoke.
        calls_for_thanks: a thank-you would be welcome after it.
        gives: the user gave something.
        asks: the user asked for something.
        nurtures: the user tended the tie.
    """

    role: TouchRole
    asks_reply: bool
    ends_thread: bool
    is_from_user: bool
    is_sign: bool
    is_initiative: bool
    is_conversation: bool
    calls_for_thanks: bool
    gives: bool
    asks: bool
    nurtures: bool


def facts_of(touch: Touch) -> TouchFacts:
    """Look up what a touch is."""
    return TOUCH_FACTS[touch.kind, touch.direction, touch.intent]


def is_answer_to(touch: Touch, written_on: dt.date | None) -> bool:
    """Whether the user's message answers what they wrote last, on that day: it asks for a reply less than others.

    One that asks for something does not, nor does one so late that it begins anew.
    """
    if written_on is None or touch.intent == "ask":
        return False
    return touch.on is None or (touch.on - written_on).days <= THREAD_DAYS


def is_job_interview(touch: Touch, *, has_applied: bool) -> bool:
    """Whether the two met about a job; where the user applied, any meeting is about that."""
    is_talk = facts_of(touch).role == "conversation"
    return touch.is_job_interview or (has_applied and is_talk and touch.kind == "meeting")


def is_about_job(person: Person, touches: Iterable[Touch]) -> bool:
    """Whether the two know each other by an application that the user sent."""
    return bool(person.applications) or any(touch.is_job_interview for touch in touches)


def _facts(kind: TouchKind, direction: Direction, intent: Intent | None) -> TouchFacts:
    role = _role(kind, direction, intent)
    is_from_user, is_reaction = role in {"request", "courtesy"}, role == "reaction"
    return TouchFacts(
        role=role,
        asks_reply=role == "request",
        ends_thread=role in {"answer", "acceptance", "conversation", "exchange"},
        is_from_user=is_from_user,
        is_sign=is_from_user or is_reaction,
        is_initiative=is_from_user or role == "conversation",
        is_conversation=role == "exchange" or (role == "conversation" and kind != "referral"),
        calls_for_thanks=role == "conversation",
        gives=is_reaction or (intent == "give" and direction != "in"),
        asks=intent == "ask" and direction != "in" and not is_reaction,
        nurtures=is_reaction
        or (
            is_from_user
            and kind != "acceptance"
            and (kind in _COURTESY_KINDS or intent in _COURTESY_INTENTS or intent == "give")
        ),
    )


def _role(kind: TouchKind, direction: Direction, intent: Intent | None) -> TouchRole:
    if kind in _OWN_ROLES and not (kind == "acceptance" and direction == "out"):
        return _OWN_ROLES[kind]
    if kind in _CONVERSATIONS or (kind in _CONVERSATIONS_UNLESS_OUTGOING and direction != "out"):
        return "conversation"
    if direction == "both":
        return "exchange"
    if direction == "in" or (direction == "unknown" and kind == "reply"):
        return "answer"
    if direction == "unknown" or kind == "social":
        return "contact" if direction == "unknown" else "reaction"
    return "courtesy" if kind in _COURTESY_KINDS or intent in _COURTESY_INTENTS else "request"


TOUCH_FACTS: Final[Mapping[tuple[TouchKind, Direction, Intent | None], TouchFacts]] = {
    each: _facts(*each)
    for each in product(get_args(TouchKind), get_args(Direction), (None, *get_args(Intent)))
}
"""What every kind of touch is, in each direction and with each intent (None: not logged)."""
