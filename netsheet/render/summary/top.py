"""The top of the summary sheet: the day and its main figures; and the wins of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from netsheet.core.drafts.phrasing import clean_line
from netsheet.core.numbers.number_words import format_rate
from netsheet.core.summary.contents import Summary
from netsheet.core.summary.shares import six_decimals
from netsheet.render.summary.sheet_page import WIDTHS, A, B, C, D, E, Page, Value

if TYPE_CHECKING:
    from xlsxwriter.format import Format

TITLE_POINTS: Final = 36.0
MARK: Final = "Made by netsheet from your log. Each refresh makes this sheet anew, so keep notes elsewhere."
WELCOME: Final = (
    "Welcome. There is nobody in your log yet.",
    "Add a row for the first person: a name, and the day you wrote to them. Save, then run refresh again.",
    "Then this page will say who is waiting for what. When there are enough messages, it will say what gets replies.",
)

COMMANDS: Final = (
    "More, in the terminal where you run netsheet refresh: netsheet due (what is due, and what is coming), netsheet stats (all numbers), "
    "netsheet check (how your log is read)."
)

FIRST_MESSAGE: Final = (
    "Choose one person, write to them, and put the date in your log. The next refresh does the rest."
)


def write_top(page: Page, summary: Summary) -> None:
    """Write the title, the mark that identifies the sheet as netsheet's, and the main figures."""
    page.set_height(TITLE_POINTS)
    page.sheet.write_string(page.row, A, "Your network at a glance", page.look.title)
    page.row += 1
    page.say(MARK, page.look.lead)
    page.leave_gap()
    _write_tiles(page, summary)
    page.leave_gap()
    if summary.people_count:
        page.say(summary.headline, page.look.caption)
        return
    first, *others = WELCOME
    page.say(first, page.look.caption)
    for sentence in others:
        page.say(sentence)


def _write_tiles(page: Page, summary: Summary) -> None:
    """Write the main figures side by side: a row of labels, and the figures below them."""
    look = page.look
    tiles: list[tuple[int, str, Value, Format]] = [(A, "As of", summary.as_of, look.tile_day)]
    if summary.people_count:
        rate = summary.engagement.overall
        tiles += [
            (B, "People in your log", summary.people_count, look.tile),
            (C, "To do now", summary.due_count, look.tile),
            (D, "First messages", rate.sent, look.tile),
        ]
        if not summary.is_young:
            shown = format_rate(rate) if rate.rate is None else six_decimals(rate.rate)
            tiles.append((E, "Reply rate", shown, look.tile_share))
    for column in range(len(WIDTHS)):
        page.sheet.write_blank(page.row, column, None, look.label)
        page.sheet.write_blank(page.row + 1, column, None, look.tile)
    for column, label, _, _ in tiles:
        page.sheet.write_string(page.row, column, label, look.label)
    page.row += 1
    page.set_height(28)
    for column, _, value, tile in tiles:
        page.put_as(column, value, tile)
    page.row += 1


def write_commands(page: Page, summary: Summary) -> None:
    """Write which commands show more than this page, and where they are typed."""
    if summary.people_count:
        page.leave_gap()
        page.say(COMMANDS)


def write_wins(page: Page, summary: Summary) -> None:
    """Write the wins of the week, the newest first."""
    if not summary.wins:
        return
    page.section("Wins of the week")
    page.headings(((A, "Day"), (B, "What went well")))
    for win in summary.wins:
        page.begin_line()
        page.put(A, win.on, "day")
        page.put(B, win.sentence)
        page.end_line()
    page.say_more(summary.wins_count - len(summary.wins))


def write_calm(page: Page, summary: Summary) -> None:
    """Where nothing is due, say so, or how to begin."""
    if text := say_calm(summary):
        page.section("Next steps")
        page.say(text)


def say_calm(summary: Summary) -> str:
    """Say that nothing is due and what comes next, or how to begin; "" where something is due, or may be."""
    if summary.due_count or not summary.people_count:
        return ""
    if not (summary.engagement.overall.sent or summary.engagement.weeks):
        return FIRST_MESSAGE
    return f"Nothing is due today. {clean_line(summary.calm)}" if summary.calm else ""
