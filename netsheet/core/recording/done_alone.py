"""Words under "Netsheet done" that do not name a step: "thanks", "confirmed", "bounced", "no reply".

They count only as the first thing that is typed; later they are a note.
"""

from __future__ import annotations

from typing import Final

from netsheet.core.grid import CellValue
from netsheet.core.recording.done_parts import NotTaken, Part, Reason
from netsheet.core.recording.endings import StepKind
from netsheet.core.values.answer_sentences import read_answer_words
from netsheet.core.values.done_word_lists import CONFIRMED, THANKS, WRONG_NUMBERS
from netsheet.core.values.short_forms import spelled_out
from netsheet.core.values.told_touches import says_nothing_came
from netsheet.core.values.vocabulary import Meaning, plain_phrase, read_status

_THANK_STEPS: Final[frozenset[StepKind]] = frozenset({"thank", "thank_referrer"})


def read_alone(value: CellValue, step: StepKind | None) -> Part | NotTaken | None:
    """Read what does not name a step, next to the step that the row shows; None for any other text."""
    if not isinstance(value, str):
        return None
    phrase = plain_phrase(spelled_out(value))
    if phrase in THANKS:
        if step in _THANK_STEPS:
            return Part(meaning="thanked", words=value)
        return NotTaken(reason="unclear", seen=value, readings=("thanked", "they replied"))
    if phrase in CONFIRMED:
        return NotTaken(reason="unclear", seen=value, readings=("they replied", "wrote"))
    reason = _reason(value, phrase)
    return NotTaken(reason=reason, seen=value) if reason else None


def _is_of_the_row(meaning: Meaning) -> bool:
    """Whether words say how things are with somebody: over, not now, away, a promise of theirs."""
    is_theirs = meaning.has_bounced or meaning.is_automatic or meaning.mood in {"not now", "will write"}
    return is_theirs or meaning.state in {"closed", "paused"}


def _reason(text: str, phrase: str) -> Reason | None:
    meaning = read_answer_words(text, read_status)
    if phrase in WRONG_NUMBERS or (meaning is not None and _is_of_the_row(meaning)):
        return "of the row"
    return "nothing came" if says_nothing_came(text) else None
