"""The findings about the settings, breaks and goals sheets, our own columns, and follow-ups of closed people.

One responsibility: the texts. They are part of the one table, ``findings.FINDING_KINDS``.
"""

from __future__ import annotations

from typing import Final

from netsheet.core.finding_kind import FindingKind

OWN_SHEET_FINDING_KINDS: Final[tuple[FindingKind, ...]] = (
    FindingKind(
        code="unknown-setting",
        severity="warning",
        message="Netsheet Settings has no setting “{seen}”.",
        hint="{nearest}",
        explanation="A row of the settings sheet carries a name netsheet does not know. The row is left aside.",
        example="“Most nudge” → Most nudges",
    ),
    FindingKind(
        code="unreadable-setting",
        severity="error",
        message="{setting} says “{seen}”, which is not {expected}; {default} applies.",
        hint="Type {expected}, for example {example}.",
        explanation="A value of the settings sheet cannot be understood or lies outside its bounds. The default applies until it is repaired.",
        example="“soon” → 5",
    ),
    FindingKind(
        code="repeated-setting",
        severity="warning",
        message="{setting} stands twice; the first row applies.",
        hint="Keep one of the two rows.",
        explanation="The settings sheet has the same setting in two rows. The upper one applies.",
        example="two rows “Reply within” → one",
    ),
    FindingKind(
        code="unreadable-holiday",
        severity="error",
        message="Holidays holds “{seen}”, which is not a day with its year.",
        hint="Type days such as 2026-12-24, separated by commas.",
        explanation="A part of the setting Holidays is not a day. The other days apply.",
        example="“Christmas” → 2026-12-25",
    ),
    FindingKind(
        code="no-settings-header",
        severity="warning",
        message="The sheet “{seen}” has no row with the headings {headings}, so nothing is read from it.",
        hint="Put the headings {headings} above its rows.",
        explanation="The optional sheets are found by their name and read by their headings.",
        example="Setting | Value | Meaning above the first setting",
    ),
    FindingKind(
        code="unreadable-break",
        severity="error",
        message="The break should hold a day in {heading}, but it says “{seen}”.",
        hint="Type a date such as 2026-03-14.",
        explanation="A row of the sheet Breaks has no readable first or last day. The row is left aside.",
        example="“summer” → 2026-08-03",
    ),
    FindingKind(
        code="break-ends-before-it-begins",
        severity="error",
        message="The break ends on {last}, before it begins on {first}.",
        hint="Swap the two days, or correct one of them.",
        explanation="The last day of a break lies before its first. The row is left aside.",
        example="2026-08-14 to 2026-08-03 → 2026-08-03 to 2026-08-14",
    ),
    FindingKind(
        code="unknown-goal",
        severity="warning",
        message="“{seen}” is not a goal netsheet can count.",
        hint="{nearest}",
        explanation="Goals are counted from the log: new connections, follow-ups, dormant ties, nurture, events, informational interviews.",
        example="“New conections” → New connections",
    ),
    FindingKind(
        code="unreadable-goal",
        severity="error",
        message="The goal “{goal}” says “{seen}” for {heading}, which is not {expected}.",
        hint="Type {expected}.",
        explanation="A goal needs a whole number as its target and day, week, month or quarter as its period. The row is left aside.",
        example="“a few” → 3",
    ),
    FindingKind(
        code="own-text-in-netsheet-column",
        severity="warning",
        message="Under “{heading}” stands something that netsheet did not write, so it writes nothing into this row.",
        hint="Move it to a column of your own, or empty the cell.",
        explanation="The columns whose headings begin with Netsheet are filled by netsheet. What you typed into a row there before netsheet wrote to "
        "it is not overwritten.",
        example="“call her on Monday” under Netsheet next step → the same in your Notes column",
    ),
    FindingKind(
        code="follow-up-on-closed",
        severity="warning",
        message="A follow-up on {seen} is set for {person}, who is closed, so nothing becomes due.",
        hint="Empty the date, or change the status to be reminded.",
        explanation="The user's own words close the person, and closed people are never due; a follow-up date that still stands there is "
        "named, so that it is not lost.",
        example="Closed with a follow-up on 2026-05-12 → Paused, or no date",
    ),
    FindingKind(
        code="promise-to-closed",
        severity="note",
        message="A promise to {person} is open: “{seen}”. They are closed, so nothing becomes due.",
        hint="Mark the promise as done, or change the status to be reminded.",
        explanation="The user's own words close the person, and closed people are never due; a promise that is still open is named, so that it "
        "is not lost.",
        example="Closed with an open promise → Promise done: yes",
    ),
)  # fmt: skip
