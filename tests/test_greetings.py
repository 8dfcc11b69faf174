"""Whom a draft greets: as somebody at home in each language would write the name, or nobody at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.drafts.languages import LANGUAGES, Language
from netsheet.core.values.greetings import names_to_greet_by
from netsheet.render.templates import load_templates
from tests.draft_people import BUNDLED, a_person, an_action, write

GREETED: dict[str, tuple[str, str]] = {
    # given and family name, in either order
    "Ana López": ("Ana", "López"),
    "Smith, Anna": ("Anna", "Smith"),
    "MÜLLER Hans": ("Hans", "Müller"),
    "Hans MÜLLER": ("Hans", "Müller"),
    "MÜLLER, Hans": ("Hans", "Müller"),
    "DUPONT Jean-Pierre": ("Jean-Pierre", "Dupont"),
    "Dupont Jean-Pierre": ("Jean-Pierre", "Dupont"),
    "Jan van der Berg": ("Jan", "van der Berg"),
    "van der Berg, Jan": ("Jan", "van der Berg"),
    "María de la Cruz": ("María", "de la Cruz"),
    "José María Aznar": ("José", "María Aznar"),
    "Mary-Ann Smith": ("Mary-Ann", "Smith"),
    "Seán O\u2019Brien": ("Seán", "O\u2019Brien"),
    "Sean O'Brien": ("Sean", "O'Brien"),
    "JP Morgan": ("JP", "Morgan"),
    "Van Morrison": ("Van", "Morrison"),
    "Anna S.": ("Anna", "S."),
    "Robert (Bob) Smith": ("Robert", "Smith"),
    '"Bob" Robert Smith': ("Bob", "Robert Smith"),
    # titles and what else is around a name
    "Dr. med. Hans Müller": ("Hans", "Müller"),
    "Dr. rer. nat. Karl Maier": ("Karl", "Maier"),
    "Karl Maier, Dipl.-Ing.": ("Karl", "Maier"),
    "Prof. Dr. Eva Braun": ("Eva", "Braun"),
    "Frau Anna Schmidt": ("Anna", "Schmidt"),
    "Mrs. Jane Smith": ("Jane", "Smith"),
    "Mme Claire Dupont": ("Claire", "Dupont"),
    "Sra. Ana García": ("Ana", "García"),
    "Dña. Carmen Ruiz": ("Carmen", "Ruiz"),
    "Lic. Carlos Pérez": ("Carlos", "Pérez"),
    "Sir Ian McKellen": ("Ian", "McKellen"),
    "Anna Smith PhD": ("Anna", "Smith"),
    "Anna Smith, MBA, CFA": ("Anna", "Smith"),
    "Anna Smith, head of design": ("Anna", "Smith"),
    "Anna Smith Jr.": ("Anna", "Smith"),
    "Anna (recruiter)": ("Anna", ""),
    "Anna - Acme": ("Anna", ""),
    "Anna Smith / Acme": ("Anna", "Smith"),
    "Anna Smith (2)": ("Anna", "Smith"),
    "Anna Smith <anna@example.com>": ("Anna", "Smith"),
    "Anna Smith +44 20 7946 0000": ("Anna", "Smith"),
    "Anna 🎉": ("Anna", ""),
    "🎉 Anna Smith": ("Anna", "Smith"),
    "👩\u200d💻 Anna Smith": ("Anna", "Smith"),
    "Anna\u200b Smith": ("Anna", "Smith"),
    # typed in a hurry
    "anna smith": ("Anna", "Smith"),
    "ANNA SMITH": ("Anna", "Smith"),
    "JEAN-PIERRE DUPONT": ("Jean-Pierre", "Dupont"),
    "ANNA": ("Anna", ""),
    "anna": ("Anna", ""),
    # from all over the world
    "Zoe\u0308 Kravitz": ("Zoe\u0308", "Kravitz"),
    "Jose\u0301 Ruiz": ("Jose\u0301", "Ruiz"),
    "क्\u200dष Sharma": ("क्\u200dष", "Sharma"),
    "İBRAHİM ÖZ": ("İbrahim", "Öz"),
    "Ayşe Y\u0131lmaz": ("Ayşe", "Y\u0131lmaz"),
    "Ömer Faruk Çelik": ("Ömer", "Faruk Çelik"),
    "Priya Venkataraman": ("Priya", "Venkataraman"),
    "Wang Xiaoming": ("Xiaoming", "Wang"),
    "Xiaoming Wang": ("Xiaoming", "Wang"),
    "Kim Min-jun": ("Min-jun", "Kim"),
    "王小明": ("王小明", ""),
    "王 小明": ("小明", "王"),
    "Дмитрий Иванов": ("Дмитрий", "Иванов"),
    "محمد علي": ("محمد", "علي"),
    "Björk": ("Björk", ""),
    "Bo Yi": ("Bo", "Yi"),
}  # fmt: skip

GREETS_NOBODY = (
    # a title, a last name, initials
    "med.", "Dr.", "Prof.", "Dr. med.", "Dr. med. Müller", "Prof. Braun", "Herr Müller", "Frau Dr. Schmidt", "Mr Smith", "Ms Patel",
    "M. Dupont", "Mlle Roux", "Maître Dupont", "Me Dupont", "Sr. García", "Captain Smith", "Rev. Smith", "Fam. Maier", "Müller", "Smith",
    "Schmidt", "O'Brien", "McDonald", "Al-Hassan", "A. Smith", "A Smith", "Smith, A.", "J. R. R. Tolkien", "J.R. Ewing", "J.-P. Dupont",
    "S. Ramanujan", "Md. Rahman", "Ma. Teresa López", "Mª Carmen Ruiz", "van der Berg", "de la Cruz", "De Vries", "Nguyễn Văn An",
    "Ibn Sina", "Familie Maier", "O", "N.N.",
    # a department, a role, nobody in particular
    "HR", "HR Team", "HR Acme", "Acme HR", "Acme Ltd", "Acme GmbH", "info", "Info", "Team", "Team Acme", "The Team", "the recruiter",
    "Recruiter", "Hiring Manager", "Talent Acquisition", "People Ops", "Front Desk", "CEO", "Manager", "Personalabteilung",
    "Ressources humaines", "Recursos Humanos", "Service RH", "Departamento de RRHH", "Dept. of Physics", "Ansprechpartnerin",
    "Unknown", "TBD", "n/a", "?", "-", "Someone from Acme", "guy from the fair", "Woman at booth", "My cousin", "Friend of Ana",
    "Sarah's friend",
    # two people, the name of an account
    "Anna & Ben", "Anna and Ben", "Anna und Ben Koch", "anna.smith", "anna_smith", "@anna_smith", "Anna2", "anna@example.com",
)  # fmt: skip

OPENINGS: dict[Language, tuple[str, str, str]] = {
    "en": ("Hi {first},", "Hi {first},", "Hi,"),
    "de": ("Guten Tag {first} {last},", "Guten Tag,", "Guten Tag,"),
    "fr": ("Bonjour {first},", "Bonjour {first},", "Bonjour,"),
    "es": ("Hola, {first}:", "Hola, {first}:", "Hola:"),
}
"""With both names, with the first name alone, with none."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*GREETED, "med.", "Müller", "HR"])
def test_each_language_opens_a_message_in_its_own_way(name: str, language: Language) -> None:
    person = a_person(name)
    first, last = GREETED.get(name, ("", ""))
    both, alone, nobody = OPENINGS[language]

    templates = load_templates(BUNDLED, language=language)
    facts = {"language": language, "details": "the rota"}
    draft = write(person, an_action(person, "check_in"), templates=templates, facts=facts)

    opening = (both if last else alone).format(first=first, last=last) if first else nobody
    assert draft.body.splitlines()[0] == opening


@pytest.mark.parametrize("name", [*GREETED, *GREETS_NOBODY])
def test_somebody_is_greeted_by_the_first_name_or_by_none(name: str) -> None:
    first, last = GREETED.get(name, ("", ""))
    greeted = names_to_greet_by("" if name == "anna@example.com" else name)

    assert greeted == (first, last) if first else not greeted[0]


def test_the_table_has_a_hundred_names_and_more() -> None:
    assert len(GREETED) + len(GREETS_NOBODY) > 130


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        ({"name": "med.", "first_cell": "med."}, ""),
        ({"name": "Müller", "email": "m@example.com"}, ""),
        ({"name": "Lindley", "email": "r.lindley@example.com"}, ""),
        ({"name": "Anna Weber", "first_cell": "ANNA", "last_cell": "Weber"}, "Anna"),
        ({"name": "Hans Koch", "first_cell": "Dr. med.", "last_cell": "Koch"}, "Hans"),
    ],
)
def test_the_cells_of_the_parts_and_the_address_have_their_say(cells: dict[str, str], first: str) -> None:
    assert names_to_greet_by(**cells)[0] == first


@given(name=st.text(max_size=30))
def test_whatever_a_name_holds_the_greeting_is_one_line_of_it(name: str) -> None:
    first, _ = names_to_greet_by(name)

    assert first == " ".join(first.split())
    assert len(first) <= 2 * len(name)
