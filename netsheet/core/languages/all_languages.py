"""The tables of all languages together."""

from __future__ import annotations

from types import MappingProxyType

from netsheet.core.languages import (
    czech,
    danish,
    dutch,
    english,
    finnish,
    french,
    german,
    greek,
    italian,
    norwegian,
    polish,
    portuguese,
    russian,
    slovak,
    spanish,
    swedish,
    turkish,
    ukrainian,
)

LANGUAGES = MappingProxyType(
    {
        "cs": czech.WORDS,
        "da": danish.WORDS,
        "de": german.WORDS,
        "el": greek.WORDS,
        "en": english.WORDS,
        "es": spanish.WORDS,
        "fi": finnish.WORDS,
        "fr": french.WORDS,
        "it": italian.WORDS,
        "nl": dutch.WORDS,
        "no": norwegian.WORDS,
        "pl": polish.WORDS,
        "pt": portuguese.WORDS,
        "ru": russian.WORDS,
        "sk": slovak.WORDS,
        "sv": swedish.WORDS,
        "tr": turkish.WORDS,
        "uk": ukrainian.WORDS,
    }
)
"""The words of the headings of each language, by its two letters (ISO 639)."""

_OWN_VOCABULARIES = (czech, danish, finnish, greek, norwegian, russian, slovak, swedish, turkish, ukrainian)
"""Languages whose words in cells are in their file; those of the first eight are in ``core.values.word_lists``."""
STATUS = tuple(language.STATUS for language in _OWN_VOCABULARIES)
CHANNELS = tuple(language.CHANNELS for language in _OWN_VOCABULARIES)


def lines_of(text: str) -> list[tuple[str, str]]:
    """Split a text of these files into its lines: what the words mean, and the words."""
    lines = (line.partition(":") for line in text.strip().splitlines())
    return [(meaning, words.strip()) for meaning, _, words in lines]
