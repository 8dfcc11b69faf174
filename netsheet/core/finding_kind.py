"""What a kind of finding is.

One responsibility: the form. The kinds stand in ``findings`` and ``own_sheet_findings``.
"""

from __future__ import annotations

from dataclasses import dataclass

from netsheet.core.model import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingKind:
    """One kind of finding.

    Attributes:
        code: stable, kebab-case.
        message: one sentence, with {names} for the facts.
        hint: what to type instead, with {names} too.
        explanation: one paragraph for the documentation.
        example: what stood in the cell, and what to type.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    explanation: str
    example: str
