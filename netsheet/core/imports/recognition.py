"""Recognise which export a table is, by its headings alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from netsheet.core.grid import CellValue
from netsheet.core.imports.export_kinds import TABLE_KINDS, ExportKind
from netsheet.core.imports.export_table import HEADER_WITHIN, listed_headings, plain_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A table whose kind is known, and the row of its headings, from 0."""

    kind: ExportKind
    header: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signature:
    kind: ExportKind
    needed: frozenset[str]
    without: frozenset[str] = field(default_factory=frozenset)


_SIGNATURES = tuple(
    _Signature(
        kind=kind,
        needed=frozenset(listed_headings(signature)),
        without=frozenset(listed_headings(kind.without)),
    )
    for kind in TABLE_KINDS
    for signature in kind.signatures
)


def recognise(rows: Sequence[Sequence[CellValue]]) -> Recognised | None:
    """Recognise a table by its headings, None when it is none of the known exports; its name is never looked at.

    Where two signatures fit one row, the longer one is the more particular.
    """
    for at, cells in enumerate(rows[:HEADER_WITHIN]):
        headings = {plain_heading(cell) for cell in cells if isinstance(cell, str) and cell}
        fitting = [
            signature
            for signature in _SIGNATURES
            if signature.needed <= headings and not signature.without & headings
        ]
        if fitting:
            return Recognised(kind=max(fitting, key=lambda each: len(each.needed)).kind, header=at)
    return None
