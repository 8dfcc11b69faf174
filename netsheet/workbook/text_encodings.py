"""The encoding of a text file without a mark, found by the letters that each encoding would make of its bytes.

The letters of a text are nearly all of one language, follow each other, and are capitals only at the beginning of
a word. "Łukasz" in Windows-1250 is "£ukasz" in Windows-1252, and "Müller" of a Mac is "MŸller" there.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_LOOKED_AT = 100_000  # bytes: enough to know, and quick
_WEST = (
    "äöüß", "àâæçéèêëîïôœùûüÿ", "áéíóúüñºª", "áâãàçéêíóôõúºª", "àèéìíòóù", "áéëïóöüè", "åäöé", "æøåéöä",
)  # fmt: skip
"""The letters beyond A to Z of German, French, Spanish, Portuguese, Italian, Dutch, Swedish and Finnish, Danish and Norwegian."""
_ALPHABETS: Mapping[str, tuple[str, ...]] = {
    "cp1252": _WEST,
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "äöüß"),
    "cp1251": ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "cp1253": ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",),
    "cp1254": ("çğöşüâî\u0131i\u0307",),
    "mac_roman": _WEST,
}
"""Polish, Czech, Slovak, Hungarian, Croatian; Russian, Ukrainian; Greek; Turkish. The likelier encodings come first."""
_LATIN = frozenset({"cp1252", "cp1250", "cp1254", "mac_roman"})
_ANOTHER, _NONE = 0.6, -1.0
"""What a letter of another language of the encoding counts, and a letter of no language, where one of the language counts 1."""
_CLOSE = 0.04
_MARKS = re.compile(
    "[\u2018\u2019\u201a-\u201e\u201c\u201d\u2013\u2014\u2022\u2026\u20ac\u00a0\u00ab\u00bb\u00b0\u00a7]"
)
"""Marks that are common in texts of any language."""
_LONG_RUN = re.compile(r"[^\x00-\x7f\W\d_]{3,}")
_MIXED = re.compile(r"[A-Za-z][^\x00-\x7f\W\d_]+|[^\x00-\x7f\W\d_]+[A-Za-z]")
_INNER_MARK = re.compile(
    "(?<=[^\\W\\d_])[\u2018\u201a-\u201e\u201c\u201d\u2013\u2014\u2022\u2026\u20ac\u00ab\u00bb\u00b0\u00a7](?=[^\\W\\d_])"
)
_NO_GREEK = re.compile(r"\u03c2(?=[^\W\d_])|\u03c3(?![^\W\d_])")
"""The two forms of sigma where they never are: the final one in a word, the other one at its end."""
_LETTERS = re.compile(r"[^\W\d_]+")
_NAMES = {
    "cp1252": "Windows-1252 (Western Europe)", "cp1250": "Windows-1250 (Central Europe)", "cp1251": "Windows-1251 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)", "cp1254": "Windows-1254 (Turkish)", "mac_roman": "Mac Roman",
}  # fmt: skip
_UTF_8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_OUTSIDE_ASCII = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedText:
    """A text file as text.

    Attributes:
        doubt: where its letters could be others, the name of the encoding that was taken; else "".
    """

    text: str
    doubt: str = ""


def decode(data: bytes) -> DecodedText:
    """Decode a text file: by its byte order mark, as UTF-16 by its zero bytes, as UTF-8, else by its letters."""
    if encoding := _utf_16(data):
        return DecodedText(text=data.decode(encoding, "replace").removeprefix("\ufeff").replace("\x00", ""))
    try:
        return DecodedText(text=data.decode("utf-8-sig").replace("\x00", ""))
    except UnicodeDecodeError:
        pass
    outside = _OUTSIDE_ASCII.findall(data[:_LOOKED_AT])
    in_letters = sum(map(len, _UTF_8_LETTER.findall(data[:_LOOKED_AT])))
    if 2 * in_letters > len(outside):  # UTF-8 with a few broken bytes
        return DecodedText(text=data.decode("utf-8-sig", "replace").replace("\x00", ""), doubt="UTF-8")
    scores = {encoding: _score(data[:_LOOKED_AT], encoding) for encoding in _ALPHABETS}
    if b"\r" in data and b"\n" not in data:  # only programs of old Macs end lines so
        scores["mac_roman"] += _CLOSE
    best = max(scores, key=lambda encoding: scores[encoding])
    text = data.decode(best, "replace").replace("\x00", "")
    rivals = (each for each in scores if scores[each] > scores[best] - _CLOSE and each != best)
    is_sure = all(data.decode(rival, "replace") == text for rival in rivals)
    return DecodedText(text=text, doubt="" if is_sure else _NAMES[best])


def _utf_16(data: bytes) -> str:
    """Return which UTF-16 a text is, by its mark or by where its zero bytes are: no other text file has any."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    first, second = data[:_LOOKED_AT:2].count(0), data[1:_LOOKED_AT:2].count(0)
    if 10 * max(first, second) < len(data[:_LOOKED_AT:2]):
        return ""
    if 10 * min(first, second) > max(first, second):
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _score(data: bytes, encoding: str) -> float:
    """Say how likely the letters are that an encoding makes of a text's bytes: 1 at most."""
    decoded = data.decode(encoding, "replace")
    text = _MARKS.sub(" ", decoded)
    letters = Counter(letter for letter in text if letter > "\x7f")
    total = letters.total()
    if not total:
        return 1.0
    best = max(
        sum(count * _worth(letter, alphabet, encoding) for letter, count in letters.items())
        for alphabet in _ALPHABETS[encoding]
    )
    odd = _count_inner_capitals(text) + len(_INNER_MARK.findall(decoded)) + len(_NO_GREEK.findall(text))
    odd += sum(map(len, (_LONG_RUN if encoding in _LATIN else _MIXED).findall(text)))
    return (best - odd) / total


def _count_inner_capitals(text: str) -> int:
    """Count the letters outside ASCII that are capitals in a word that is not: the "Ÿ" in "MŸller"."""
    words = {word for word in _LETTERS.findall(text) if not (word.isascii() or word.isupper())}
    return sum(letter > "\x7f" and letter.isupper() for word in words for letter in word[1:])


def _worth(letter: str, alphabet: str, encoding: str) -> float:
    lower = letter.lower()
    if lower in alphabet:
        return 1.0
    return _ANOTHER if lower in _all_letters(encoding) else _NONE


@cache
def _all_letters(encoding: str) -> frozenset[str]:
    return frozenset("".join(_ALPHABETS[encoding]))
