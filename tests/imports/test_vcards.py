"""vCards are read as vobject reads them, and those that it cannot read as phones meant them."""

from __future__ import annotations

import datetime as dt

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
