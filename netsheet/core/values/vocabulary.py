"""Words to meanings: status, response, outcome, channel, kind, direction, intent and relationship.

They say what a word in one of these columns means. A word that is not known is never guessed at;
``nearest_word`` says which known one it resembles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, groupby
from typing import Literal, cast

from netsheet.core.languages.all_languages import CHANNELS, STATUS, lines_of
from netsheet.core.model import (
    Channel,
    ClosedBy,
    ContactState,
    Direction,
    Intent,
    Mood,
    Relationship,
    Role,
    TouchKind,
)
from netsheet.core.text import fold, nearest_name
from netsheet.core.values.clauses import clauses, first_clause
from netsheet.core.values.no_contact import common_phrases, read_no_contact
from netsheet.core.values.status_words import STATUS_WORDS
from netsheet.core.values.word_lists import (
    CHANNEL_WORDS,
    DIRECTION_WORDS,
    INTENT_WORDS,
    KIND_WORDS,
    LINKING_WORDS,
    RELATIONSHIP_WORDS,
    ROLE_WORDS,
    SMALL_WORDS,
    TIE_OF_ROLE,
    TURNING_WORDS,
)

Vocabulary = Literal["status", "channel", "kind", "direction", "intent", "relationship", "role"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a status, outcome or response word says.

    Attributes:
        state: the state of the contact.
        has_replied: whether the word says that they answered; a "no" is an answer too.
        mood: how they answered, None where the word does not say.
        has_bounced: whether the message came back undelivered.
        has_sent: whether the word says that the user wrote, and waits.
        is_answered: whether the user made the next move already, so that nothing they wrote is left to answer.
        is_owed: whether it says that the user owes them an answer.
        is_automatic: whether a machine answered: no answer of theirs.
        is_opt_out: whether they must not be contacted any more.
        is_invitation: whether what was sent is an invitation to connect.
        is_acceptance: whether they accepted something, after an invitation just that.
        is_meeting: whether a meeting is agreed.
        has_left: whether they no longer work there, so that nothing reaches them at that address.
        is_referral: whether they brought the user together with others.
    """

    state: ContactState = "open"
    has_replied: bool = False
    mood: Mood | None = None
    has_bounced: bool = False
    has_sent: bool = False
    is_answered: bool = False
    is_owed: bool = False
    is_automatic: bool = False
    is_opt_out: bool = False
    is_invitation: bool = False
    is_acceptance: bool = False
    is_meeting: bool = False
    has_left: bool = False
    is_referral: bool = False

    @property
    def is_declined(self) -> bool:
        """Whether it says that they said no for good."""
        return self.state == "closed" and self.mood == "negative" and not self.is_opt_out

    @property
    def closed_by(self) -> ClosedBy | None:
        """What closes the contact that they did."""
        if self.has_left:
            return "left"
        if self.is_opt_out:
            return "no contact" if self.has_replied else None
        return "no" if self.is_declined else None


_MEANINGS: Mapping[str, Meaning] = {
    "not contacted": Meaning(state="not contacted"),
    "sent": Meaning(has_sent=True),
    "their turn": Meaning(has_sent=True, is_answered=True),
    "invited": Meaning(has_sent=True, is_invitation=True),
    "waiting": Meaning(),
    "automatic reply": Meaning(is_automatic=True),
    "replied": Meaning(has_replied=True),
    "will write": Meaning(has_replied=True, mood="will write"),
    "reply owed": Meaning(has_replied=True, is_owed=True),
    "accepted": Meaning(has_replied=True, mood="positive", is_acceptance=True),
    "not now": Meaning(has_replied=True, mood="not now"),
    "neutral": Meaning(has_replied=True, mood="neutral"),
    "answered": Meaning(has_replied=True, is_answered=True),
    "in conversation": Meaning(has_replied=True, is_answered=True),
    "meeting scheduled": Meaning(has_replied=True, mood="positive", is_answered=True, is_meeting=True),
    "talked": Meaning(has_replied=True, mood="positive", is_answered=True),
    "replied positive": Meaning(has_replied=True, mood="positive"),
    "replied negative": Meaning(has_replied=True, mood="negative"),
    "closed negative": Meaning(state="closed", has_replied=True, mood="negative"),
    "won": Meaning(state="closed", has_replied=True, mood="positive"),
    "closed": Meaning(state="closed"),
    "left": Meaning(state="closed", has_left=True),
    "opt out": Meaning(state="closed", has_replied=True, mood="negative", is_opt_out=True),
    "do not contact": Meaning(state="closed", is_opt_out=True),
    "paused": Meaning(state="paused"),
    "bounced": Meaning(has_bounced=True),
}
REPLIED = _MEANINGS["replied"]
"""What any text says that can only be an answer of theirs."""
AUTOMATIC = _MEANINGS["automatic reply"]
"""What is said of somebody who is away."""
ANSWERED = _MEANINGS["answered"]
"""What a word says by which the user answered them; as their response it is an answer of theirs."""
NOT_NOW = _MEANINGS["not now"]
"""What they say who ask for another time."""
LEFT = _MEANINGS["left"]
"""What is said of somebody who no longer works there."""
REFERRED = Meaning(has_replied=True, mood="positive", is_referral=True)
"""What is said of somebody who introduced the user to others."""
SENT = _MEANINGS["sent"]
"""What a word says by which the user wrote, and nothing came back."""
WILL_WRITE = _MEANINGS["will write"]
"""What they say who promise an answer: the next move is theirs."""
PAUSED = _MEANINGS["paused"]
"""What the user says who will come back to somebody later."""
DECLINED = _MEANINGS["closed negative"]
"""What a day or a yes under "Rejected" says."""
CLOSED = _MEANINGS["closed"]
"""What a word says by which the user ended it."""
IGNORED = Meaning()
"""The meaning of a word that netsheet is to ignore: the same as no word."""
OWN_MEANINGS: Mapping[str, Meaning] = {
    "closed": _MEANINGS["closed"],
    "declined": _MEANINGS["closed negative"],
    "won": _MEANINGS["won"],
    "paused": _MEANINGS["paused"],
    "waiting": _MEANINGS["sent"],
    "replied": _MEANINGS["replied"],
    "conversation": _MEANINGS["in conversation"],
    "meeting scheduled": _MEANINGS["meeting scheduled"],
    "not sent": _MEANINGS["not contacted"],
    "ignore": IGNORED,
}
"""The meanings that a status word of the user's own can be given in the settings."""
_NOT_A_WORD = re.compile(r"[\W_]+")
_NUMBERING = re.compile(
    r"^(?:(?:stage|step|phase|tier)\s*)?\d{1,2}\s*[.):\-\u2013\u2014]?\s+(?=[^\d\W])", re.IGNORECASE
)
_CAMEL = re.compile(r"[a-z](?=[A-Z])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LONGEST_PHRASE = 6
_WHOLE_ONLY = frozenset({"reply owed"})
"""Meanings that a longer text may turn: "waiting for me" owes an answer, "waiting for me to chase" may not."""
_MOST_LETTERS_APART = 3


@lru_cache(maxsize=65536)
def plain_phrase(text: str) -> str:
    """Fold a text to words and single spaces: the form in which vocabularies are compared."""
    return " ".join(_NOT_A_WORD.sub(" ", fold(text)).split())


def read_status(text: str) -> Meaning | None:
    """Read a status, outcome or response word; None when it is not known."""
    found = _find(text, "status")
    return _MEANINGS[found[0]] if found else None


def is_status_word(text: str) -> bool:
    """Whether a text is a known status, outcome or response word and nothing else."""
    return plain_phrase(text) in known_phrases("status")


StatusReader = Callable[[str], Meaning | None]
"""Reads a status, outcome or response word; None when it is not known."""


def status_reader(own: Mapping[str, str]) -> StatusReader:
    """Return a reader of status words by which the user's own words come before all others.

    Args:
        own: the user's words, each with one of ``OWN_MEANINGS``.
    """
    if not own:
        return read_status
    meanings = {_own_key(word): OWN_MEANINGS[meaning] for word, meaning in own.items()}

    def read(text: str) -> Meaning | None:
        keys = (_own_key(text), _own_key(first_clause(text)))
        return next((meanings[key] for key in keys if key in meanings), None) or read_status(text)

    return read


def _own_key(text: str) -> str:
    """Return the form in which the user's own words are compared: an emoji is a word too."""
    return plain_phrase(text) or text.strip()


def read_own_meaning(text: str) -> str:
    """Read the name of a meaning that a word can be given, "" for any other text."""
    name = plain_phrase(text)
    return name if name in OWN_MEANINGS else ""


def read_channel(text: str) -> tuple[Channel, TouchKind | None] | None:
    """Read how a touch was made, and the kind of touch that the word implies ("coffee" is a meeting)."""
    found = _find(text, "channel") or _find_word(text, "channel")
    if found is None:
        return None
    channel, _, kind = found[0].partition("|")
    return cast("Channel", channel), cast("TouchKind", kind) if kind and not is_turned(text) else None


def read_kind(text: str) -> tuple[TouchKind, Direction] | None:
    """Read what a touch was, and its direction. "Meeting cancelled" was none; "Replied: not now" was a reply."""
    found, is_other = _find(text, "kind"), is_turned(text)
    if found is None:
        found = None if is_other else _find_word(text, "kind")
    elif is_other and TURNING_WORDS.isdisjoint(found[1].split()) and not found[0].endswith("|in"):
        found = _find_turned(text, found)  # "rang, no answer" was a call, "meeting, cancelled" was none
    if found is None:
        return None
    kind, _, direction = found[0].partition("|")
    return cast("TouchKind", kind), cast("Direction", direction)


def _find_turned(text: str, found: tuple[str, str]) -> tuple[str, str] | None:
    """Find a clause that says what came of it: "no answer" says what it was, after "no reply" it is what was found."""
    words = known_phrases("kind")
    for clause in filter(is_turned, clauses(text)):
        phrase = plain_phrase(clause)
        if phrase in words:
            return words[phrase], phrase
        came_of_it = read_status(clause)
        if came_of_it is not None and came_of_it.has_sent and found[0].endswith("|out"):
            return found
    return None


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
    found = _find(text, "relationship") or (None if is_turned(text) else _find_word(text, "relationship"))
    return (cast("Relationship", found[0]) if found[0] else None,) if found else None


def read_role(text: str) -> Role | None:
    """Read whether a relationship is that to a mentor or a buddy; None for any other."""
    found = None if not text or is_turned(text) else _find(text, "role") or _find_word(text, "role")
    return cast("Role", found[0]) if found else None


def is_turned(text: str) -> bool:
    """Whether a word turns the meaning of the others: "meeting cancelled"."""
    return not TURNING_WORDS.isdisjoint(plain_phrase(text).split())


@lru_cache(maxsize=8192)
def nearest_word(text: str, vocabulary: Vocabulary) -> str:
    """Return the known word that resembles a text most, "" when none does."""
    typed, known = plain_phrase(text), _phrases_by_length(vocabulary)
    lengths = range(len(typed) - _MOST_LETTERS_APART, len(typed) + _MOST_LETTERS_APART + 1)
    return nearest_name(typed, chain.from_iterable(known.get(length, ()) for length in lengths))


@cache
def _phrases_by_length(vocabulary: Vocabulary) -> Mapping[int, list[str]]:
    by_length = sorted(known_phrases(vocabulary), key=len)
    return {length: list(words) for length, words in groupby(by_length, key=len)}


@lru_cache(maxsize=65536)
def _find(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Find the (category, word) of a text: the whole, its first clause, what is in brackets, its beginning."""
    words = known_phrases(vocabulary)
    bare = _NUMBERING.sub("", text.strip())
    bracketed = _BRACKETS.findall(bare)
    whole = _BRACKETS.sub(" ", bare) if bracketed else bare
    candidates = [text, bare, whole, *bracketed, first_clause(whole), _CAMEL.sub(r"\g<0> ", bare)]
    if bracketed and (joined := plain_phrase(f"{whole} {bracketed[0]}")) in words:
        return words[joined], joined
    for candidate in dict.fromkeys(candidates):
        phrase = plain_phrase(candidate)
        if phrase in words:
            return words[phrase], phrase
    phrase = plain_phrase(whole)
    if vocabulary == "status" and (wanted := read_no_contact(phrase)):
        return wanted, phrase
    found = _find_beginning(phrase.split(), words)
    return found or (_find_bare(phrase) if vocabulary == "status" else None)


def _find_bare(phrase: str) -> tuple[str, str] | None:
    """Find a status phrase that differs only in small words: "the position has already been filled"."""
    bare = _bare(phrase)
    known = _bare_phrases().get(bare)
    return (known, bare) if known is not None else None


def _bare(phrase: str) -> str:
    return " ".join(word for word in phrase.split() if word not in SMALL_WORDS)


@cache
def _bare_phrases() -> Mapping[str, str]:
    """Map each known status phrase of two words or more, without its small words, to its category, where it has only one."""
    found: dict[str, str] = {}
    for phrase, category in known_phrases("status").items():
        bare = _bare(phrase)
        if " " in bare and category not in _WHOLE_ONLY:
            found[bare] = category if found.get(bare, category) == category else ""
    return {bare: category for bare, category in found.items() if category}


def _find_beginning(phrase: list[str], words: Mapping[str, str]) -> tuple[str, str] | None:
    """Find a known phrase that is followed by a circumstance: "rejected after interview"."""
    for length in range(min(len(phrase) - 1, _LONGEST_PHRASE), 0, -1):
        beginning = " ".join(phrase[:length])
        is_known = beginning in words and words[beginning] not in _WHOLE_ONLY
        if is_known and (phrase[length] in LINKING_WORDS or phrase[length][:1].isdecimal()):
            return words[beginning], beginning
    return None


@lru_cache(maxsize=65536)
def _find_word(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Find a known word anywhere in a short text; the vocabulary's earlier categories win."""
    phrase = plain_phrase(text).split()
    if len(phrase) > _LONGEST_PHRASE:
        return None
    known = known_phrases(vocabulary)
    inside = {
        candidate
        for length in range(1, 4)
        for start in range(len(phrase) - length + 1)
        if len(candidate := " ".join(phrase[start : start + length])) > 2 and candidate in known
    }
    found = ((category, word) for word, category in known.items() if word in inside)
    return next(found) if inside else None


@cache
def known_phrases(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Map each known word to its category, in the order of the data."""
    tables: dict[Vocabulary, list[tuple[str, str]]] = {
        "status": [
            *STATUS_WORDS.items(),
            *((who, "; ".join(phrases)) for who, phrases in common_phrases().items()),
            *chain.from_iterable(map(lines_of, STATUS)),
        ],
        "channel": [
            *((f"{channel}|{kind}", words) for channel, kind, words in CHANNEL_WORDS),
            *((f"{channel}|", words) for text in CHANNELS for channel, words in lines_of(text)),
        ],
        "kind": [(f"{kind}|{direction}", words) for kind, direction, words in KIND_WORDS],
        "direction": list(DIRECTION_WORDS.items()),
        "intent": list(INTENT_WORDS.items()),
        "relationship": [
            *RELATIONSHIP_WORDS.items(),
            *((TIE_OF_ROLE[role], words) for role, words in ROLE_WORDS.items()),
        ],
        "role": list(ROLE_WORDS.items()),
    }
    found: dict[str, str] = {}
    for category, words in tables[vocabulary]:
        for word in words.split(";"):
            found.setdefault(plain_phrase(word), category)
    return found
