"""The page that shows all drafts of a run: to read, copy and open them, with the row each one comes from.

It is a single file that loads nothing. Its style and script are inside it, and its policy allows no others.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import DictLoader, Environment, StrictUndefined, Template

from netsheet.core.drafts.addresses import web_link
from netsheet.core.drafts.phrasing import count_utf16_units, spell_date
from netsheet.core.drafts.requests import BlockedDraft, Draft
from netsheet.core.model import Place
from netsheet.render.messages import LONGEST_MAILTO, mailto_link

_FOLDER = Path(__file__).parent / "page"


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


def index_html(entries: Sequence[IndexEntry], blocked: Sequence[BlockedDraft], *, today: dt.date) -> bytes:
    """Build the page. The same drafts always give the same bytes."""
    style, script = _read_part("page.css"), _read_part("page.js")
    page = _page().render(
        entries=[_describe(entry) for entry in entries],
        blocked=[_describe_blocked(item) for item in blocked],
        day=spell_date(today, today=dt.date.min),
        iso_day=today.isoformat(),
        longest_mailto=LONGEST_MAILTO,
        style=style,
        script=script,
        style_hash=_policy_hash(style),
        script_hash=_policy_hash(script),
    )
    return page.encode("utf-8")


@cache
def _page() -> Template:
    loader = DictLoader({"index": _read_part("index.html.j2")})
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("index")


@cache
def _read_part(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy_hash(text: str) -> str:
    """The hash that allows a style or script in the page's Content-Security-Policy (CSP level 3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _describe(entry: IndexEntry) -> dict[str, object]:
    draft = entry.draft
    mailto, has_body = mailto_link(draft)
    return {
        "name": draft.name,
        "template": draft.template,
        "channel": draft.channel,
        "subject": draft.subject,
        "body": draft.body,
        "to": draft.to,
        "link": web_link(draft.link) if draft.channel in {"LinkedIn", "LinkedIn note"} else "",
        "why": draft.why,
        "place": _format_place(draft.place),
        "warnings": draft.warnings,
        "mailto": mailto,
        "has_body": has_body,
        "files": entry.files,
        "note": entry.note,
        "length": count_utf16_units(draft.body),
    }


def _describe_blocked(item: BlockedDraft) -> dict[str, object]:
    place = _format_place(item.place) if item.place else ""
    return {"name": item.name, "template": item.template or "", "reason": item.reason, "place": place}


def _format_place(place: Place) -> str:
    return f"{place.sheet}, row {place.row}, cell {place.address}"
