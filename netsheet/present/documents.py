"""The JSON output of all commands but draft, templates and stats: schema 1. Fields may be added, never renamed."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netsheet.core.people.people_search import shortest_texts
from netsheet.core.printable import quoted_path, quoted_word

if TYPE_CHECKING:
    import datetime as dt

    from netsheet.core.followups.due import DueItem
    from netsheet.core.followups.event_steps import EventStep
    from netsheet.core.model import Finding, HeadingMatch, Place
    from netsheet.core.numbers.goal_reviews import GoalReview
    from netsheet.files.backups import Backup
    from netsheet.pipeline.due import DueList
    from netsheet.pipeline.opened import OpenedLog
    from netsheet.pipeline.refreshed import Refreshed
    from netsheet.pipeline.settings import SettingsInForce

SCHEMA = 1


def document(fields: Mapping[str, Any]) -> str:
    """Write a document as JSON: the schema first, and days as YYYY-MM-DD.

    Letters are escaped when the output has no UTF encoding, such as a Windows pipe, so that nothing is lost.
    """
    is_utf = (sys.stdout.encoding or "").casefold().startswith("utf")
    return json.dumps({"schema": SCHEMA, **fields}, ensure_ascii=not is_utf, indent=2, default=str)


def check_json(opened: OpenedLog) -> str:
    """Return what ``netsheet check`` understood."""
    reading = opened.log.reading
    return document(
        {
            "workbook": str(opened.source.path),
            "sheet": reading.sheet,
            "sheets": [each.sheet for each in opened.log.log_readings],
            "header_row": reading.header_row,
            "records": len(reading.record_rows),
            "people": len(opened.log.people),
            "skipped_rows": dict(reading.skipped_rows),
            "columns": [_column(match) for match in reading.headings],
            "findings": [_finding(finding) for finding in opened.findings],
            "not_seen": [spot.text for spot in opened.blind_spots],
            "conflict_copies": list(opened.conflict_copies),
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
        **place_fields(finding.place),
        "message": finding.message,
        "hint": finding.hint,
    }


def place_fields(place: Place | None) -> dict[str, str | None]:
    """Give the sheet and the cell of a place; both are null without a place."""
    return {
        "sheet": None if place is None else place.sheet,
        "cell": None if place is None else place.address,
    }


def refresh_json(refreshed: Refreshed) -> str:
    """Return what ``netsheet refresh`` did, or would do."""
    return document(
        {
            "workbook": str(refreshed.path),
            "today": refreshed.today,
            "changed": refreshed.is_changed,
            "saved": refreshed.is_saved,
            "cells_changed": refreshed.cell_count,
            "columns_added": list(refreshed.columns_added),
            "history_lines_added": refreshed.lines_added,
            "history_lines_gone": refreshed.lines_gone,
            "days_kept": list(refreshed.days_kept),
            "summary_sheet": refreshed.summary_sheet,
            "backup": None if refreshed.backup is None else str(refreshed.backup),
            "findings_count": refreshed.findings_count,
            "not_seen": list(refreshed.blind_spots),
            "conflict_copies": list(refreshed.conflict_copies),
        }
    )


def due_json(due_list: DueList, *, limit: int | None = None) -> str:
    """Return the due list: what is due and what comes, all of it, each with the command that ends it on its day."""
    histories = {standing.person.key: standing.history for standing in due_list.standings}
    log, texts = due_list.opened.source.path, shortest_texts(due_list.opened.log.people)
    return document(
        {
            "workbook": str(log),
            "today": due_list.opened.today,
            "within_days": due_list.within,
            "not_seen": [spot.text for spot in due_list.opened.blind_spots],
            "items": [
                *(
                    {
                        **due_item(item, log, texts[item.person.key]),
                        "channels": histories[item.person.key].channel_mix(),
                    }
                    for item in due_list.items[:limit]
                ),
                *(event_step(step, log, due_list.opened.today) for step in due_list.events),
                *(_review(review, due_list.opened.today) for review in due_list.reviews),
            ],
        }
    )


def due_item(item: DueItem, log: Path, called: str) -> dict[str, Any]:
    """Give one line of the due list; ``called`` is what to type for the person."""
    return {
        "person": item.person.name,
        "company": item.person.company,
        "event": None,
        "goal": None,
        "status": item.status,
        "action": item.action.kind,
        "due": item.action.due,
        "days_overdue": item.days_overdue,
        "why": item.action.why,
        **place_fields(item.action.place),
        "channel": item.action.channel,
        "next_step": item.action.next_step,
        "group": item.group,
        "comes_up": item.comes_up_on,
        "email": item.person.email or None,
        "linkedin": item.person.linkedin or None,
        "phone": item.person.phone or None,
        "last_contact": item.last_contact_on,
        "done_with": f"netsheet done {quoted_path(log)} {quoted_word(called)}",
    }


def _review(review: GoalReview, today: dt.date) -> dict[str, Any]:
    """Describe a goal to look at again, with the keys of a line about a person; the next day typed into its cell ends it."""
    return {
        "person": None,
        "company": None,
        "event": None,
        "goal": review.progress.goal.name,
        "status": "Review due" if review.is_due(today) else "Review",
        "action": "review",
        "due": review.due,
        "days_overdue": max((today - review.due).days, 0),
        "why": review.why,
        **place_fields(review.place),
        "channel": None,
        "next_step": review.next_step,
        "group": "now" if review.is_due(today) else "coming",
        "comes_up": None,
        "email": None,
        "linkedin": None,
        "phone": None,
        "last_contact": None,
        "done_with": None,
    }


def event_step(step: EventStep, log: Path, today: dt.date) -> dict[str, Any]:
    """Describe what an event asks for, with the keys of a line about a person."""
    return {
        "event": step.event.name,
        "goal": None,
        "event_on": step.event.on,
        "person": None,
        "company": None,
        "status": "Event",
        "action": step.kind,
        "due": step.due,
        "days_overdue": max((today - step.due).days, 0),
        "why": step.why,
        **place_fields(step.place),
        "channel": None,
        "next_step": step.next_step,
        "group": "now" if step.is_due(today) else "coming",
        "comes_up": None,
        "email": None,
        "linkedin": None,
        "phone": None,
        "last_contact": None,
        "people": [person.name for person in step.people],
        # With its day, for there may be one of the same name each month.
        "done_with": f"netsheet event {quoted_path(log)} {quoted_word(f'{step.event.name} {step.event.on}')} --done",
    }


def settings_json(in_force: SettingsInForce) -> str:
    """Return the settings in force."""
    return document(
        {
            "workbook": str(in_force.path),
            "sheet": in_force.sheet,
            "added": in_force.is_added,
            "settings": [
                {
                    "name": each.setting.name,
                    "value": each.value,
                    "cell": None if each.place is None else each.place.address,
                    "meaning": each.setting.meaning,
                }
                for each in in_force.settings
            ],
            "headings": dict(in_force.headings),
            "words": dict(in_force.words),
            "findings": [_finding(finding) for finding in in_force.findings],
        }
    )


def backups_json(log: Path, kept: Sequence[Backup]) -> str:
    """Return the kept copies of a log, the newest first."""
    return document(
        {
            "workbook": str(log),
            "backups": [
                {
                    "number": backup.number,
                    "saved_at": backup.saved_at.isoformat(timespec="seconds"),
                    "bytes": backup.size,
                    "path": str(backup.path),
                }
                for backup in kept
            ],
        }
    )
