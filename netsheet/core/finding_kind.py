"""What all findings with the same code share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from netsheet.core.model import Finding, Place, Severity

SEVERITY_WORDS: Mapping[Severity, str] = {"error": "to fix", "warning": "warning", "note": "note"}
"""What people read: wherever netsheet counts cells to fix, it counts these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingKind:
    """The texts that all findings with the same code share.

    Attributes:
        code: stable, kebab-case.
        severity: as in ``Finding``.
        message: one sentence, with {names} for the facts.
        hint: what to type instead, with {names} too.
        explanation: one paragraph for docs/findings.md.
        example: the text in the cell, and what to type instead.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    explanation: str
    example: str


def count_cells_to_fix(findings: Iterable[Finding], others: Iterable[Place]) -> int:
    """Count the cells that findings say are to fix, and others; a cell with two faults is one."""
    places = [finding.place for finding in findings if finding.severity == "error"]
    return len({*filter(None, places), *others}) + places.count(None)
