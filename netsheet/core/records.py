"""Records that a large log needs by the hundred thousand: frozen for the type checker, plain when they are made.

A frozen dataclass sets each attribute through a call, which takes three times as long. Changing one is an error all
the same: of mypy's, before anything runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, dataclass_transform

if TYPE_CHECKING:
    Record = TypeVar("Record")

    @dataclass_transform(frozen_default=True)
    def record(cls: type[Record]) -> type[Record]:
        """Make a class a record."""

else:
    record = dataclass(slots=True, unsafe_hash=True)
