"""Cells to plain values: text, yes or no, addresses, telephone numbers.

They take one cell by itself. Days are read in ``dates``, words with a meaning in ``vocabulary``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import cast
from urllib.parse import unquote

from netsheet.core.grid import CellValue
from netsheet.core.text import fold

_INVISIBLE = dict.fromkeys((
    0x200B, 0x2060, 0xFEFF, 0x00AD, 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A),
))  # fmt: skip
_JOINED = r"[\u0600-\u1fff\u2190-\U0010ffff]"
_LONE_JOINER = re.compile(rf"(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})")
"""A joiner that joins nothing. Between emoji, and between letters of scripts that write with joiners, it stays."""
_EMPTY = frozenset({
    "", "-", "--", "---", "\u2013", "\u2014", "\u2212", ".", "..", "...", "\u2026", "/", "\\", "?", "??", "???", "_",
    "n/a", "na", "n.a.", "n.a", "none", "none yet", "nil", "null", "nan", "nothing", "nothing yet", "unknown", "don't know",
    "dont know", "not known", "not sure", "not available", "not found", "not applicable", "no data", "no info", "tbd", "tba",
    "tbc", "t.b.d.", "to be determined", "to find", "find", "empty", "blank", "keine", "keiner", "unbekannt", "k.a.", "aucun",
    "aucune", "inconnu", "ninguno", "ninguna", "desconocido", "nenhum", "nenhuma", "desconhecido", "nessuno", "nessuna",
    "sconosciuto", "geen", "onbekend", "brak", "nieznany", "#n/a",
})  # fmt: skip
_LONGEST_MARKER = 20
_NOTHING = frozenset({
    "-", "--", "\u2013", "\u2014", "\u2212", "none", "keine", "keiner", "aucun", "aucune", "ninguno", "ninguna", "nenhum", "nenhuma", "nessuno",
    "nessuna", "geen", "brak", "jamais", "nunca", "mai", "nooit", "nigdy", "niemals",
})  # fmt: skip
"""What says "none" or "never" where a number or a rhythm belongs; other empty markers say "not known"."""
_MANY = 1000
_NOT_AVAILABLE = ("n/a ", "n/a(")
head_of = itemgetter(slice(4))
"""Returns the first four characters of a text: many texts have few different heads."""
_EMPTY_HEADS = frozenset(map(head_of, (*_EMPTY, *_NOT_AVAILABLE)))
NOBODY = frozenset(
    {"team", "the team", "n/a team", "hiring team", "recruiting team", "hr team", "anonymous", "anyone"}
)
YES_WORDS = frozenset({
    "yes", "y", "true", "1", "x", "xx", "\u2713", "\u2714", "\u2611", "\u2705", "\u221a", "v", "done", "sent", "ok", "completed",
    "complete", "yep", "yeah", "ja", "j", "oui", "o", "si", "s", "sim", "tak", "t", "wahr", "vrai", "verdadero", "verdadeiro",
    "vero", "waar", "prawda", "erledigt", "gesendet", "fait", "envoye", "hecho", "enviado", "feito", "fatto", "inviato", "gedaan",
    "verzonden", "zrobione", "wyslano", "ano", "kylla", "joo", "evet", "да", "так", "ναι", "received", "checked", "[x]", "\U0001f44d",
})  # fmt: skip
NO_WORDS = frozenset({
    "no", "n", "false", "0", "\u2717", "\u2718", "\u274c", "\u2610", "not yet", "nope", "never", "nein", "non", "nao", "nee", "nie",
    "falsch", "faux", "falso", "onwaar", "falsz", "not done", "not sent", "open", "pending", "noch nicht", "pas encore", "todavia no",
    "ainda nao", "non ancora", "nog niet", "jeszcze nie", "ne", "nej", "nei", "ei", "hayir", "нет", "ні", "οχι", "nah", "unchecked", "[]", "\u2716", "\u2b1c", "\U0001f44e",
})  # fmt: skip
_PHONE = re.compile(r"\+?[\d\s()./\-\u2011\u2013]{6,24}(?:\s*(?:ext|x|-)\.?\s*\d{1,6})?")
_SLUG = re.compile(r"linkedin\.[a-z]{2,3}(?:\.[a-z]{2})?/(?:mwlite/)?(?:in|pub)/([^/?#\s]+)", re.IGNORECASE)
_HANDLE = re.compile(r"@?[\w\-%]{3,100}")
_LINK_WORDS = frozenset(
    {
        "linkedin",
        "profile",
        "link",
        "url",
        "view",
        "here",
        "found",
        "connected",
        "pending",
        "requested",
        "sent",
    }
)
_URL = re.compile(r"(?:https?://\S+|www\.\S+|[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,12}(?:/\S*)?)", re.IGNORECASE)


def clean_text(value: CellValue) -> str:
    """Return a cell as one line of text, "" where it is empty or holds only a marker such as "n/a" or a bare FALSE."""
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        return (
            value.date().isoformat()
            if value.time() == dt.time()
            else value.isoformat(sep=" ", timespec="minutes")
        )
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


def clean_texts(values: Sequence[CellValue]) -> list[str]:
    """Return a column's cells as ``clean_text`` does; each different text is cleaned once."""
    if set(map(type, values)) != {str}:
        cleaned = {value: _clean(value) for value in set(values) if type(value) is str}
        return [cleaned[value] if type(value) is str else clean_text(value) for value in values]
    texts = cast("Sequence[str]", values)
    is_varied = len(set(texts[:_MANY])) > _MANY // 2
    if is_varied and (together := "".join(texts)).isascii() and together.isprintable():
        return _clean_plain(list(map(str.strip, texts)))
    cleaned = {text: _clean(text) for text in set(texts)}
    return list(map(cleaned.__getitem__, texts))


def _clean_plain(texts: list[str]) -> list[str]:
    """Take the empty markers out of many different texts, looking closely only at those that begin like one."""
    doubtful = {
        head for head in set(map(head_of, texts)) if not head[:1].isalnum() or head.lower() in _EMPTY_HEADS
    }
    if not doubtful - {""}:
        return texts
    return [_clean(text) if text[:4] in doubtful else text for text in texts]


def _clean(text: str) -> str:
    if not text:
        return ""
    if not (text.isascii() and text.isprintable()):
        text = tidy(text)
    line = text.strip()
    start = line[:_LONGEST_MARKER].lower()
    if start in _EMPTY or (start[1:2] == "/" and start.startswith(_NOT_AVAILABLE)):  # no marker is longer
        return ""
    return "" if not line[0].isalnum() and is_empty_marker(line) else line


def tidy(text: str) -> str:
    """Take out what cannot be seen: zero-width characters go, no-break spaces and line breaks become spaces."""
    return " ".join(_LONE_JOINER.sub("", text.translate(_INVISIBLE)).split())


def is_empty_marker(text: str) -> bool:
    """Whether a text only says that nothing is known: "n/a", a dash, "(find)", "N/A (nobody there)"."""
    folded = fold(text).strip()
    if folded in _EMPTY or folded.startswith(_NOT_AVAILABLE):
        return True
    return folded[:1] in "([<{" and folded[-1:] in ")]>}" and "@" not in folded


def is_nobody(name: str) -> bool:
    """Whether a text in a name's place names no person ("Team")."""
    return fold(name) in NOBODY


def read_yes_no(value: CellValue) -> bool | None:
    """Read yes or no in the spellings people use, None when the cell says neither.

    A check mark, "x" or "sent" is yes, also as a word with its mark ("Yes ✅"). A dash, a cross or an empty marker is
    no; an empty cell says nothing.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return bool(value) if value in {0, 1} else None
    return _yes_no_of_text(value) if isinstance(value, str) else None


@lru_cache(maxsize=4096)
def _yes_no_of_text(text: str) -> bool | None:
    folded = fold(tidy(text)).strip(" .!\ufe0e\ufe0f")
    if folded in YES_WORDS:
        return True
    if folded in NO_WORDS or (folded and is_empty_marker(folded)):
        return False
    word, _, mark = folded.partition(" ")
    said = _yes_no_of_text(word) if mark and " " not in mark else None
    return said if said is not None and said == _yes_no_of_text(mark) else None


def says_never(value: CellValue) -> bool:
    """Whether a cell says that something is not wanted at all: never, no, none, 0, a dash."""
    if not isinstance(value, str):
        return value is not False and read_yes_no(value) is False
    folded = fold(tidy(value))
    return folded in _NOTHING or (not is_empty_marker(value) and read_yes_no(value) is False)


def read_phone(value: CellValue) -> str:
    """Read a telephone number: as it was written, or a number cell's digits; "" when it is none."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        digits = f"{value:.0f}"
        return digits if digits.isdecimal() and 6 <= len(digits) <= 15 else ""
    if not isinstance(value, str):
        return ""
    match = _PHONE.search(value)
    if match is None or sum(character.isdigit() for character in match[0]) < 6:
        return ""
    return tidy(match[0]).strip(" -./")


def read_linkedin(text: str) -> str:
    """Read a personal LinkedIn profile's slug, lower case: from its address, or from a bare handle; else ""."""
    if match := _SLUG.search(text):
        return unquote(match[1]).lower()
    handle = text.strip()
    is_word = read_yes_no(handle) is not None or handle.lower() in _LINK_WORDS
    if "." in handle or is_word or not _HANDLE.fullmatch(handle):
        return ""
    return unquote(handle).lower().removeprefix("@")


def is_linkedin_address(text: str) -> bool:
    """Whether a text holds the address of a personal LinkedIn profile."""
    return _SLUG.search(text) is not None


def is_url(text: str) -> bool:
    """Whether a text is nothing but a web address."""
    return _URL.fullmatch(text.strip()) is not None and "@" not in text
