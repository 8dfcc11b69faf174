"""The kinds of findings about "Netsheet done" and "Netsheet History".

They are part of the table ``findings.FINDING_KINDS``.
"""

from __future__ import annotations

from typing import Final

from netsheet.core.finding_kind import FindingKind
from netsheet.core.how_to_end import COMMON_WORDS

RECORDING_FINDING_KINDS: Final[tuple[FindingKind, ...]] = (
    FindingKind(
        code="done-word-unknown",
        severity="error",
        message="Netsheet done says “{seen}”, which netsheet does not understand. Nothing was recorded.",
        hint=f"Type {COMMON_WORDS}; a note goes after a comma.",
        explanation="A word under Netsheet done is read by its meaning. One that netsheet does not know stays in its cell until you change it.",
        example="“sent the CV” → sent, the CV",
    ),
    FindingKind(
        code="done-word-unclear",
        severity="error",
        message="Netsheet done says “{seen}”, which can mean two things. Nothing was recorded.",
        hint="Type {expected}.",
        explanation="“not now” can be yours or theirs, “done, Monday” the last or the next. netsheet does not guess.",
        example="“not now” → later, or they said not now",
    ),
    FindingKind(
        code="done-word-ahead",
        severity="error",
        message="Netsheet done says “{seen}”, but that day is still to come.",
        hint="Type the day alone to be reminded on it, or a day up to today for what is done.",
        explanation="Something is done up to today. A day to come, without a word, puts the step off until then.",
        example="“done 3 Dec” before that day → 3 Dec",
    ),
    FindingKind(
        code="done-word-date-order",
        severity="error",
        message="Netsheet done says “{seen}”, which could be two different days.",
        hint="Type it as 2026-03-14 or 14 Mar, or set “Date order” to dmy or mdy in Netsheet Settings.",
        explanation="3/4 is 3 April in one country and March 4 in another. Without the setting “Date order” netsheet does not guess.",
        example="“3/4” → 3 Apr",
    ),
    FindingKind(
        code="done-word-far-away",
        severity="error",
        message="Netsheet done says “{seen}”, a day more than 180 days away.",
        hint="Check the year. To put something off for longer, type for example 9 months.",
        explanation="A day that far away is most often a slip in the year. An older contact has its place in a date column of your own.",
        example="“12 Jan 2025” in January 2026 → 12 Jan",
    ),
    FindingKind(
        code="done-word-passed",
        severity="error",
        message="Netsheet done says “{seen}”, but that day is today or over. Nothing was recorded.",
        hint="Type a later day, for example tomorrow. For what you did on that day, type done and the day.",
        explanation="A step is put off, or a meeting moved, to a day to come.",
        example="“until 3 Nov” after that day → done 3 Nov",
    ),
    FindingKind(
        code="done-word-without-day",
        severity="error",
        message="Netsheet done says “{seen}”, without the new day.",
        hint="Add the day, for example moved to 12 Dec.",
        explanation="A meeting that was moved needs its new day. One without a new day is called off.",
        example="“moved” → moved to 12 Dec",
    ),
    FindingKind(
        code="done-word-several-people",
        severity="error",
        message="Netsheet done names “{seen}”, and two people in this row have that name.",
        hint="Type the whole name before the colon.",
        explanation="In a row of several people a name says whose step was done.",
        example="“Ana: done” → Ana Lopez: done",
    ),
    FindingKind(
        code="done-word-which-application",
        severity="error",
        message="Netsheet done says “{seen}”, and several applications are open with this person. Nothing was recorded.",
        hint="Type it on the sheet of the log, in the row of {expected}.",
        explanation="In a row of the log, close ends the application of that row alone. A row of the sheet People is about the whole person.",
        example="“close” on the sheet People → close in the application's row",
    ),
    FindingKind(
        code="done-word-of-row",
        severity="error",
        message="Netsheet done says “{seen}”. That says how things are, and not what you did. Nothing was recorded.",
        hint="Type it into your own column for the status or the response. Here, type close to stop with the person, or 2 weeks to wait.",
        explanation="A message that came back, a phone number that does not work, a person who left, a no and not now are read in the columns of your log.",
        example="“bounced” → bounced under Status",
    ),
    FindingKind(
        code="done-word-nothing-came",
        severity="error",
        message="Netsheet done says “{seen}”. netsheet takes it that no reply came until you type one. Nothing was recorded.",
        hint="Empty the cell. If you wrote again, type wrote; if you called, type called.",
        explanation="A missing reply needs no word: the reminder comes by itself.",
        example="“no reply” → an empty cell, or wrote",
    ),
    FindingKind(
        code="columns-left-behind",
        severity="error",
        message="In {rows} netsheet's columns belong to other rows, so what you typed under Netsheet done was not recorded.",
        hint="Look at each of these cells: type it anew, or put a name before it, such as Ben: done.",
        explanation="The rows were sorted or copied without netsheet's columns, so a word may be next to somebody else. netsheet "
        "writes its other columns anew and leaves the words.",
        example="“done” in a row that was copied → Ben: done",
    ),
    FindingKind(
        code="unknown-history-word",
        severity="warning",
        message="Netsheet History says “{seen}” under {heading}, a word netsheet does not know. It ignores the line.",
        hint="{nearest}",
        explanation="Each line of the history says what happened with one of netsheet's words. A newer netsheet may know more of them.",
        example="“wroet” → wrote",
    ),
    FindingKind(
        code="unreadable-history-day",
        severity="error",
        message="Netsheet History needs a date under {heading}, but it says “{seen}”. netsheet ignores the line.",
        hint="Type a date such as 2026-03-14.",
        explanation="A line of the history needs its day. netsheet uses the other lines.",
        example="“last week” → 2026-03-14",
    ),
    FindingKind(
        code="unreadable-history-ending",
        severity="warning",
        message="Netsheet History says “{seen}” under {heading}, which netsheet does not understand. It ignores the line.",
        hint="Write it as netsheet does, for example follow-up 2026-11-10, or clear the cell.",
        explanation="This column names what is over with the line: a promise, a follow-up day, a question.",
        example="“folow-up 10 Nov” → follow-up 2026-11-10",
    ),
    FindingKind(
        code="reply-taken-back",
        severity="note",
        message="This response says that no reply came, so netsheet does not count the reply of {day} in Netsheet History{row}.",
        hint="If the reply was a slip, delete that line. If it did come, type the response again.",
        explanation="A refresh writes each new reply to the history, which it never changes afterwards. When you correct the response it came from, "
        "the line does not count while the response says so, as long as no message of yours came after it.",
        example="“no reply yet” where “yes” was → delete the line",
    ),
    FindingKind(
        code="reply-kept",
        severity="note",
        message="Your log no longer says that {who} replied, but this line of Netsheet History does: on {day}.",
        hint="If they did not reply, delete the line, or type “no reply yet” as their response.",
        explanation="An emptied cell may be a slip put right, or a row used anew. The history forgets nothing by itself; a line that you delete counts no more.",
        example="an empty cell where “yes” was → no reply yet",
    ),
    FindingKind(
        code="history-of-nobody",
        severity="warning",
        message="Netsheet History is about {who} in {rows}, but this person is not in the log.",
        hint="Correct “Who exactly”, or delete the lines.",
        explanation="A line of the history is for the person who has one of its addresses, or its name and company. netsheet does not use lines "
        "about anybody else.",
        example="“Ana Lopes @ Acme” after a correction in the log → Ana Lopez @ Acme",
    ),
    FindingKind(
        code="history-of-several-people",
        severity="warning",
        message="Netsheet History is about {who} in {rows}, and that could be two people in the log.",
        hint="Write an e-mail address under “Who exactly” that only one of them has.",
        explanation="The keys of these lines fit two people of the log. netsheet does not choose between them and does not use the lines.",
        example="“Ana Lopez” → ana@example.com",
    ),
)  # fmt: skip
