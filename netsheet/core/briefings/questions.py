"""Open questions for a talk: none of them can be answered with yes or no.

They are made from what the log says of the person. What somebody wrote in a cell is never made part of a question: it
is next to it in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from netsheet.core.text import one_line

MOST_QUESTIONS: Final = 5
_LONGEST_QUESTION: Final = 64
"""Characters that fit next to a label on a terminal of 80."""
_SHORTEST_FACT: Final = 16

_FROM_FACTS: Final[Mapping[str, str]] = {
    "details": "How is that going? [{fact}]",
    "needs": "What would help you most? [needs: {fact}]",
    "value_received": "What became of it since? [gave you: {fact}]",
    "value_given": "How did it work out? [you gave: {fact}]",
    "offers": "How would you do it in my place? [can help: {fact}]",
    "referred_by": "How do you two know each other? [you and {fact}]",
    "company": "What is changing at {fact} at the moment?",
    "industry": "Where do you see things going in the next years? [{fact}]",
    "title": "What takes most of your time these days? [{fact}]",
}
"""A question for each field, the most personal first. A company's name alone may be in the sentence."""

_ALWAYS: Final = (
    "What are you working on that you enjoy most?",
    "What could I do that would help you?",
    "Who else should I talk to?",
)
_OF_INTERVIEW: Final = (
    ("How did you get into this work? [{fact}]", "title"),
    ("What does a usual week look like for you?", ""),
    ("What is it like to work at {fact}?", "company"),
    ("What would you learn first if you started today?", ""),
    ("Who else would you talk to in my place?", ""),
    ("What do you like most about it, and what would you change?", ""),
)
"""Each question, and the field it asks about."""


def choose_questions(facts: Mapping[str, str], *, is_interview: bool) -> tuple[str, ...]:
    """Choose the questions for a talk; an informational interview has its own.

    Args:
        facts: what the log says of the person, by field.
        is_interview: whether the talk is an informational interview.
    """
    found = _of_interview(facts) if is_interview else _of_talk(facts)
    return tuple(found)[:MOST_QUESTIONS]


def _of_interview(facts: Mapping[str, str]) -> Iterator[str]:
    for question, name in _OF_INTERVIEW:
        if facts.get(name):
            yield _with_fact(question, facts[name])
        elif name != "company":
            yield question.partition(" [")[0]


def _of_talk(facts: Mapping[str, str]) -> Iterator[str]:
    """Ask about the person, but always leave room for what one can do for them and for whom else to meet."""
    own = [_with_fact(question, facts[name]) for name, question in _FROM_FACTS.items() if facts.get(name)]
    yield from own[: MOST_QUESTIONS - 2]
    yield from _ALWAYS[1:] if len(own) >= MOST_QUESTIONS - 2 else _ALWAYS


def _with_fact(question: str, fact: str) -> str:
    room = _LONGEST_QUESTION - len(question.format(fact=""))
    return question.format(fact=one_line(fact, max(room, _SHORTEST_FACT)))
