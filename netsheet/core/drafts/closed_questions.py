"""Questions that yes or no would answer, in the languages in which drafts are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from netsheet.core.drafts.languages import Language

_CLAUSE: Final = re.compile(r"[,:;] ")
_AND: Final = r"^\W*(?:(?:and|so|but|or|und|oder|aber|also|et|ou|mais|alors|donc|y|o|pero)\b\W*)?"

# In English a closed question begins with an auxiliary. "Was" alone is also German for "what".
_ENGLISH: Final = re.compile(
    rf"{_AND}(?:(?:do|does|did|is|are|were|have|has|could|would|can|will|may|shall|should)\b"
    r"|was (?:it|that|this|the|there|he|she|any|your|my|our)\b)",
    re.IGNORECASE,
)
# In German it begins with the verb, and the next word is whom it is about; an open one begins with a W-word.
_GERMAN: Final = re.compile(
    rf"{_AND}(?!(?:w(?:er|en|em|essen|as|ann|ie|o|arum|eshalb|ieso|elche[rsmn]?|oher|ohin|o(?:r|für|mit|von|zu|bei|nach|durch)\w*)"
    r"|ob|dass|wenn|und|oder|aber|also)\b)"
    r"(?:(?:habe|haben|hast|hat|hätte[nts]*|sind|bist|ist|war|waren|wäre[nts]*|kann|kannst|können|könnte[nts]*"
    r"|würde[nts]*|darf|dürfen|dürfte|möchte[nts]*|wollen|willst|will|soll|sollen|sollte[nts]*|wird|werden|wirst"
    r"|gibt|gäbe|passt|geht|ginge)\b|\w+ (?:sie|du|ihr|wir|ich|es|ihnen|dir|euch)\b)",
    re.IGNORECASE,
)
# In French it has "est-ce que" or the pronoun behind the verb, or is said like a statement; none has a question word.
_FRENCH_WORD: Final = re.compile(
    r"^\W*qu(?:e\b|['\u2019])|\b(?:quoi|quel(?:le)?s?|comment|où|quand|combien|pourquoi|(?:le|la|les)quel(?:le)?s?)\b"
    r"|^\W*(?:\w+ )?qui\b",
    re.IGNORECASE,
)
_FRENCH: Final = re.compile(
    rf"{_AND}(?:est-ce\b|[^?]*\w(?:-t)?-(?:vous|tu|je|il|elle|on|nous|ils|elles)\b|(?:vous|tu|ça|cela|c['\u2019]est|il)\b(?=\W+\w))",
    re.IGNORECASE,
)
# In Spanish an open question has a question word, with its accent, or it offers a choice.
_SPANISH_OPEN: Final = re.compile(
    r"\b(?:qué|cómo|cuándo|dónde|adónde|quién(?:es)?|cuál(?:es)?|cuánt[oa]s?)\b|^\W*(?:y\s+)?(?:tú|usted|ustedes|vosotros)\W*$",
    re.IGNORECASE,
)


def is_closed_question(sentence: str, language: Language = "en") -> bool:
    """Whether yes or no would answer it: an open question gets better answers."""
    return sentence.endswith("?") and _RULES[language](sentence)


def _english(sentence: str) -> bool:
    return _ENGLISH.match(_last_clause(sentence)) is not None


def _german(sentence: str) -> bool:
    return any(_GERMAN.match(clause.strip()) for clause in _CLAUSE.split(sentence))


def _french(sentence: str) -> bool:
    clause = _last_clause(sentence)
    return _FRENCH.match(clause) is not None and _FRENCH_WORD.search(clause) is None


def _spanish(sentence: str) -> bool:
    return _SPANISH_OPEN.search(sentence.rpartition("¿")[2]) is None


def _last_clause(sentence: str) -> str:
    return _CLAUSE.split(sentence)[-1].strip()


_RULES: Final[Mapping[Language, Callable[[str], bool]]] = {
    "en": _english,
    "de": _german,
    "fr": _french,
    "es": _spanish,
}
