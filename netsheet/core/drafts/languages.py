"""The languages in which drafts are written: the words of days, spans and gaps in each, and which one suits whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from netsheet.core.month_names import MONTHS, WEEKDAYS
from netsheet.core.text import fold

Language = Literal["en", "de", "fr", "es"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
"""Each has a set of bundled templates. English first: it is used where no other one fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWords:
    """How one language says what netsheet fills into a template.

    Attributes:
        months: January first; ``weekdays`` Monday first.
        day: a day of this year; ``{day}`` and ``{month}``. ``first`` is the same for the first of a month.
        with_year: adds ``{year}`` to a day that is not of this year.
        on_day: when something was or will be, with the day; ``on_weekday`` with the weekday; ``today`` today.
        few_days: a span of less than a week; ``spans`` for week, month and year the words for one and for several.
        numbers: the words for 2 to 12.
        meetings: what a meeting was called, as ``met.what`` says it.
        birthday: what ``event.name`` says of a birthday.
        note: frames a private note that has to be reworded.
        gaps: for each variable what is missing, to be filled in by hand; ``gap`` for all others.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    first: str
    with_year: str
    on_day: str
    on_weekday: str
    today: str
    few_days: str
    spans: Mapping[str, tuple[str, str]]
    numbers: tuple[str, ...]
    meetings: Mapping[str, str]
    birthday: str
    note: str
    gaps: Mapping[str, str]
    gap: str

    def gap_for(self, variable: str, *, has_talked: bool = True) -> str:
        """Return the words in square brackets for a variable without a value. Nobody can remember a talk that never was."""
        name = variable if variable != "detail" or has_talked else "detail, no talk"
        return f"[{self.gaps.get(name, self.gap)}]"

    def mark_note(self, text: str) -> str:
        """Put a private note in square brackets: it is not yet what one would say to the person."""
        return self.note.format(text.rstrip(" .,;:"))


def _rows(table: str) -> dict[str, str]:
    rows = (line.split("|") for line in table.strip().splitlines())
    return {name.strip(): text.strip() for name, text in rows}


WORDS: Mapping[Language, LanguageWords] = {
    "en": LanguageWords(
        months=MONTHS,
        weekdays=WEEKDAYS,
        day="{day} {month}",
        first="{day} {month}",
        with_year="{date} {year}",
        on_day="on {}",
        on_weekday="on {}",
        today="today",
        few_days="a few days",
        spans={"week": ("a week", "{} weeks"), "month": ("a month", "{} months"), "year": ("a year", "{} years")},
        numbers=("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        meetings={"meeting": "meeting", "call": "call", "event": "event", "interview": "conversation"},
        birthday="birthday",
        note="[in your words: {}]",
        gaps=_rows("""
            detail        | what you remember of your talk
            details       | what you remember of your talk
            detail, no talk | something you know about them
            company       | their company
            title         | what they do
            needs         | what they are looking for
            job_title     | the position
            job_url       | a link to the position
            next_action   | your next step
            event.name    | where you met
            promise.text  | what you promised
            referred.name | whom they pointed you to
            me.pitch      | one sentence about yourself
            me.name       | your own name
            given.link    | the page you want to share
            given.title   | what that page is
            given.news    | their news
            given.answer  | what you want to answer
        """),
        gap="fill this in",
    ),
    "de": LanguageWords(
        months=(
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ),
        weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        day="{day}. {month}",
        first="{day}. {month}",
        with_year="{date} {year}",
        on_day="am {}",
        on_weekday="am {}",
        today="heute",
        few_days="ein paar Tage",
        spans={
            "week": ("eine Woche", "{} Wochen"),
            "month": ("einen Monat", "{} Monate"),
            "year": ("ein Jahr", "{} Jahre"),
        },
        numbers=("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
        meetings={
            "meeting": "das Treffen",
            "call": "das Telefonat",
            "event": "die Veranstaltung",
            "interview": "das Gespräch",
        },
        birthday="Geburtstag",
        note="[in Ihren eigenen Worten: {}]",
        gaps=_rows("""
            detail        | was Ihnen vom Gespräch in Erinnerung geblieben ist
            details       | was Ihnen vom Gespräch in Erinnerung geblieben ist
            detail, no talk | etwas, das Sie über diese Person wissen
            company       | das Unternehmen
            title         | die Funktion
            needs         | was gesucht wird
            job_title     | die Stelle
            job_url       | ein Link zur Stelle
            next_action   | Ihr nächster Schritt
            event.name    | wo Sie sich kennengelernt haben
            promise.text  | was Sie versprochen haben
            referred.name | an wen Sie verwiesen wurden
            me.pitch      | ein Satz über Sie selbst
            me.name       | Ihr eigener Name
            given.link    | die Seite, die Sie teilen möchten
            given.title   | was das für eine Seite ist
            given.news    | die Neuigkeit
            given.answer  | was Sie antworten möchten
        """),
        gap="bitte ergänzen",
    ),
    "fr": LanguageWords(
        months=(
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ),
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        day="{day} {month}",
        first="{day}er {month}",
        with_year="{date} {year}",
        on_day="le {}",
        on_weekday="{}",
        today="aujourd'hui",
        few_days="quelques jours",
        spans={
            "week": ("une semaine", "{} semaines"),
            "month": ("un mois", "{} mois"),
            "year": ("un an", "{} ans"),
        },
        numbers=("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
        meetings={
            "meeting": "notre rendez-vous",
            "call": "notre appel",
            "event": "cette rencontre",
            "interview": "notre échange",
        },
        birthday="anniversaire",
        note="[avec vos mots : {}]",
        gaps=_rows("""
            detail        | ce que vous retenez de votre échange
            details       | ce que vous retenez de votre échange
            detail, no talk | quelque chose que vous savez de cette personne
            company       | l'entreprise
            title         | la fonction
            needs         | ce qui est recherché
            job_title     | le poste
            job_url       | un lien vers l'offre
            next_action   | votre prochaine étape
            event.name    | l'endroit où vous vous êtes rencontrés
            promise.text  | ce que vous avez promis
            referred.name | la personne recommandée
            me.pitch      | une phrase sur vous
            me.name       | votre nom
            given.link    | la page à partager
            given.title   | ce qu'est cette page
            given.news    | la nouvelle
            given.answer  | ce que vous voulez répondre
        """),
        gap="à compléter",
    ),
    "es": LanguageWords(
        months=(
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ),
        weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        day="{day} de {month}",
        first="{day} de {month}",
        with_year="{date} de {year}",
        on_day="el {}",
        on_weekday="el {}",
        today="hoy",
        few_days="unos días",
        spans={
            "week": ("una semana", "{} semanas"),
            "month": ("un mes", "{} meses"),
            "year": ("un año", "{} años"),
        },
        numbers=("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
        meetings={
            "meeting": "la reunión",
            "call": "la llamada",
            "event": "el encuentro",
            "interview": "la conversación",
        },
        birthday="cumpleaños",
        note="[con tus palabras: {}]",
        gaps=_rows("""
            detail        | lo que recuerdas de la conversación
            details       | lo que recuerdas de la conversación
            detail, no talk | algo que sabes de esta persona
            company       | la empresa
            title         | el cargo
            needs         | lo que busca
            job_title     | el puesto
            job_url       | un enlace a la oferta
            next_action   | tu próximo paso
            event.name    | el lugar del encuentro
            promise.text  | lo que prometiste
            referred.name | la persona recomendada
            me.pitch      | una frase sobre ti
            me.name       | tu nombre
            given.link    | la página que quieres compartir
            given.title   | qué página es
            given.news    | la noticia
            given.answer  | lo que quieres responder
        """),
        gap="completar",
    ),
}  # fmt: skip

_NAMES: Mapping[Language, str] = {
    "en": "en english englisch anglais ingles inglese engels angielski",
    "de": "de german deutsch allemand aleman alemao tedesco duits niemiecki",
    "fr": "fr french francais franzosisch frances francese frans francuski",
    "es": "es spanish espanol spanisch espagnol castellano spagnolo espanhol spaans hiszpanski",
}
"""What people call each language in the eight languages, folded."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BY_NAME: Mapping[str, Language] = {
    name: language for language, names in _NAMES.items() for name in names.split()
}

_TELLING: Mapping[Language, frozenset[str]] = {
    "de": _words(
        "vorname nachname unternehmen arbeitgeber ansprechpartner ansprechpartnerin kontaktperson notizen notiz bemerkung "
        "bemerkungen anmerkungen kommentar antwort geantwortet kontaktiert gesendet versendet geburtstag kennengelernt stelle "
        "wiedervorlage nachfassen erinnerung kontakt telefonnummer beziehung kanal letzter nachster schritt datum rolle quelle "
        "empfohlen am"
    ),
    "fr": _words(
        "prenom nom entreprise societe courriel poste fonction remarques commentaire commentaires reponse envoye envoi relance "
        "relancer rencontre anniversaire adresse statut prochaine etape dernier contacte recommande canal ville lien"
    ),
    "es": _words(
        "nombre apellido apellidos empresa correo puesto cargo observaciones comentarios respuesta enviado seguimiento fecha "
        "cumpleanos conocimos direccion estado proximo proxima paso ultimo contactado recomendado ciudad enlace telefono"
    ),
}
"""Words of headings that are usual in one of these languages, folded."""
_LEAST_TELLING = 2


def read_language(text: str) -> Language | None:
    """Read what a cell says of the language to write to somebody in; None when it says nothing.

    A language without templates of its own is written to in English.
    """
    words = re.findall(r"\w+", fold(text))
    if not words:
        return None
    return next((_BY_NAME[word] for word in words if word in _BY_NAME), "en")


def language_of_headings(headings: Iterable[str]) -> Language:
    """Tell the language of a log by its headings: two of them at least have to be in it, else it is English.

    Every heading speaks for one language at most: one whose words fit two is not counted.
    """
    counts = dict.fromkeys(_TELLING, 0)
    for heading in headings:
        words = set(re.findall(r"\w+", fold(heading)))
        fitting = [language for language, telling in _TELLING.items() if words & telling]
        if len(fitting) == 1:
            counts[fitting[0]] += 1
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= _LEAST_TELLING else "en"
