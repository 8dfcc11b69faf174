"""The JSON output of ``draft`` and ``templates``: schema 1. Fields may be added, never renamed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from netsheet.present.documents import document, place_fields

if TYPE_CHECKING:
    from netsheet.core.drafts.requests import BlockedDraft
    from netsheet.draft_files import SavedDraft
    from netsheet.pipeline.drafts import Drafted
    from netsheet.pipeline.templates import CheckedTemplates
    from netsheet.render.templates import TemplateSet


def draft_json(drafted: Drafted) -> str:
    """Return what ``netsheet draft`` wrote, or would write, and what it could not."""
    return document(
        {
            "workbook": str(drafted.opened.source.path),
            "today": drafted.opened.today,
            "dry_run": drafted.is_preview,
            "folder": str(drafted.out_dir),
            "index": None if drafted.is_preview else str(drafted.index),
            "drafts": [_saved(item) for item in drafted.saved],
            "blocked": [_blocked(item) for item in drafted.blocked],
        }
    )


def _saved(item: SavedDraft) -> dict[str, Any]:
    draft = item.draft
    return {
        "person": draft.name,
        "company": draft.company,
        "template": draft.template,
        "language": draft.language,
        "channel": draft.channel,
        "to": draft.to,
        "subject": draft.subject,
        "body": draft.body,
        "why": draft.why,
        **place_fields(draft.place),
        "path": str(item.path),
        "files": [str(path) for path in item.files],
        "written": item.written,
        "note": item.note,
        "warnings": list(draft.warnings),
        "unfinished": draft.is_unfinished,
        "gaps": [{"text": gap.text, "reason": gap.reason, **place_fields(gap.place)} for gap in draft.gaps],
    }


def _blocked(item: BlockedDraft) -> dict[str, Any]:
    return {
        "person": item.name,
        "template": item.template,
        "reason": item.reason,
        **place_fields(item.place),
    }


def templates_json(templates: TemplateSet) -> str:
    """Return the templates that can be used."""
    return document(
        {
            "templates": [
                {
                    "name": info.name,
                    "description": info.description,
                    "for": [occasion.label for occasion in info.occasions],
                    "channels": list(info.channels),
                    "intent": info.intent,
                    "requires": list(info.requires),
                    "max_words": info.max_words,
                    "own": info.is_own,
                    "path": str(file.path) if (file := templates.file_of(info.name)) else None,
                }
                for info in templates.infos
            ]
        }
    )


def template_check_json(checked: CheckedTemplates) -> str:
    """Return what a check of templates found."""
    return document(
        {
            "folder": str(checked.folder),
            "bundled": checked.is_bundled,
            "templates": checked.count,
            "findings": [
                {
                    "file": Path(finding.path).name,
                    "line": finding.line,
                    "severity": finding.severity,
                    "message": finding.message,
                }
                for finding in checked.findings
            ],
        }
    )
