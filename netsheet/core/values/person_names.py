"""A full name in parts: the given name to greet by, and what follows it.

What is not part of a name (a title, "(ex-Acme)", an emoji, "- Acme") belongs to neither.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from netsheet.core.text import fold
from netsheet.core.values.company_names import LEGAL_FORMS
from netsheet.core.values.family_names import is_family_name


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "dr dra doctor docteur doctora doutor doutora doktor drs prof profa professor professora professeur profesor "
    "profesora univ mr mrs ms miss mx sir dame rev hon herr frau fr hr dipl mag ing m mme mlle monsieur madame "
    "mademoiselle sr sra srta senor senora senorita senhor senhora lic sig sigra sigina signa signor signora "
    "signorina dott dottor dottore dottoressa dottssa profssa eng enga engra arch avv dhr mevr mw ir pan pani "
    "mgr maitre dna captain capt"
)
_AFTER_A_TITLE = _words(
    "med rer nat phil jur iur pol oec dent vet theol hab habil hc eh mult ing inz drs lek"
)
"""Small words that go on with a title: "Dr. rer. nat.", "dr hab. inż."."""
_TITLE_PARTS = TITLES | _AFTER_A_TITLE
_WITH_A_GIVEN_NAME = frozenset({"sir", "dame"})
_SUFFIXES = _words("jr sr ii iii iv phd dphil md jd llm mba bsc msc meng cpa cfa pmp esq mp obe mbe")


_SALUTATIONS = _words(
    "mr mrs ms miss mx herr frau fr hr m mme mlle monsieur madame mademoiselle sr sra srta senor senora senorita senhor "
    "senhora sig signor signora signorina dhr mevr mw pan pani"
)
"""Titles that go before a last name."""
_NO_NAMES = frozenset({"med", "rer", "dent", "jur", "iur", "habil"})
"""Parts of a title that nobody is called by, however they are written."""
_NOBODY = _words(
    "hr rh rrhh info infos office team jobs job career careers recruiting recruitment recruiter recruiters hiring talent human "
    "admin administration support sales marketing press service contact hello mail noreply reception secretary management "
    "customer department unknown someone alumni personalabteilung personalwesen bewerbung bewerbungen karriere kontakt "
    "sekretariat empfang buro personal kundenservice vertrieb ressources recursos risorse recrutement recruteur emploi accueil "
    "secretariat direction empleo seleccion reclutamiento contacto administracion secretaria recepcion "
    "the me my our their somebody nobody anonymous none tbd tba tbc dept departamento departement abteilung front people "
    "ceo cto cfo coo boss manager headhunter colleague kollege kollegin coach mentor friend guy girl woman man lady gentleman "
    "person ansprechpartner ansprechpartnerin unbekannt inconnu desconocido familie family famille familia eheleute uncle aunt"
)
"""First words of a department, a shared mailbox or a role, folded: there is nobody to greet by name."""
_LONGEST_SHORT_NAME = 2
"""A last name may be as short as "Co" or "Ag"."""
_NOBODY_LAST = frozenset(form for form in LEGAL_FORMS if len(form) > _LONGEST_SHORT_NAME) | _words(
    "hr rh rrhh team department recruiting recruitment careers personalabteilung abteilung equipe equipo"
)
"""Last words of a company, or of a department of one."""
_PARTS = re.compile(r"[.\-]")
_JOINERS = "\u200c\u200d"
_IN_BRACKETS = re.compile(r"(?<=\S)\s*(?:[(\[][^()\[\]]*[)\]]|<[^<>]*>)")
_ASIDE = re.compile(r"\s+[-\u2013\u2014|/]\s+")


def is_suffix(word: str) -> bool:
    """Whether a word behind a name belongs to the name: "Jr", "Ph.D."."""
    return word.strip().replace(".", "").lower() in _SUFFIXES


def is_title(word: str) -> bool:
    """Whether a word in front of a name is a title, in any of the eight languages: "Dr.", "Dipl.-Ing.", "Sig.ra"."""
    parts = [part for part in _PARTS.split(fold(word)) if part]
    return "".join(parts) in TITLES or (
        parts[:1] != [] and parts[0] in TITLES and _TITLE_PARTS.issuperset(parts)
    )


def without_titles(words: Sequence[str]) -> Sequence[str]:
    """Leave out the titles in front of a name's words; one word always stays."""
    start = 0
    while start < len(words) - 1 and (is_title(words[start]) or (start and _goes_on(words[start]))):
        start += 1
    return words[start:]


def name_key(text: str) -> str:
    """Return the form in which names are compared: folded, single spaces, no title in front."""
    return fold(" ".join(without_titles(text.replace(",", " ").split())))


def _goes_on(word: str) -> bool:
    part = fold(word).replace(".", "")
    return part in _NO_NAMES or (part in _AFTER_A_TITLE and (word.islower() or word.endswith(".")))


def without_brackets(name: str) -> str:
    """Leave out what is in brackets behind a name: "Ana López (recruiter)", "Ana López <ana@example.com>"."""
    return _IN_BRACKETS.sub("", name).strip()


def split_name(name: str) -> tuple[str, str]:
    """Split a person's name into first and last name: "Dr. Ana López" and "López, Ana" both greet as Ana.

    The first name is "" where there is none to greet by: a single word behind a title is a last name ("Mr Smith").
    """
    bare = _ASIDE.split(without_brackets(name), maxsplit=1)[0]
    family, comma, given = bare.partition(",")
    if comma and _is_given_name(family, given):
        titled = family.split()
        family_words = without_titles(titled)
        bare = " ".join((*titled[: len(titled) - len(family_words)], given, *family_words))
    elif comma:
        bare = family
    titled = [word for word in map(_trim, bare.split()) if _has_letters(word)]
    words = list(without_titles(titled))
    titles = titled[: len(titled) - len(words)]
    while len(words) > 1 and is_suffix(words[-1]):
        del words[-1]
    if words and _is_nobody(words, titles):
        return "", " ".join(words)
    if len(words) == 1 and titles and fold(titles[-1]) not in _WITH_A_GIVEN_NAME:
        return "", words[0]
    given_at = _place_of_given_name(words)
    given = words.pop(given_at) if words else ""
    return given, " ".join(words)


_ALL_CAPITALS = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019-]){2,}")
"""Not the initials "JP" and "J.R."."""
_FAMILY_FIRST_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""Chinese, Japanese and Korean writing."""
_WITH_A_SMALL_PART = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""A given name of two syllables as Korea and Taiwan write it in Latin letters: "Min-jun"."""


def _place_of_given_name(words: Sequence[str]) -> int:
    """Tell where the given name is: behind the family name in "MÜLLER Hans", "Kim Min-jun", "Wang Xiaoming", "王 小明"."""
    if len(words) < 2:
        return 0
    family, given = words[0], words[1]
    is_capital = bool(_ALL_CAPITALS.fullmatch(family)) and family.isupper() and not given.isupper()
    is_pair = len(words) == 2 and (
        (is_family_name(family) and not is_family_name(given))
        or bool(_FAMILY_FIRST_SCRIPT.fullmatch(family) and _FAMILY_FIRST_SCRIPT.fullmatch(given))
        or bool(_WITH_A_SMALL_PART.fullmatch(given) and "-" not in family)
    )
    return 1 if is_pair or (is_capital and given[:1].isupper()) else 0


def given_first(name: str) -> str:
    """Put the given name of "Rask, Bo" first, without titles; any other text stays as it is."""
    family, comma, given = name.partition(",")
    if not comma or not _is_given_name(family, given) or not all(map(_has_letters, given.split())):
        return name
    return f"{given.strip()} {' '.join(without_titles(family.split()))}"


def read_given_name(text: str) -> str:
    """Read the cell of a first name, without its titles.

    "" where it holds only a title or a suffix, a department ("HR"), or a last name ("Herr Müller").
    """
    titled = [word for word in map(_trim, text.split()) if _has_letters(word)]
    words = without_titles(titled)
    titles = titled[: len(titled) - len(words)]
    if not words or _is_nobody(words, titles):
        return ""
    is_last_name = any(fold(title).strip(".") in _SALUTATIONS for title in titles)
    is_bare_title = is_title(words[0]) or is_suffix(words[0]) or (bool(titles) and _goes_on(words[0]))
    return "" if len(words) == 1 and (is_last_name or is_bare_title) else " ".join(words)


def _is_nobody(words: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether the words name a department or a mailbox: "HR Team", whose first word is also a title, "info", "Acme HR"."""
    said = [fold(word).strip(".") for word in (*titles, *words)]
    is_first = said[0] in _NOBODY and (len(said) == 1 or not titles or said[1] in _NOBODY)
    return is_first or (len(said) > 1 and said[-1] in _NOBODY_LAST)


def _trim(word: str) -> str:
    """Take off what is around a word, such as brackets and emoji. A letter keeps the marks that are written on it."""
    kept = [(index, is_kept) for index, is_kept in enumerate(_letters_and_marks(word)) if is_kept]
    start = next((index for index, _ in kept if word[index] != "."), len(word))
    return word[start : kept[-1][0] + 1] if kept else ""


def _letters_and_marks(word: str) -> Iterator[bool]:
    is_kept = False
    for character in word:
        if not (unicodedata.category(character)[0] == "M" or character in _JOINERS):
            is_kept = character.isalnum() or character in "_.'\u2019"
        yield is_kept


def _is_given_name(family: str, given: str) -> bool:
    """Tell "López, Ana" from "Ana López, PhD" and "Ana López, head of design"."""
    is_short = len(given.split()) == 1 or len(family.split()) == 1
    return bool(given.strip()) and is_short and not is_suffix(given)


def _has_letters(word: str) -> bool:
    return any(character.isalpha() for character in word)
