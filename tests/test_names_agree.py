"""All readers of a name agree on what is a title and what is the name."""

from __future__ import annotations

import pytest
from nameparser import HumanName

from netsheet.core.drafts.planning import plan_drafts
from netsheet.core.drafts.requests import Draft, DraftFilter
from netsheet.core.drafts.variable_values import compute_person_fields
from netsheet.core.values.person_names import name_key, split_name
from netsheet.render.drafts import render_drafts
from tests import draft_people
from tests.a_person import a_person

TITLED = (
    ("Dr. Eva Kurz", "Eva", "Kurz"),
    ("Dr. med. Eva Kurz", "Eva", "Kurz"),
    ("Dr. rer. nat. Eva Kurz", "Eva", "Kurz"),
    ("Dr.-Ing. Eva Kurz", "Eva", "Kurz"),
    ("Dr.med. Eva Kurz", "Eva", "Kurz"),
    ("Dipl.-Ing. Eva Kurz", "Eva", "Kurz"),
    ("Prof. Dr. Dr. h.c. Eva Kurz", "Eva", "Kurz"),
    ("Frau Dr. Eva Kurz", "Eva", "Kurz"),
    ("Univ.-Prof. Eva Kurz", "Eva", "Kurz"),
    ("Dr. Nat Cole", "Nat", "Cole"),
    ("Mr John Smith", "John", "Smith"),
    ("Mx. Robin Hale", "Robin", "Hale"),
    ("Sra. Lucía Pérez", "Lucía", "Pérez"),
    ("Señora Lucía Pérez", "Lucía", "Pérez"),
    ("Dr.ª Marta Dias", "Marta", "Dias"),
    ("Eng. Marta Dias", "Marta", "Dias"),
    ("Mme Claire Petit", "Claire", "Petit"),
    ("M. Luc Petit", "Luc", "Petit"),
    ("Dott.ssa Giulia Riva", "Giulia", "Riva"),
    ("Sig.ra Giulia Riva", "Giulia", "Riva"),
    ("Avv. Giulia Riva", "Giulia", "Riva"),
    ("Dhr. Jan Bakker", "Jan", "Bakker"),
    ("Mevr. drs. Anna Bakker", "Anna", "Bakker"),
    ("Pani Anna Nowak", "Anna", "Nowak"),
    ("dr hab. inż. Anna Nowak", "Anna", "Nowak"),
    ("mgr Anna Nowak", "Anna", "Nowak"),
    ("Kurz, Dr. Eva", "Eva", "Kurz"),
    ("Dr. Kurz, Eva", "Eva", "Kurz"),
    ("Prof. Müller", "", "Müller"),
    ("Mr Smith", "", "Smith"),
    ("Herr Dr. Müller", "", "Müller"),
    ("Müller, Prof.", "", "Müller"),
    ("Frau Müller", "", "Müller"),
    ("Mme Petit", "", "Petit"),
    ("Sig. Riva", "", "Riva"),
    ("Dr. Lee, head of design", "", "Lee"),
)


@pytest.mark.parametrize(("cell", "given", "family"), TITLED)
def test_a_title_is_neither_the_name_to_greet_by_nor_part_of_who_someone_is(
    cell: str, given: str, family: str
) -> None:
    assert split_name(cell) == (given, family)
    if "," not in cell:
        assert name_key(cell) == name_key(f"{given} {family}")
    fields = compute_person_fields(a_person(cell).person(), {})
    assert (fields["first_name"], fields["last_name"]) == (given or None, family)


@pytest.mark.parametrize(("cell", "given", "family"), [row for row in TITLED if row[1]])
def test_a_given_name_s_own_cell_is_read_like_a_whole_name(cell: str, given: str, family: str) -> None:
    title = cell.removesuffix(f" {given} {family}")
    cells = {"first_name": f"{title} {given}" if title != cell else given}
    assert compute_person_fields(a_person(cell).person(), cells)["first_name"] == given


@pytest.mark.parametrize("cell", ["Dr.", "Frau", "Prof. Dr.", "PhD"])
def test_a_given_name_s_cell_that_holds_only_a_title_greets_nobody_by_it(cell: str) -> None:
    assert compute_person_fields(a_person("Eva Kurz").person(), {"first_name": cell})["first_name"] == "Eva"


@pytest.mark.parametrize(
    ("cell", "greeting"), [("Dr. med. Eva Kurz", "Hi Eva,"), ("Prof. Müller", "Hi,"), ("Mr Smith", "Hi,")]
)
def test_nobody_is_greeted_by_a_title_or_a_last_name(cell: str, greeting: str) -> None:
    person = draft_people.a_person(cell)
    draft = draft_people.write(person, draft_people.an_action(person, "check_in"))
    assert draft.body.splitlines()[0] == greeting


def test_someone_without_a_known_first_name_is_introduced_by_the_whole_name() -> None:
    other = draft_people.a_person(
        "Prof. Müller", email="mueller@example.com", row=4, key="e:mueller@example.com"
    )
    person = draft_people.a_person()
    facts = {person.key: {"details": "the night rota"}, other.key: {"offers": "a lab", "details": "the lab"}}
    planned = plan_drafts(
        draft_people.a_log((person, other), facts),
        [draft_people.a_standing(each) for each in (person, other)],
        draft_people.bundled().infos,
        today=draft_people.TODAY,
        settings=draft_people.SETTINGS,
        only=DraftFilter(people=("Ana",), other="Müller"),
    )
    draft = render_drafts(planned, draft_people.bundled())[0]
    assert isinstance(draft, Draft), draft
    assert "What Prof. Müller can offer: a lab" in draft.body


@pytest.mark.parametrize(
    "cell",
    [
        "Dr. Eva Kurz", "Mr John Smith", "Mrs Ann Lee", "Ms Ann Lee", "Miss Ann Lee", "Prof. Ana López", "Sir Ian Gray",
        "Dame Ann Gray", "Ana López, PhD", "Ana López MD", "Ana López, MBA", "López, Ana", "Finn O'Hara Jr.", "Lee, Ann Marie",
        "Mr. Smith", "Prof. Müller", "Mx. Robin Hale", "Rev. Ann Lee", "Ann Lee III", "Ann Lee, CPA",
    ],
)  # fmt: skip
def test_english_titles_and_suffixes_are_those_nameparser_knows(cell: str) -> None:
    given, family = split_name(cell)
    expected = HumanName(cell)
    assert given == expected.first
    assert family.split()[-1] == expected.last
