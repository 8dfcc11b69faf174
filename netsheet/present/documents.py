"""The JSON documents: schema 1. Fields may be added, never renamed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netsheet.core.model import Finding, HeadingMatch
    from netsheet.pipeline import OpenedLog, Refreshed

SCHEMA = 1


def document(fields: Mapping[str, Any]) -> str:
    """Spell a document: the schema first, texts as they are, days as YYYY-MM-DD."""
    return json.dumps({"schema": SCHEMA, **fields}, ensure_ascii=False, indent=2, default=str)


def check_json(opened: OpenedLog) -> str:
    """Return what ``netsheet check`` understood."""
    reading = opened.log.reading
    return document(
        {
            "workbook": str(opened.source.path),
            "sheet": reading.sheet,
            "header_row": reading.header_row,
            "records": len(reading.record_rows),
            "people": len(opened.log.people),
            "skipped_rows": dict(reading.skipped_rows),
            "columns": [_column(match) for match in reading.headings],
            "findings": [_finding(finding) for finding in opened.findings],
        }
    )


def _column(match: HeadingMatch) -> dict[str, Any]:
    return {
        "cell": match.place.address,
        "heading": match.heading,
        "field": match.field,
        "repeated": match.repeated,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "sheet": None if finding.place is None else finding.place.sheet,
        "cell": None if finding.place is None else finding.place.address,
        "message": finding.message,
        "hint": finding.hint,
    }


def refresh_json(refreshed: Refreshed) -> str:
    """Return what ``netsheet refresh`` did, or would do."""
    return document(
        {
            "workbook": str(refreshed.opened.source.path),
            "today": refreshed.opened.today,
            "changed": refreshed.is_changed,
            "saved": refreshed.is_saved,
            "cells_changed": refreshed.plan.cell_count,
            "columns_added": list(refreshed.columns_added),
            "summary_sheet": refreshed.summary_sheet,
            "backup": None if refreshed.backup is None else str(refreshed.backup),
            "findings_count": len(refreshed.opened.findings),
        }
    )
