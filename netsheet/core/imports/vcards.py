"""vCards of version 2.1 to 4.0 to people (RFC 2426, RFC 6350, and what phones really write).

Pictures, sounds and keys are passed over.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from netsheet.core.imports.imported_facts import (
    birthday_text,
    read_addresses,
    read_birthday,
    read_numbers,
    read_tags,
)
from netsheet.core.imports.imported_values import FilePlace, ImportedFile, ImportedPerson, ImportOptions
from netsheet.core.values.cells import is_linkedin_address, read_linkedin, tidy

CODE, LABEL = "vcard", "vCard contacts"
_BEGIN, _END = "BEGIN:VCARD", "END:VCARD"
_LARGE = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_USED = frozenset({
    "N", "FN", "ORG", "TITLE", "EMAIL", "TEL", "BDAY", "URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "NOTE", "CATEGORIES", "UID",
    "ADR", "KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS", "X-OMIT-YEAR",
})  # fmt: skip
_ABOUT_THE_CARD = (
    frozenset({"VERSION", "PRODID", "REV", "X-ABLABEL", "MEMBER", "NICKNAME", "SORT-STRING"}) | _LARGE
)
_LINE = re.compile(
    r"(?:[\w.\-]+\.)?(?P<name>[A-Za-z][\w\-]*)(?P<params>(?:;(?:\"[^\"]*\"|[^\":])*)?):(?P<value>.*)",
    re.DOTALL,
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CHARSET = re.compile(r"CHARSET=\"?([\w\-]+)", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(r"ENCODING=\"?QUOTED-PRINTABLE|(?:^|;)QUOTED-PRINTABLE", re.IGNORECASE)
_SEPARATOR = re.compile(r"(?<!\\)((?:\\\\)*);")
_LABELLED = re.compile(r"_\$!<.*>!\$_")


@dataclass(slots=True, kw_only=True)
class _Card:
    """One card: its number in the file, and its values by property, in their order."""

    number: int
    values: dict[str, list[str]] = field(default_factory=dict)
    is_whole: bool = False

    def first(self, name: str) -> str:
        """Return a property's first filled value as one line of text."""
        return next(filter(None, (tidy(_text(value)) for value in self.values.get(name, ()))), "")

    def parts(self, name: str) -> list[str]:
        """Return the parts of a property's first value, which are separated by ";"."""
        value = next(iter(self.values.get(name, ())), "")
        return [tidy(_text(part)) for part in _SEPARATOR.sub("\\1\0", value).split("\0")]


def read_vcards(file: str, text: str, options: ImportOptions) -> ImportedFile:  # noqa: ARG001  a reader's signature
    """Read the cards of a text. A card that breaks off is counted, and those after it are read."""
    people: list[ImportedPerson] = []
    skipped: dict[str, list[int]] = {}
    unused: dict[str, None] = {}
    for card in _cards(text):
        unused |= dict.fromkeys(name for name in card.values if name not in _USED | _ABOUT_THE_CARD)
        kinds = {card.first("KIND").lower(), card.first("X-ADDRESSBOOKSERVER-KIND").lower()}
        person = _person(file, card)
        if not card.is_whole:
            skipped.setdefault("a card that breaks off", []).append(card.number)
        elif "group" in kinds:
            skipped.setdefault("a group, no person", []).append(card.number)
        elif not person.is_known_by_something:
            skipped.setdefault("nobody is named", []).append(card.number)
        else:
            people.append(person)
    return ImportedFile(
        file=file, code=CODE, label=LABEL, people=tuple(people), skipped=skipped, unused=tuple(unused)
    )


def _cards(text: str) -> Iterator[_Card]:
    card: _Card | None = None
    number = 0
    for line in _unfolded(_LINE_END.split(text)):
        bare = line.strip().upper()
        if bare == _BEGIN:
            if card:
                yield card
            number += 1
            card = _Card(number=number)
        elif bare == _END and card:
            card.is_whole = True
            yield card
            card = None
        elif card and (match := _LINE.fullmatch(line)) and (name := match["name"].upper()) not in _LARGE:
            card.values.setdefault(name, []).append(_decoded(match["params"], match["value"]))
    if card:
        yield card


def _unfolded(lines: Sequence[str]) -> Iterator[str]:
    """Join lines that go on: with a blank in front, or after "=" in quoted-printable (vCard 2.1).

    The lines around a card never go on, so that a broken card swallows no other one.
    """
    whole, goes_on = "", False
    for line in lines:
        if _is_frame(line) or _is_frame(whole):
            if whole:
                yield whole
            whole = line
        elif goes_on:
            whole = f"{whole[:-1]}{line}"
        elif line[:1] in {" ", "\t"}:
            whole += line[1:]
        else:
            if whole:
                yield whole
            whole = line
        goes_on = whole.endswith("=") and _QUOTED_PRINTABLE.search(whole.partition(":")[0]) is not None
    if whole:
        yield whole


def _is_frame(line: str) -> bool:
    return line.strip().upper() in {_BEGIN, _END}


def _decoded(params: str, value: str) -> str:
    if not _QUOTED_PRINTABLE.search(params):
        return value
    data = quopri.decodestring(value.encode("utf-8", errors="replace"))
    charset = _CHARSET.search(params)
    for encoding in (charset[1] if charset else "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def _text(value: str) -> str:
    """Take the backslashes out of a value. A colon needs none, and Apple and Google write one."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _person(file: str, card: _Card) -> ImportedPerson:
    family, given, middle, *_ = [*card.parts("N"), "", "", ""]
    company = card.parts("ORG")[0]
    is_company = card.first("X-ABSHOWAS").upper() == "COMPANY" or not (family or given)
    full = card.first("FN")
    name = " ".join(filter(None, (given, middle, family))) or full
    if is_company and company and full in {"", company}:
        name = ""
    emails = read_addresses(map(_text, card.values.get("EMAIL", ())))
    linkedin, website = _pages(card)
    return ImportedPerson(
        place=FilePlace(file=file, number=card.number, unit="card"),
        name="" if name in emails else name,
        company=company,
        emails=emails,
        phones=read_numbers(_text(value).removeprefix("tel:") for value in card.values.get("TEL", ())),
        linkedin=linkedin,
        source_id=card.first("UID"),
        facts=dict(_facts(card, website)),
    )


def _pages(card: _Card) -> tuple[str, str]:
    pages = [
        tidy(_text(value))
        for name in ("URL", "X-SOCIALPROFILE", "SOCIALPROFILE")
        for value in card.values.get(name, ())
    ]
    profile = next((read_linkedin(page) for page in pages if is_linkedin_address(page)), "")
    return profile, next((page for page in pages if page and not is_linkedin_address(page)), "")


def _facts(card: _Card, website: str) -> Iterator[tuple[str, str]]:
    city = [*card.parts("ADR"), "", "", "", ""][3]
    tags = read_tags(_LABELLED.sub("", ", ".join(map(_text, card.values.get("CATEGORIES", ())))))
    texts = {
        "title": card.first("TITLE"),
        "location": city,
        "notes": card.first("NOTE"),
        "website": website,
        "tags": tags,
    }
    yield from ((name, text) for name, text in texts.items() if text)
    if birthday := read_birthday(card.first("BDAY"), "auto"):
        yield "birthday", birthday_text(*birthday)
