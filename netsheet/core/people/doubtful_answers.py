"""Responses that prove less than they seem to: what a call brought that nobody can read, and a bare "no"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from netsheet.core.columns.column import Column
from netsheet.core.columns.column_values import Answer, finding_at, nearest_advice
from netsheet.core.model import Finding
from netsheet.core.people.unfolded import Basis
from netsheet.core.values.answer_sentences import read_answer_words
from netsheet.core.values.cells import read_yes_no
from netsheet.core.values.clauses import clauses
from netsheet.core.values.dates import NotRead, read_date
from netsheet.core.values.meeting_words import names_meeting
from netsheet.core.values.vocabulary import REPLIED, SENT, plain_phrase, read_status
from netsheet.core.values.word_lists import THEM, TOOK_PLACE

_NO_ANSWER_TO_A_CALL: Final = re.compile(
    r"(?:\w+ ){0,2}(?:not|isn ?t|wasn ?t) (?:at )?(?:home|in|there|around|reachable|picking up|(?:her|his|the|their) desk)(?: (?:today|now|yet|again|this \w+))?"
    r"|(?:nobody|no ?one)(?: (?:is|was|there|home|in|answered|answers|picked|picks|up|at|the|office))*|(?:just )?rang out"
    r"|(?:(?:line|phone|number|it) )?(?:(?:is|was|still|always) )*(?:engaged|busy|switched off)(?: (?:line|tone|signal))?"
    r"|besetzt|niemand(?: da| zu hause)?|nicht (?:da|zu hause)|occupe|personne|pas la|ocupado|nadie|ninguem|occupato|nessuno|bezet|zajete|nikt"
)
"""What is typed of a call that nobody took."""
_OF_A_TALK: Final = (
    TOOK_PLACE
    | (THEM - {"on", "il", "el", "ha"})
    | frozenset({
        "me", "us", "we", "said", "says", "told", "asked", "asks", "wants", "want", "gave", "promised", "offered", "suggested", "recommended", "advised", "agreed", "talk", "chat", "nice", "lovely", "helpful",
        "friendly", "kind", "interesting", "interested", "useful", "advice", "tips", "happy", "glad", "yes", "sure", "positive", "invited", "introduced", "referred", "explained", "learned", "discussed",
        "thanks", "nett", "gut", "sagte", "interessant", "interessiert", "utile", "gentil", "amable", "simpatico",
    })
)  # fmt: skip
"""Words that only somebody types who talked with them."""
_ASKS_WHAT_CAME: Final = frozenset({
    "response", "responses", "reply", "answer", "their response", "their reply", "their answer", "what came back", "came back", "antwort", "reponse", "respuesta", "resposta", "risposta", "antwoord", "odpowiedz",
})  # fmt: skip
"""Headings under which "no" may be what they said, and not only that nothing came."""
_NO: Final = frozenset({"no", "nope", "nah", "nein", "non", "nao", "nee", "nie"})


def answers_of_calls(
    basis: Basis, column: Column, answers: Sequence[Answer]
) -> tuple[Sequence[Answer], list[Finding]]:
    """Take what a call brought for a talk only where it says something of one; what is not understood proves none, and is asked about."""
    methods, read = basis.methods[column.repeat], list(answers)
    findings: list[Finding] = []
    for position, text in basis.table.filled(column):
        if methods[position].channel != "phone" or methods[position].direction != "out":
            continue
        is_own_word = basis.words(text) != read_status(text)
        if not is_own_word and any(map(_NO_ANSWER_TO_A_CALL.fullmatch, map(plain_phrase, clauses(text)))):
            read[position] = SENT
        elif read[position] is REPLIED and _is_not_understood(basis, text):
            read[position] = None
            nearest = nearest_advice(text, "status")
            findings.append(
                finding_at(basis.table, "unknown-word", position, column, seen=text, nearest=nearest)
            )
    return read, findings


def _is_not_understood(basis: Basis, text: str) -> bool:
    is_known = read_answer_words(text, basis.words) is not None or names_meeting(text) != "none"
    return not is_known and _OF_A_TALK.isdisjoint(plain_phrase(text).split())


def find_doubtful_noes(basis: Basis, column: Column) -> Iterator[Finding]:
    """Find each bare "no" among texts that say what they answered; in a column of yes and no it can only mean that nothing came."""
    cells = list(basis.table.filled(column))
    if plain_phrase(column.heading.shown) not in _ASKS_WHAT_CAME or not any(
        _is_text(text) for _, text in cells
    ):
        return
    for position, text in cells:
        if plain_phrase(text) in _NO:
            yield finding_at(basis.table, "no-can-be-two", position, column, seen=text)


def _is_text(text: str) -> bool:
    """Whether a response is more than yes or no, with or without its day: "wants my CV"."""
    day, words = read_date(text), plain_phrase(text).split()
    is_mark = read_yes_no(text) is not None or (words and read_yes_no(words[0]) is not None)
    return not is_mark and isinstance(day, NotRead) and day.fault == "unreadable"
