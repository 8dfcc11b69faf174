"""The words that say what a text is about, stemmed simply, so that "recruiter" meets "recruiting"."""

from __future__ import annotations

import re
from typing import Final

from netsheet.core.text import fold

_WORD: Final = re.compile(r"[^\W_](?:[^\W_]+[+#]*|[+#]+)")
_LEAST: Final = 4
"""Letters that must be left of a word, so that "rent" does not become "re"."""

_ENDING_LIST: Final = """
    s es ies ing ings er ers or ors ed e y en ion ions ment ments ist ists
    ung ungen in innen isch ische ischen
    eur eurs euse euses ement ant ante ants
    o a os as ar er ir ador adora adores ando cion ciones
"""
"""Endings of English, German, French, Spanish."""
_ENDINGS: Final = sorted(_ENDING_LIST.split(), key=len, reverse=True)
_SAY_NOTHING_LIST: Final = """
    a an and any are about after also as at be been but by can could do does for from get give had has have her him his how i if in
    into is it its just like me more my need needs new no not of off offer offers on one or our out over she he so some somebody someone
    something such than that the their them they thing things this those to up us use want wants was we well what when where which who
    will with would you your advice contact contacts connection connections expert experience good great help helping ideas information
    interested introduction job jobs knows know know-how learn lead leads looking look network networking people person support team work
    working years
    der die das den dem des ein eine einen einem einer und oder aber auch als am auf aus bei bin bis da dass du er es fur hat haben ich ihr
    im ist kann man mehr mein mit nach nicht noch nur ob ohne sich sie sind so uber um und von vor was weg wenn wer werden wie wir wird zu
    zum zur jemand jemanden sucht suche suchen braucht bietet hilfe kontakt kontakte erfahrung rat tipps kennt
    le la les un une des du de et ou mais aussi au aux avec ce cette ces dans elle en est il ils je leur lui ma mes mon ne nous on par pas
    plus pour qui que quoi sa sans ses son sur te tu vous cherche besoin aide conseil conseils contact contacts experience quelqu
    el los las una unos unas del y o pero tambien al con como cual cuando en es esta este esto ella ellos hay la lo mas mi muy no nos para
    por que quien se si sin sobre su sus te tiene todo un busca necesita ofrece ayuda consejo consejos contacto contactos experiencia alguien
"""
"""Words of these languages that say nothing about a topic, those that any need or offer may have among them."""
_SAY_NOTHING: Final = frozenset(_SAY_NOTHING_LIST.split())


def topic_words(text: str) -> dict[str, str]:
    """Return the words that say what a text is about: each word as written, by its stem, in the order of the text."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        folded = fold(word)
        if folded not in _SAY_NOTHING and not folded.isdecimal():
            found.setdefault(stem(folded), word.lower())
    return found


def stem(word: str) -> str:
    """Cut the longest known ending off a folded word, unless too little of it would be left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
