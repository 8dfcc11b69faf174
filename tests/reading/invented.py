"""Invented workbooks, one for each shape and trap of the sheets people keep, with what must be understood of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netsheet.core.grid import Area, FormulaCell, Sheet, Snapshot, TableArea
from tests.reading.build import Row, build_sheet

D = dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """A workbook and what is true of it. ``fields`` maps each heading to its field, None when it is not used."""

    title: str
    sheets: Sequence[Sheet]
    fields: Mapping[str, str | None]
    records: int
    touches: int
    sheet: str = "Log"
    header_row: int = 1
    people: int | None = None
    skipped: Mapping[str, int] = field(default_factory=dict)

    @property
    def snapshot(self) -> Snapshot:
        return Snapshot(kind="xlsx", sheets=tuple(self.sheets))


def one(
    title: str, rows: Sequence[Row], fields: str, records: int, touches: int, **facts: object
) -> Invented:
    """Make an invented workbook of one sheet. ``fields`` are in the order of the headings, "-" is not used."""
    header_row = int(str(facts.get("header_row", 1)))
    shapes = facts.pop("shapes", {})
    headings = [" ".join(str(cell).split()) for cell in rows[header_row - 1] if cell not in {None, ""}]
    pairs = zip(headings, fields.split(), strict=True)
    return Invented(
        title=title,
        sheets=[build_sheet(rows, **shapes)],  # type: ignore[arg-type]  # a dictionary of a sheet's attributes
        fields={heading: None if name == "-" else name for heading, name in pairs},
        records=records,
        touches=touches,
        **facts,  # type: ignore[arg-type]  # attributes of Invented
    )


INVENTED: tuple[Invented, ...] = (
    one(
        "one row per contact",
        [
            [
                "Name",
                "Company",
                "Job Title",
                "Email",
                "Date Contacted",
                "Response?",
                "Follow-up Date",
                "Notes",
            ],
            [
                "Ann Lee",
                "Acme",
                "CTO",
                "ann@example.com",
                D(2026, 5, 4),
                "Yes",
                D(2026, 7, 1),
                "met at a fair",
            ],
            ["Bob Ray", "Beta", "HR", "bob@example.com", D(2026, 5, 6), "No", "", ""],
        ],
        "name company title email date response follow_up notes",
        2,
        3,
    ),
    one(
        "one row per touch, the same person again and again",
        [
            ["Date", "Person", "Organization", "Channel", "Direction", "Summary"],
            ["2026-05-01", "Ann Lee", "Acme", "Email", "out", "asked"],
            ["2026-05-03", "Ann Lee", "Acme", "Email", "in", "answered"],
            ["2026-05-09", "Ann Lee", "Acme", "Call", "both", "talked"],
            ["2026-05-02", "Bob Ray", "Beta", "LinkedIn", "out", "asked"],
        ],
        "date name company channel direction notes",
        4,
        4,
        people=2,
    ),
    one(
        "a wide log with follow-ups",
        [
            ["Name", "Email", "First Contact", "Follow-up #1 (Day 3)", "Follow-up #2 (Day 7)", "Status"],
            ["Ann Lee", "ann@example.com", D(2026, 5, 1), D(2026, 5, 4), D(2026, 5, 8), "No Response"],
            ["Bob Ray", "bob@example.com", D(2026, 6, 1), D(2026, 6, 4), "", "Sent"],
        ],
        "name email first_contact follow_up follow_up status",
        2,
        5,
    ),
    one(
        "a wide log of touches in snake case",
        [
            ["contact_name", "company", "touch_1_date", "touch_1_channel", "touch_2_date", "touch_2_channel"],
            ["Ann Lee", "Acme", "2026-02-03", "email", "2026-02-10", "linkedin"],
            ["Bob Ray", "Beta", "2026-02-04", "phone", "", ""],
        ],
        "name company date channel date channel",
        2,
        3,
    ),
    one(
        "month columns with days, marks and dates",
        [
            ["Name", "Company", "Jan 2026", "Feb 2026", "Mar 2026"],
            ["Ann Lee", "Acme", "12", "x", D(2026, 3, 2)],
            ["Bob Ray", "Beta", "", "5", ""],
        ],
        "name company date date date",
        2,
        4,
    ),
    one(
        "the same heading three times",
        [
            ["Name", "Date", "Channel", "Date", "Channel", "Date", "Channel"],
            ["Ann Lee", D(2026, 1, 5), "Email", D(2026, 2, 5), "Phone", D(2026, 3, 5), "Email"],
            ["Bob Ray", D(2026, 1, 6), "Email", "", "", "", ""],
        ],
        "name date channel date channel date channel",
        2,
        4,
    ),
    one(
        "a banner above the header",
        [
            ["My networking log 2026"],
            [],
            ["Name", "Company", "Last Contact"],
            ["Ann Lee", "Acme", D(2026, 5, 1)],
        ],
        "name company last_contact",
        1,
        1,
        header_row=3,
        shapes={"merged": (Area(first_row=1, first_column=1, last_row=1, last_column=3),)},
    ),
    one(
        "a strip of figures above the header",
        [
            ["Total contacts", 42, "Replies", 7, "Rate", 0.17],
            ["", "", "", "", "", ""],
            ["Contact Name", "Company", "Email", "Date Sent", "Replied?", "Notes"],
            ["Ann Lee", "Acme", "ann@example.com", D(2026, 5, 1), "yes", ""],
            ["Bob Ray", "Beta", "bob@example.com", D(2026, 5, 2), "no", ""],
        ],
        "name company email date response notes",
        2,
        3,
        header_row=3,
    ),
    one(
        "the preamble of an export of connections",
        [
            ["Notes:"],
            ["When exporting your connection data, you may notice that some addresses are missing."],
            [],
            ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"],
            ["Ann", "Lee", "https://www.linkedin.com/in/ann-lee", "", "Acme", "CTO", "30 May 2024"],
            [
                "Bob",
                "Ray",
                "https://www.linkedin.com/in/bob-ray",
                "bob@example.com",
                "Beta",
                "HR",
                "02 Jun 2024",
            ],
        ],
        "first_name last_name linkedin email company title connected",
        2,
        2,
        header_row=4,
    ),
    one(
        "a header of two rows with merged groups",
        [
            ["Name", "Company", "Outreach", "", "Answer", ""],
            ["", "", "Date Sent", "Channel", "Reply Date", "Reply Type"],
            ["Ann Lee", "Acme", D(2026, 5, 1), "Email", D(2026, 5, 3), "Positive"],
        ],
        "date channel response_date response_type",
        1,
        2,
        header_row=2,
        shapes={
            "merged": (
                Area(first_row=1, first_column=1, last_row=2, last_column=1),
                Area(first_row=1, first_column=2, last_row=2, last_column=2),
                Area(first_row=1, first_column=3, last_row=1, last_column=4),
            )
        },
    ),
    one(
        "an Excel table far down, with a legend beside nothing",
        [
            ["Dashboard", "", ""],
            ["Sent", 4, ""],
            ["Replied", 1, ""],
            *([("", "", "")] * 60),
            ["Name", "Date Sent", "Status"],
            ["Ann Lee", D(2026, 5, 1), "Sent"],
        ],
        "name date status",
        1,
        1,
        header_row=64,
        shapes={
            "tables": (
                TableArea(name="Log", area=Area(first_row=64, first_column=1, last_row=65, last_column=3)),
            )
        },
    ),
    one(
        "a sheet sized to many rows with defaults in them",
        [
            ["#", "Name", "Company", "Date Contacted", "Response", "Done"],
            [1, "Ann Lee", "Acme", D(2026, 5, 1), "Yes", True],
            *((number, "", "", "", "N/A", False) for number in range(2, 60)),
        ],
        "id name company date response -",
        1,
        2,
        skipped={"only pre-filled": 58},
    ),
    one(
        "a total below the list and a legend after an empty row",
        [
            ["Name", "Company", "Date", "Status", "Notes"],
            ["Ann Lee", "Acme", D(2026, 5, 1), "Sent", "a"],
            ["Bob Ray", "Beta", D(2026, 5, 2), "Replied", "b"],
            ["Total", "", 2, "", ""],
            ["", "", "", "", ""],
            ["Legend:", "", "", "", ""],
            ["Sent = waiting for a reply", "", "", "", ""],
        ],
        "name company date status notes",
        2,
        3,
        skipped={"total": 1, "legend": 2},
    ),
    one(
        "a list of links below the list",
        [
            ["Name", "Company", "Date", "Channel"],
            ["Ann Lee", "Acme", D(2026, 5, 1), "Email"],
            ["Bob Ray", "Beta", D(2026, 5, 2), "Email"],
            [],
            ["https://example.com/jobs", "", "", ""],
            ["https://example.org/list", "", "", ""],
        ],
        "name company date channel",
        2,
        2,
        skipped={"legend": 2},
    ),
    one(
        "figures in a side column",
        [
            ["Name", "Company", "Date", "Status", "", "Status", "Count"],
            ["Ann Lee", "Acme", D(2026, 5, 1), "Sent", "", "Sent", 2],
            ["Bob Ray", "Beta", D(2026, 5, 2), "Sent", "", "Replied", 0],
            ["", "", "", "", "", "Closed", 0],
        ],
        "name company date status - -",
        2,
        2,
    ),
    one(
        "an empty row after the header and between the rows",
        [
            ["Name", "Company", "Date"],
            [],
            ["Ann Lee", "Acme", D(2026, 5, 1)],
            [],
            ["Bob Ray", "Beta", D(2026, 5, 2)],
            [],
            [],
            ["Cy Fox", "Gamma", ""],
        ],
        "name company date",
        3,
        2,
    ),
    one(
        "headings with line breaks, spaces and brackets",
        [
            [
                "Name of the person ",
                "Company Name\n(where they work)",
                "Date of\nlast contact",
                "Follow up when?  ",
            ],
            ["Ann Lee", "Acme", D(2026, 5, 1), "in 6 months"],
        ],
        "name company last_contact follow_up",
        1,
        1,
    ),
    one(
        "contact holds e-mail addresses",
        [
            ["Name", "Contact", "Date Contacted"],
            ["Ann Lee", "ann@example.com", D(2026, 5, 1)],
            ["Bob Ray", "bob@example.com", D(2026, 5, 2)],
        ],
        "name email date",
        2,
        2,
    ),
    one(
        "contact holds people",
        [
            ["Contact", "Company", "Date Contacted"],
            ["Ann Lee", "Acme", D(2026, 5, 1)],
            ["Bob Ray", "Beta", D(2026, 5, 2)],
        ],
        "name company date",
        2,
        2,
    ),
    one(
        "contact holds addresses and telephone numbers",
        [
            ["Who", "Contact Email/Phone", "Outreach Date"],
            ["Ann Lee", "ann@example.com", "2026-05-01"],
            ["Bob Ray", "+44 20 7946 0000", "2026-05-02"],
        ],
        "name email date",
        2,
        2,
    ),
    one(
        "e-mail headings that hold no address",
        [
            ["Name", "Email Source", "Email Sent", "Email Subject", "Emails Sent", "Email Stage", "Date"],
            ["Ann Lee", "web", "Yes", "Hello", 3, "2", D(2026, 5, 1)],
        ],
        "name - - subject - - date",
        1,
        1,
    ),
    one(
        "type holds channels, category kinds of people",
        [
            ["Name", "Type", "Category", "Date"],
            ["Ann Lee", "Email", "Recruiter", D(2026, 5, 1)],
            ["Bob Ray", "LinkedIn", "Friend", D(2026, 5, 2)],
        ],
        "name channel relationship date",
        2,
        2,
    ),
    one(
        "an application tracker",
        [
            [
                "Company",
                "Position",
                "Date Applied",
                "Job Listing",
                "Status",
                "Recruiter",
                "Recruiter Email",
                "Interview Date",
            ],
            [
                "Acme",
                "Engineer",
                D(2026, 5, 1),
                "https://example.com/1",
                "Interviewing",
                "Ann Lee",
                "ann@example.com",
                D(2026, 5, 20),
            ],
            ["Beta", "Analyst", D(2026, 5, 2), "https://example.com/2", "Rejected", "", "", ""],
        ],
        "company job_title date_applied job_url status name email meeting_date",
        2,
        4,
    ),
    one(
        "two people in one row",
        [
            ["Company", "Recruiter", "Recruiter Email", "Reference Contact", "Date Contacted"],
            ["Acme", "Ann Lee", "ann@example.com", "Bob Ray", D(2026, 5, 1)],
            ["Beta", "Cy Fox", "cy@example.com", "", D(2026, 5, 2)],
        ],
        "company name email name date",
        2,
        2,
        people=3,
    ),
    one(
        "name and title in one cell",
        [
            ["Name and Title", "Company", "Last Contact"],
            ["Ann Lee, CTO", "Acme", D(2026, 5, 1)],
            ["Bob Ray - Head of HR", "Beta", D(2026, 5, 2)],
        ],
        "name company last_contact",
        2,
        2,
    ),
    one(
        "response holds dates",
        [
            ["Name", "Date Sent", "Response"],
            ["Ann Lee", D(2026, 5, 1), D(2026, 5, 4)],
            ["Bob Ray", D(2026, 5, 2), ""],
        ],
        "name date response_date",
        2,
        3,
    ),
    one(
        "a response date column with words in it",
        [
            ["Name", "Date Sent", "Response Date"],
            ["Ann Lee", D(2026, 5, 1), D(2026, 5, 4)],
            ["Bob Ray", D(2026, 5, 2), "No Response"],
            ["Cy Fox", D(2026, 5, 2), D(2026, 5, 9)],
        ],
        "name date response_date",
        3,
        5,
    ),
    one(
        "follow-up is a note",
        [
            ["Name", "Date", "Follow-up"],
            ["Ann Lee", D(2026, 5, 1), "send her the article about rivers"],
            ["Bob Ray", D(2026, 5, 2), "ask about the new office"],
        ],
        "name date next_action",
        2,
        2,
    ),
    one(
        "follow-up is a mark",
        [
            ["Name", "Date", "Follow-up"],
            ["Ann Lee", D(2026, 5, 1), "Yes"],
            ["Bob Ray", D(2026, 5, 2), "No"],
        ],
        "name date follow_up_done",
        2,
        3,
    ),
    one(
        "American dates as text",
        [
            ["Name", "Date Sent", "Reply Date"],
            ["Ann Lee", "02/11/2026", "02/13/2026"],
            ["Bob Ray", "02/25/2026", ""],
        ],
        "name date response_date",
        2,
        3,
    ),
    one(
        "ISO moments with a zone",
        [
            ["name", "sent_at", "linkedin_url"],
            ["Ann Lee", "2026-02-03T10:11:12Z", "https://www.linkedin.com/in/ann-lee/"],
            ["Bob Ray", "2026-02-04T08:00:00Z", "linkedin.com/in/bob-ray"],
        ],
        "name date linkedin",
        2,
        2,
    ),
    one(
        "serial numbers in a date column",
        [
            ["Name", "Company", "Date"],
            ["Ann Lee", "Acme", 46143],
            ["Bob Ray", "Beta", 46144.5],
        ],
        "name company date",
        2,
        2,
    ),
    one(
        "columns that netsheet added earlier",
        [
            ["Name", "Date", "Netsheet status", "Netsheet due"],
            ["Ann Lee", D(2026, 5, 1), "Nudge due", D(2026, 5, 8)],
        ],
        "name date - -",
        1,
        1,
    ),
    one(
        "an autofilter marks the header",
        [
            ["Networking", "", "", ""],
            ["Person", "Firm", "When", "Via"],
            ["Ann Lee", "Acme", D(2026, 5, 1), "Email"],
        ],
        "name company date channel",
        1,
        1,
        header_row=2,
        shapes={"autofilter": Area(first_row=2, first_column=1, last_row=3, last_column=4)},
    ),
    one(
        "rows of formulas below the list",
        [
            ["Name", "Company", "Date"],
            ["Ann Lee", "Acme", D(2026, 5, 1)],
            ["Unknown Person", "Beta", ""],
            ["Name 2", "Company 2", ""],
        ],
        "name company date",
        1,
        1,
        shapes={
            "formulas": {
                (row, column): FormulaCell(text="Other!A1", has_result=True)
                for row in (3, 4)
                for column in (1, 2)
            }
        },
        skipped={"only formulas": 2},
    ),
    one(
        "nobody and placeholders in the name column",
        [
            ["Company", "Person", "Email", "Date Sent"],
            ["Acme", "Team", "hello@example.com", D(2026, 5, 1)],
            ["Beta", "(Find)", "n/a", ""],
            ["Gamma", "N/A (no direct founder contact found)", "", D(2026, 5, 2)],
        ],
        "company name email date",
        3,
        2,
    ),
    one(
        "German",
        [
            ["Vorname", "Nachname", "Firma", "E-Mail", "Letzter Kontakt", "Wiedervorlage", "Notizen"],
            ["Ann", "Lee", "Acme", "ann@example.com", "12.05.2026", "1. Juli 2026", "Messe"],
        ],
        "first_name last_name company email last_contact follow_up notes",
        1,
        1,
    ),
    one(
        "German with the family name under Name",
        [
            ["Name", "Vorname", "Unternehmen", "Datum", "Kanal"],
            ["Lee", "Ann", "Acme", "12.05.2026", "Anruf"],
            ["Ray", "Bob", "Beta", "13.05.2026", "E-Mail"],
        ],
        "last_name first_name company date channel",
        2,
        2,
    ),
    one(
        "French",
        [
            ["Prénom", "Nom", "Entreprise", "Poste", "Date d'envoi", "Réponse", "Relance"],
            ["Ann", "Lee", "Acme", "Directrice", "11/04/2026 18:49:48", "oui", "25/06/2026"],
            ["Bob", "Ray", "Beta", "Chef", "13/04/2026 08:00:00", "non", ""],
        ],
        "first_name last_name company title date response follow_up",
        2,
        3,
    ),
    one(
        "Spanish",
        [
            ["Nombre", "Apellidos", "Empresa", "Correo electrónico", "Fecha de contacto", "Respuesta"],
            ["Ann", "Lee", "Acme", "ann@example.com", "4 de mayo de 2026", "Sí"],
        ],
        "first_name last_name company email date response",
        1,
        2,
    ),
    one(
        "Portuguese",
        [
            ["Nome", "Empresa", "Cargo", "Data de contato", "Canal", "Próximo passo"],
            ["Ann Lee", "Acme", "Diretora", "2026-05-04", "LinkedIn", "ligar"],
        ],
        "name company title date channel next_action",
        1,
        1,
    ),
    one(
        "Italian",
        [
            ["Nome", "Cognome", "Azienda", "Ruolo", "Ultimo contatto", "Note"],
            ["Ann", "Lee", "Acme", "Direttrice", "4 maggio 2026", ""],
        ],
        "first_name last_name company title last_contact notes",
        1,
        1,
    ),
    one(
        "Dutch",
        [
            ["Naam", "Bedrijf", "Functie", "Telefoon", "Laatste contact", "Opmerkingen"],
            ["Ann Lee", "Acme", "Directeur", "020 794 6000", "4 mrt 2026", ""],
        ],
        "name company title phone last_contact notes",
        1,
        1,
    ),
    one(
        "Polish",
        [
            ["Imię i nazwisko", "Firma", "Stanowisko", "Data kontaktu", "Odpowiedź", "Uwagi"],
            ["Ann Lee", "Acme", "Dyrektor", "4 maja 2026", "tak", ""],
        ],
        "name company title date response notes",
        1,
        2,
    ),
    one(
        "phones stored as numbers, values that do not fit",
        [
            ["Name", "Phone", "Website", "LinkedIn", "Date"],
            ["Ann Lee", 442079460000.0, "https://example.com", "yes", D(2026, 5, 1)],
            ["Bob Ray", 442079460001.0, "www.example.org", "no", D(2026, 5, 2)],
        ],
        "name phone website - date",
        2,
        2,
    ),
    one(
        "examples of the starter are no contacts",
        [
            ["Name", "Company", "Date"],
            ["Example: Ann Lee", "Acme", D(2026, 5, 1)],
            ["EXAMPLE: Bob Ray", "Beta", ""],
            ["Cy Fox", "Gamma", D(2026, 5, 2)],
        ],
        "name company date",
        1,
        1,
        skipped={"example": 2},
    ),
    one(
        "headings repeated within the list",
        [
            ["Name", "Company", "Date"],
            ["Ann Lee", "Acme", D(2026, 5, 1)],
            ["Name", "Company", "Date"],
            ["Bob Ray", "Beta", D(2026, 5, 2)],
        ],
        "name company date",
        2,
        2,
        skipped={"headings again": 1},
    ),
    Invented(
        title="the log is a later sheet of any name",
        sheets=[
            build_sheet([["How to use this workbook"], ["Type into the second sheet."]], name="Read me"),
            build_sheet([["Monday", "Tuesday"], ["gym", "swim"]], name="Plan"),
            build_sheet([["Name", "Last Spoke"], ["Ann Lee", D(2026, 5, 1)]], name="Stuff"),
        ],
        fields={"Name": "name", "Last Spoke": "last_contact"},
        records=1,
        touches=1,
        sheet="Stuff",
    ),
    Invented(
        title="touches on one sheet, people on another",
        sheets=[
            build_sheet(
                [
                    ["Name", "Email", "Every", "Birthday", "Relationship"],
                    ["Ann Lee", "ann@example.com", "3 months", "7 January", "close"],
                    ["Cy Fox", "cy@example.com", 90, "", "weak"],
                    ["Di Poe", "di@example.com", "", "", ""],
                ],
                name="People",
            ),
            build_sheet(
                [
                    ["Date", "Name", "Channel"],
                    [D(2026, 5, 1), "Ann Lee", "Email"],
                    [D(2026, 5, 2), "Bob Ray", "Call"],
                ],
                name="Log",
            ),
        ],
        fields={"Date": "date", "Name": "name", "Channel": "channel"},
        records=2,
        touches=2,
        people=3,
    ),
    Invented(
        title="goals, breaks and our own sheets are never the log",
        sheets=[
            build_sheet(
                [["Name", "Date", "Email"], ["Ann Lee", D(2026, 5, 1), "ann@example.com"]],
                name="Netsheet Summary",
            ),
            build_sheet(
                [["Name", "Date", "Email"], ["Ann Lee", D(2026, 5, 1), "ann@example.com"]], name="GOALS"
            ),
            build_sheet([["Name", "Date"], ["Bob Ray", D(2026, 5, 2)]], name="2026"),
        ],
        fields={"Name": "name", "Date": "date"},
        records=1,
        touches=1,
        sheet="2026",
    ),
    one(
        "a form's answers",
        [
            [
                "Timestamp",
                "Who did you talk to?",
                "What company do they work for?",
                "How did you contact them?",
                "Did they respond?",
                "Anything to remember? (free text)",
            ],
            ["2/14/2026 13:45:10", "Ann Lee", "Acme", "Email", "Yes", "x"],
            ["2/17/2026 9:05:10", "Bo Yi", "Beta", "LinkedIn message", "Not yet", ""],
        ],
        "date name company channel response -",
        2,
        3,
    ),
)
