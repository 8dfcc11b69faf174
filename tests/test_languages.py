"""The words of each language, of its own file: what it lacks is listed here, not guessed."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.columns.heading_grammar import grammar_rules
from netsheet.core.languages.all_languages import CHANNELS, LANGUAGES, STATUS, lines_of
from netsheet.core.values.cells import read_yes_no
from netsheet.core.values.dates import ReadDate, read_date
from netsheet.core.values.vocabulary import plain_phrase, read_channel, read_status

LACKING = {
    "cs": "by given",
    "da": "adjective by label to",
    "de": "address adjective by label to",
    "el": "by far given mine to",
    "en": "label",
    "es": "by given label to",
    "fi": "adjective by label to",
    "fr": "adjective label to",
    "it": "by given label to",
    "nl": "address adjective label to",
    "no": "adjective by label to",
    "pl": "adjective by",
    "pt": "by given label to",
    "ru": "adjective by to",
    "sk": "by far given",
    "sv": "adjective label to",
    "tr": "by far given label to",
    "uk": "adjective by to",
}
"""Notions of headings for which a language has no words yet; those that it needs none for are among them."""
MARCH = {
    "cs": "7. března 2026", "sk": "7. marca 2026", "sv": "7 mars 2026", "da": "7. marts 2026", "no": "7. mars 2026",
    "fi": "7. maaliskuuta 2026", "tr": "7 Mart 2026", "ru": "7 марта 2026", "uk": "7 березня 2026", "el": "7 Μαρτίου 2026",
}  # fmt: skip
YES_AND_NO = {
    "cs": ("ano", "ne"), "sk": ("áno", "nie"), "sv": ("ja", "nej"), "da": ("ja", "nej"), "no": ("ja", "nei"), "fi": ("kyllä", "ei"),
    "tr": ("evet", "hay\u0131r"), "ru": ("да", "нет"), "uk": ("так", "ні"), "el": ("\u03bd\u03b1\u03b9", "όχι"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_words_for_all_notions_but_those_listed(language: str) -> None:
    lines = lines_of(LANGUAGES[language])
    has = {notion for notion, _ in lines}

    assert len(has) == len(lines)
    assert all(words for _, words in lines)
    wanted = {"fill"}.union(*(rule.allowed for rule in grammar_rules()))
    assert wanted - has == set(LACKING[language].split())
    assert has <= wanted


@pytest.mark.parametrize("text", STATUS)
def test_the_status_words_of_a_language_are_read(text: str) -> None:
    lines = lines_of(text)

    assert len(lines) >= 9
    for meaning, words in lines:
        english = {"closed negative": "rejected"}.get(meaning, meaning)
        for word in words.split(";"):
            assert read_status(word.upper()) == read_status(english), word


@pytest.mark.parametrize("text", CHANNELS)
def test_the_channel_words_of_a_language_are_read(text: str) -> None:
    for channel, words in lines_of(text):
        for word in words.split(";"):
            read = read_channel(word)
            assert read is not None, word
            assert read[0] == channel, plain_phrase(word)


@pytest.mark.parametrize("language", MARCH)
def test_days_and_yes_and_no_are_read_in_each_language(language: str) -> None:
    yes, no = YES_AND_NO[language]

    assert read_date(MARCH[language]) == ReadDate(on=dt.date(2026, 3, 7))
    assert (read_yes_no(yes), read_yes_no(no.capitalize())) == (True, False)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/4-2026", dt.date(2026, 4, 12)),
        ("2026\u201302\u201303", dt.date(2026, 2, 3)),
        ("2026. 2. 3.", dt.date(2026, 2, 3)),
    ],
)
def test_further_spellings_of_days_are_read(text: str, day: dt.date) -> None:
    assert read_date(text) == ReadDate(on=day)
