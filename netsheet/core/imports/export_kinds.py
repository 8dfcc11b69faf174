"""The exports that are recognised: by which headings, what they are called, and which heading means which field.

Data. Headings are separated by ";"; case, accents and punctuation do not matter. To add an export of people, one
``ExportKind`` is enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from netsheet.core.imports.imported_values import ImportedFile, ImportedPerson, ImportedTouch
from netsheet.core.model import DateOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportKind:
    """One kind of table that a system exports.

    Attributes:
        code: stable, kebab-case; in JSON.
        label: what it is called in messages.
        signatures: each a list of headings; a row that has all of one list is this export's header.
        without: headings that it never has, where another export has the same and more.
        columns: a line for each field: its name, then the headings above it, the best first.
        date_order: how the system writes 3/4/2025.
        source: where the people in it come from, when the export itself says so.
    """

    code: str
    label: str
    signatures: tuple[str, ...]
    without: str = ""
    columns: str = ""
    date_order: DateOrder = "auto"
    source: str = ""

    def column_table(self) -> Mapping[str, str]:
        """Return field -> headings."""
        return {
            line.split(maxsplit=1)[0]: line.split(maxsplit=1)[1] for line in self.columns.strip().splitlines()
        }

    def imported(
        self,
        file: str,
        *,
        people: Sequence[ImportedPerson] = (),
        touches: Sequence[ImportedTouch] = (),
        skipped: Mapping[str, Sequence[int]] | None = None,
        unused: tuple[str, ...] = (),
        remarks: tuple[str, ...] = (),
    ) -> ImportedFile:
        """Return what a file of this kind holds."""
        return ImportedFile(
            file=file,
            code=self.code,
            label=self.label,
            people=tuple(people),
            touches=tuple(touches),
            skipped=skipped or {},
            unused=unused,
            remarks=remarks,
        )


LINKEDIN = "LinkedIn"
_LINKEDIN_PERSON = """
    first_name  First Name; Vorname
    last_name   Last Name; Nachname
    linkedin    URL
    email       Email Address; E-Mail-Adresse
    company     Company; Unternehmen
    title       Position; Job Title
    connected   Connected On; Verbunden am
"""
_GOOGLE = """
    name        Name
    first_name  First Name; Given Name
    middle_name Middle Name; Additional Name
    last_name   Last Name; Family Name
    company     Organization Name; Organization 1 - Name
    title       Organization Title; Organization 1 - Title
    birthday    Birthday
    notes       Notes
    groups      Labels; Group Membership
    email       E-mail 1 - Value; E-mail 2 - Value; E-mail 3 - Value; E-mail 4 - Value; E-mail 5 - Value
    phone       Phone 1 - Value; Phone 2 - Value; Phone 3 - Value; Phone 4 - Value; Phone 5 - Value
    location    Address 1 - City
    website     Website 1 - Value; Website 2 - Value; Website 3 - Value
"""
_OUTLOOK = """
    first_name  First Name; Vorname; Prénom; Nombre; Nome; Imię; Primeiro nome; Voornaam
    middle_name Middle Name; Weitere Vornamen; Deuxième prénom; Segundo nombre; Secondo nome; Drugie imię; Segundo nome
    last_name   Last Name; Nachname; Nom; Apellidos; Cognome; Nazwisko; Último nome; Achternaam
    company     Company; Firma; Société; Organización; Società; Empresa; Bedrijf
    title       Job Title; Position; Profession; Puesto; Qualifica; Stanowisko; Cargo; Functie
    email       E-mail Address; E-Mail-Adresse; Adresse de messagerie; Dirección de correo electrónico; Indirizzo E-mail; \
Adres e-mail; Endereço de E-mail; E-mailadres; E-mail 2 Address; E-Mail 2: Adresse; Adresse de messagerie 2; \
Dirección de correo electrónico 2; Indirizzo E-mail 2; Adres e-mail 2; Endereço de E-mail 2; E-mail 3 Address; E-Mail 3: Adresse
    phone       Mobile Phone; Mobiltelefon; Tél. mobile; Teléfono móvil; Telefono Mobile; Telefon komórkowy; Celular; \
Business Phone; Telefon geschäftlich; Téléphone (bureau); Teléfono del trabajo; Telefono di Lavoro; Telefon służbowy; \
Fone comercial; Primary Phone; Home Phone; Telefon (privat)
    notes       Notes; Notizen; Note; Notatki; Notas; Notities
    birthday    Birthday; Geburtstag; Anniversaire; Compleanno; Urodziny; Aniversário; Cumpleaños
    tags        Categories; Kategorien; Catégories; Categorías; Categorie; Kategorie; Categorias
    location    Business City; Ort geschäftlich; Home City
    referred_by Referred By; Empfohlen von
    website     Web Page; Webseite; Personal Web Page
"""
_ZOHO = """
    id          Record Id
    owner       Contact Owner; Lead Owner
    source      Lead Source
    first_name  First Name
    last_name   Last Name
    company     Account Name; Company
    email       Email; Secondary Email
    title       Title
    industry    Industry
    phone       Phone; Mobile; Home Phone; Other Phone
    birthday    Date of Birth
    location    Mailing City; City
    notes       Description
    tags        Tag
    status      Lead Status
    recorded    Created Time
    website     Website
    do_not_contact Email Opt Out
"""
_GUEST = """
    name        Name
    first_name  First Name
    last_name   Last Name; Surname
    email       Email
    title       Job Title
    company     Company; What company do you work for?
    linkedin    What is your LinkedIn profile?
    phone       Phone Number; Cell Phone
"""

TABLE_KINDS: tuple[ExportKind, ...] = (
    ExportKind(
        code="linkedin-connections",
        label="LinkedIn connections",
        signatures=("First Name; Last Name; Connected On", "Vorname; Nachname; Verbunden am"),
        columns=_LINKEDIN_PERSON,
        date_order="mdy",  # "1/8/18, 6:14 PM" in the exports of 2018; later ones have words for months
        source=LINKEDIN,
    ),
    ExportKind(
        code="linkedin-messages",
        label="LinkedIn messages",
        signatures=("CONVERSATION ID; FROM; TO; DATE; CONTENT",),
    ),
    ExportKind(
        code="linkedin-invitations",
        label="LinkedIn invitations",
        signatures=("From; To; Sent At; Direction",),
        date_order="mdy",
    ),
    ExportKind(
        code="linkedin-profile",
        label="your LinkedIn profile",
        signatures=("First Name; Maiden Name; Headline; Summary",),
    ),
    ExportKind(
        code="linkedin-addresses",
        label="your addresses at LinkedIn",
        signatures=("Email Address; Confirmed; Primary; Updated On",),
    ),
    ExportKind(
        code="linkedin-applications",
        label="LinkedIn job applications",
        signatures=("Application Date; Company Name; Job Title; Job Url",),
        date_order="mdy",
    ),
    ExportKind(
        code="linkedin-events",
        label="LinkedIn events",
        signatures=("Event Name; Event Time; Status; External Url",),
    ),
    ExportKind(
        code="linkedin-recommendations",
        label="LinkedIn recommendations",
        signatures=("First Name; Last Name; Text; Creation Date; Status",),
        columns=_LINKEDIN_PERSON,
        date_order="mdy",
        source=LINKEDIN,
    ),
    ExportKind(
        code="google-contacts",
        label="Google Contacts",
        signatures=(
            "First Name; Organization Name; Labels; E-mail 1 - Value",
            "Given Name; Family Name; Group Membership",
        ),
        columns=_GOOGLE,
    ),
    ExportKind(
        code="outlook-contacts",
        label="Outlook contacts",
        signatures=("First Name; Last Name; E-mail Address; E-mail 2 Address; Business Phone",),
        columns=_OUTLOOK,
    ),
    ExportKind(
        code="outlook-contacts",
        label="Outlook contacts",
        signatures=(
            "Vorname; Nachname; Firma; E-Mail-Adresse; Telefon geschäftlich",
            "Prénom; Nom; Société; Adresse de messagerie; Tél. mobile",
            "Nombre; Apellidos; Organización; Teléfono móvil; Teléfono del trabajo",
            "Nome; Cognome; Società; Indirizzo E-mail; Telefono Mobile",
            "Imię; Nazwisko; Firma; Adres e-mail; Telefon komórkowy",
            "Primeiro nome; Último nome; Empresa; Endereço de E-mail; Celular",
        ),
        columns=_OUTLOOK,
        date_order="dmy",
    ),
    ExportKind(
        code="outlook-calendar",
        label="Outlook calendar",
        signatures=("Subject; Start Date; Start Time; All day event",),
    ),
    ExportKind(
        code="thunderbird",
        label="Thunderbird address book",
        signatures=("First Name; Display Name; Primary Email; Screen Name",),
        columns="""
            first_name  First Name
            last_name   Last Name
            name        Display Name
            email       Primary Email; Secondary Email
            phone       Mobile Number; Work Phone; Home Phone
            company     Organization
            title       Job Title
            location    Work City; Home City
            website     Web Page 1; Web Page 2
            notes       Notes
            birth_year  Birth Year
            birth_month Birth Month
            birth_day   Birth Day
        """,
    ),
    ExportKind(
        code="zoho-contacts",
        label="Zoho CRM contacts",
        signatures=("Record Id; Contact Owner; Email Opt Out",),
        columns=_ZOHO,
    ),
    ExportKind(
        code="zoho-leads",
        label="Zoho CRM leads",
        signatures=("Record Id; Lead Owner; Lead Status; Email Opt Out",),
        columns=_ZOHO,
    ),
    ExportKind(
        code="hubspot-contacts",
        label="HubSpot contacts",
        signatures=("Record ID; First Name; Last Name; Email",),
        without="Email Opt Out",
        columns="""
            id          Record ID
            first_name  First Name
            last_name   Last Name
            email       Email
            phone       Mobile Phone Number; Phone Number
            title       Job Title
            company     Company Name; Associated Company; Primary Company
            location    City; State/Region; Country/Region
            linkedin    LinkedIn URL
            website     Website URL
            industry    Industry
            owner       Contact owner
            status      Lead Status
            recorded    Create Date
            last_contact Last Contacted
            tags        Lifecycle Stage
            notes       Notes
            do_not_contact Unsubscribed from all email
        """,
        date_order="mdy",
    ),
    ExportKind(
        code="attio-people",
        label="Attio people",
        signatures=("Record ID; Name; Email addresses; Connection strength",),
        columns="""
            id          Record ID
            name        Name
            email       Email addresses
            phone       Phone numbers
            company     Company
            title       Job title
            location    Primary location
            linkedin    LinkedIn
            notes       Description
            last_contact Last interaction
        """,
    ),
    ExportKind(
        code="meetup-members",
        label="Meetup members",
        signatures=(
            "Name; Member ID; Joined Group on; URL of Member Profile",
            "Name; Member ID; rejoindre le groupe le; URL of Member Profile",
        ),
        columns="""
            name        Name
            id          Member ID
            location    Location
            company     Company
            phone       Phone Number
            website     URL of Member Profile
        """,
        source="Meetup",
    ),
    ExportKind(
        code="meetup-guests",
        label="Meetup event attendees",
        signatures=("Name; RSVP; RSVPed on; URL of Member Profile",),
        columns="""
            name        Name
            id          User ID
            website     URL of Member Profile
            notes       Notes
        """,
        source="Meetup",
    ),
    ExportKind(
        code="eventbrite-guests",
        label="Eventbrite attendees",
        signatures=("Order #; Attendee #; Attendee Status; Email", "Order #; Ticket Type; Attendee Status; Email"),
        columns=_GUEST,
        source="Eventbrite",
    ),
    ExportKind(
        code="eventbrite-orders",
        label="Eventbrite orders",
        signatures=("Order #; Order Date; Order Status; Email",),
        columns=_GUEST,
        source="Eventbrite",
    ),
    ExportKind(
        code="luma-guests",
        label="Luma guests",
        signatures=("name; email; created_at; approval_status; checked_in_at",),
        columns=_GUEST,
        source="Luma",
    ),
    ExportKind(
        code="calendly",
        label="Calendly meetings",
        signatures=("Invitee Email; Event Type Name; Start Date & Time; Canceled",),
        columns="""
            name        Invitee Name
            first_name  Invitee First Name
            last_name   Invitee Last Name
            email       Invitee Email
        """,
        source="Calendly",
    ),
)  # fmt: skip

STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "attempted to contact": "sent",
        "open deal": "replied positive",
        "contact in future": "paused",
        "junk lead": "closed",
        "lost lead": "closed negative",
        "pre qualified": "replied positive",
        "not qualified": "closed",
        "unqualified": "closed",
    }
)
"""What the status words of HubSpot and Zoho mean that nobody types into a log, in words that the log reads."""
