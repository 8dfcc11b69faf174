"""What separates the clauses of a text, and what does not: dates stay whole where days are looked for."""

from __future__ import annotations

import pytest

from netsheet.core.values.answer_sentences import read_answer_words
from netsheet.core.values.clauses import clauses, clauses_around_days, first_clause
from netsheet.core.values.vocabulary import read_status


def _stripped(parts: list[str]) -> list[str]:
    return [part.strip() for part in parts if part.strip()]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("sent CV, no reply and now closed", ["sent CV", "no reply", "now closed"]),
        ("Closed - no budget", ["Closed", "no budget"]),
        ("sent/waiting", ["sent", "waiting"]),
        ("replied.thanked!great", ["replied", "thanked", "great"]),
        ("called?\nno answer", ["called", "no answer"]),
        ("abgesagt und geschlossen", ["abgesagt", "geschlossen"]),
        ("recusado e fechado", ["recusado", "fechado"]),
        ("out-of-office reply", ["out-of-office reply"]),
        ("sent e mail", ["sent e mail"]),
        ("pas de poste en ce moment", ["pas de poste en ce moment"]),
        ("sorry i can't", ["sorry i can't"]),
        ("replied 5/4. Not interested", ["replied 5", "4", "Not interested"]),
    ],
)
def test_marks_and_joining_words_separate_clauses(text: str, parts: list[str]) -> None:
    assert _stripped(clauses(text)) == parts
    assert first_clause(text).strip() == parts[0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Gespräch am 5. Mai", ["Gespräch am 5. Mai"]),
        ("call 3/4 at 10:30", ["call 3/4 at 10:30"]),
        ("lunch with Ann and Bo on 12 May", ["lunch with Ann and Bo on 12 May"]),
        ("replied. Call on 3.4.2026, then rest", ["replied", "Call on 3.4.2026", "then rest"]),
    ],
)
def test_what_may_belong_to_a_day_stays_together(text: str, parts: list[str]) -> None:
    assert _stripped(clauses_around_days(text)) == parts


@pytest.mark.parametrize(
    "text", ["rifiutato e chiuso", "wysłano i czekam", "gebeld en gemaild", "recusado e fechado"]
)
def test_two_words_joined_in_any_language_are_known(text: str) -> None:
    assert read_status(text) is not None
    assert read_answer_words(text, read_status) is not None
