"""Telephone numbers, compared as numbers and not as they are written."""

from __future__ import annotations

import re
from functools import lru_cache

_TRUNK = re.compile(r"\(\s*0\s*\)")
"""The zero that is only dialled inside the country: +44 (0)20 7946 0018."""
_EXTENSION = re.compile(r"\s*(?:ext|x)\.?\s*\d{1,6}\s*$", re.IGNORECASE)
_FEWEST_ALIKE = 8
"""So many digits without a country code are rarely the same by chance."""


@lru_cache(maxsize=65_536)
def international_digits(number: str, country: str = "") -> str:
    """Return the digits of a number with its country code; "" where nothing says which country it is of.

    Args:
        number: as it was written: "+44 (0)20 7946 0018 ext. 5", "0044 20 7946 0018", or "020 7946 0018".
        country: where numbers without a country code are, as "GB"; "" when that is not known.

    Raises:
        ImportError: a country is given, and the package phonenumbers is not installed.
    """
    bare = _EXTENSION.sub("", _TRUNK.sub("", number)).strip()
    digits = "".join(filter(str.isdecimal, bare))
    if bare.startswith("+"):
        return digits
    if digits.startswith("00"):
        return digits[2:]
    return _of_country(bare, country) if country and digits else ""


def _of_country(number: str, country: str) -> str:
    import phonenumbers  # noqa: PLC0415  an optional package

    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed):
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164).removeprefix("+")


def is_country(word: str) -> bool:
    """Whether a word is the code of a country with telephone numbers, such as "GB".

    Raises:
        ImportError: the package phonenumbers is not installed.
    """
    import phonenumbers  # noqa: PLC0415  an optional package

    return word in phonenumbers.SUPPORTED_REGIONS


def are_alike(one: str, other: str, country: str = "") -> bool:
    """Whether two numbers may be the same: equal with their country codes, or one is the end of the other.

    "+44 20 7946 0018" and "020 7946 0018" are alike; that proves nothing, as another country may have the same number.
    """
    numbers = [international_digits(number, country) for number in (one, other)]
    if all(numbers):
        return numbers[0] == numbers[1]
    first, second = (
        found or "".join(filter(str.isdecimal, number)).lstrip("0")
        for found, number in zip(numbers, (one, other), strict=True)
    )
    return min(len(first), len(second)) >= _FEWEST_ALIKE and (
        first.endswith(second) or second.endswith(first)
    )
