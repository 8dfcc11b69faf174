"""Words that name a meeting, so that the day next to them is its day."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from netsheet.core.model import MEETINGS
from netsheet.core.values.invitation_words import INVITING_WORDS
from netsheet.core.values.short_forms import spelled_out
from netsheet.core.values.vocabulary import is_turned, known_phrases, plain_phrase
from netsheet.core.values.word_lists import (
    FOR_INFORMATION,
    JOB_INTERVIEWS,
    LINKING_WORDS,
    MEETING_QUALIFIERS,
    ROUNDS_OF_INTERVIEWS,
)

_AGREES_TO_TALK = re.compile(
    r"(?:^|\b(?:happy|glad|keen|free|available|able|wants?|would like|d like|can|could|agreed|asked|offered|suggested|proposed|let s|lets|we) )"
    r"(?:to )?(?:meet|talk|chat|speak|catch up)(?: (?:up|to me|with me|on the phone|by phone|online|again))?"
    r"(?: (?:for|over) (?:a |an )?(?:quick |short )?(?:coffee|lunch|tea|drink|drinks|beer|breakfast|dinner|chat|call|talk))?$"
)
"""Words by which they agree to a talk, when its day follows: "happy to talk Thursday 21 May"."""
_A_ROUND = re.compile(
    r"(?:(?:invited|invitation|invite|in|through|made it|yes|ok|they want|wants?) ?(?:me )?(?:to|for|into)? ?)?(?:the |a |an )?"
    r"(?:first|second|third|fourth|next|final|last|another|1st|2nd|3rd|4th) (?:interview )?round(?: (?:of )?interviews?)?"
)
"""A round of interviews: "second round", "invited to the next round"."""
Certainty = Literal["certain", "possible", "none"]


@lru_cache(maxsize=65536)
def names_meeting(text: str) -> Certainty:
    """Say whether words name a meeting, and nothing else: "second interview", "they want a call with the team".

    Other words that are not known, or turn the meaning, leave it possible: "call her", "after the interview".
    """
    text = spelled_out(text)
    phrase = plain_phrase(text)
    words, meetings = phrase.split(), _meeting_words()
    if is_turned(text):
        return "none"
    if _AGREES_TO_TALK.search(phrase) or _A_ROUND.fullmatch(phrase):
        return "certain"
    at = [
        (start, end)
        for start in range(len(words))
        for end in range(start + 1, min(start + 3, len(words)) + 1)
        if " ".join(words[start:end]) in meetings
    ]
    if not at:
        return "none"
    is_plain = any(
        all(word in MEETING_QUALIFIERS or word in INVITING_WORDS for word in words[:start])
        and (end == len(words) or words[end] in LINKING_WORDS)
        for start, end in at
    )
    return "certain" if is_plain else "possible"


def meeting_name(text: str) -> str:
    """Return the name of a meeting without the words in front that invite to it: "second interview"."""
    words = text.split()
    while len(words) > 1 and plain_phrase(words[0]) in INVITING_WORDS:
        del words[0]
    return " ".join(words)


def names_job_interview(text: str) -> bool:
    """Whether words name an interview for a job: "second interview", "Vorstellungsgespräch", "final round"."""
    phrase = plain_phrase(text)
    words = phrase.split()
    is_round = any(f" {name} " in f" {phrase} " for name in ROUNDS_OF_INTERVIEWS)
    is_round = is_round or _A_ROUND.fullmatch(phrase) is not None
    return (is_round or not JOB_INTERVIEWS.isdisjoint(words)) and FOR_INFORMATION.isdisjoint(words)


@cache
def _meeting_words() -> frozenset[str]:
    kinds, statuses = known_phrases("kind"), known_phrases("status")
    return frozenset(
        {word for word in kinds if _is_meeting(kinds[word])}
        | {
            word
            for word in statuses
            if statuses[word] in {"talked", "meeting scheduled"} and word not in kinds
        }
    )


def _is_meeting(category: str) -> bool:
    kind, _, direction = category.partition("|")
    return direction == "both" and (kind in MEETINGS or kind == "message")
