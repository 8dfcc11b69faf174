"""The tables of the starter workbook as data: headings, widths, drop-downs and hints."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from netsheet.core.column_places import OWNED_COLUMNS
from netsheet.core.how_to_end import DONE_HEADING, HOW_TO_TYPE
from netsheet.core.numbers.starter_goals import STARTER_GOALS
from netsheet.core.plan import CellHint

Kind = Literal["text", "date", "birthday", "number", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Attributes:
        heading: the text in the header row.
        width: in characters.
        hint: the text shown when the heading is selected; at most 255 characters (an Excel limit).
        kind: what its cells contain.
        choices: the heading on the Lists sheet with the drop-down's words; "" for no drop-down.
        offer: the hint and the words of its cells themselves, where people type what they did.
        is_ours: whether netsheet fills it in, or reads from it what people did: its heading has a look of its own.
    """

    heading: str
    width: float
    hint: str
    kind: Kind = "text"
    choices: str = ""
    offer: CellHint | None = None
    is_ours: bool = False


def _columns(table: str) -> tuple[Column, ...]:
    rows = ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines())
    return tuple(
        Column(heading=heading, width=float(width), kind=kind, choices=choices, hint=hint)  # type: ignore[arg-type]  # the tables below use only these kinds
        for heading, width, kind, choices, hint in rows
    )


_OWNED_HINTS = {
    "Netsheet status": "netsheet writes here at each refresh how things are with the person.",
    "Netsheet next step": "netsheet writes here what to do next.",
    "Netsheet due": "netsheet writes here when the next step is due.",
    "Netsheet why": "netsheet writes here why, with the facts from your rows.",
    DONE_HEADING: HOW_TO_TYPE,
    "Netsheet last contact": "netsheet writes here the day you were last in touch.",
    "Netsheet touches": "netsheet writes here how often you were in touch.",
}
OWNED = tuple(
    Column(
        heading=owned.heading,
        width=owned.width,
        hint=_OWNED_HINTS[owned.heading],
        kind="words" if owned.hint else "text",
        offer=owned.hint,
        is_ours=True,
    )
    for owned in OWNED_COLUMNS
)
"""netsheet's own columns: next to the names, where they are seen without scrolling."""

LOG = (
    _columns("""
Date           | 13 | date | | The day you wrote, called or met. One row for each touch.
Name           | 24 | text | | The person. Write the name the same way each time, and once on the sheet People for the details.
Company        | 22 | text | | The company, school or other organisation.
""")
    + OWNED
    + _columns("""
Activity       | 23 | text | Activity | What it was. An empty cell means a message.
Direction      | 12 | text | Direction | Sent: you wrote. Received: they wrote. Both: you met or spoke.
Channel        | 12 | text | Channel | How. How long netsheet waits for a reply depends on it.
Intent         | 10 | text | Intent | What it was for. Two asks in a row without giving something: netsheet suggests giving first.
Template       | 20 | text | | Your name for the kind of message, for example "warm intro". The numbers then show which one gets replies.
Subject        | 34 | text | | The subject line, if there was one.
Response date  | 15 | date | | The day they replied to this message. A "no" counts as a reply.
Follow-up date | 16 | date | | When you want to be in touch again: a date, or words such as "in 6 months" or "next quarter".
Promise        | 30 | text | | Something you said you would do. netsheet reminds you until it is done.
Promise by     | 13 | date | | The day you promised it for. Without a day, netsheet gives you 3 working days.
Promise done   | 14 | text | Yes or no | Yes when you have kept the promise.
Status         | 17 | text | Status | Use it for what netsheet cannot know, such as closed or on hold. netsheet works out the rest.
Notes          | 74 | text | | Anything. netsheet never changes it. A draft may quote it in square brackets, for you to put into words.
""")
)

PEOPLE = (
    _columns("""
Name           | 24 | text | | The person, written as on the sheet Log. One row for each person.
Company        | 22 | text | | The company, school or other organisation.
""")
    + OWNED
    + _columns("""
Title          | 24 | text | | What they do there.
E-mail         | 32 | text | | Drafts use this address.
LinkedIn       | 34 | text | | The address of their profile.
Relationship   | 14 | text | Relationship | Close, warm or weak: how often a check-in is due depends on it.
Cadence (days) | 15 | number | | How often you want to be in touch with this person, in days. It goes before the days of the relationship.
Birthday       | 13 | birthday | | Day and month; the year does not matter.
How we met     | 30 | text | | The place, the event, the person between you.
Referred by    | 22 | text | | Who introduced you, written as in the column Name.
Needs          | 30 | text | | What would help them: what you could give.
Offers         | 30 | text | | What they can help others with.
Details        | 46 | text | | Something personal to mention in a message.
Do not contact | 15 | text | Yes or no | With Yes, netsheet never suggests a message.
Notes          | 46 | text | | Anything. netsheet never changes it. A draft may quote it in square brackets, for you to put into words.
""")
)

GOALS = _columns("""
Goal    | 26 | text | Goal | What to count. netsheet counts it from your log, so there is nothing to fill in here.
Target  | 10 | number | | How many.
Per     | 11 | text | Per | In which period.
Filter  | 24 | text | | Leave it empty to count everything, or say what counts, for example channel: LinkedIn.
From    | 13 | date | | The first day that counts, where it matters. Leave it empty otherwise.
By      | 13 | date | | The last day. Without a period under Per it is one number in all, by this day.
Priority | 10 | number | | 1 for what matters most. netsheet lists the goals in this order.
Review on | 13 | date | | The day to look at the goal again. netsheet reminds you; then type the next day.
Counts  | 66 | text | | What netsheet counts for this goal.
""")

BREAKS = _columns("""
From | 15 | date | | The first day off.
To   | 15 | date | | The last day off. Leave it empty for a single day.
Note | 50 | text | | The reason. Nothing is due on these days, and goals do not count them.
""")

EVENTS = _columns("""
Event          | 30 | text | | What it is: an evening, a fair, a conference.
Date           | 13 | date | | The day. netsheet reminds you a week and a day before.
Place          | 22 | text | | Where it is.
Goal           | 40 | text | | What you want from it. When something is here, netsheet stops asking you to prepare.
People to meet | 34 | text | | Names with commas between them, also of people who are not in your log yet.
Talking points | 46 | text | | What you can speak about, and what you want to ask.
Notes          | 46 | text | | Anything. netsheet never changes it.
Went?          | 11 | text | Yes or no | Yes after you were there, no when you stayed at home, done when nothing is left to do.
""")

DATES = _columns("""
Who       | 26 | text | | The person, written as on the sheet Log.
What      | 32 | text | Occasion | What the day is. A birthday, anniversary or name day comes back each year.
Day       | 14 | date | | The day. Without a year (typed as text, such as 12 May) it comes back each year.
Lead days | 12 | number | | How many days ahead you want to know. An empty cell means 7 days, 10 for close contacts.
""")

COMPANIES = _columns("""
Company           | 28 | text | | Where you would like to work. One row for each company.
Priority          | 12 | text | Priority | High, medium or low. A number or A, B, C are fine too.
Why               | 46 | text | | What draws you there.
Role wanted       | 30 | text | | What you would do there.
Contacted through | 30 | text | | Who opened the door, written as on the sheet Log.
""")

RESOURCES = _columns("""
Title   | 44 | text | | An article, a talk, a tool: something worth sharing.
Link    | 44 | text | | Its address.
Topics  | 34 | text | | What it is about, with commas between the words.
Sent to | 34 | text | | Who has it already, written as on the sheet Log.
""")

LISTS: dict[str, tuple[str, ...]] = {
    "Activity": (
        "Message",
        "Reply",
        "Meeting",
        "Call",
        "Event",
        "Informational interview",
        "Referral",
        "Thank-you",
        "Wish",
        "Social",
    ),
    "Direction": ("Sent", "Received", "Both"),
    "Channel": ("E-mail", "LinkedIn", "Phone", "Text", "Video", "In person", "Social", "Website", "Other"),
    "Intent": ("Ask", "Give", "Social", "Thanks"),
    "Status": ("Not contacted", "Contacted", "In conversation", "On hold", "Closed", "Declined"),
    "Relationship": ("Close", "Warm", "Weak"),
    "Yes or no": ("Yes", "No"),
    "Goal": (
        "New connections",
        "Follow-ups",
        "Dormant ties",
        "Nurture",
        "Thanks",
        "Posts and comments",
        "Events",
        "Informational interviews",
    ),
    "Per": ("Day", "Week", "Month", "Quarter"),
    "Occasion": ("Birthday", "Anniversary", "Name day", "First day in the job", "New year"),
    "Priority": ("High", "Medium", "Low"),
}

_GOALS_COUNT = {
    "New connections": "People you are in touch with for the first time.",
    "Dormant ties": "People you write to again after a year or more of silence.",
    "Nurture": "Touches that give something, say thanks or just keep in touch.",
    "Events": "Events in your log, one for each day, however many people you met.",
}
GOAL_ROWS: tuple[dict[str, str | int | dt.date], ...] = tuple(
    {"Goal": name, "Target": target, "Per": period.capitalize(), "Counts": _GOALS_COUNT[name]}
    for name, target, period in STARTER_GOALS
)
