"""The dimensions in words, the same on the summary sheet and in the terminal."""

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
    "warmth": "Warm or cold",
    "personalised": "Personal detail",
    "source": "Source",
}
