"""A full name in parts: the given name to greet by, and what follows it.

One responsibility: splitting. What is no part of a name (a title, "(ex-Acme)", an emoji, "- Acme") belongs to neither.
"""

from __future__ import annotations

import re

_HONORIFICS = frozenset(
    [
        "dr",
        "dra",
        "prof",
        "professor",
        "professora",
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "sir",
        "dame",
        "herr",
        "frau",
        "m",
        "mme",
        "mlle",
        "dott",
        "dottssa",
        "ing",
        "mag",
        "dipl",
        "sr",
        "sra",
        "srta",
        "sig",
        "signora",
        "dhr",
        "mevr",
        "pan",
        "pani",
    ]
)
_SUFFIXES = frozenset(
    [
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "phd",
        "ph.d",
        "md",
        "m.d",
        "mba",
        "cpa",
        "msc",
        "esq",
        "mp",
        "obe",
        "cfa",
        "pmp",
    ]
)
_IN_BRACKETS = re.compile(r"(?<=\S)\s*[(\[][^()\[\]]*[)\]]")
_ASIDE = re.compile(r"\s+[-\u2013\u2014|/]\s+")
_AROUND = re.compile(r"^[^\w'\u2019]+|[^\w.'\u2019]+$")


def is_suffix(word: str) -> bool:
    """Whether a word behind a name belongs to the name: "Jr", "PhD"."""
    return word.strip().rstrip(".").lower() in _SUFFIXES


def split_name(name: str) -> tuple[str, str]:
    """Split a person's name into first and last name: "Dr. Ana López" and "López, Ana" both greet as Ana."""
    bare = _ASIDE.split(_IN_BRACKETS.sub("", name).strip(), maxsplit=1)[0]
    family, comma, given = bare.partition(",")
    if comma and _is_given_name(family, given):
        bare = f"{given} {family}"
    elif comma:
        bare = family
    words = [word for word in (_AROUND.sub("", word) for word in bare.split()) if _has_letters(word)]
    while len(words) > 1 and words[0].rstrip(".").lower() in _HONORIFICS:
        del words[0]
    while len(words) > 1 and is_suffix(words[-1]):
        del words[-1]
    return (words[0], " ".join(words[1:])) if words else ("", "")


def _is_given_name(family: str, given: str) -> bool:
    """Tell "López, Ana" from "Ana López, PhD" and "Ana López, head of design"."""
    is_short = len(given.split()) == 1 or len(family.split()) == 1
    return bool(given.strip()) and is_short and not is_suffix(given)


def _has_letters(word: str) -> bool:
    return any(character.isalpha() for character in word)
