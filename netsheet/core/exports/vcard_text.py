"""One person as a vCard 3.0 (RFC 2426), the version that phones, Google, Outlook and Apple all take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netsheet.core.exports.contacts import Contact

_LONGEST_LINE = 75
"""In octets, without the line's end."""
_TO_ESCAPE = re.compile(r"[\\,;]")
_NO_YEAR = 1604
"""The year that Apple writes for a birthday without one, with a parameter that says so."""


def vcard(contact: Contact, labels: Sequence[str]) -> str:
    """Write a card: lines that end in CRLF, folded between characters."""
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//netsheet//EN",
        *_properties(contact, labels),
        "END:VCARD",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _properties(contact: Contact, labels: Sequence[str]) -> Iterator[str]:
    yield f"UID:{contact.uid}"
    yield f"N:{_escaped(contact.last_name)};{_escaped(contact.first_name)};;;"
    yield f"FN:{_escaped(contact.name or contact.company or contact.email)}"
    texts = {
        "ORG": contact.company,
        "TITLE": contact.title,
        "EMAIL;TYPE=INTERNET": contact.email,
        "TEL;TYPE=VOICE": contact.phone,
    }
    yield from (f"{name}:{_escaped(text)}" for name, text in texts.items() if text)
    yield from (f"URL:{page}" for page in (contact.linkedin, contact.website) if page)
    if contact.location:
        yield f"ADR;TYPE=WORK:;;;{_escaped(contact.location)};;;"
    if contact.birthday:
        month, day = contact.birthday
        without_year = "" if contact.birth_year else f";X-APPLE-OMIT-YEAR={_NO_YEAR}"
        yield f"BDAY{without_year}:{contact.birth_year or _NO_YEAR:04}-{month:02}-{day:02}"
    if labels:
        yield f"CATEGORIES:{','.join(map(_escaped, labels))}"
    if contact.notes:
        yield f"NOTE:{_escaped(contact.notes)}"
    if contact.company and not contact.name:
        yield "X-ABShowAs:COMPANY"


def _escaped(text: str) -> str:
    return _TO_ESCAPE.sub(r"\\\g<0>", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line after at most 75 octets; what follows begins with a blank."""
    parts, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > _LONGEST_LINE:
            parts.append("")
            length = 1
        parts[-1] += character
        length += size
    return "\r\n ".join(parts)
