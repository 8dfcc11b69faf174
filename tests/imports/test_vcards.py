"""vCards are read as vobject reads them, and those that it cannot read as phones meant them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.imports.imported_values import ImportedFile, ImportedPerson, ImportOptions
from netsheet.core.imports.vcards import read_vcards
from tests.imports.exports import VCARDS

OPTIONS = ImportOptions(today=dt.date(2026, 3, 10))
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs")),
    min_size=1,
    max_size=20,
)


def read(*lines: str) -> ImportedFile:
    return read_vcards("f.vcf", "\r\n".join(("BEGIN:VCARD", *lines, "END:VCARD")), OPTIONS)


def read_one(*lines: str) -> ImportedPerson:
    (person,) = read(*lines).people
    return person


@settings(max_examples=150, deadline=None)
@given(given_name=TEXT, family=TEXT, company=TEXT, title=TEXT, note=TEXT)
def test_what_vobject_writes_is_read_as_it_was(
    given_name: str, family: str, company: str, title: str, note: str
) -> None:
    card = vobject.vCard()
    card.add("n").value = vobject.vcard.Name(family=family, given=given_name)
    card.add("fn").value = f"{given_name} {family}"
    card.add("org").value = [company, "Sales; North"]
    card.add("title").value = title
    card.add("note").value = f"{note}, {note}; {note} " * 5
    card.add("email").value = "priya@example.com"

    (person,) = read_vcards("f.vcf", card.serialize(), OPTIONS).people

    assert person.name.split() == f"{given_name} {family}".split()
    assert person.company == company
    assert person.facts["title"] == title
    assert person.facts["notes"] == (f"{note}, {note}; {note} " * 5).strip()
    assert person.emails == ("priya@example.com",)


def test_the_cards_that_vobject_reads_too_say_the_same() -> None:
    whole = VCARDS[: VCARDS.rindex(b"BEGIN:VCARD")].decode()
    ours = {person.place.number: person for person in read_vcards("f.vcf", whole, OPTIONS).people}

    for number, card in enumerate(vobject.readComponents(whole, allowQP=True), start=1):
        person = ours.get(number)
        if person is not None:
            assert person.emails == tuple(each.value for each in card.contents.get("email", ()))
            assert person.phones == tuple(each.value for each in card.contents.get("tel", ()))
            assert person.company == (card.org.value[0] if "org" in card.contents else "")
            if person.name:
                assert person.name == f"{card.n.value.given} {card.n.value.family}"


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:19880314", "14 March"),
        ("BDAY:1988-03-14T00:00:00Z", "14 March"),
        ("BDAY:--0314", "14 March"),
        ("BDAY:--03-14", "14 March"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-14", "14 March"),
        ("BDAY:1604-02-29", "29 February"),
        ("BDAY:--0229", "29 February"),
        ("BDAY:", None),
        ("BDAY:spring", None),
    ],
)
def test_a_birthday_needs_no_year(line: str, birthday: str | None) -> None:
    assert read_one("FN:Priya Anand", line).facts.get("birthday") == birthday


@pytest.mark.parametrize(
    ("lines", "name", "company"),
    [
        (("N:Anand;Priya;K.;Dr.;",), "Priya K. Anand", ""),
        (("N:;;;;", "FN:Pine Works", "ORG:Pine Works;", "X-ABShowAs:COMPANY"), "", "Pine Works"),
        (("FN:Pine Works", "ORG:Pine Works"), "", "Pine Works"),
        (("FN:Priya Anand", "ORG:Pine Works;Sales"), "Priya Anand", "Pine Works"),
        (("FN:priya@example.com", "EMAIL:priya@example.com"), "", ""),
        (("N;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg",), "Jörg Müller", ""),
        (("item1.N:Anand;Priya", "ORG:A\\;B\\, C;D"), "Priya Anand", "A;B, C"),
    ],
)
def test_a_card_names_a_person_or_a_company(lines: tuple[str, ...], name: str, company: str) -> None:
    person = read_one(*lines)

    assert (person.name, person.company) == (name, company)


def test_a_profile_is_found_in_any_kind_of_page() -> None:
    lines = (
        "FN:Priya",
        "URL:http\\://example.com",
        "X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/priya-a",
    )

    assert (read_one(*lines).linkedin, read_one(*lines).facts["website"]) == ("priya-a", "http://example.com")


def test_a_large_picture_costs_nothing() -> None:
    picture = "\r\n ".join(["PHOTO;ENCODING=b:", *["A" * 74] * 20_000])

    assert read_one("FN:Priya Anand", picture, "EMAIL:priya@example.com").emails == ("priya@example.com",)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.integers(0, len(VCARDS)))
def test_no_text_makes_the_reader_raise(text: str, cut: int) -> None:
    whole = VCARDS.decode()

    file = read_vcards("f.vcf", whole[:cut] + text + whole[cut:], OPTIONS)

    assert all(person.is_known_by_something for person in file.people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A card as some program wrote it, and what it says."""

    text: str
    family: str
    given: str
    company: str
    note: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]


def folded(line: str, width: int) -> str:
    """Break a line after so many octets, between characters, as RFC 2426 and RFC 6350 say."""
    parts, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > width and parts[-1]:
            parts.append("")
            length = 1
        parts[-1] += character
        length += size
    return "\r\n ".join(parts)


def quoted_printable(name: str, value: str, charset: str, width: int) -> str:
    """Write a value as vCard 2.1 does: "=" at the end of a line that goes on."""
    codes = [f"={byte:02X}" for byte in value.encode(charset)]
    lines = ["".join(codes[start : start + width // 3]) for start in range(0, len(codes), width // 3)]
    return f"{name};CHARSET={charset};ENCODING=QUOTED-PRINTABLE:" + "=\r\n".join(lines or [""])


def escaped(text: str) -> str:
    return re.sub(r"[\\;,]", lambda match: "\\" + match[0], text)


LETTERS = st.characters(codec="iso-8859-1", categories=("Lu", "Ll"))
WORDS = st.text(LETTERS, min_size=1, max_size=12)
SENTENCE = st.text(st.one_of(LETTERS, st.sampled_from(" ,;\\:=\"'éß李🔸"), LETTERS), max_size=150)


@st.composite
def cards(draw: st.DrawFn) -> Written:
    version = draw(st.sampled_from(["2.1", "3.0", "4.0"]))
    charset = draw(st.sampled_from(["UTF-8", "ISO-8859-1"]))
    width, group = draw(st.integers(40, 75)), draw(st.sampled_from(["", "item1.", "Group-2."]))
    family, given_name, company = draw(WORDS), draw(WORDS), draw(WORDS)
    note = draw(SENTENCE)
    if version == "2.1" and charset != "UTF-8":
        note = note.encode(charset, errors="ignore").decode(charset)
    note = " ".join(note.split())
    emails = tuple(
        f"{name}@example.com" for name in draw(st.lists(st.sampled_from("abcd"), max_size=3, unique=True))
    )
    phones = tuple(
        f"+44 20 7946 00{number}" for number in draw(st.lists(st.integers(10, 99), max_size=3, unique=True))
    )
    values = {
        "N": f"{escaped(family)};{escaped(given_name)};;;",
        "FN": escaped(f"{given_name} {family}"),
        "ORG": f"{escaped(company)};Sales",
        "NOTE": escaped(note),
    }
    if version == "2.1":
        lines = [quoted_printable(name, value, charset, width) for name, value in values.items()]
        lines += [f"EMAIL;INTERNET;PREF:{email}" for email in emails] + [
            f"TEL;CELL;VOICE:{phone}" for phone in phones
        ]
    else:
        lines = [folded(f"{group}{name}:{value}", width) for name, value in values.items()]
        lines += [folded(f"{group}EMAIL;TYPE=work:{email}", width) for email in emails]
        tel = "TEL;TYPE=cell:" if version == "3.0" else "TEL;VALUE=uri;TYPE=cell:tel:"
        lines += [f"{group}{tel}{phone}" for phone in phones]
    text = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    return Written(
        text=text, family=family, given=given_name, company=company, note=note, emails=emails, phones=phones
    )


@settings(max_examples=300, deadline=None)
@given(st.lists(cards(), min_size=1, max_size=4))
def test_cards_of_every_version_are_read_as_vobject_reads_them(written: list[Written]) -> None:
    text = "".join(card.text for card in written)

    people = read_vcards("f.vcf", text, OPTIONS).people
    oracle = list(vobject.readComponents(text, allowQP=True))

    assert len(people) == len(oracle) == len(written)
    for person, card, truth in zip(people, oracle, written, strict=True):
        assert (card.n.value.family, card.n.value.given) == (truth.family, truth.given)
        assert person.name == f"{card.n.value.given} {card.n.value.family}"
        assert person.company == card.org.value[0] == truth.company
        assert person.emails == tuple(each.value for each in card.contents.get("email", ())) == truth.emails
        phones = tuple(each.value.removeprefix("tel:") for each in card.contents.get("tel", ()))
        assert person.phones == phones == truth.phones
        assert person.facts.get("notes", "") == truth.note == card.note.value
