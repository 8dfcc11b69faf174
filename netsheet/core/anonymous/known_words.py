"""The words that netsheet itself knows, in all languages: headings, states, ways to write, months. They may stay in a log."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from functools import cache
from types import ModuleType
from typing import Final, get_args

from netsheet.core import month_names, named_table, optional_sheet_kinds, touch_facts
from netsheet.core.columns import aliases, fields, heading_words, record_rows, sheets
from netsheet.core.languages import all_languages
from netsheet.core.numbers import goal_counts
from netsheet.core.numbers import goal_sheet as goals
from netsheet.core.optional_sheets import company_rows, date_rows, event_rows, priorities, resource_rows
from netsheet.core.people import answers, applications, commitments, named_days, touches
from netsheet.core.recording import (
    done_words,
    endings,
    history_lines,
    history_words,
    memory_lines,
    sheet_names,
)
from netsheet.core.settings import breaks, catalog
from netsheet.core.settings import sheet as settings_sheet
from netsheet.core.text import fold
from netsheet.core.values import (
    answer_sentences,
    cells,
    company_names,
    done_word_lists,
    meeting_words,
    person_names,
    phrases,
    sentence_days,
    status_words,
    vocabulary,
    word_lists,
)

_LAST_MARK: Final = 0x3100
_MARKS: Final = "\u200c\u200d" + "".join(
    chr(each) for each in range(_LAST_MARK) if unicodedata.category(chr(each)).startswith("M")
)
"""Vowels and accents that are signs of their own, and what joins letters: they are inside of words, as in Hindi and Thai."""
WORD: Final = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
_MODULES: Final[tuple[ModuleType, ...]] = (
    aliases,
    all_languages,
    answer_sentences,
    answers,
    applications,
    breaks,
    catalog,
    cells,
    commitments,
    company_names,
    company_rows,
    date_rows,
    done_word_lists,
    done_words,
    endings,
    event_rows,
    fields,
    goal_counts,
    goals,
    heading_words,
    history_lines,
    history_words,
    meeting_words,
    memory_lines,
    month_names,
    named_days,
    named_table,
    optional_sheet_kinds,
    person_names,
    phrases,
    priorities,
    record_rows,
    resource_rows,
    sentence_days,
    settings_sheet,
    sheets,
    status_words,
    touch_facts,
    touches,
    vocabulary,
    word_lists,
)
_OF_SENTENCES: Final = "typed in seen in over said by command import between and at row of the sheet done refreshed version format memory"


@cache
def known_words() -> frozenset[str]:
    """Return the words of all these tables, folded."""
    texts = [text for module in _MODULES for text in _texts_of(module)]
    return frozenset(fold(word) for text in (*texts, _OF_SENTENCES) for word in WORD.findall(text))


@cache
def own_words() -> frozenset[str]:
    """Return the words of netsheet's own sheets, which are in every log that has them, folded."""
    modules = (
        catalog,
        endings,
        fields,
        history_lines,
        history_words,
        memory_lines,
        settings_sheet,
        sheet_names,
    )
    texts = [text for module in modules for text in _texts_of(module)]
    texts += [*get_args(endings.StepKind), *vocabulary.OWN_MEANINGS]
    return frozenset(fold(word) for text in texts for word in WORD.findall(text))


def _texts_of(module: ModuleType) -> Iterator[str]:
    for name, value in vars(module).items():
        if not name.startswith("__"):
            yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    """Run over the texts of a table, whatever it is made of; names of our own modules and classes are none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, re.Pattern):
        yield str(value.pattern)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(key)
            yield from _texts(each)
    elif isinstance(value, tuple | list | frozenset | set):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields_of(value):
            yield from _texts(getattr(value, each.name))
