"""The output of ``netsheet introductions``: whom to introduce to each other and why, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from netsheet.core.people.people_search import shortest_texts
from netsheet.core.printable import quoted_path, quoted_word
from netsheet.core.text import one_line
from netsheet.present.documents import document
from netsheet.present.terminal import console, counted, show_line, show_nobody

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netsheet.core.model import Person
    from netsheet.core.practices.introduction_pairs import Pair
    from netsheet.pipeline.practices import Introductions


def show_introductions(introductions: Introductions, *, limit: int) -> None:
    """Print the pairs, each with the words that speak for it and the command that drafts both messages."""
    out, opened, pairs = console(), introductions.opened, introductions.pairs
    if not opened.log.people:
        show_nobody()
        return
    if introductions.missing:
        headings = " and ".join(f"“{heading}”" for heading in introductions.missing)
        lacks, what = ("heading", "a column") if len(introductions.missing) == 1 else ("headings", "columns")
        out.print(
            f"{opened.source.path.name} has no {lacks} {headings}. Add {what} to your log, and write there what people look "
            "for and what they can help with.",
            soft_wrap=True,
        )
        return
    if not pairs:
        out.print(
            "No two of your warm and close contacts fit together now: no need meets an offer, or you introduced them already.",
            soft_wrap=True,
        )
        return
    out.print(Text(f"{counted(len(pairs), 'introduction')} to offer", style="bold"))
    texts = shortest_texts(opened.log.people)
    for pair in pairs[:limit]:
        out.print()
        out.print(Text.assemble(*_named(pair.one), " and ", *_named(pair.other)), soft_wrap=True)
        for meeting in pair.meetings:
            need, offer = one_line(meeting.need), one_line(meeting.offer)
            show_line(
                f"{meeting.needs.name} needs “{need}”; {meeting.offers.name} offers “{offer}”. "
                f"In common: {', '.join(meeting.words)}."
            )
        out.print(f"  {_draft_command(introductions, pair, texts)}", style="dim", soft_wrap=True)
    if len(pairs) > limit:
        out.print(f"\n... and {len(pairs) - limit:,} more. See all: --limit {len(pairs)}", soft_wrap=True)
    out.print(
        "\nThe drafts ask both first. When you have introduced them: netsheet log WHO introduced --to NAME",
        soft_wrap=True,
    )


def _named(person: Person) -> list[tuple[str, str]]:
    is_company = not person.company or person.company == person.name
    return [(person.name, "bold"), ("" if is_company else f" ({person.company})", "dim")]


def _draft_command(introductions: Introductions, pair: Pair, texts: Mapping[str, str]) -> str:
    log = quoted_path(introductions.opened.source.path)
    one, other = quoted_word(texts[pair.one.key]), quoted_word(texts[pair.other.key])
    return f"netsheet draft {log} --person {one} --with {other}"


def introductions_json(introductions: Introductions) -> str:
    """Return the pairs, the ones with the most words in common first."""
    opened = introductions.opened
    texts = shortest_texts(opened.log.people)
    return document(
        {
            "workbook": str(opened.source.path),
            "today": opened.today,
            "missing_headings": list(introductions.missing),
            "items": [_item(introductions, pair, texts) for pair in introductions.pairs],
        }
    )


def _item(introductions: Introductions, pair: Pair, texts: Mapping[str, str]) -> dict[str, Any]:
    return {
        "people": [{"person": each.name, "company": each.company or None} for each in (pair.one, pair.other)],
        "why": [
            {
                "person": meeting.needs.name,
                "needs": meeting.need,
                "other": meeting.offers.name,
                "offers": meeting.offer,
                "words": list(meeting.words),
            }
            for meeting in pair.meetings
        ],
        "draft_with": _draft_command(introductions, pair, texts),
    }
