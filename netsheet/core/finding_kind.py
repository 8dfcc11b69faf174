"""What all findings with the same code share."""

from __future__ import annotations

from dataclasses import dataclass

from netsheet.core.model import Severity


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
