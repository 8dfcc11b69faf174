"""Invented logs of many people of eight languages, with accents, long notes and a column for every field."""

from __future__ import annotations

import datetime as dt
import random
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from netsheet.core.columns.aliases import ALIASES
from netsheet.core.columns.fields import FIELDS
from netsheet.core.grid import CellValue
from tests.a_class import save_sheets

TODAY: Final = dt.date(2026, 6, 17)
NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "en": ("Grace Siobhán Will May Zoë Chloé Rose", "O\u2019Brien;Smith-Jones;Day;Park;Brontë;O'Connor"),
    "de": ("Jürgen Käthe Björn Jörg Ängela Max", "Müller;Groß;Schäfer;von der Heide;Weiß;Freund"),
    "fr": ("Élodie François Noël Maël Anaïs", "Lefèvre;Bélanger;d\u2019Aubigné;Le Gall;Petit"),
    "es": ("Ana José Íñigo Begoña Ángel", "López;Muñoz;García Pérez;Calle;del Río"),
    "pt": ("João Inês Conceição Luísa Antônio", "Gonçalves;Araújo;da Conceição;Leão;Sá"),
    "it": ("Niccolò Giosuè Noè Chiara Mattìa", "D\u2019Angelo;Caffè;Nardò;Lo Cascio;De Luca"),
    "nl": ("Daniël Zoë Joris Maaike Eefje", "van den Berg;de Boer;\u2019t Hooft;Post;Vos"),
    "pl": ("Łukasz Małgorzata Świętosława Jan Żaneta", "Wójcik;Żak;Śliwa;Zając;Gołąb"),
}
COMPANIES: Final = (
    *("Müller & Söhne GmbH", "Société Générale", "Crédit du Nord SA", "Peña Hermanos S.L.", "Reply SpA", "Meta"),
    *("van Dijk Logistiek B.V.", "Żabka Polska", "O\u2019Brien & Partners", "Open Text", "Signal AI", "Zoom", "Post NL"),
)  # fmt: skip
NOTES: Final = {
    "en": "{f} said the team will hire in autumn and that {g} at {c} decides. {f} is on leave until 1 July 2026, then write.",
    "de": "Mit {f} auf der Messe gesprochen, am 3. Mai 2026 telefoniert; {g} von {c} entscheidet. Im September wieder melden.",
    "fr": "Rencontré {f} au salon, elle connaît {g} chez {c}. J'ai envoyé mon CV le 3 mai 2026. Rappeler en septembre.",
    "es": "{f} me dijo que {g} de {c} busca gente. Está de vacaciones hasta el 1 de julio. Llamar en septiembre.",
    "pt": "Conheci {f} na feira, vai apresentar-me a {g} da {c}. Enviei o CV a 3 de maio de 2026.",
    "it": "{f} ha detto che {g} di {c} cerca persone in autunno. Inviato CV il 3 maggio 2026. Richiamare a settembre.",
    "nl": "{f} zei dat {g} van {c} in het najaar mensen zoekt. CV gestuurd op 3 mei 2026. In september weer bellen.",
    "pl": "Poznałem {f} na targach, zna {g} z {c}. Wysłałem CV 3 maja 2026. Zadzwonić we wrześniu.",
}
_STATES: Final = (
    *("Replied", "Waiting", "No reply", "Closed", "Meeting scheduled", "On hold until September", "Geantwortet", "Not interested"),
    *("En attente", "Respondeu", "Geen reactie", "{f} replied, wants to talk in July", "Call booked with {f} on 22 June", ""),
)  # fmt: skip
_WORDS: Final[Mapping[str, Sequence[str]]] = {
    "relationship": ("close", "warm", "weak", "eng", "amigo", "mentor"),
    "source": ("LinkedIn", "through {g}", "Messe Köln"),
    "referred_by": ("{g}", ""),
    "every": ("3 months", "monatlich", "2 weeks", ""),
    "do_not_contact": ("", "", "", "no", "yes"),
    "news": ("{f} was promoted 3 May 2026", "new job at {c}", ""),
    "is_sent": ("yes", "yes", "no", "x"),
    "channel": ("Email", "LinkedIn", "Phone", "Telefon", "Correo", "Zoom", "Coffee", "WhatsApp"),
    "direction": ("out", "in", "me", "them"),
    "kind": ("message", "call", "meeting", "Anruf", "rencontre", "llamada", "thank you note"),
    "intent": ("ask", "give", "thanks", "social"),
    "response": (
        "yes",
        "no",
        "nein",
        "oui",
        "",
        "{f} said yes, we talk on 24 June",
        "not now, maybe in autumn",
    ),
    "response_type": ("positive", "negative", "neutral", ""),
    "outcome": _STATES,
    "status": _STATES,
    "follow_up": ("in 2 weeks", "next month", "in 6 months", "im September", "in 3 Wochen", ""),
    "next_action": ("Call {f} on Friday", "{f} anrufen", "escribir a {f} la próxima semana", "wait", ""),
    "promise": ("send the article", "introduce to {g}", ""),
    "value_given": ("article", "intro to {g}", "a hint about {c}", ""),
    "value_received": ("advice", "intro to {g}", ""),
    "birthday": ("June 20", "12 März", ""),
    "location": ("Köln", "São Paulo", "Łódź", "\u2019s-Hertogenbosch"),
}
_OF_PEOPLE: Final = (
    *("name", "email", "phone", "linkedin", "website", "company", "title", "industry", "location", "relationship", "priority"),
    *("tags", "birthday", "every", "connected", "recorded", "language", "details", "needs", "offers", "notes"),
)  # fmt: skip
_NOT_IN_THE_LOG: Final = frozenset({"first_name", "last_name", "birthday", "every", "connected", "location"})
_ALWAYS: Final = ("name", "company", "date")
Who = tuple[str, str, str]


def save_log(path: Path, seed: int, *, people: int = 60, columns: int | None = 12) -> tuple[Path, set[str]]:
    """Write the log of a number; return it with all names of people and companies in it.

    Args:
        path: the new file.
        seed: the number.
        people: how many rows there are.
        columns: how many fields there are besides name, company and day; None for all.
    """
    chance = random.Random(seed)  # noqa: S311  a test may be foreseen
    every = [field.name for field in FIELDS if field.name not in _ALWAYS]
    fields = {*_ALWAYS, *(every if columns is None else chance.sample(every, columns))}
    everybody = [_somebody(chance) for _ in range(people)]
    in_log = [name for name in ("name", *every, "company", "date") if name in fields - _NOT_IN_THE_LOG]
    in_people = [name for name in _OF_PEOPLE if name in fields]
    sheets: dict[str, Sequence[Sequence[object]]] = {
        "Log": _rows(in_log, [chance.choice(everybody) for _ in everybody], everybody, chance),
        "Contacts": _rows(in_people, list(dict.fromkeys(everybody)), everybody, chance),
        "Companies": [
            ["Company", "Priority", "Why"],
            *([each, "high", "their products"] for each in COMPANIES),
        ],
        "Goals": [
            ["Goal", "Target", "Per"],
            ["New connections", 3, "week"],
            [f"Coffee with {everybody[0][0]}", 2, "week"],
        ],
    }
    names = {name for first, last, company in everybody for name in (first, last, company)}
    return save_sheets(path, sheets), names


def _somebody(chance: random.Random) -> Who:
    first, last = NAMES[chance.choice(list(NAMES))]
    return chance.choice(first.split()), chance.choice(last.split(";")), chance.choice(COMPANIES)


def _rows(
    fields: Sequence[str], people: Sequence[Who], everybody: Sequence[Who], chance: random.Random
) -> list[list[CellValue]]:
    headings: list[CellValue] = [
        chance.choice(ALIASES[name].split(";")).strip().capitalize() for name in fields
    ]
    return [
        headings,
        *(
            [
                "" if name not in _ALWAYS and chance.random() < 0.25 else _cell(name, who, everybody, chance)
                for name in fields
            ]
            for who in people
        ),
    ]


def _cell(name: str, who: Who, everybody: Sequence[Who], chance: random.Random) -> CellValue:
    first, last, company = who
    other, other_last, _ = chance.choice(everybody)
    facts = {"f": first, "g": f"{other} {other_last}", "c": company}
    if name in _WORDS:
        return chance.choice(_WORDS[name]).format(**facts)
    if name in {"notes", "message"}:
        return NOTES[chance.choice(list(NOTES))].format(**facts)
    kind = next(field.kind for field in FIELDS if field.name == name)
    if kind == "date":
        ahead = 30 if name in {"meeting_date", "promise_by"} else 0
        day = TODAY + dt.timedelta(days=ahead - chance.randint(0, 300))
        return chance.choice((day, day, day.isoformat(), f"{day.day} {day:%B} {day.year}"))
    host = _plain(company)[:12]
    of_person: dict[str, CellValue] = {
        "name": f"{first} {last}",
        "company": company,
        "email": f"{_plain(first)}.{_plain(last)}@{host}.example.com",
        "phone": f"+{chance.randint(30, 49)} {chance.randint(100, 999)} {chance.randint(1000000, 9999999)}",
        "linkedin": f"https://www.linkedin.com/in/{_plain(first)}-{_plain(last)}-{chance.randint(100, 999)}",
        "website": f"https://{host}.example.com/{_plain(last)}",
        "job_url": f"https://jobs.example.com/{chance.randint(1000, 99999)}",
        "id": chance.randint(1, 5000),
        "follow_up_count": chance.randint(0, 3),
    }
    by_kind = chance.choice(("yes", "no", "")) if kind == "yes_no" else f"Head of {company}"
    return of_person.get(name, by_kind)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(str.maketrans("łŁ", "lL")))
    return "".join(each for each in decomposed if each.isascii() and each.isalpha()).lower()
