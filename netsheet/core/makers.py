"""Quick makers of the values that a large log needs by the hundred thousand.

One responsibility: speed. The values are those of ``model``, in every respect.
"""

from __future__ import annotations

from typing import Any

from netsheet.core.model import Person, Place, Touch
from netsheet.core.quick_records import twin_of

PersonTwin, PlaceTwin, TouchTwin = twin_of(Person), twin_of(Place), twin_of(Touch)
"""Each instance is completed by its maker: ``made.__class__ = Person``."""


def make_place(sheet: str, row: int, column: int) -> Place:
    """Make a place."""
    place = PlaceTwin(sheet=sheet, row=row, column=column)
    place.__class__ = Place
    return place


def make_touch(**values: Any) -> Touch:  # noqa: ANN401 - each attribute has its own type
    """Make a touch from its attributes."""
    touch = TouchTwin(**values)
    touch.__class__ = Touch
    return touch
