"""The systems that people can be exported to, and the ways of writing a day there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

TargetName = Literal["hubspot", "zoho", "google", "vcard"]
TARGET_NAMES: tuple[TargetName, ...] = get_args(TargetName)
DateForm = Literal["ymd", "mdy", "dmy"]
DATE_FORMS: Mapping[DateForm, str] = MappingProxyType(
    {
        "ymd": "{year:04}-{month:02}-{day:02}",
        "mdy": "{month:02}/{day:02}/{year:04}",
        "dmy": "{day:02}/{month:02}/{year:04}",
    }
)
