from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.columns.aliases import ALIASES
from netsheet.core.columns.fields import FIELD_BY_NAME, Unsettled
from netsheet.core.columns.headings import is_own, understand_heading
from netsheet.core.columns.plain_words import plain_words
from netsheet.core.columns.special_headings import month_of_heading
from netsheet.core.grid import CellValue
from tests.reading.build import codes_of, mapping_of, read_rows

D = dt.date


def _field(heading: str) -> str | Unsettled | None:
    understood = understand_heading(heading)
    return understood.field if understood else None


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date Sent", "date"),
        ("  date_sent ", "date"),
        ("DATE SENT", "date"),
        ("dateSent", "date"),
        ("Sent\nDate", "date"),
        ("Response?", "response"),
        ("E-Mail", "email"),
        ("LinkedIn URL", "linkedin"),
        ("linkedinUrl", "linkedin"),
        ("JobURL", "job_url"),
        ("Title / Role", "title"),
        ("Company / school / employer", "company"),
        ("Company Name - link to company page", "company"),
        ("Name of the person", "name"),
        ("Date of last contact", "last_contact"),
        ("Date Contacted (YYYY-MM-DD)", "date"),
        ("When I last reached out to them", "last_contact"),
        ("Letzter Kontakt", "last_contact"),
        ("Prénom", "first_name"),
        ("#", "id"),
        ("Contact", Unsettled.CONTACT),
        ("Contact\u2019s Name", "name"),
        ("Emailed on", "date"),
        ("Did they answer?", "response"),
        ("Try again on", "follow_up"),
        ("Gespräch am", "meeting_date"),
        ("Wieder melden am", "follow_up"),
        ("Date de prise de contact", "date"),
        ("Relance prévue le", "follow_up"),
        ("À recontacter le", "follow_up"),
        ("Réponse reçue le", "response_date"),
        ("¿Contestó?", "response"),
        ("Volver a contactar el", "follow_up"),
        ("Contatado em", "date"),
        ("Obs.", "notes"),
        ("Richiamare il", "follow_up"),
        ("Gereageerd?", "response"),
        ("Terugbellen op", "follow_up"),
        ("Czy odpowiedział?", "response"),
        ("Data następnego kontaktu", "follow_up"),
        ("Last message date", "last_contact"),
        ("Datum des letzten Kontakts", "last_contact"),
        ("Dernier mail envoyé", "last_contact"),
        ("Reply came on", "response_date"),
        ("Próximas acciones", "next_action"),
        ("Data da chamada", "meeting_date"),
        ("Prossima data di contatto", "follow_up"),
        ("Mijn notities", "notes"),
        ("Mail wysłany dnia", "date"),
        ("Stanowisko kontaktu", "title"),
    ],
)
def test_a_heading_is_understood_however_it_is_written(heading: str, field: str | Unsettled) -> None:
    assert _field(heading) == field


@pytest.mark.parametrize(
    ("heading", "field", "number"),
    [
        ("Follow-up #2 (Day 7)", Unsettled.FOLLOW_UP, 2),
        ("touch_3_date", "date", 3),
        ("touch_3_channel", "channel", 3),
        ("2nd follow-up", Unsettled.FOLLOW_UP, 2),
        ("Second follow-up", Unsettled.FOLLOW_UP, 2),
        ("FU1", Unsettled.FOLLOW_UP, 1),
        ("1º contato", Unsettled.CONTACT, 1),
        ("2ème relance", Unsettled.FOLLOW_UP, 2),
    ],
)
def test_a_number_in_a_heading_is_its_repetition(heading: str, field: Unsettled | str, number: int) -> None:
    understood = understand_heading(heading)

    assert understood is not None
    assert (understood.field, understood.number) == (field, number)


def test_the_second_family_name_is_no_second_person() -> None:
    assert _field("2º apellido") is None
    assert _field("Last name 2") == "last_name"


NEVER_SEEN = """
Email Source; Emails Sent; Email Sent to; Email ID; Email Stage; Email open rate; Email verified; Email provider; LinkedIn People Search URL; LinkedIn followers;
Days Since Application; DaysSinceLastEmail; Days to reply; Birthday Alert (days before); Birth year; Birth place; Company Stage; Company size; Company registration number;
Company phone; Company address; Response time (days); Reply rate; Reply count; Date of founding; Founded; Funding stage; Last funding date; Contract end date; Start date;
Date joined; Renewal date; Invoice date; Payment date; Password; Username; Account password; Salary expectation; Headcount; Time zone; Pronouns; Coffee preference; Spouse name;
Assistant name; Assistant email; Manager; Referral code; Referral link; Campaign name; Template ID; Channel ID; Thread ID; Opened at; Clicked at; Bounced at; Last opened;
Last updated by; Modified on; Date checked; Reviewed by; Interview score; Interview notes; Offer deadline; Application ID; Resume version sent; Gift sent; Invite sent; Sent by;
Sent from; Replied by; Outcome date; Relationship start; Event name; Talk title; Book title; Publication date; Graduation year; Visa status; Marital status; Shipping status;
Twitter followers; Zoom link; Meeting ID; Meeting link; Photo URL; Duration; Weekday; Weeks since contact; Overdue?; Row hash; Import date; Sync date; Data quality; Position in line;
Role model; Reason for leaving; Questions to ask; Topics discussed; Task status; Next birthday; Next exam; Value proposition; Name day; Maiden name; Name pronunciation;
Date de naissance du chien; Nom du projet; Numero de client; Fecha de pago; Nombre del proyecto; Data di pagamento; Naam project; Data faktury; Kundennummer; Letzte Änderung;
Owner email; Preferred channel; Best time to call; Touch count; Name of dog; My phone; My company; Action due date; First impression; Last login; Follow count;
Status code; Date format; Notes file; Contact score; Message count; Subject ID; Phone type; Degree; Kids names; Why me; Secret; Key; Formula; Wave; Zebra
"""


def test_a_heading_never_seen_is_never_understood_as_something_else() -> None:
    headings = [" ".join(heading.split()) for heading in NEVER_SEEN.split(";")]
    wrong = {heading: field for heading in headings if (field := _field(heading))}

    assert len(headings) > 120
    assert wrong == {}


NEVER_SEEN_COLUMNS: tuple[tuple[str, list[CellValue], str | None], ...] = (
    (
        "Their LinkedIn page",
        ["https://www.linkedin.com/in/ann-lee", "", "https://www.linkedin.com/in/cy"],
        "linkedin",
    ),
    ("What is the next step here", ["call", "", "write"], "next_action"),
    ("Where they work", ["Acme", "Beta", "Gamma"], "company"),
    ("Did they get back to me", ["Yes", "No", "No"], "response"),
    ("Where they park", ["Acme", "Beta", "Gamma"], None),
    ("Did they like the cake", ["Yes", "No", "No"], None),
    ("Emailed", [D(2026, 5, 1), "", D(2026, 5, 2)], None),
    ("Interview", ["Yes", "No", "No"], None),
    ("Try again", ["in 3 months", "", D(2026, 7, 1)], "follow_up"),
    ("How often should I reach out", ["90", "30", "7"], "every"),
    ("Contact again", [D(2026, 7, 1), "in 6 months", ""], "follow_up"),
    ("Email", ["Yes", "No", "Yes"], None),
    ("Phone", ["home", "office", "ask Ben"], None),
    ("LinkedIn", ["connected", "yes", "no"], None),
    (
        "Response",
        ["It was a long and friendly talk about rivers", "She told me of her new team in Lyon", "He is away"],
        "response",
    ),
    ("Company", [D(2026, 7, 1), D(2026, 7, 1), D(2026, 7, 1)], None),
    ("Title", ["https://example.com/1", "https://example.com/2", "https://example.com/3"], None),
    ("Stage", ["Sown", "Watered", "Reaped"], "status"),
    ("Outcome", ["She keeps bees", "He keeps goats", "They keep hens"], "outcome"),
    ("Status", [D(2026, 5, 1), D(2026, 5, 2), D(2026, 5, 4)], None),
    ("Stage", [1, 2, 3], None),
    ("Response", ["a@example.com", "b@example.com", "c@example.com"], None),
    ("State", ["Open", "Closed", "Closed"], "status"),
    ("State", ["NY", "TX", "CA"], "location"),
    ("Via", ["Email", "Phone", "Email"], "channel"),
    ("How", ["email", "rang", "LinkedIn"], "channel"),
    ("How", ["badly", "well", "so so"], None),
    ("What", ["emailed", "rang, no answer", "met for coffee"], "kind"),
    ("What happened", ["emailed", "rang her", "thank you"], "kind"),
    ("What happened", ["She liked my CV", "He was away", "We laughed"], "notes"),
    ("Was", ["Anruf", "E-Mail", "Treffen"], "kind"),
    ("Via", ["Ben", "a fair", "school"], "source"),
    ("Link", ["https://example.com/a", "https://example.com/b", ""], "website"),
    ("Link", ["here", "there", ""], None),
    ("Type", ["Startup", "Bank", "Agency of ships"], None),
    ("Contact", ["Careers Office", "12", "Desk 4"], None),
    ("Domain", ["acme.example", "beta.example", "gamma.example"], None),
    ("Follow-up", ["Yes", "No", ""], "follow_up_done"),
    ("Last Contact", ["by mail", "by phone", "at the fair"], None),
)


@pytest.mark.parametrize(("heading", "cells", "field"), NEVER_SEEN_COLUMNS)
def test_the_cells_decide_or_veto(heading: str, cells: list[CellValue], field: str | None) -> None:
    names = ["Ann Lee", "Bob Ray", "Cy Fox"]
    log = read_rows(
        ["Name", heading, "Notes", "Date Sent"],
        *([name, cell, "", D(2026, 5, 1)] for name, cell in zip(names, cells, strict=True)),
    )

    assert mapping_of(log)[heading] == field


@pytest.mark.parametrize(
    ("heading", "month"),
    [
        ("Jan", (0, 1)),
        ("March 2026", (2026, 3)),
        ("Mar-26", (2026, 3)),
        ("Mar26", (2026, 3)),
        ("2026-03", (2026, 3)),
        ("03/2026", (2026, 3)),
        ("März", (0, 3)),
        ("March 15 2026", None),
        ("2026", None),
        ("Month", None),
        ("13/2026", None),
        ("March 3000", None),
    ],
)
def test_a_heading_that_names_a_month_is_known(heading: str, month: tuple[int, int] | None) -> None:
    assert month_of_heading(heading) == month


@pytest.mark.parametrize("heading", ["Netsheet status", "NETSHEET due", " netsheet Summary", ""])
def test_our_own_headings_are_not_read(heading: str) -> None:
    assert understand_heading(heading) is None
    assert is_own(heading) == bool(heading)


def test_every_alias_belongs_to_a_field() -> None:
    assert {field for field in ALIASES if isinstance(field, str)} <= set(FIELD_BY_NAME)
    assert {field for field in ALIASES if not isinstance(field, str)} == set(Unsettled)


def test_no_alias_belongs_to_two_fields() -> None:
    fields: dict[tuple[str, ...], set[str | Unsettled]] = {}
    for field, aliases in ALIASES.items():
        for alias in aliases.split(";"):
            fields.setdefault(plain_words(alias), set()).add(field)

    assert {alias: found for alias, found in fields.items() if len(found) > 1} == {}


def test_columns_that_only_say_what_the_user_did_are_counted_from_one() -> None:
    log = read_rows(["Name", "Emailed", "Called on"], ["Ann Lee", D(2026, 5, 1), D(2026, 5, 8)])

    assert [(match.field, match.repeated) for match in log.reading.headings] == [
        ("name", 0),
        ("date", 1),
        ("date", 2),
    ]


def test_the_users_own_mapping_overrides_everything() -> None:
    log = read_rows(
        ["Zebra", "Email", "Stripe"],
        ["Ann Lee", "yes", D(2026, 5, 1)],
        headings={"zebra": "name", "Stripe": "date", "Email": "response"},
    )

    assert mapping_of(log) == {"Zebra": "name", "Email": "response", "Stripe": "date"}
    assert [touch.direction for touch in log.people[0].touches] == ["out", "in"]


def test_a_mapping_of_a_heading_that_is_not_there_is_a_finding() -> None:
    log = read_rows(["Name", "Date"], ["Ann Lee", D(2026, 5, 1)], headings={"Nmae": "name", "Date": "zzz"})

    assert codes_of(log) == ["heading-not-found"]
    assert mapping_of(log) == {"Name": "name", "Date": "date"}


def test_of_two_headings_for_one_field_the_better_wins_and_the_other_is_reported() -> None:
    log = read_rows(["Name", "Date of contacting", "Date", "Date Sent"], ["Ann Lee", "", "", D(2026, 5, 1)])

    assert mapping_of(log) == {"Name": "name", "Date of contacting": None, "Date": None, "Date Sent": "date"}
    assert [(finding.code, finding.place and finding.place.address) for finding in log.findings] == [
        ("competing-headings", "C1")
    ]
    assert log.reading.headings[2].reason == "“Date Sent” is read as date"


def test_a_second_id_is_left_aside_without_a_word() -> None:
    log = read_rows(["ID", "Contact ID", "Name", "Date"], [1, 7, "Ann Lee", D(2026, 5, 1)])

    assert mapping_of(log)["Contact ID"] is None
    assert log.findings == ()


def test_notes_may_stand_in_several_columns() -> None:
    log = read_rows(["Name", "Notes", "Date", "Other notes"], ["Ann Lee", "tall", D(2026, 5, 1), "kind"])

    assert log.facts[log.people[0].key]["notes"] == "tall; kind"
    assert [match.repeated for match in log.reading.headings if match.field == "notes"] == [1, 2]


def test_an_email_heading_with_a_number_over_dates_is_a_touch() -> None:
    log = read_rows(
        ["Name", "Email 1", "Email 2"],
        ["Ann Lee", D(2026, 5, 1), D(2026, 5, 8)],
        ["Bob Ray", D(2026, 5, 2), ""],
    )

    assert mapping_of(log)["Email 2"] == "date"
    assert [len(person.touches) for person in log.people] == [2, 1]
