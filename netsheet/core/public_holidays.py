"""The public holidays of countries and regions, such as DE-BY and US-CA, from the library holidays.

The library is optional, and it takes a moment to import, so that happens when the settings first name a region.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from importlib.util import find_spec
from typing import Final

_REGION: Final = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
"""ISO 3166-1 and 3166-2: a country of two letters, then a part of it."""


def looks_like_region(text: str) -> bool:
    """Whether a text has the form of a region: PT, DE-BY."""
    return _REGION.fullmatch(text) is not None


def is_installed() -> bool:
    """Whether the library is there."""
    return find_spec("holidays") is not None


def is_known(region: str) -> bool:
    """Whether the library, which must be installed, knows a region."""
    from holidays import country_holidays

    country, _, part = region.partition("-")
    try:
        country_holidays(country, subdiv=part or None)
    except NotImplementedError:
        return False
    return True


@cache
def holidays_of(region: str, year: int) -> frozenset[dt.date]:
    """Return a year's holidays of a region that the library knows."""
    from holidays import country_holidays

    country, _, part = region.partition("-")
    return frozenset(country_holidays(country, subdiv=part or None, years=year))
