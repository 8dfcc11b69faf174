"""Prepare a talk with one person: the briefing, and its page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from netsheet.core.briefings.briefing import Briefing, compute_briefing
from netsheet.core.briefings.touch_lines import RowNotes, find_row_notes, is_interview_ahead
from netsheet.errors import NetsheetError
from netsheet.pipeline.made_files import save_page
from netsheet.pipeline.typed_names import find_one
from netsheet.render.briefing_page import MARK, briefing_html, briefing_markdown

if TYPE_CHECKING:
    from netsheet.core.model import Person
    from netsheet.pipeline.entries import Typed
    from netsheet.pipeline.opened import OpenedLog

Page = TypeVar("Page")


class UnknownPageError(NetsheetError):
    """The name of the page does not say what kind of page it is (exit 2)."""

    exit_code = 2


def brief(opened: OpenedLog, typed: Typed, *, is_interview: bool) -> Briefing:
    """Put together what to know before a talk with the person whom the words mean.

    ``is_interview``: it is an informational interview; one that the log names ahead is known without that.

    Raises:
        UnknownNameError: when they mean nobody, or several people.
    """
    person = find_one(opened, typed.words, typed.command)
    return briefing_of(opened, person, row_notes(opened), is_interview=is_interview)


def row_notes(opened: OpenedLog) -> RowNotes:
    """Find what the user noted in each row."""
    sheets = {sheet.name: sheet for sheet in opened.snapshot.sheets}
    return find_row_notes(opened.log, sheets, (*opened.recorded.lines, *opened.recorded.new_lines))


def briefing_of(
    opened: OpenedLog, person: Person, notes: RowNotes, *, is_interview: bool = False
) -> Briefing:
    """Put together what to know before a talk with somebody."""
    standing = next((each for each in opened.standings if each.person.key == person.key), None)
    sheets = {sheet.name: sheet for sheet in opened.snapshot.sheets}
    return compute_briefing(
        standing or opened.standing_of(person),
        opened.log.facts.get(person.key, {}),
        today=opened.today,
        notes=notes,
        events=opened.optional.events or (),
        is_interview=is_interview or is_interview_ahead(person, opened.log, sheets),
    )


def write_briefing(briefing: Briefing, out: Path) -> None:
    """Write the briefing as a page: .html for the browser, .md for notes.

    Raises:
        UnknownPageError: when the file is neither.
        RefusedError: as ``save_page``.
    """
    write_rendered(briefing, out, html=briefing_html, markdown=briefing_markdown, mark=MARK)


def write_rendered(
    page: Page, out: Path, *, html: Callable[[Page], bytes], markdown: Callable[[Page], bytes], mark: str
) -> None:
    """Write something as a page, of the kind that the file's name says.

    Raises:
        UnknownPageError: when it says neither.
        RefusedError: as ``save_page``.
    """
    render = {".html": html, ".htm": html, ".md": markdown}.get(out.suffix.casefold())
    if render is None:
        raise UnknownPageError(f"{out.name} is neither .html nor .md.", "Type: --out talk.html")
    save_page(out, render(page), mark=mark)
