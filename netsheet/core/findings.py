"""Every kind of finding: its stable code, how serious it is, what it means and what to type instead.

docs/findings.md is generated from this table.
"""

from __future__ import annotations

from netsheet.core.finding_kind import FindingKind
from netsheet.core.model import Finding, Place
from netsheet.core.optional_sheet_findings import OPTIONAL_SHEET_FINDING_KINDS
from netsheet.core.own_sheet_findings import OWN_SHEET_FINDING_KINDS
from netsheet.core.recording_findings import RECORDING_FINDING_KINDS
from netsheet.core.text import one_line

__all__ = ["FINDING_KINDS", "KIND_BY_CODE", "FindingKind", "build_finding"]

_LONGEST_QUOTE = 60
_OUR_WORDS = frozenset({"nearest", "expected", "default", "example", "headings"})
"""Facts in netsheet's own words. They are used unchanged; all other facts are quoted from cells and shortened."""

FINDING_KINDS: tuple[FindingKind, ...] = (
    FindingKind(
        code="unreadable-date",
        severity="error",
        message="{heading} should hold a date, but it says “{seen}”.",
        hint="Type the right date, such as 2026-03-14. Without one, netsheet does not know when it was.",
        explanation="The column has dates, and this cell has something else. netsheet ignores it and uses the rest of the row.",
        example="“mid March” → 2026-03-14",
    ),
    FindingKind(
        code="ambiguous-date-order",
        severity="error",
        message="{heading} says “{seen}”, which could be two different days.",
        hint="Type it as 2026-03-14, or set “Date order” to dmy or mdy in Netsheet Settings.",
        explanation="3/4/2025 is 3 April in one country and March 4 in another. netsheet looks for proof in the same column (a number over "
        "12 can only be a day) and in the setting “Date order”; without proof it does not guess.",
        example="“3/4/2025” → 2025-04-03",
    ),
    FindingKind(
        code="reply-after-opt-out",
        severity="note",
        message="{person} wrote again after your entry that they want no contact. netsheet asks you for nothing.",
        hint="If they want to hear from you now, take that entry out of their row.",
        explanation="Nobody who asked not to be contacted comes back by themselves: only you can take your entry back.",
        example="“unsubscribed”, and a reply two weeks later → Status: replied",
    ),
    FindingKind(
        code="day-not-understood",
        severity="warning",
        message="{heading} says “{seen}”. netsheet cannot tell what is planned for which day, so it plans nothing for it.",
        hint="For a meeting, write it as “interview on 2 Apr”. Write any other plan under Next step as “call 2 Apr”, or its day under Follow up, or “in 2 weeks” there.",
        explanation="A meeting with its day is read in the columns for type, status, response and notes. Other plans are read under Next step: a day in another text "
        "can be many things. A weekday or “tomorrow” without a date is never read: only you know which one it is. Under Follow up or Next step “in 2 weeks” can be typed too: "
        "it counts from the newest day of the row, or from the refresh that first sees it when you type it later.",
        example="“call on Thursday” under Notes → call on 2 April",
    ),
    FindingKind(
        code="no-can-be-two",
        severity="warning",
        message="{heading} says “{seen}”: no reply came, or they said no? netsheet takes it that no reply came.",
        hint="If nothing came, type “no reply”. If they said no, type “said no”: then no reminder follows.",
        explanation="Next to other answers a bare “no” can mean both. In a column of yes and no it means that nothing came, and is not asked about.",
        example="“No” under Response → said no",
    ),
    FindingKind(
        code="said-in-notes",
        severity="note",
        message="{heading} says “{seen}”, but the row is still open: netsheet closes nobody because of a note.",
        hint="If it is over, type it under Status or Response, or type close under Netsheet done.",
        explanation="Notes say many things, also about others and about what was. A no, a wish for no more messages, or that somebody left is heard under Status, "
        "Response, Outcome and What happened.",
        example="“said no” under Notes → the same under Status",
    ),
    FindingKind(
        code="date-without-year",
        severity="error",
        message="{heading} says “{seen}”, without a year.",
        hint="Add the year, for example 2026-03-14.",
        explanation="Without a year, netsheet cannot know which day it is. Birthdays need none. Next to other days a day in a text (“interview on 2 Apr” "
        "under Notes, “call 2 Apr” under Next step, “done 2 Apr” under Netsheet done) is the nearest one.",
        example="“22 Sept” → 2025-09-22",
    ),
    FindingKind(
        code="several-dates",
        severity="error",
        message="{heading} has more than one date: “{seen}”.",
        hint="Keep one date in the cell, and give the other its own row or column.",
        explanation="netsheet does not choose between two dates in one cell.",
        example="“12.05.2025, 14.06.2025” → 2025-05-12, and a second row for 2025-06-14",
    ),
    FindingKind(
        code="conflicting-date-order",
        severity="warning",
        message="{heading} has dates with the day first and dates with the month first.",
        hint="Type its dates as 2026-03-14.",
        explanation="Some cells of the column can only be day/month, others only month/day. netsheet does not read cells that could be either.",
        example="“13/4/2025” and “4/13/2025” → 2025-04-13",
    ),
    FindingKind(
        code="date-in-future",
        severity="warning",
        message="{heading} says {seen}, which is in the future.",
        hint="Check the year. For a plan, use a follow-up or meeting column.",
        explanation="A column for things that have happened has a day after today. netsheet does not count it before that day. Up to 60 days ahead it is "
        "taken as your plan to contact the person then; a day farther ahead plans nothing.",
        example="“2062-03-14” → 2026-03-14",
    ),
    FindingKind(
        code="last-before-first",
        severity="warning",
        message="{heading} says {seen}, which is before {other}: {first}.",
        hint="Fix one of the two days.",
        explanation="The last contact of a row is earlier than its first one. netsheet uses both days, but one of them is most likely a slip.",
        example="First contact 2026-05-12, Last contact 2026-03-14 → Last contact 2026-05-14",
    ),
    FindingKind(
        code="sent-or-not",
        severity="note",
        message="{heading} has a day, but {other} says “{seen}”. netsheet takes the message as sent.",
        hint="If it was not sent, clear the day. If it was, change {other}.",
        explanation="A row has a day of contact and a word such as draft or not contacted, or a no under Sent?. The day counts, because its heading says that "
        "something was sent.",
        example="Date contacted 2026-03-14, Status “Draft” → Sent",
    ),
    FindingKind(
        code="formula-without-result",
        severity="error",
        message="{heading} has a formula, but its result is not stored in the file.",
        hint="Open the workbook in Excel or LibreOffice once and save it.",
        explanation="netsheet reads the results that Excel or LibreOffice stored; it does not calculate. A file written by another program "
        "may have formulas without results.",
        example="=B2+7 without a stored result → open and save the workbook once",
    ),
    FindingKind(
        code="cell-error",
        severity="error",
        message="{heading} shows the error {seen}.",
        hint="Fix the formula, or type the value.",
        explanation="The cell's formula ends in an error, so there is nothing to read.",
        example="#N/A → the value itself",
    ),
    FindingKind(
        code="unclosed-quote",
        severity="error",
        message="A quotation mark in line {line} of the file is opened and never closed.",
        hint="Add the closing quotation mark, or delete the opening one.",
        explanation="In a text file (.csv) a cell that begins with a quotation mark goes on until the next one, over as many lines as it takes. "
        "netsheet reads the line as if the mark were not there, so that the rows below it are not lost.",
        example="“Brook, Ida → “Brook, Ida”",
    ),
    FindingKind(
        code="encoding-guessed",
        severity="note",
        message="The file does not say how its letters are stored. netsheet took {seen}, but it could be another.",
        hint="If names look strange, save the file as “CSV UTF-8”, or as .xlsx.",
        explanation="A text file (.csv) that is not UTF-8 does not say which letters its bytes are. netsheet compares what they would be in the usual "
        "encodings; here there are too few to be sure.",
        example="“MŸller” → Müller, after saving the file as CSV UTF-8",
    ),
    FindingKind(
        code="volatile-date",
        severity="note",
        message="{heading} is calculated from today's date, so it changes every day.",
        hint="To keep the day, type it as a date.",
        explanation="A formula with TODAY or NOW gives another day tomorrow. netsheet uses today's result.",
        example="=TODAY()-3 → 2026-03-14",
    ),
    FindingKind(
        code="unknown-word",
        severity="warning",
        message="{heading} says “{seen}”, a word netsheet does not know.",
        hint="{nearest}",
        explanation="Status, response, outcome, channel and similar columns are read by the meaning of their words. netsheet ignores a word it does not "
        "know, and uses the row's dates. A status word of your own can be given a meaning: a line “Word: …” of the settings, or netsheet settings LOG "
        '--word "Techscreen=conversation". Each unknown status word is listed once.',
        example="“Repleid” → Replied",
    ),
    FindingKind(
        code="unreadable-email",
        severity="warning",
        message="{heading} should hold an e-mail address, but it says “{seen}”.",
        hint="Type an address such as ann@example.com, or clear the cell.",
        explanation="The column has e-mail addresses, but this cell has none. Drafts to this person have no address.",
        example="“ann at example.com” → ann@example.com",
    ),
    FindingKind(
        code="several-addresses",
        severity="note",
        message="{heading} has several e-mail addresses. netsheet uses {seen}.",
        hint="Put the address to use first.",
        explanation="The cell has more than one address. netsheet takes the first one.",
        example="“ann@example.com; lee@example.com” → ann@example.com",
    ),
    FindingKind(
        code="unreadable-phone",
        severity="note",
        message="{heading} should hold a telephone number, but it says “{seen}”.",
        hint="Type the number, or clear the cell.",
        explanation="The column has telephone numbers, but this cell has none.",
        example="“ask Ben” → +44 20 7946 0000",
    ),
    FindingKind(
        code="unreadable-linkedin",
        severity="note",
        message="{heading} should hold a LinkedIn profile, but it says “{seen}”.",
        hint="Paste the profile's address, such as linkedin.com/in/ann-lee.",
        explanation="The column has LinkedIn profiles, but this cell has none.",
        example="“see mail” → https://www.linkedin.com/in/ann-lee",
    ),
    FindingKind(
        code="unreadable-yes-no",
        severity="warning",
        message="{heading} should say yes or no, or have a date, but it says “{seen}”.",
        hint="Type yes, no, or a date.",
        explanation="The column has yes or no (a check mark, an x or a date means yes), but this cell says something else.",
        example="“kind of” → yes",
    ),
    FindingKind(
        code="unreadable-interval",
        severity="warning",
        message="{heading} should say how often, but it says “{seen}”.",
        hint="Type a number of days, or a span such as 3 months.",
        explanation="The column says how often to be in touch, but netsheet cannot read this cell as a span of time.",
        example="“now and then” → 90",
    ),
    FindingKind(
        code="follow-up-note",
        severity="note",
        message="{heading} says “{seen}”, which has no date. It is a note for you.",
        hint="Type a date, or a span such as in 2 weeks, to be reminded.",
        explanation="The follow-up cell has words without a date. netsheet treats them as a note, and nothing becomes due.",
        example="“after the summer” → 2026-09-01 after the summer",
    ),
    FindingKind(
        code="follow-up-without-start",
        severity="warning",
        message="{heading} says “{seen}”, but the row has no date to count from.",
        hint="Type a date, or add the date of the last contact.",
        explanation="A span such as “in 6 months” is counted from the row's own date, and the row has none.",
        example="“+6m” → 2026-09-14",
    ),
    FindingKind(
        code="nobody-else-wrote",
        severity="note",
        message="No column of the sheet “{seen}” says who wrote, so each row counts as a message from you.",
        hint="Add a column Direction with sent, received or both, or a column Response date. Then netsheet knows when they wrote.",
        explanation="Some people have three or more rows, and there is no column for the direction, the activity or the reply. Then "
        "netsheet cannot know which rows are replies and which are messages from you.",
        example="A row “she called back” → Direction: received",
    ),
    FindingKind(
        code="sheet-not-read",
        severity="warning",
        message="The sheet “{seen}” looks like a log too, but netsheet reads only “{other}”.",
        hint="Put its rows on the sheet “{other}”, or choose the sheet to read with --sheet.",
        explanation="Sheets named by months or years with the same headings are read as one log; of others, netsheet reads one. Another one has "
        "the same headings, and what it holds is not known to the rules: they may ask for a reminder that was sent long ago. The setting "
        "“Log sheet” says which one is the log.",
        example="Sheets Fairs and Friends → all rows on one sheet",
    ),
    FindingKind(
        code="follow-up-done-or-due",
        severity="note",
        message="“{seen}” is not used: its yes may mean that a follow-up was done, or that one is due.",
        hint="If yes means done, write in Netsheet Settings: Heading: {seen} = follow_up_done.",
        explanation="There is a column of yes and no as well as a column of follow-up dates. If netsheet took a yes for done where it means due, a "
        "plan would be lost. So it uses only the dates.",
        example="“Follow up?” next to “Follow-up date” → “Followed up?”, if you mean that",
    ),
    FindingKind(
        code="competing-headings",
        severity="note",
        message="“{seen}” is not used: “{winner}” is read as {field}.",
        hint="To use “{seen}” instead, write in Netsheet Settings: Heading: {seen} = {field}.",
        explanation="Two headings mean the same field. netsheet uses the one that fits better and ignores the other.",
        example="“Date” and “Date sent” → one of them is the date",
    ),
    FindingKind(
        code="column-set-aside",
        severity="note",
        message="“{seen}” is not used: its cells do not look like {field}.",
        hint="To use it anyway, write in Netsheet Settings: Heading: {seen} = {field}.",
        explanation="The heading fits a field, but the cells below it have something else. netsheet ignores the column rather than misread it.",
        example="“Email” over a column of yes and no → not used",
    ),
    FindingKind(
        code="heading-guessed",
        severity="note",
        message="“{seen}” is read as {field}, because of the cells below it.",
        hint="If it means something else, write in Netsheet Settings what it is, for example: Heading: {seen} = notes.",
        explanation="netsheet does not know the heading, or only a part of it, but no other column is this field and the cells look like it. "
        "Look once whether it is right.",
        example="“Target” over the names of people → name",
    ),
    FindingKind(
        code="second-list",
        severity="warning",
        message="A second list of people begins with “{seen}”, and netsheet reads only the first one.",
        hint="Put the rows of the second list below the first one, or on a sheet of their own.",
        explanation="Two lists next to each other have the same headings, with an empty column between them. A row of the sheet would be about "
        "two people, and the dates of one could be taken for those of the other.",
        example="Name, Date, (empty), Name, Date → one list",
    ),
    FindingKind(
        code="rows-below-table",
        severity="warning",
        message="The Excel table {seen} ends at {corner}, but the log goes on in {rows} below it.",
        hint="netsheet reads them all. For a table that filters and sorts them too: in Excel, drag its lower right corner down.",
        explanation="Rows typed below a table in LibreOffice do not join it, so its filter and its formulas leave them out. netsheet grows only the "
        "table of the workbook that `netsheet init` made.",
        example="table A1:F9, and a person in row 10 → table A1:F10",
    ),
    FindingKind(
        code="month-without-year",
        severity="warning",
        message="“{seen}” is not used: it is a month without a year.",
        hint="Write the year in the heading, such as Jan 2026, or type full dates below it.",
        explanation="In a log with one column for each month, a mark or a number below the month says when there was a contact. Without the "
        "year in the heading, netsheet cannot know which year it was, so it ignores the column.",
        example="“Jan” → Jan 2026",
    ),
    FindingKind(
        code="unknown-contact-id",
        severity="warning",
        message="{heading} says “{seen}”, which is not on the sheet “{other}”.",
        hint="Add that contact to the sheet “{other}”, or fix the number.",
        explanation="The log gives each person a number, and another sheet has the names. This number is not there, so netsheet ignores the row.",
        example="ContactID C9 → a row for C9 on the sheet Contacts",
    ),
    FindingKind(
        code="possible-duplicate-person",
        severity="note",
        message="“{seen}” may be the same person as “{other}” in row {row}.",
        hint="If so, give both rows the same e-mail address or the same name.",
        explanation="Two people have the same name, or nearly the same, but nothing shows that they are one person. netsheet keeps them apart.",
        example="“Jon Smith” and “John Smith” at the same company → the same name in both rows",
    ),
    FindingKind(
        code="nothing-to-date",
        severity="warning",
        message="The sheet “{seen}” has no column with the date of a contact.",
        hint="Add a column such as Date or Last contact, and type the dates.",
        explanation="Without dates, nothing can become due. netsheet lists the people as not contacted yet.",
        example="a column Last contact with 2026-03-14",
    ),
    FindingKind(
        code="unknown-field-in-settings",
        severity="error",
        message="Netsheet Settings says “{seen}” is “{field}”, but there is no such field.",
        hint="{nearest}",
        explanation="A line “Heading: …” of the settings names a field that does not exist.",
        example="Heading: Kontakt = nam → name",
    ),
    FindingKind(
        code="unknown-meaning-in-settings",
        severity="error",
        message="Netsheet Settings says the word “{seen}” means “{meaning}”, which is not a meaning that netsheet knows.",
        hint="{nearest}",
        explanation="A line “Word: …” of the settings gives a status word a meaning that does not exist. The meanings are closed, declined, won, paused, "
        "waiting, replied, conversation, meeting scheduled, not sent and ignore.",
        example="Word: Techscreen = talk → conversation",
    ),
    FindingKind(
        code="heading-not-found",
        severity="warning",
        message="Netsheet Settings names the heading “{seen}”, which is not in the log.",
        hint="Check its spelling, or remove the line.",
        explanation="A line “Heading: …” of the settings names a heading that the log's sheet does not have.",
        example="Heading: Kontkt = name → Heading: Kontakt = name",
    ),
    *OWN_SHEET_FINDING_KINDS,
    *OPTIONAL_SHEET_FINDING_KINDS,
    *RECORDING_FINDING_KINDS,
)  # fmt: skip

KIND_BY_CODE = {kind.code: kind for kind in FINDING_KINDS}


def build_finding(code: str, place: Place | None, **facts: str) -> Finding:
    """Build a finding of a kind from its facts; the severity and the sentences come from the table.

    Facts that come from a cell are shortened in the sentences (``one_line``).

    Raises:
        KeyError: when the code is not in the table, or a fact its sentences need is missing.
    """
    kind = KIND_BY_CODE[code]
    shown = {
        name: fact if name in _OUR_WORDS else one_line(fact, _LONGEST_QUOTE) for name, fact in facts.items()
    }
    return Finding(
        code=code,
        severity=kind.severity,
        place=place,
        message=kind.message.format_map(shown),
        hint=kind.hint.format_map(shown),
    )
