"""The fields netsheet knows: their stable names, and what kind of value each holds.

The names are used in templates, JSON and the settings sheet. Which headings mean which field: ``aliases``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Group = Literal["person", "touch", "application"]
ValueKind = Literal[
    "text", "name", "date", "follow_up", "yes_no", "word", "email", "phone", "linkedin", "url", "days"
]


class Unsettled(Enum):
    """What a heading may mean when its words alone do not say one field: the cells below decide."""

    NAME_AND_TITLE = "name and title"
    LINK = "link"
    CONTACT = "contact"
    STATE = "state"
    DUE = "due"
    VIA = "via"
    TYPE = "type"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its stable name, whom it is about, what its cells hold, and what it means."""

    name: str
    group: Group
    kind: ValueKind
    meaning: str


def _fields(group: Group, table: str) -> tuple[Field, ...]:
    rows = (line.split(maxsplit=2) for line in table.strip().splitlines())
    return tuple(Field(name=name, group=group, kind=kind, meaning=meaning) for name, kind, meaning in rows)  # type: ignore[arg-type]  # the table below holds kinds only


FIELDS: tuple[Field, ...] = (
    *_fields(
        "person",
        """
        id              text      The number of the row or of the person in the user's own list.
        name            name      The person's name.
        first_name      name      The given name, in a column of its own.
        last_name       name      The family name, in a column of its own.
        email           email     The e-mail address; a telephone number in the same cell is understood too.
        phone           phone     The telephone number.
        linkedin        linkedin  The LinkedIn profile.
        website         url       Another address on the web.
        company         name      The company, school or other organisation.
        title           text      The person's role.
        industry        text      The line of business.
        location        text      Where the person is.
        relationship    word      How close the tie is: close, warm or weak.
        priority        text      The user's own ranking.
        tags            text      The user's own labels.
        source          text      Where the contact comes from, how the two met.
        referred_by     text      Who made the introduction.
        birthday        date      The day and month of birth; a year is not needed.
        every           days      The user's own cadence: how often to be in touch.
        do_not_contact  yes_no    Yes when the person is not to be contacted.
        language        text      The language to write to the person in.
        news            text      What they have to celebrate: a promotion, a new job; with its day, where it is known.
        needs           text      What would help the person.
        offers          text      What the person can help with.
        notes           text      Free notes.
        details         text      A personal detail to mention.
        owner           text      Who of the user's side looks after the contact.
        """,
    ),
    *_fields(
        "touch",
        """
        date              date       The day the user wrote or called, or the day of the touch.
        is_sent           yes_no     Whether anything was sent at all: the row's days are plans where it says no.
        channel           word       How: e-mail, LinkedIn, phone and so on.
        direction         word       Who wrote: out is the user, in is the other person.
        kind              word       What it was: message, call, meeting, event and so on.
        intent            word       What it was for: to ask, to give, to keep in touch, to thank.
        template          text       The user's name for the message that was used.
        subject           text       The subject line.
        message           text       The message itself.
        response          word       Whether they replied: yes or no, a word, or the day.
        response_type     word       How they replied: positive, neutral or negative.
        response_date     date       The day they replied.
        outcome           word       What came of it.
        status            word       How things are going.
        first_contact     date       The day of the first touch.
        last_contact      date       The day of the latest touch, in either direction.
        connected         date       The day the two connected, for example on LinkedIn.
        recorded          date       The day the contact was written down.
        meeting_date      date       The day of a meeting or call.
        thank_you         yes_no     Whether, or when, thanks were sent.
        follow_up         follow_up  The day to follow up, or a phrase such as "in 6 months".
        follow_up_done    yes_no     Whether, or when, the follow-up was done.
        follow_up_count   text       How many follow-ups were sent.
        declined          yes_no     Whether, or when, they said no.
        next_action       text       What to do next, in the user's words.
        promise           text       Something the user said they would do.
        promise_by        date       The day it was promised for.
        promise_done      yes_no     Whether, or when, the promise was kept.
        referral_asked    yes_no     Whether, or when, a referral was asked for.
        referral_agreed   yes_no     Whether, or when, they agreed to refer the user.
        value_given       text       What the user gave: an article, an introduction, a hint; or the day.
        value_received    text       What the user received.
        """,
    ),
    *_fields(
        "application",
        """
        job_title      text  The job applied for.
        job_url        url   The job's page.
        date_applied   date  The day of the application.
        """,
    ),
)

FIELD_BY_NAME = {field.name: field for field in FIELDS}
