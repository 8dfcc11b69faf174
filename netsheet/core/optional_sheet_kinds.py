"""The four optional sheets of the user's, Events, Dates, Companies and Resources: their words, and how they are known.

A sheet is one of them by its name and its needed headings, or by headings that nothing but such a sheet has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from netsheet.core.grid import Sheet
from netsheet.core.named_table import find_folded_header, folded_head, folded_words

OptionalKind = Literal["events", "dates", "companies", "resources"]

_YEAR: Final = re.compile(r"\b20\d\d\b")
_LIST_OF_PEOPLE: Final = frozenset({
    "e-mail", "email", "e-mail address", "email address", "mail", "phone", "telephone", "telefon", "telefono", "telefone",
    "telefoon", "linkedin", "name", "full name", "first name", "last name", "vorname", "nachname", "prenom", "nombre", "nome",
    "naam", "imie", "date contacted", "last contact", "date sent", "response", "follow-up date", "date applied",
})  # fmt: skip
"""Headings of a list of people or of touches: a sheet that has one is read as the log, whatever its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionalSheetKind:
    """How one of the four sheets is known and read.

    Attributes:
        names: what people call such a sheet, folded; a year in the name is ignored.
        headings: for each column the spellings of its heading, folded; the first column says what a row is about.
        needed: the columns without which nothing can be read.
        distinctive: the columns of which some, with those needed, make it such a sheet under any name.
        distinctive_count: how many of them.
    """

    kind: OptionalKind
    names: frozenset[str]
    headings: Mapping[str, frozenset[str]]
    needed: tuple[str, ...]
    distinctive: frozenset[str]
    distinctive_count: int = 1

    def fits(self, name: str, head: Sequence[Sequence[str]]) -> bool:
        """Whether a sheet is of this kind; ``head`` is the words of its first rows, folded."""
        header = find_folded_header(head, self.headings, needed=self.needed)
        if header is None:
            return False
        cells = head[header.row - 1]
        if not _LIST_OF_PEOPLE.isdisjoint(cells):
            return False
        is_mostly_known = 2 * len(header.columns) >= sum(map(bool, cells))
        distinctive = self.distinctive & header.columns.keys()
        return (self.is_name(name) and is_mostly_known) or len(distinctive) >= self.distinctive_count

    def is_meant(self, name: str, head: Sequence[Sequence[str]]) -> bool:
        """Whether a sheet has the name and the first column of this kind, and does not list people."""
        if not self.is_name(name):
            return False
        header = find_folded_header(head, self.headings, needed=self.needed[:1])
        return (
            header is not None
            and len(header.columns) > 1
            and _LIST_OF_PEOPLE.isdisjoint(head[header.row - 1])
        )

    def is_name(self, name: str) -> bool:
        """Whether people call such a sheet by this name."""
        return " ".join(_YEAR.sub(" ", folded_words(name)).split()) in self.names


def _headings(table: str) -> Mapping[str, frozenset[str]]:
    """Read a table of one column a line; its own name is a spelling too."""
    lines = (line.partition(":") for line in table.strip().splitlines())
    return {
        column: frozenset((folded_words(column), *(word.strip() for word in words.split("|"))))
        for column, _, words in lines
    }


EVENTS: Final = OptionalSheetKind(
    kind="events",
    names=frozenset({
        "events", "event", "my events", "networking events", "veranstaltungen", "termine und veranstaltungen", "evenements", "eventos",
        "eventi", "evenementen", "bijeenkomsten", "wydarzenia",
    }),
    headings=_headings("""
Event: event name|name of event|events|conference|meetup|veranstaltung|evenement|evento|bijeenkomst|wydarzenie
Date: day|when|event date|date of event|datum|tag|wann|jour|quand|fecha|dia|cuando|data|giorno|quando|dag|wanneer|dzien|kiedy
Place: location|where|venue|city|ort|wo|lieu|endroit|ou|lugar|donde|luogo|dove|local|onde|plaats|locatie|waar|miejsce|gdzie
Goal: goals|my goal|purpose|what i want|ziel|ziele|objectif|but|objetivo|meta|obiettivo|scopo|doel|cel
People to meet: who to meet|to meet|people|want to meet|whom to meet|leute treffen|wen treffen|personen|zu treffen|personnes a rencontrer|a rencontrer|personas a conocer|a quien conocer|personas|persone da incontrare|da incontrare|pessoas a conhecer|quem conhecer|mensen ontmoeten|te ontmoeten|wie ontmoeten|kogo spotkac|osoby do poznania|ludzie do poznania
Talking points: topics|what to talk about|conversation starters|questions|gesprachsthemen|themen|sujets|sujets de conversation|temas|temas de conversacion|argomenti|assuntos|topicos|gespreksonderwerpen|onderwerpen|tematy|tematy rozmow
Notes: note|comments|remarks|notizen|notiz|bemerkungen|remarques|notas|nota|observaciones|observacoes|appunti|notities|opmerkingen|notatki|uwagi
Went?: went|attended|been there|did i go|was there|hingegangen|war da|dort gewesen|teilgenommen|alle|y suis alle|participe|fui|asisti|andato|sono andato|partecipato|estive|participei|geweest|ben geweest|bylem|bylam|obecnosc
"""),
    needed=("Event", "Date"),
    distinctive=frozenset({"Goal", "People to meet", "Talking points", "Went?"}),
    distinctive_count=2,
)  # fmt: skip

DATES: Final = OptionalSheetKind(
    kind="dates",
    names=frozenset({
        "dates", "important dates", "special dates", "key dates", "dates to remember", "birthdays", "anniversaries", "wichtige daten",
        "jahrestage", "geburtstage", "anniversaires", "dates importantes", "fechas", "fechas importantes", "cumpleanos",
        "date importanti", "ricorrenze", "compleanni", "datas", "datas importantes", "aniversarios", "belangrijke data", "verjaardagen",
        "daty", "wazne daty", "urodziny",
    }),
    headings=_headings("""
Who: person|people|whose|wer|wessen|qui|personne|quien|persona|chi|quem|pessoa|wie|persoon|kto|osoba|czyje
What: occasion|event|date for|reason|was|anlass|quoi|occasion|que|motivo|ocasion|cosa|occasione|che cosa|o que|ocasiao|wat|gelegenheid|co|okazja
Day: date|when|on|tag|datum|wann|jour|quand|dia|fecha|cuando|giorno|data|quando|dag|wanneer|dzien|kiedy
Lead days: lead time|days ahead|days before|remind days before|notice|vorlauf|vorlauftage|tage vorher|tage vorab|jours avant|jours d'avance|dias antes|dias de antelacion|giorni prima|giorni di anticipo|dias de antecedencia|dagen vooraf|dagen van tevoren|dni przed|dni wczesniej
"""),
    needed=("Who", "What", "Day"),
    distinctive=frozenset({"Lead days"}),
)  # fmt: skip

COMPANIES: Final = OptionalSheetKind(
    kind="companies",
    names=frozenset({
        "companies", "target companies", "targets", "target list", "firmen", "zielfirmen", "wunschfirmen", "unternehmen", "entreprises",
        "entreprises cibles", "empresas", "empresas objetivo", "empresas alvo", "aziende", "aziende target", "bedrijven", "doelbedrijven",
        "firmy", "firmy docelowe",
    }),
    headings=_headings("""
Company: companies|target company|organisation|organization|employer|firma|unternehmen|zielfirma|wunschfirma|entreprise|societe|empresa|azienda|societa|bedrijf|organisatie
Priority: prio|rank|ranking|prioritat|rang|priorite|prioridad|prioridade|priorita|prioriteit|priorytet
Why: reason|why them|why this company|warum|grund|pourquoi|raison|por que|motivo|razon|perche|motivo|porque|waarom|reden|dlaczego|powod
Role wanted: role|wanted role|target role|roles|position|job wanted|wunschrolle|wunschstelle|gewunschte rolle|rolle|stelle|poste souhaite|poste vise|poste|puesto deseado|puesto|rol deseado|ruolo desiderato|ruolo|cargo desejado|cargo|vaga|gewenste rol|rol|functie|gewenste functie|pozadane stanowisko|stanowisko
Contacted through: through|via|contact through|way in|who knows them|kontakt uber|kontaktiert uber|uber|contacte via|par|contact par|contactado por|a traves de|contattato tramite|tramite|contatado por|atraves de|gecontacteerd via|contact via|kontakt przez|przez
"""),
    needed=("Company",),
    distinctive=frozenset({"Why", "Role wanted", "Contacted through"}),
    distinctive_count=2,
)  # fmt: skip

RESOURCES: Final = OptionalSheetKind(
    kind="resources",
    names=frozenset({
        "resources", "articles", "links", "to share", "reading list", "ressourcen", "artikel", "ressources", "recursos", "articulos",
        "risorse", "articoli", "artigos", "bronnen", "artikelen", "zasoby", "artykuly",
    }),
    headings=_headings("""
Title: article|resource|titel|artikel|titre|titulo|articulo|titolo|articolo|artigo|tytul|artykul|ressource|recurso|risorsa
Link: url|address|web address|adresse|lien|enlace|collegamento|ligacao|odnosnik|adres
Topics: topic|tags|about|themen|thema|stichworte|sujets|themes|temas|tema|argomenti|topicos|assuntos|onderwerpen|onderwerp|tematy|temat
Sent to: shared with|given to|sent|gesendet an|geschickt an|geteilt mit|envoye a|partage avec|enviado a|compartido con|inviato a|condiviso con|enviado para|partilhado com|gestuurd naar|gedeeld met|wyslano do|wyslane do
"""),
    needed=("Title", "Link"),
    distinctive=frozenset({"Topics", "Sent to"}),
    distinctive_count=2,
)  # fmt: skip

OPTIONAL_SHEETS: Final = (EVENTS, DATES, COMPANIES, RESOURCES)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionalSheet:
    """A sheet with its kind; ``is_read``: it has the headings too, not the name alone."""

    sheet: Sheet
    kind: OptionalSheetKind
    is_read: bool


def find_optional_sheets(sheets: Iterable[Sheet]) -> Iterator[OptionalSheet]:
    """Give the sheets that are one of the four, and those that have only the name of one."""
    for sheet in sheets:
        head = folded_head(sheet)
        kind = next((each for each in OPTIONAL_SHEETS if each.fits(sheet.name, head)), None)
        meant = kind or next((each for each in OPTIONAL_SHEETS if each.is_meant(sheet.name, head)), None)
        if meant is not None:
            yield OptionalSheet(sheet=sheet, kind=meant, is_read=kind is not None)


def optional_names(sheets: Iterable[Sheet]) -> Collection[str]:
    """Return the names of the sheets that are one of the four."""
    return frozenset(found.sheet.name for found in find_optional_sheets(sheets) if found.is_read)
