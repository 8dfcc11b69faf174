"""The dimensions and their values in words, the same on the summary sheet and in the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DIMENSION_NAMES: Final[Mapping[str, str]] = {
    "channel": "Channel",
    "template": "Template",
    "subject": "Subject",
    "weekday": "Weekday",
    "time_of_day": "Time of day",
    "relationship": "Relationship",
    "warmth": "Warm contact",
    "personalised": "Personal detail",
    "source": "Source",
}

_VALUE_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "warmth": {"warm": "yes", "cold": "no"},
    "personalised": {"personalised": "yes", "not personalised": "no"},
}


def name_value(dimension: str, value: str) -> str:
    """Return a value as people read it next to the dimension's name; JSON keeps the value itself."""
    return _VALUE_NAMES.get(dimension, {}).get(value, value)
