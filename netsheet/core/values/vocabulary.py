"""Words to meanings: status, response, outcome, channel, kind, direction, intent and relationship.

They say what a word in one of these columns means. A word that is not known is never guessed at;
``nearest_word`` says which known one it resembles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, cast

from netsheet.core.model import Channel, ContactState, Direction, Intent, Mood, Relationship, TouchKind
from netsheet.core.text import fold, nearest_name
from netsheet.core.values.word_lists import (
    CHANNEL_WORDS,
    DIRECTION_WORDS,
    INTENT_WORDS,
    KIND_WORDS,
    RELATIONSHIP_WORDS,
    STATUS_WORDS,
    TURNING_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

Vocabulary = Literal["status", "channel", "kind", "direction", "intent", "relationship"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a status, outcome or response word says.

    Attributes:
        state: the state of the contact.
        has_replied: whether the word says that they answered; a "no" is an answer too.
        mood: how they answered, None where the word does not say.
        has_bounced: whether the message came back undelivered.
        has_sent: whether the word says that the user wrote, and waits.
    """

    state: ContactState = "open"
    has_replied: bool = False
    mood: Mood | None = None
    has_bounced: bool = False
    has_sent: bool = False


_MEANINGS: dict[str, Meaning] = {
    "not contacted": Meaning(state="not contacted"),
    "sent": Meaning(has_sent=True),
    "waiting": Meaning(),
    "replied": Meaning(has_replied=True),
    "replied positive": Meaning(has_replied=True, mood="positive"),
    "replied negative": Meaning(has_replied=True, mood="negative"),
    "closed negative": Meaning(state="closed", has_replied=True, mood="negative"),
    "closed": Meaning(state="closed"),
    "paused": Meaning(state="paused"),
    "bounced": Meaning(has_bounced=True),
}
ANSWERED = _MEANINGS["replied"]
"""What any text says that can only be an answer."""
_NEUTRAL_WORDS = frozenset({"neutral", "bad timing", "not now", "maybe"})
_NOT_A_WORD = re.compile(r"[^\w]+|_")
_NUMBERING = re.compile(
    r"^(?:(?:stage|step|phase|tier)\s*)?\d{1,2}\s*[.):\-\u2013\u2014]?\s+(?=[^\d\W])", re.IGNORECASE
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CLAUSE = re.compile(r"\s+[-\u2013\u2014]+\s+|[:(/,|;+&.!]|\s+(?:and|und|et|y|e|en|i)\s+")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LINKING = frozenset(
    {
        "after",
        "by",
        "on",
        "for",
        "in",
        "with",
        "at",
        "to",
        "from",
        "since",
        "until",
        "till",
        "via",
        "w",
        "but",
    }
)
_LONGEST_PHRASE = 6


def plain_phrase(text: str) -> str:
    """Fold a text to words and single spaces: the form in which vocabularies are compared."""
    return " ".join(_NOT_A_WORD.sub(" ", fold(text)).split())


def read_status(text: str) -> Meaning | None:
    """Read a status, outcome or response word; None when it is not known."""
    key = _find(text, "status")
    if key is None:
        return None
    category, word = key
    if word in _NEUTRAL_WORDS:
        return Meaning(has_replied=True, mood="neutral")
    return _MEANINGS[category]


def read_channel(text: str) -> tuple[Channel, TouchKind | None] | None:
    """Read how a touch was made, and the kind of touch that the word implies ("coffee" is a meeting)."""
    found = _find(text, "channel") or _find_word(text, "channel")
    if found is None:
        return None
    channel, _, kind = found[0].partition("|")
    return cast("Channel", channel), cast("TouchKind", kind) if kind and not _is_turned(text) else None


def read_kind(text: str) -> tuple[TouchKind, Direction] | None:
    """Read what a touch was, and its direction. "Meeting cancelled" was none; "Replied: not now" was a reply."""
    found, is_turned = _find(text, "kind"), _is_turned(text)
    if found is None:
        found = None if is_turned else _find_word(text, "kind")
    elif is_turned and TURNING_WORDS.isdisjoint(found[1].split()) and not found[0].endswith("|in"):
        return None
    if found is None:
        return None
    kind, _, direction = found[0].partition("|")
    return cast("TouchKind", kind), cast("Direction", direction)


def read_direction(text: str) -> Direction | None:
    """Read who wrote: "out" is the user, "in" the other person."""
    found = _find(text, "direction")
    return cast("Direction", found[0]) if found else None


def read_intent(text: str) -> Intent | None:
    """Read what an outgoing touch was for."""
    found = _find(text, "intent") or _find_word(text, "intent")
    return cast("Intent", found[0]) if found else None


def read_relationship(text: str) -> tuple[Relationship | None] | None:
    """Read how close a tie is. A known word that says nothing about it gives (None,), an unknown one None."""
    found = _find(text, "relationship") or (None if _is_turned(text) else _find_word(text, "relationship"))
    return (cast("Relationship", found[0]) if found[0] else None,) if found else None


def _is_turned(text: str) -> bool:
    return not TURNING_WORDS.isdisjoint(plain_phrase(text).split())


def nearest_word(text: str, vocabulary: Vocabulary) -> str:
    """Return the known word that resembles a text most, "" when none does."""
    return nearest_name(plain_phrase(text), _words(vocabulary))


@lru_cache(maxsize=8192)
def _find(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Find the (category, word) of a text: the whole, its first clause, what is in brackets, its beginning."""
    words = _words(vocabulary)
    bare = _NUMBERING.sub("", text.strip())
    bracketed = _BRACKETS.findall(bare)
    whole = _BRACKETS.sub(" ", bare)
    apart = _CAMEL.sub(" ", bare)
    candidates = [text, bare, whole, *bracketed, _CLAUSE.split(whole.strip(), maxsplit=1)[0], apart]
    if bracketed and (joined := plain_phrase(f"{whole} {bracketed[0]}")) in words:
        return words[joined], joined
    for candidate in candidates:
        phrase = plain_phrase(candidate)
        if phrase in words:
            return words[phrase], phrase
    return _find_beginning(plain_phrase(whole).split(), words)


def _find_beginning(phrase: list[str], words: Mapping[str, str]) -> tuple[str, str] | None:
    """Find a known phrase that is followed by a circumstance: "rejected after interview"."""
    for length in range(min(len(phrase) - 1, _LONGEST_PHRASE), 0, -1):
        beginning = " ".join(phrase[:length])
        if beginning in words and (phrase[length] in _LINKING or phrase[length].isdecimal()):
            return words[beginning], beginning
    return None


@lru_cache(maxsize=8192)
def _find_word(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Find a known word anywhere in a short text; the vocabulary's earlier categories win."""
    phrase = plain_phrase(text).split()
    if len(phrase) > _LONGEST_PHRASE:
        return None
    known = _words(vocabulary)
    inside = {
        candidate
        for length in range(1, 4)
        for start in range(len(phrase) - length + 1)
        if len(candidate := " ".join(phrase[start : start + length])) > 2 and candidate in known
    }
    return next(((category, word) for word, category in known.items() if word in inside), None)


@cache
def _words(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Map each known word to its category, in the order of the data."""
    tables: dict[Vocabulary, list[tuple[str, str]]] = {
        "status": list(STATUS_WORDS.items()),
        "channel": [(f"{channel}|{kind}", words) for channel, kind, words in CHANNEL_WORDS],
        "kind": [(f"{kind}|{direction}", words) for kind, direction, words in KIND_WORDS],
        "direction": list(DIRECTION_WORDS.items()),
        "intent": list(INTENT_WORDS.items()),
        "relationship": list(RELATIONSHIP_WORDS.items()),
    }
    found: dict[str, str] = {}
    for category, words in tables[vocabulary]:
        for word in words.split(";"):
            found.setdefault(plain_phrase(word), category)
    return found
