"""Single words that headings are made of, in eight languages: data.

They say whose a fact is, what the day of which touch is meant, what changes the meaning of the words next to them and
what changes nothing. Whole headings are in ``aliases``.
"""

from __future__ import annotations

SLOTS: dict[str, str] = {
    "recruiter": "recruiter; recruiter contact; recruiters; rekruter; recruteur; reclutador; recrutador; selezionatore; personalvermittler",
    "hiring manager": "hiring manager; hr manager",
    "reference": "reference; reference contact; second contact; other contact; additional contact; secondary contact; contact 2; "
    "referral contact; company contact; alumni contact; alumni; alum",
}
"""Headings that name a person by their part; with a field behind them ("Recruiter Email") they tell that person's facts."""

PEOPLE = """
    recipient; candidate; applicant; lead; target; prospect; contact; person; client; customer; editor; host; guest; founder; ceo; investor; journalist;
    reporter; author; writer; blogger; creator; influencer; speaker; organizer; organiser; professor; faculty; teacher; tutor; coach; trainer; mentor; lawyer;
    attorney; realtor; broker; doctor; dentist; supervisor; decision maker; addressee; individual; interviewee; key contact; buyer; hr; hr contact; human resources;
    empfanger; empfangerin; kandidat; bewerber; interessent; kunde; kundin; redakteur; autor; grunder; adressat; personaler; personalerin; entscheider; mitarbeiter; professorin;
    destinataire; candidat; redacteur; auteur; fondateur; fondatrice; enseignant; journaliste; personne; decideur; destinatario; candidato; candidata; prospecto;
    cliente; fundador; fundadora; profesor; periodista; persona; reclutador; destinataria; persona objetivo; redator; professora; jornalista; pessoa; decisor;
    redattore; fondatore; professore; giornalista; contatto; ontvanger; kandidaat; klant; oprichter; docent; schrijver; persoon; beslisser; odbiorca; kandydat;
    klient; redaktor; zalozyciel; nauczyciel; dziennikarz; adresat; rekruterka
"""
"""Words for the person a row is about. Alone, or next to a word for a name, they are one where the cells are names."""

ORGANISATIONS = """
    brand; practice; business; venue; publication; magazine; newspaper; blog; podcast; show; restaurant; cafe; shop; store; hotel; clinic; hospital; gym; club;
    church; charity; nonprofit; ngo; vendor; supplier; sponsor; dealership; dealer; label; gallery; museum; theatre; theater; lab; laboratory; institute; department; property;
    foundation; academy; college; fund; outlet; salon; bakery; farm; winery; brewery; law firm; community; partner; journal;
    marke; praxis; verein; schule; verlag; zeitschrift; zeitung; klinik; geschaft; betrieb; kanzlei; stiftung; institut; lieferant; veranstalter; einrichtung;
    marque; cabinet; association; ecole; magasin; boutique; etablissement; structure; enseigne; raison sociale; organisme; laboratoire; fournisseur; revue; marca; escuela; colegio; tienda;
    negocio; razon social; asociacion; editorial; revista; clinica; proveedor; fundacion; institucion; escola; loja; razao social; associacao; editora; fornecedor;
    fundacao; instituicao; marchio; scuola; negozio; ragione sociale; associazione; rivista; fornitore; fondazione; istituto; merk; winkel; vereniging; tijdschrift;
    uitgeverij; leverancier; stichting; praktijk; zaak; szkola; sklep; marka; stowarzyszenie; czasopismo; wydawnictwo; dostawca; fundacja; przychodnia; uczelnia
"""
"""Words for the organisation a row is about, treated like ``PEOPLE``."""

NAME_WORDS = frozenset({"name", "names", "nom", "nombre", "nome", "naam", "nazwa", "nazev", "nazov"})
"""Words for a name of anything; what has the name is said by the word next to it, or by the cells."""

DAY_WORDS = frozenset(
    {"date", "datum", "fecha", "data", "day", "tag", "jour", "dia", "giorno", "dag", "dzien", "termin"}
)
"""Words that turn the heading of a plan or an answer into that of its day."""

_W = str.split
FIRST_WORDS = frozenset(
    _W(
        "first initial erste erster erstes ersten erstmals premier premiere primer primera primeiro primeira inicial primo prima iniziale eerste initieel pierwszy pierwsza pierwsze pierwszego pierwszej poczatkowy"
    )
)
LAST_WORDS = frozenset(
    _W(
        "last latest recent letzte letzter letztes letzten zuletzt dernier derniere ultimo ultima laatste laatst ostatni ostatnia ostatnie ostatnio ostatniego ostatniej"
    )
)
MESSAGES = frozenset(
    _W(
        "message email mail letter outreach interaction contact contacted comms communication touch touchpoint nachricht anschreiben anfrage kontakt kontakts kontaktiert angeschrieben "
        "geschrieben kontaktaufnahme mensaje correo interaccion contacto contactado comunicacion envoi courriel echange contacte prise mensagem interacao contato contatado abordagem comunicacao "
        "messaggio messaggi interazione contatto contattato comunicazione approccio bericht interactie contactmoment gecontacteerd benaderd benadering gemaild wiadomosc wiadomosci maila interakcja "
        "kontaktu kontaktowano messaggio messaggi"
    )
)
TALKS = MESSAGES | frozenset(
    _W(
        "conversation chat call spoke spoken talked talk meeting exchange gesprach gesprochen austausch angerufen telefonat treffen appel rencontre conversacion llamada charla reunion "
        "conversa ligacao encontro conversazione chiamata incontro gesprek belletje ontmoeting rozmowa rozmowy spotkanie spotkania time vez fois volta"
    )
)
SENT_WORDS = frozenset(
    _W(
        "sent emailed gesendet verschickt versandt abgeschickt envoye envoyee envoi enviado envio enviada inviato inviata invio verzonden verstuurd wyslano wyslana wyslany wyslanej wyslania"
    )
)
"""Words of which headings for the day of a touch are made: the first, the last, or any one that was sent."""

NEXT_WORDS = frozenset(
    _W(
        "next nachste nachster nachstes nachsten prochain prochaine prochaines prochains suivante proximo proxima proximos proximas siguiente siguientes prossimo prossima prossimi "
        "prossime volgend volgende nastepny nastepna nastepne kolejny kolejna kolejne nastepnego kolejnego ponownego"
    )
)
STEPS = frozenset(
    _W(
        "step steps action actions item items todo todos task tasks move thing things schritt schritte aktion aktionen massnahme massnahmen aufgabe aufgaben do dos etape etapes chose "
        "demarche tache paso pasos accion acciones tarea passo passos acao acoes tarefa passi azione azioni compito stap stappen actie acties taak krok kroki dzialanie dzialania zadanie"
    )
)
MEETINGS = frozenset(
    _W(
        "coffee call kaffee anruf telefonat cafe appel llamada chamada ligacao caffe chiamata koffie telefoongesprek kawa kawy kawe spotkania rozmowy"
    )
)
ANSWERS = frozenset(
    _W(
        "response reply answer antwort ruckmeldung reponse respuesta contestacion resposta risposta riscontro antwoord reactie odpowiedz odpowiedzi"
    )
)
RECEIVED = frozenset(
    _W(
        "received came got erhalten kam bekommen recue arrivee obtenue recibida llegada recebida chegou ricevuta arrivata ontvangen gekregen otrzymana przyszla"
    )
)
NOTES = frozenset(
    _W(
        "notes note comments remarks notizen bemerkungen anmerkungen remarques commentaires notas observaciones comentarios observacoes anotacoes note commenti osservazioni notities opmerkingen notatki uwagi"
    )
)
OTHER = frozenset(
    _W(
        "my other further more general meine sonstige weitere allgemeine mes autres mis otras otros minhas meus outras outros mie miei altre altri mijn overige andere moje inne call gesprach appel"
    )
)
_ON = frozenset({"on"})

MADE_OF: tuple[tuple[str, tuple[frozenset[str], ...], frozenset[str]], ...] = (
    ("last_contact", (LAST_WORDS, TALKS | MEETINGS | SENT_WORDS), DAY_WORDS | _ON),
    ("first_contact", (FIRST_WORDS, TALKS | MEETINGS | SENT_WORDS), DAY_WORDS | _ON),
    ("next_action", (NEXT_WORDS, STEPS), OTHER),
    ("follow_up", (NEXT_WORDS, MESSAGES | DAY_WORDS), _ON),
    ("response_date", (ANSWERS, DAY_WORDS | _ON), RECEIVED),
    ("meeting_date", (MEETINGS, DAY_WORDS | _ON), frozenset()),
    ("notes", (NOTES, OTHER), _ON),
    ("date", (SENT_WORDS | MESSAGES, DAY_WORDS), OTHER | _ON),
    ("date", (SENT_WORDS, _ON), MESSAGES),
)
"""Headings made of words of a few kinds: the field, the kinds of which each must be there, and what else may be."""

CURRENT = frozenset(
    _W(
        "current present aktuelle aktueller actuel actuelle actual atual attuale huidige huidig obecne obecna obecny aktualne"
    )
)
OF_CONTACT = frozenset(
    _W(
        "contact contacts person their kontakt kontakts kontaktperson ansprechpartner ansprechpartnerin contacto contato contatto referente contactpersoon kontaktu osoby rozmowcy persona "
        "personne pessoa interlocuteur recruiter recruteur"
    )
)
"""Words that say whose the fact is: the person of the row."""

HEADS = (
    "datum",
    "name",
    "namen",
    "adresse",
    "nummer",
    "status",
    "naam",
    "adres",
    "kontakt",
    "mail",
    "partner",
    "titel",
    "nr",
)
"""What long German and Dutch words end with: they are split before it."""

OF_OTHERS = frozenset({
    "assistant", "owner", "my", "mine", "our", "own", "spouse", "wife", "husband", "partners", "kid", "kids", "child", "children", "dog", "cat", "pet", "mother", "father",
    "maiden", "manager", "notes", "time", "preference", "pronunciation", "sender", "from", "by", "user", "account", "login", "project", "campaign", "event", "product", "file", "course", "sheet", "list",
    "task", "invoice", "payment", "order", "shipping", "visa", "marital", "contract", "renewal", "birth", "emergency", "cc", "bcc", "follower", "followers", "street", "domain",
    "projet", "chien", "proyecto", "projeto", "progetto", "projekt", "dossier", "produkt", "producto", "produto", "prodotto", "produit", "facture", "rechnung",
    "factura", "fatura", "fattura", "factuur", "faktura", "chef", "frau", "mann", "kind", "kinder", "hund", "benutzer", "usuario", "utente", "gebruiker",
    "verantwortlich", "interview", "offer", "gift", "book", "talk", "team", "last", "first", "size", "stage", "exam", "code", "hash", "referral", "thread", "template",
})  # fmt: skip
"""Words that say that a part of a heading is about somebody, or something, else than the row's contact."""

FILLERS = frozenset({
    "the", "of", "a", "an", "your", "their", "his", "her", "is", "was", "and", "in", "for", "to", "at", "on", "this", "that", "it", "you",
    "der", "die", "das", "des", "von", "am", "im", "le", "la", "les", "l", "d", "de", "du", "el", "los", "las", "del", "o", "as", "do",
    "da", "dos", "il", "lo", "gli", "della", "het", "een", "den", "van", "z", "w", "na", "yyyy", "mm", "dd", "yy", "required",
    "optional",
})  # fmt: skip
"""Words that carry no meaning of their own in a heading."""

ARTICLES = frozenset({
    "the", "a", "an", "their", "his", "her", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "de", "het",
})  # fmt: skip
"""Fillers that may come before a single word without changing it ("The company", "Their role")."""

CAUTIOUS = frozenset({
    "source", "sourced", "subject", "template", "id", "ids", "count", "counts", "number", "no", "nr", "total", "avg", "average", "since",
    "days", "ago", "age", "stage", "version", "variant", "rate", "percent", "score", "opened", "clicked", "bounced", "verified", "valid",
    "type", "status", "checked", "domain", "provider", "owner", "preferred", "search", "password", "passwort", "alert", "before", "after",
    "until", "needed", "planned", "if", "whether", "not", "without", "old", "previous", "former", "salary", "budget", "file", "url", "link",
    "attached", "attachment", "expected", "estimated",
})  # fmt: skip
"""Words that turn the meaning of a long heading: with one of these in it, a part of the heading proves nothing."""

HARMLESS = FILLERS | frozenset({
    "i", "me", "we", "us", "my", "our", "them", "they", "he", "she", "him", "what", "when", "which", "who", "how", "where", "did", "does",
    "should", "shall", "can", "could", "will", "with", "have", "has", "be", "are", "again", "here", "now", "then", "person", "people",
    "contact", "reach", "out", "get", "form", "exact", "current", "so", "far", "usually", "any", "by", "from", "about",
})  # fmt: skip
"""Words that may come around a phrase in a long heading without changing it."""
