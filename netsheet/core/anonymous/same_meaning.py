"""Other words of the same meaning, for words that netsheet knows and that are a name in the log too: "May", "Call", "Open"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, get_args

from netsheet.core.anonymous.known_words import WORD
from netsheet.core.columns.aliases import ALIASES
from netsheet.core.columns.headings import Heading, Understood, understand_heading
from netsheet.core.columns.period_sheets import name_without_period
from netsheet.core.columns.record_rows import is_total
from netsheet.core.columns.sheets import means_of_sheet
from netsheet.core.columns.special_headings import meeting_of_heading, month_of_heading, verb_of_heading
from netsheet.core.month_names import (
    MONTH_BY_WORD,
    MONTHS_WRITTEN,
    NUMBER_BY_WORD,
    SPAN_UNIT_BY_WORD,
    WEEKDAY_BY_WORD,
)
from netsheet.core.named_table import folded_words
from netsheet.core.numbers.goal_sheet import METRIC_BY_WORD
from netsheet.core.optional_sheet_kinds import OPTIONAL_SHEETS
from netsheet.core.optional_sheets.date_rows import is_birthday
from netsheet.core.optional_sheets.priorities import read_rank
from netsheet.core.text import fold
from netsheet.core.values import answer_sentences, cells, meeting_words, phrases, sentence_days, vocabulary

Says = Callable[[str], object]
"""Reads a text: what it returns is the same for texts of the same meaning."""

_A_DAY: Final = dt.date(2026, 3, 4)
_UNKNOWN: Final = "zuvozi"
"""A word that says nothing in any language."""
_LONGEST_PHRASE: Final = 6
_TOKEN: Final = re.compile(r"[^\W_]+")

_READERS: Final[Mapping[str, Says]] = {
    "status": vocabulary.read_status,
    "channel": vocabulary.read_channel,
    "kind": vocabulary.read_kind,
    "direction": vocabulary.read_direction,
    "intent": vocabulary.read_intent,
    "relationship": vocabulary.read_relationship,
    "role": vocabulary.read_role,
    "yes or no": cells.read_yes_no,
    "span": lambda text: phrases.read_phrase(text, counted_from=_A_DAY),
    "cadence": phrases.read_interval_days,
    "until": lambda text: sentence_days.read_until(text, order="dmy", after=_A_DAY),
    "month": lambda text: (sentence_days.named_month(text, after=_A_DAY) or (None,))[0],
    "weekdays": lambda text: [each.on for each in sentence_days.named_weekdays(text, near=_A_DAY)],
    "days": lambda text: [
        (meeting_words.names_meeting(each.before), vocabulary.read_kind(each.before))
        for each in sentence_days.named_days(text, order="dmy", near=_A_DAY)
    ],
    "meeting": meeting_words.names_meeting,
    "job interview": meeting_words.names_job_interview,
    "goal": lambda text: METRIC_BY_WORD.get(folded_words(text)),
    "rank": read_rank,
    "birthday": is_birthday,
}
_READER_OF_FIELD: Final[Mapping[str, Says]] = {
    **dict.fromkeys(
        ("status", "outcome"), lambda text: (vocabulary.read_status(text), cells.read_yes_no(text))
    ),
    **dict.fromkeys(
        ("response", "response_type"),
        lambda text: (
            answer_sentences.read_answer_words(text, vocabulary.read_status),
            cells.read_yes_no(text),
        ),
    ),
    **{name: _READERS[name] for name in ("channel", "kind", "direction", "intent", "relationship")},
}


def say_otherwise(text: str, private: Collection[str], field: str | None = None) -> str | None:
    """Say what a cell says without some words.

    Args:
        text: the cell.
        private: the words, folded.
        field: what its column is.

    Returns:
        The text in which those of the words that are left say nothing, so that any other may take their place; None
        where no words of the same meaning are known.
    """
    readers = [_all_of_it, *filter(None, (_READER_OF_FIELD.get(field or ""),))]
    return _first_otherwise(text, private, readers, _alike)


def name_otherwise(heading: str, private: Collection[str]) -> str | None:
    """Give a heading of the same meaning without some words, as ``say_otherwise`` does for a cell."""
    return _first_otherwise(heading, private, (_means, _nearly_means), _headings_alike)


def name_sheet_otherwise(name: str, private: Collection[str]) -> str | None:
    """Give a sheet's name that says the same month without some words, as ``say_otherwise`` does for a cell."""
    return _first_otherwise(name, private, (_period,), _alike)


def needless_words(text: str, private: Collection[str], field: str | None = None) -> Collection[str]:
    """Return the words of a cell, folded, without which it says the same: any other may take their place."""
    reader = _READER_OF_FIELD.get(field or "")
    gone = frozenset(_needless(text, private, _all_of_a_sentence))
    return gone if reader is None else gone.intersection(_needless(text, private, reader))


def needless_in_heading(heading: str, private: Collection[str]) -> Collection[str]:
    """Return the words of a heading without which it means the same, as ``needless_words`` does for a cell."""
    return _needless(heading, private, _means)


def needless_in_sheet_name(name: str, private: Collection[str]) -> Collection[str]:
    """Return the words of a sheet's name without which it means the same, as ``needless_words`` does for a cell."""
    return _needless(name, private, _means_as_sheet)


def needless_in_label(text: str, private: Collection[str]) -> Collection[str]:
    """Return the words of a title without which it says the same, also where it is above a heading or before a sum."""
    return _needless(text, private, _means_as_label)


@dataclass(frozen=True, slots=True)
class Means:
    """How a kind of text is read: in other words, and the words that say nothing. Both get the text and the words of names."""

    otherwise: Callable[[str, Collection[str]], str | None]
    needless: Callable[[str, Collection[str]], Collection[str]]


CELL: Final = Means(say_otherwise, needless_words)
HEADING: Final = Means(name_otherwise, needless_in_heading)
SHEET_NAME: Final = Means(name_sheet_otherwise, needless_in_sheet_name)
LABEL: Final = Means(say_otherwise, needless_in_label)


def _needless(text: str, private: Collection[str], says: Says) -> Collection[str]:
    words = tuple(dict.fromkeys(fold(word) for word in WORD.findall(text)))
    return _gone(text, words, tuple(word for word in words if word in private), says)


@lru_cache(maxsize=65536)
def _gone(text: str, words: Sequence[str], private: Sequence[str], says: Says) -> frozenset[str]:
    wanted = says(text)
    if says(_without(text, words)) == wanted:
        return frozenset(words)
    gone = set(private)
    for word in words:
        if says(_without(text, {*gone, word})) == wanted:
            gone.add(word)
    return frozenset(gone)


def month_word(month: int, private: Collection[str]) -> str:
    """Return a word for a month that is none of some words."""
    return next(word for word in MONTHS_WRITTEN[month - 1].split() if word not in private)


def _all_of_it(text: str) -> object:
    return [reader(text) for reader in _READERS.values()]


def _all_of_a_sentence(text: str) -> object:
    return (
        _all_of_it(text),
        answer_sentences.read_answer_words(text, vocabulary.read_status),
        answer_sentences.read_status_words(text, vocabulary.read_status),
    )


def _period(name: str) -> object:
    return name_without_period(name), _months(name)


def _months(name: str) -> list[int]:
    return [MONTH_BY_WORD[word] for word in WORD.findall(fold(name)) if word in MONTH_BY_WORD]


def _means_as_sheet(name: str) -> object:
    is_optional = [kind.is_name(name) for kind in OPTIONAL_SHEETS]
    return _months(name), name_without_period(name) is None, means_of_sheet(name), is_optional


def _means_as_label(text: str) -> object:
    return _all_of_it(text), _means(text), is_total(text)


def _means(heading: str) -> tuple[Understood | None, object]:
    understood = understand_heading(heading)
    is_of_meetings = understood is not None and "meeting_date" in (understood.field, *understood.others)
    return understood, (
        month_of_heading(heading),
        verb_of_heading(Heading(heading)),
        is_of_meetings and meeting_of_heading(Heading(heading)),
        is_of_meetings and meeting_words.names_job_interview(heading),
    )


def _nearly_means(heading: str) -> object:
    """Leave out how surely the words say it: that matters only where two headings say the same."""
    understood, others = _means(heading)
    return understood and (understood.field, understood.number, understood.slot), others


def _first_otherwise(
    text: str, private: Collection[str], readers: Iterable[Says], alike: Callable[[str], Iterator[str]]
) -> str | None:
    names = frozenset(private)
    return next(
        (found for says in readers if (found := _otherwise(text, names, says, alike)) is not None), None
    )


@lru_cache(maxsize=16384)
def _otherwise(
    text: str,
    private: frozenset[str],
    says: Says,
    alike: Callable[[str], Iterator[str]],
) -> str | None:
    wanted = says(text)
    tried = (text, *_with_other_phrases(text, private, alike))
    return next((each for each in tried if says(_without(each, private)) == wanted), None)


def _without(text: str, private: Collection[str]) -> str:
    return WORD.sub(lambda match: _UNKNOWN if fold(match[0]) in private else match[0], text)


def _with_other_phrases(
    text: str, private: Collection[str], alike: Callable[[str], Iterator[str]]
) -> Iterator[str]:
    """Give the text with one phrase, the longest first, in the words of another that may mean the same."""
    tokens = list(_TOKEN.finditer(text))
    for length in range(min(len(tokens), _LONGEST_PHRASE), 0, -1):
        for first, last in zip(tokens, tokens[length - 1 :], strict=False):
            phrase = text[first.start() : last.end()]
            if not _has(phrase, private):
                continue
            for other in alike(phrase):
                if not _has(other, private):
                    cased = other.capitalize() if phrase[:1].isupper() else other
                    yield f"{text[: first.start()]}{cased}{text[last.end() :]}"


def _has(text: str, private: Collection[str]) -> bool:
    return any(fold(word) in private for word in WORD.findall(text))


def _alike(phrase: str) -> Iterator[str]:
    """Give the phrases that may mean the same as a phrase."""
    key = vocabulary.plain_phrase(phrase)
    for table, lines in _tables():
        if key in table:
            yield from lines[table[key]]


def _headings_alike(phrase: str) -> Iterator[str]:
    """Give the headings of the same field, and those of the same month."""
    understood = understand_heading(phrase)
    if understood is not None:
        for alias in ALIASES.get(understood.field, "").split(";"):
            yield alias.strip()
            if understood.number:
                yield f"{alias.strip()} {understood.number}"
    yield from _alike(phrase)


@cache
def _tables() -> Sequence[tuple[Mapping[str, object], Mapping[object, Sequence[str]]]]:
    """Return each table of phrases by meaning, and for each meaning its phrases."""
    answers = {
        vocabulary.plain_phrase(word): said
        for said, words in (("yes", cells.YES_WORDS), ("no", cells.NO_WORDS))
        for word in sorted(words)
    }
    tables: list[Mapping[str, object]] = [
        *(vocabulary.known_phrases(name) for name in get_args(vocabulary.Vocabulary)),
        *(WEEKDAY_BY_WORD, SPAN_UNIT_BY_WORD, NUMBER_BY_WORD, answers),
        METRIC_BY_WORD,
    ]
    months: dict[object, Sequence[str]] = {
        number: words.split() for number, words in enumerate(MONTHS_WRITTEN, 1)
    }
    found: list[tuple[Mapping[str, object], Mapping[object, Sequence[str]]]] = [
        (dict[str, object](MONTH_BY_WORD), months)
    ]
    for table in tables:
        lines: dict[object, list[str]] = {}
        for phrase, meaning in table.items():
            if phrase:
                lines.setdefault(meaning, []).append(phrase)
        found.append((table, lines))
    return found
