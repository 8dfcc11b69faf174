"""The blocks about people: what is due, how many people have each status, and who else to think of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from netsheet.core.column_places import STATUS_HEADING
from netsheet.core.drafts.phrasing import clean_line
from netsheet.core.followups.actions import ACTIONS
from netsheet.core.how_to_end import HOW_TO_END_IN_THE_LOG, OTHER_WORDS
from netsheet.core.numbers.activity import Balance
from netsheet.core.summary.contents import Summary, SummaryRow
from netsheet.core.summary.people_notes import DAYS_AHEAD, PersonNote
from netsheet.render.summary.sheet_page import A, B, C, D, E, F, H, Page, writable

MEANINGS: Final = {
    **{words.status: words.meaning for words in ACTIONS.values()},
    "Paused": "You put them on hold.",
    "Scheduled": "There is a meeting or a follow-up date ahead.",
    "Waiting": "A reply may still come.",
    "In touch": "Nothing is due.",
    "Fix cell": "netsheet skips this row until you fix a cell.",
    "Closed": "Your log says that this is closed.",
}
"""What each status means, in a few words."""

COMPANY_CHARACTERS: Final = 54
"""How much fits into three lines of the column. Longer texts end with dots."""

ORDER_NOTE: Final = (
    "Start at the top: follow-up dates you set, then answers and thanks you owe, older dates of yours, messages, check-ins, "
    "decisions. Red is late."
)
GO_TO_HEADING: Final = "Done? Go to"
GO_TO_CHARACTERS: Final = 18
"""How much of the cell's address and its sheet's name fits."""

EVENTS_NOTE: Final = "Each line ends when its cell on your sheet of events is filled in."
"""How each line about an event is ended."""

ARTICLES_NOTE: Final = "To draft a message for one, or to note that it is sent, run netsheet share."

REFERRALS_NOTE: Final = "Tell them how it went; where it says “not thanked yet”, say thanks too, and type thanked in their row, under Netsheet done."
INTRODUCTIONS_NOTE: Final = "Ask both first. netsheet introductions says how."

EVENT_CHARACTERS: Final = 23
"""How much of an event's name fits."""


def write_due(page: Page, summary: Summary) -> None:
    """Write the due list with links to each row, to the cell that ends the line and to a new message; and count the rest."""
    if not summary.due_count:
        return
    page.section(due_title(summary), HOW_TO_END_IN_THE_LOG)
    page.say(OTHER_WORDS)
    page.say(ORDER_NOTE)
    page.headings(
        (
            (A, "Person"),
            (B, "Company"),
            (C, "Status"),
            (D, "Due"),
            (E, "Write"),
            (F, GO_TO_HEADING),
            (H, "Next step, and why"),
        )
    )
    for row in summary.due:
        page.begin_line()
        page.put_person(A, row.person)
        page.put_wrapped(B, row.person.company, COMPANY_CHARACTERS)
        page.put_tone(C, row.status, row.tone)
        page.put(D, row.due, "day")
        page.put_writing(E, row.person, row.channels)
        page.put_cell(F, row.done_place, GO_TO_CHARACTERS)
        page.end_line(f"{say_step(row)}. {row.why}" if row.next_step else row.why)
    if more := say_more_due(summary):
        page.say(more)


def say_more_due(summary: Summary) -> str:
    """Say how many more are due than the list shows, and where they are; "" where it shows all."""
    more = summary.due_count - len(summary.due)
    where = f"see the column {STATUS_HEADING} of your log" if has_done_places(summary) else "see netsheet due"
    return f"Do these first. Also due: {more:,} more; {where}." if more else ""


def has_done_places(summary: Summary) -> bool:
    """Whether the log has the column in which lines are ended: it has none before the first refresh."""
    return any(row.done_place is not None for row in summary.due)


def say_step(row: SummaryRow) -> str:
    """Return the next step, with the number to call where it is a call."""
    is_call = row.channels == ("phone",) and row.person.phone
    return f"{row.next_step.rstrip('.')}{f', {clean_line(row.person.phone)}' if is_call else ''}"


def due_title(summary: Summary) -> str:
    """Name the list of what is due, with how many there are, and how many of them it shows."""
    shown, count = len(summary.due), summary.due_count
    return f"To do now ({count:,})" if shown == count else f"To do now ({shown:,} of {count:,})"


def write_statuses(page: Page, summary: Summary) -> None:
    """Write how many people have each status, and what it means."""
    if not summary.status_counts:
        return
    page.section(f"Everyone by status ({summary.people_count:,})")
    page.headings(((A, "Status"), (B, "People"), (C, "What it means")), right=(B,))
    first_row = page.row
    for count in summary.status_counts:
        page.begin_line()
        page.put_tone(A, count.status, count.tone)
        page.put(B, count.people_count, "count")
        page.put(C, MEANINGS[count.status])
        page.end_line()
    page.data_bar(B, first_row, max(count.people_count for count in summary.status_counts))


def write_dormant(page: Page, summary: Summary) -> None:
    """Write who to get back in touch with this week."""
    if not summary.dormant:
        return
    page.section(
        "People you lost touch with", "Suggestions for this week; they are often glad to hear from you again."
    )
    _write_noted(page, summary.dormant, day="Last contact", text="Why")


def write_articles(page: Page, summary: Summary) -> None:
    """Write who would like to read what, of the articles on the user's sheet."""
    if not summary.articles:
        return
    page.section(f"Articles to share ({summary.articles_count:,})", ARTICLES_NOTE)
    _write_noted(page, summary.articles, day="Last contact", text="What they may like to read, and why")
    page.say_more(summary.articles_count - len(summary.articles), ". To see them all, run netsheet share.")


def write_referrals(page: Page, summary: Summary) -> None:
    """Write who led the user to whom, and whom to introduce to whom."""
    if summary.referrals:
        page.section(f"Who led you to whom ({summary.referrals_count:,})", REFERRALS_NOTE)
        _write_explained(page, summary.referrals, text="To whom, and what came of it")
        page.say_more(
            summary.referrals_count - len(summary.referrals), ". To see them all, run netsheet referrals."
        )
    if summary.introductions:
        page.section(f"Introductions to offer ({summary.introductions_count:,})", INTRODUCTIONS_NOTE)
        _write_explained(page, summary.introductions, text="To whom, and why")
        page.say_more(
            summary.introductions_count - len(summary.introductions),
            ". To see them all, run netsheet introductions.",
        )


def write_dates(page: Page, summary: Summary) -> None:
    """Write the birthdays and meetings ahead."""
    if not summary.dates:
        return
    page.section(f"Dates of the next {DAYS_AHEAD} days ({summary.dates_count:,})")
    _write_noted(page, summary.dates, day="Day", text="What")
    page.say_more(summary.dates_count - len(summary.dates))


def write_events(page: Page, summary: Summary) -> None:
    """Write what the events ask for: prepare, go, write to those whom the user met."""
    if not summary.events:
        return
    page.section(f"Events ({summary.events_count:,})", EVENTS_NOTE)
    page.headings(((A, "Event"), (B, "Place"), (C, "Day"), (D, "Cell"), (H, "What to do, and why")))
    for step in summary.events:
        page.begin_line()
        page.put(A, writable(step.event.name, EVENT_CHARACTERS))
        page.put_wrapped(B, step.event.place, COMPANY_CHARACTERS)
        page.put(C, step.event.on, "day")
        page.put_place(D, step.place)
        page.end_line(f"{step.next_step}. {step.why}")
    page.say_more(summary.events_count - len(summary.events))


def write_balance(page: Page, summary: Summary) -> None:
    """Write how often you gave and asked, and the people to give to next."""
    balance = summary.engagement.balance
    if not balance.given and not balance.asked:
        return
    page.section("Give and ask", say_balance(balance))
    if not summary.asked_often:
        return
    _write_noted(page, summary.asked_often, day="", text="Offer something first")
    page.say_more(summary.asked_often_count - len(summary.asked_often))


def say_balance(balance: Balance) -> str:
    """Say how often the user gave and asked."""
    return (
        f"Given: {_times(balance.given)}. Asked: {_times(balance.asked)}. "
        "Counted from what your log says each message was for."
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _write_explained(page: Page, noted: Sequence[PersonNote], *, text: str) -> None:
    """Write people with texts that may need several lines."""
    page.headings(((A, "Person"), (B, "Company"), (C, "Last contact"), (E, "Write"), (H, text)))
    for note in noted:
        _begin_person(page, note)
        page.end_line(note.text)


def _write_noted(page: Page, noted: Sequence[PersonNote], *, day: str, text: str) -> None:
    page.headings(((A, "Person"), (B, "Company"), (C, day), (E, "Write"), (F, text)))
    for note in noted:
        _begin_person(page, note)
        page.put(F, note.text)
        page.end_line()


def _begin_person(page: Page, note: PersonNote) -> None:
    page.begin_line()
    page.put_person(A, note.person)
    page.put_wrapped(B, note.person.company, COMPANY_CHARACTERS)
    page.put(C, note.on, "day")
    page.put_writing(E, note.person)
