"""The page that shows all drafts of a run: to finish, copy and open them, and to say which ones were sent."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netsheet.core.drafts.addresses import web_link
from netsheet.core.drafts.phrasing import clean_line, count_utf16_units, say_whose, spell_date
from netsheet.core.drafts.requests import BlockedDraft, Draft
from netsheet.core.email import mailto
from netsheet.core.model import Place
from netsheet.core.printable import quoted_word
from netsheet.render.drafts import NOTE_WARNING
from netsheet.render.html_page import render_page
from netsheet.render.messages import LONGEST_MAILTO, mailto_link

_CHARACTERS_A_LINE = 62


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """One draft on the page.

    Attributes:
        draft: the draft.
        files: its files, as links relative to the page.
        note: a sentence about the files, or "".
    """

    draft: Draft
    files: tuple[str, ...] = ()
    note: str = ""


def index_html(
    entries: Sequence[IndexEntry],
    blocked: Sequence[BlockedDraft],
    *,
    today: dt.date,
    done_command: str = "netsheet done",
) -> bytes:
    """Build the page. The same drafts always give the same bytes.

    Args:
        entries: the drafts.
        blocked: those that were not written.
        today: the day they were written.
        done_command: what to type to say that drafts were sent, without the people.
    """
    shared = _share_warnings([entry.draft for entry in entries])
    values = {
        "entries": [_describe(entry, shared) for entry in entries],
        "shared": [(say_whose(names, len(entries)), warning) for warning, names in shared.items()],
        "unfinished": sum(entry.draft.is_unfinished for entry in entries),
        "blocked": [_describe_blocked(item) for item in blocked],
        "day": spell_date(today, today=dt.date.min),
        "iso_day": today.isoformat(),
        "longest_mailto": LONGEST_MAILTO,
        "done_command": done_command,
    }
    return render_page("index.html.j2", values, style="page.css", script="page.js")


def _share_warnings(drafts: Sequence[Draft]) -> Mapping[str, Sequence[str]]:
    """Collect the warnings that concern several drafts, with the names: they are shown once, on top."""
    names: dict[str, list[str]] = {}
    for draft in drafts:
        for warning in _list_warnings(draft):
            names.setdefault(warning, []).append(draft.name)
    return {warning: people for warning, people in names.items() if len(people) > 1}


def _list_warnings(draft: Draft) -> tuple[str, ...]:
    """List what to look at before sending. What to do about a note is said next to the note."""
    return tuple(warning for warning in draft.warnings if warning != NOTE_WARNING)


def _describe(entry: IndexEntry, shared: Mapping[str, Sequence[str]]) -> dict[str, object]:
    draft = entry.draft
    link, has_body = mailto_link(draft)
    wholes = [gap.reason for gap in draft.gaps if not gap.text]
    return {
        "name": draft.name,
        "company": draft.company if draft.company != draft.name else "",
        "template": draft.template,
        "channel": draft.channel,
        "language": draft.language,
        "subject": draft.subject,
        "body": draft.body,
        "rows": _count_rows(draft.body),
        "to": draft.to,
        "link": web_link(draft.link) if draft.channel in {"LinkedIn", "LinkedIn note"} else "",
        "why": draft.why,
        "place": _format_place(draft.place),
        "warnings": [*wholes, *(warning for warning in _list_warnings(draft) if warning not in shared)],
        "gaps": dict.fromkeys(gap.text for gap in draft.gaps if gap.text and not gap.is_note),
        "notes": dict.fromkeys(gap.text for gap in draft.gaps if gap.is_note),
        "limit": draft.limit,
        "mailto": link,
        "address": mailto(draft.to) if draft.channel == "e-mail" else "",
        "has_body": has_body,
        "files": entry.files,
        "note": entry.note,
        "length": count_utf16_units(draft.body),
        "who": quoted_word(draft.who or clean_line(draft.name)),
        "sent_key": entry.files[0] if entry.files else "",
        "text_key": _spell_text_key(entry),
    }


def _spell_text_key(entry: IndexEntry) -> str:
    """Name a draft by its file and its text, but not by its day: a new run keeps the edits of a draft that is the same."""
    name = entry.files[0].rpartition("/")[2].rpartition(".")[0] if entry.files else ""
    text = f"{entry.draft.subject}\n\n{entry.draft.body}"
    return f"{name} {hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"


def _count_rows(body: str) -> int:
    """Estimate how many lines a text takes: the field is this high until the script has measured it."""
    return sum(1 + len(line) // _CHARACTERS_A_LINE for line in body.split("\n")) + 1


def _describe_blocked(item: BlockedDraft) -> dict[str, object]:
    place = _format_place(item.place) if item.place else ""
    return {"name": item.name, "template": item.template or "", "reason": item.reason, "place": place}


def _format_place(place: Place) -> str:
    return f"{place.sheet}, row {place.row}, cell {place.address}"
