"""The digest of a week as text (Markdown, on the terminal too), as a page, as an unsent e-mail, and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from pathlib import Path

from netsheet.core.digest import Digest
from netsheet.core.drafts.phrasing import clean_line
from netsheet.core.values.dates import short_date
from netsheet.present.documents import document
from netsheet.present.terminal import counted
from netsheet.render.markdown import escaped


def digest_text(digest: Digest) -> str:
    """Write the digest as Markdown that reads well as plain text."""
    return "\n".join(_lines(digest))


def _lines(digest: Digest) -> Iterator[str]:
    yield f"# {_title(digest)}"
    for heading, lines in _sections(digest):
        yield from ("", f"## {heading}", "", *(f"* {escaped(clean_line(line))}" for line in lines))


def _title(digest: Digest) -> str:
    year = digest.first_on.replace(month=1, day=1)
    first = short_date(digest.first_on, today=digest.first_on)
    return f"My networking week, {first} to {short_date(digest.last_on, today=digest.first_on)} {year.year}"


def _sections(digest: Digest) -> Iterator[tuple[str, list[str]]]:
    yield "What I did", [f"{what}: {count:,}" for what, count in digest.done]
    if digest.wins:
        yield "Wins", list(digest.wins)
    if digest.goals:
        yield "Goals", [_goal(goal.name, goal.done, goal.streak) for goal in digest.goals]
    yield "What helped", [digest.helped, digest.replies]
    waiting = counted(digest.due_count, "person", "people")
    yield "Ahead", [f"Something is due with {waiting}." if digest.due_count else "Nothing is due."]
    if digest.journal:
        yield "Journal", list(digest.journal)
    elif digest.journal_count:
        yield "Journal", [f"{counted(digest.journal_count, 'line')} in my journal"]
    yield "To think about", list(digest.questions)


def _goal(name: str, done: str, streak: str) -> str:
    return f"{name}: {done}; {streak}" if streak else f"{name}: {done}"


def digest_bytes(digest: Digest, suffix: str) -> bytes:
    """Return the file for an ending: .html, .md or .eml. Equal digests give equal bytes."""
    if suffix == ".md":
        return f"{digest_text(digest)}\n".encode()
    if suffix == ".eml":
        return _email(digest)
    from netsheet.render.html_page import render_page  # noqa: PLC0415 - only a page needs Jinja

    values = {"title": _title(digest), "sections": list(_sections(digest))}
    return render_page("digest.html.j2", values, style="report.css")


def _email(digest: Digest) -> bytes:
    """Write an unsent message without sender and recipient: mail programs open it for editing."""
    message = EmailMessage(policy=policy.SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _title(digest)
    text = "\n".join(
        line
        for heading, lines in _sections(digest)
        for line in (heading, *(f"* {clean_line(each)}" for each in lines), "")
    )
    message.set_content(text, cte="quoted-printable")
    return message.as_bytes()


def digest_json(digest: Digest, *, workbook: str | None, today: dt.date, out: Path | None) -> str:
    """Return the digest as one document; the workbook's name only with names."""
    return document(
        {
            "workbook": workbook,
            "today": today,
            "out": None if out is None or workbook is None else str(out),
            "first_on": digest.first_on,
            "last_on": digest.last_on,
            "done": dict(digest.done),
            "replies": digest.replies,
            "wins": list(digest.wins),
            "goals": [
                {"goal": goal.name, "done": goal.done, "streak": goal.streak or None} for goal in digest.goals
            ],
            "helped": digest.helped,
            "due_now": digest.due_count,
            "journal_count": digest.journal_count,
            "journal": list(digest.journal),
            "questions": list(digest.questions),
        }
    )
