"""Services that give no file which netsheet could import, and what to bring instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from netsheet.core.columns.plain_words import plain_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedService:
    """Why nothing can be imported from a service, and what to bring instead."""

    name: str
    reason: str
    instead: str


_VCARD = "Export the contacts of your phone as a .vcf file, and import that."
_CSV = (
    'Export a CSV file there, and say what its headings mean: netsheet import FILE.csv --map "Heading=field"'
)
_SERVICES = (
    ClosedService(
        name="Shapr",
        reason="Shapr gives its users no file with their contacts.",
        instead="Its messages came by e-mail too: import your mailbox (.mbox), or the contacts of your phone (.vcf).",
    ),
    ClosedService(
        name="X",
        reason="An archive of X (Twitter) has numbers in place of the names of people, so nobody can be recognised in it.",
        instead='Write those you know into a table with a column "Name", and import that.',
    ),
    ClosedService(
        name="Monica",
        reason="Monica's own files are not read.",
        instead="In Monica, export vCard, and import the .vcf file.",
    ),
    *(
        ClosedService(name=name, reason=f"{name} has no export that netsheet knows.", instead=_CSV)
        for name in ("Clay", "Mesh", "Dex", "Folk", "Huntr", "Teal", "Hopin", "Bizzabo", "Cal.com")
    ),
    *(
        ClosedService(name=name, reason=f"{name} has no export that netsheet knows.", instead=_VCARD)
        for name in ("CamCard", "HiHello", "WhatsApp", "Bumble Bizz")
    ),
)


def _plain(word: str) -> str:
    """Return a name as it is compared: "WhatsApp" and "whats app" are the same."""
    return "".join(plain_words(word))


_ALSO = {"twitter": "X"}
X_ARCHIVE = "window.YTD."
"""How the files of an archive of X begin."""
CLOSED_SERVICES: Mapping[str, ClosedService] = MappingProxyType(
    {_plain(service.name): service for service in _SERVICES}
)


def find_closed_service(word: str) -> ClosedService | None:
    """Find the service that a word names, None when it names none."""
    plain = _plain(word)
    return CLOSED_SERVICES.get(plain) or CLOSED_SERVICES.get(_ALSO.get(plain, "").lower())
