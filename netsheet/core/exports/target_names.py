"""The systems that people can be exported to, and their own words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

TargetName = Literal["hubspot", "zoho", "google", "vcard"]
TARGET_NAMES: tuple[TargetName, ...] = get_args(TargetName)
Progress = Literal["new", "asked", "in touch", "put off", "closed"]
"""How far it has come with a person, for systems with a status of their own."""
DateForm = Literal["ymd", "mdy", "dmy"]
DATE_FORMS: Mapping[DateForm, str] = MappingProxyType(
    {
        "ymd": "{year:04}-{month:02}-{day:02}",
        "mdy": "{month:02}/{day:02}/{year:04}",
        "dmy": "{day:02}/{month:02}/{year:04}",
    }
)
LEAD_STATUSES: Mapping[Progress, str] = MappingProxyType(
    {
        "new": "New",
        "asked": "Attempted to contact",
        "in touch": "Connected",
        "put off": "Bad timing",
        "closed": "Unqualified",
    }
)
"""HubSpot's own words: an import takes an exact one only."""
