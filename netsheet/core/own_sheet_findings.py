"""The kinds of findings about the settings, breaks and goals sheets, netsheet's own columns, and closed people.

They are part of the table ``findings.FINDING_KINDS``.
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
        explanation="A row of the settings sheet has a name that netsheet does not know. netsheet ignores the row.",
        example="“Most nudge” → Most nudges",
    ),
    FindingKind(
        code="unreadable-setting",
        severity="error",
        message="{setting} says “{seen}”, which is not {expected}. netsheet uses {default}.",
        hint="Type {expected}, for example {example}.",
        explanation="A value on the settings sheet cannot be read, or is too small or too large. netsheet uses the default until you fix it.",
        example="“soon” → 5",
    ),
    FindingKind(
        code="repeated-setting",
        severity="warning",
        message="{setting} is there twice. netsheet uses the first row.",
        hint="Keep one of the two rows.",
        explanation="The settings sheet has the same setting in two rows. netsheet uses the upper one.",
        example="two rows “Reply within” → one",
    ),
    FindingKind(
        code="unreadable-holiday",
        severity="error",
        message="Holidays has “{seen}”, which is not a date with a year.",
        hint="Type dates such as 2026-12-24, separated by commas.",
        explanation="A part of the setting Holidays is not a date. netsheet uses the other dates.",
        example="“Christmas” → 2026-12-25",
    ),
    FindingKind(
        code="unknown-holiday-region",
        severity="error",
        message="Holidays names the region “{seen}”, which netsheet does not know.",
        hint="Type a country, such as PT, or a country and a part of it, such as DE-BY or US-CA.",
        explanation="The setting Holidays takes the codes of countries and of their parts (ISO 3166). netsheet uses the other parts of the setting.",
        example="“DE-XX” → DE-BY",
    ),
    FindingKind(
        code="holidays-not-installed",
        severity="warning",
        message="Holidays names {seen}, but the public holidays of regions are not installed.",
        hint='Install them once: pip install "netsheet[holidays]" (with pipx: pipx inject netsheet holidays). Or type the dates.',
        explanation="Public holidays come from the Python library holidays, which netsheet does not need for anything else. Until it is installed, "
        "only the dates in the setting Holidays are days off.",
        example='pip install "netsheet[holidays]"',
    ),
    FindingKind(
        code="no-settings-header",
        severity="warning",
        message="The sheet “{seen}” has no row with the headings {headings}, so netsheet reads nothing from it.",
        hint="Put the headings {headings} above its rows.",
        explanation="netsheet finds the optional sheets by their name, and reads them by their headings.",
        example="Setting | Value | Meaning above the first setting",
    ),
    FindingKind(
        code="unreadable-break",
        severity="error",
        message="The break needs a date in {heading}, but it says “{seen}”.",
        hint="Type a date such as 2026-03-14.",
        explanation="A row of the sheet Breaks has no first or last day that netsheet can read. netsheet ignores the row.",
        example="“summer” → 2026-08-03",
    ),
    FindingKind(
        code="break-ends-before-it-begins",
        severity="error",
        message="The break ends on {last}, before it begins on {first}.",
        hint="Swap the two days, or fix one of them.",
        explanation="The last day of a break is before its first day. netsheet ignores the row.",
        example="2026-08-14 to 2026-08-03 → 2026-08-03 to 2026-08-14",
    ),
    FindingKind(
        code="unknown-goal",
        severity="warning",
        message="“{seen}” is not a goal that netsheet can count.",
        hint="{nearest}",
        explanation="netsheet counts goals from the log: new connections, follow-ups, dormant ties (people you lost touch with), nurture, thanks, posts and comments, events, "
        "informational interviews. Any other goal is yours to tick with netsheet done --goal; from the first tick on it is shown with the others.",
        example="“New conections” → New connections",
    ),
    FindingKind(
        code="unreadable-goal",
        severity="error",
        message="The goal “{goal}” says “{seen}” for {heading}, which is not {expected}.",
        hint="Type {expected}.",
        explanation="A goal needs a whole number as its target, and day, week, month or quarter as its period, or days that are dates. netsheet ignores the row.",
        example="“a few” → 3",
    ),
    FindingKind(
        code="goal-without-number",
        severity="warning",
        message="The goal “{goal}” has no number, so netsheet cannot count how far it is.",
        hint="Type a number under Target, and day, week, month or quarter under Per, or a day under By.",
        explanation="A goal that says how many, and by when, can be followed; one that does not is a wish. netsheet ignores the row until it has a number.",
        example="“Meet more people” → Target 5, Per week",
    ),
    FindingKind(
        code="goal-without-time",
        severity="note",
        message="The goal “{goal}” does not say in which time. netsheet counts it by the week.",
        hint="Type day, week, month or quarter under Per, or the last day under By.",
        explanation="A goal needs a period under Per, or under By the last day for one number in all.",
        example="Target 12, By 30 June",
    ),
    FindingKind(
        code="own-text-in-netsheet-column",
        severity="warning",
        message="Under “{heading}” there is something that netsheet did not write, so it writes nothing into this row.",
        hint="Move it to one of your own columns, or clear the cell.",
        explanation="netsheet fills the columns whose headings begin with Netsheet. It does not overwrite what you typed into a row there before "
        "netsheet wrote to it.",
        example="“call her on Monday” under Netsheet next step → the same in your Notes column",
    ),
    FindingKind(
        code="follow-up-on-closed",
        severity="warning",
        message="A follow-up on {seen} is set for {person}, who is closed, so nothing becomes due.",
        hint="Clear the date, or change the status to be reminded.",
        explanation="Your log says that this person is closed, and closed people are never due. netsheet points out the follow-up date, so that "
        "you do not lose it.",
        example="Closed with a follow-up on 2026-05-12 → Paused, or no date",
    ),
    FindingKind(
        code="promise-to-closed",
        severity="note",
        message="A promise to {person} is open: “{seen}”. They are closed, so nothing becomes due.",
        hint="Mark the promise as done, or change the status to be reminded.",
        explanation="Your log says that this person is closed, and closed people are never due. netsheet points out the open promise, so that you "
        "do not lose it.",
        example="Closed with an open promise → Promise done: yes",
    ),
)  # fmt: skip
