"""Quick makers of the values that a large log needs by the hundred thousand.

One responsibility: speed. The values are those of ``model``, in every respect.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from netsheet.core.model import Person, Place, Touch
from netsheet.core.quick_records import twin_of

Record = TypeVar("Record")


def _maker(record: type[Record]) -> Callable[..., Record]:
    twin = twin_of(record)

    def make(**values: Any) -> Record:  # noqa: ANN401 - each attribute has its own type
        made = twin(**values)
        made.__class__ = record
        return made

    return make


make_person = _maker(Person)
make_place = _maker(Place)
make_touch = _maker(Touch)
