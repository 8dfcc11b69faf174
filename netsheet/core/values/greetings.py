"""The names to greet somebody by: a given name, written as one writes names, or none.

A wrong name is worse than none, so whatever may be no given name is left out: the templates then say "Hi,".
"""

from __future__ import annotations

import re
from typing import Final

from netsheet.core.text import fold
from netsheet.core.values.family_names import is_family_name, is_particle
from netsheet.core.values.person_names import is_suffix, is_title, read_given_name, split_name

_NO_LETTERS_OF_A_NAME: Final = re.compile(r"[\d.@/_&+\u00aa\u00ba]|['\u2019]s$")
"""An abbreviation ("Ma.", "J.-P.", "N.N."), the name of an account, "Sarah's": no name to greet by."""
_TWO_PEOPLE: Final = re.compile(r"(?:^|\s)(?:and|und|et|&|\+)\s", re.IGNORECASE)
_PARTS: Final = re.compile(r"([\s'\u2019-])")
_FEWEST_CAPITALS: Final = 3
"""Two capitals are initials that somebody is called by: "JP"."""
_TURKISH: Final = re.compile("[\u0130\u011e]")
_WRITTEN_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def names_to_greet_by(
    name: str, *, first_cell: str = "", last_cell: str = "", email: str = ""
) -> tuple[str, str]:
    """Return the first and the last name to greet by, "" for what is not known.

    Args:
        name: the whole name.
        first_cell: what the log has as their first name.
        last_cell: what the log has as their last name.
        email: their address, in which a name alone can be seen to be a last name.
    """
    first, last = split_name(name)
    first = read_given_name(first_cell) or first
    is_last = first == last_cell and not last
    last = last_cell or last
    if is_last or _TWO_PEOPLE.search(name) or not _is_given_name(first, last, email):
        return "", last
    fewest = 1 if _is_shouted(first) else _FEWEST_CAPITALS
    return _as_names_are_written(first), _as_names_are_written(last, fewest)


def _is_given_name(name: str, last: str, email: str) -> bool:
    """Tell a given name from an initial, an abbreviation, a title, and from a last name alone."""
    words = name.split()
    if not words or len(name) == 1 or _NO_LETTERS_OF_A_NAME.search(name):
        return False
    if is_particle(words[0]) or is_title(name) or is_suffix(name):
        return False
    return not is_family_name(name) and (bool(last) or not _is_last_in_address(name, email))


def _is_last_in_address(name: str, email: str) -> bool:
    parts = re.split(r"[._-]", fold(email.partition("@")[0]))
    spelled = {fold(name), fold(name.lower().translate(_WRITTEN_OUT))}
    return len(parts) > 1 and parts[-1] in spelled and parts[0] not in spelled


def _is_shouted(name: str, fewest: int = _FEWEST_CAPITALS) -> bool:
    return name.isupper() and len(name) >= fewest


def _as_names_are_written(name: str, fewest: int = _FEWEST_CAPITALS) -> str:
    """Write "anna" and "ANNA" as "Anna"; a name with capitals and small letters stays as it is."""
    if not (name.islower() or _is_shouted(name, fewest)) or is_particle(name.split(maxsplit=1)[0]):
        return name
    is_turkish = bool(_TURKISH.search(name))
    words = [
        part[:1].title() + _in_small_letters(part[1:], is_turkish=is_turkish) for part in _PARTS.split(name)
    ]
    return "".join(word.lower() if is_particle(word.lower()) else word for word in words)


def _in_small_letters(text: str, *, is_turkish: bool) -> str:
    """Make the letters small; in Turkish I and İ are two letters."""
    return (text.replace("I", "\u0131").replace("\u0130", "i") if is_turkish else text).lower()
