"""The systems that people can be exported to: which of their headings takes what, and what each one asks for.

A value that a system has no place for is left out, and why is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from netsheet.core.exports.contacts import Contact
from netsheet.core.exports.target_names import DATE_FORMS, LEAD_STATUSES, DateForm, TargetName
from netsheet.core.exports.vcard_text import vcard

Column = Callable[[Contact], str]

_NOT_IN_ZOHO = str.maketrans({'"': "'", "|": "/", "<": "(", ">": ")"})
_DO_NOT_CONTACT = "Do not contact"
_IN_EVERY_TARGET = frozenset({"name", "first_name", "last_name", "company", "title", "email", "phone"})
_IN_AN_ADDRESS_BOOK = _IN_EVERY_TARGET | {
    "linkedin", "website", "location", "notes", "tags", "birthday", "do_not_contact",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """People for another system.

    Attributes:
        label: what the system is called.
        parts: the files it takes; each the text of a vCard file, or the rows of a table.
        count: how many people are in them.
        fields: the fields of the log that have a place in it.
        left_out: what else was left out -> of how many people.
    """

    label: str
    parts: tuple[str | Sequence[Sequence[str]], ...]
    count: int
    fields: frozenset[str]
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """A system that takes a table.

    Attributes:
        fields: the fields of the log that it has a place for.
        columns: heading -> what is below it.
        refused: why a person cannot go there at all; "" when they can.
        losses: what of a person has no place there.
        most: how many people it takes in one file.
    """

    label: str
    fields: frozenset[str]
    columns: Mapping[str, Column]
    most: int
    refused: Callable[[Contact], str] = lambda _: ""
    losses: Callable[[Contact], Iterator[str]] = lambda _: iter(())


def export_contacts(contacts: Sequence[Contact], to: TargetName, *, date_form: DateForm = "ymd") -> Export:
    """Write people in the form that a system takes.

    Args:
        contacts: the people.
        to: the system.
        date_form: how it is written when somebody was born, where the system asks.
    """
    left_out: Counter[str] = Counter()
    if to == "vcard":
        named = [contact for contact in contacts if _is_somebody(contact)]
        left_out[_NOBODY] = len(contacts) - len(named)
        text = "".join(vcard(contact, _labels(contact)) for contact in named)
        return Export(
            label="vCard",
            parts=(text,),
            count=len(named),
            fields=_IN_AN_ADDRESS_BOOK,
            left_out=+left_out,
        )
    target = _TARGETS[to](contacts, date_form)
    taken: list[Contact] = []
    for contact in contacts:
        if reason := target.refused(contact):
            left_out[reason] += 1
        else:
            taken.append(contact)
            left_out.update(target.losses(contact))
    rows = [[column(contact) for column in target.columns.values()] for contact in taken]
    parts = [rows[start : start + target.most] for start in range(0, len(rows), target.most)] or [[]]
    return Export(
        label=target.label,
        parts=tuple([list(target.columns), *part] for part in parts),
        count=len(taken),
        fields=target.fields,
        left_out=left_out,
    )


_NOBODY = "nobody is named, and there is no e-mail address"


def _is_somebody(contact: Contact) -> bool:
    return bool(contact.name or contact.email or contact.company)


def _birthday(contact: Contact, form: str) -> str:
    if contact.birthday is None:
        return ""
    month, day = contact.birthday
    return form.format(year=contact.birth_year, month=month, day=day)


def _labels(contact: Contact) -> tuple[str, ...]:
    return (*contact.tags, _DO_NOT_CONTACT) if contact.do_not_contact else contact.tags


def _with_id(contacts: Sequence[Contact], heading: str, system: str) -> Mapping[str, Column]:
    """Return the column of the system's own numbers, by which it knows who is there already."""
    if not any(contact.id_of == system for contact in contacts):
        return {}
    return {heading: lambda contact: contact.id if contact.id_of == system else ""}


def _hubspot(contacts: Sequence[Contact], date_form: DateForm) -> _Target:  # noqa: ARG001  one signature for all
    """HubSpot: a name or an address is needed; what it works out by itself is left out.

    Nothing in its import says that somebody must not be written to, so these people stay out.
    """
    ids = _with_id(contacts, "Record ID", "HubSpot")
    return _Target(
        label="HubSpot",
        fields=_IN_EVERY_TARGET | {"location", "website", "linkedin", "status"} | ({"id"} if ids else set()),
        columns={
            "First Name": lambda contact: contact.first_name,
            "Last Name": lambda contact: contact.last_name,
            "Email": lambda contact: contact.email,
            "Phone Number": lambda contact: contact.phone,
            "Company Name": lambda contact: contact.company,
            "Job Title": lambda contact: contact.title,
            "City": lambda contact: contact.location,
            "Website URL": lambda contact: contact.linkedin or contact.website,
            "Lead Status": lambda contact: LEAD_STATUSES[contact.progress],
            "Lifecycle Stage": lambda _: "Lead",
            **ids,
        },
        most=100_000,
        refused=_refused_by_hubspot,
        losses=lambda contact: iter(["a second web page"] if contact.linkedin and contact.website else []),
    )


def _refused_by_hubspot(contact: Contact) -> str:
    if contact.do_not_contact:
        return "not to be contacted, which a HubSpot import cannot say"
    return "" if contact.name or contact.email else _NOBODY


def _zoho(contacts: Sequence[Contact], date_form: DateForm) -> _Target:
    """Zoho CRM: a last name is needed, four characters may not occur, a birthday has a year."""
    birthday, ids = DATE_FORMS[date_form], _with_id(contacts, "Record Id", "Zoho")
    columns: Mapping[str, Column] = {
        **ids,
        "First Name": lambda contact: contact.first_name if contact.last_name else "",
        "Last Name": lambda contact: contact.last_name or contact.first_name or "-",
        "Email": lambda contact: contact.email,
        "Mobile": lambda contact: contact.phone,
        "Account Name": lambda contact: contact.company,
        "Title": lambda contact: contact.title,
        "Mailing City": lambda contact: contact.location,
        "Lead Source": lambda contact: contact.source,
        "Description": lambda contact: contact.notes,
        "Email Opt Out": lambda contact: "true" if contact.do_not_contact else "false",
        "Date of Birth": lambda contact: _birthday(contact, birthday) if contact.birth_year else "",
    }
    return _Target(
        label="Zoho CRM",
        fields=_IN_EVERY_TARGET
        | {"location", "source", "notes", "birthday", "do_not_contact"}
        | ({"id"} if ids else set()),
        columns={heading: partial(_for_zoho, column) for heading, column in columns.items()},
        most=1_500,
        refused=lambda contact: "" if _is_somebody(contact) else _NOBODY,
        losses=lambda contact: iter(
            ["a birthday without its year"] if contact.birthday and not contact.birth_year else []
        ),
    )


def _for_zoho(column: Column, contact: Contact) -> str:
    return column(contact).translate(_NOT_IN_ZOHO)


def _google(contacts: Sequence[Contact], date_form: DateForm) -> _Target:  # noqa: ARG001  one signature for all
    """Google Contacts: the label "netsheet" lets the whole import be found, and deleted."""
    return _Target(
        label="Google Contacts",
        fields=_IN_AN_ADDRESS_BOOK,
        columns={
            "First Name": lambda contact: contact.first_name,
            "Last Name": lambda contact: contact.last_name,
            "Organization Name": lambda contact: contact.company,
            "Organization Title": lambda contact: contact.title,
            "Birthday": lambda contact: _birthday(
                contact, DATE_FORMS["ymd"] if contact.birth_year else "--{month:02}-{day:02}"
            ),
            "Notes": lambda contact: contact.notes,
            "Labels": lambda contact: " ::: ".join(("netsheet", *_labels(contact), "* myContacts")),
            "E-mail 1 - Label": lambda contact: "Other" if contact.email else "",
            "E-mail 1 - Value": lambda contact: contact.email,
            "Phone 1 - Label": lambda contact: "Other" if contact.phone else "",
            "Phone 1 - Value": lambda contact: contact.phone,
            "Address 1 - Label": lambda contact: "Other" if contact.location else "",
            "Address 1 - City": lambda contact: contact.location,
            "Website 1 - Label": lambda contact: "Profile" if contact.linkedin else "",
            "Website 1 - Value": lambda contact: contact.linkedin,
            "Website 2 - Label": lambda contact: "Other" if contact.website else "",
            "Website 2 - Value": lambda contact: contact.website,
        },
        most=3_000,
        refused=lambda contact: "" if _is_somebody(contact) else _NOBODY,
    )


_TARGETS: Mapping[str, Callable[[Sequence[Contact], DateForm], _Target]] = MappingProxyType(
    {"hubspot": _hubspot, "zoho": _zoho, "google": _google}
)
