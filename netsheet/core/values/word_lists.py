"""Words with a meaning in status, response, outcome, channel and similar columns: data.

Words are separated by ";" and compared folded (case, accents and punctuation do not matter).
"""

from __future__ import annotations

CHANNEL_WORDS: tuple[tuple[str, str, str], ...] = (
    ("LinkedIn", "invitation", "connection request; connect request; connection; contact request; linkedin request; linkedin invite; linkedin invitation; linkedin connection request; invitation; invite; kontaktanfrage; vernetzungsanfrage; demande de connexion; solicitud de contacto; solicitud de conexion; pedido de conexao; richiesta di collegamento; connectieverzoek; zaproszenie"),
    ("LinkedIn", "", "linkedin; linked in; inmail; li; li dm; li message; sales navigator"),
    ("video", "meeting", "zoom; teams; google meet; meet; skype; facetime; video; video call; video chat; webex; videocall; videogesprach; videoanruf; visio; appel video; videollamada; videochamada; videochiamata; videogesprek; wideorozmowa"),
    ("video", "", "loom; video message; video note; vidyard"),
    ("text", "", "text; sms; whatsapp; whats app; wa; imessage; telegram; signal; wechat; text message; texted; line; viber; kurznachricht; texto; mensaje de texto; messaggio; wiadomosc"),
    ("social", "", "twitter; x; xing; instagram; ig; insta; facebook; fb; messenger; dm; dms; social; social media; slack; discord; reddit; forum; bluesky; mastodon; threads; tiktok; youtube; github; ig dm; twitter dm; x dm; instagram dm; comment; community"),
    ("e-mail", "", "email; e mail; mail; gmail; outlook; cold email; direct email; emailed; email intro; warm intro email; newsletter; courriel; correo; correo electronico; posta; posta elettronica; poczta; mailing; anschreiben"),
    ("phone", "", "phone; call; phone call; telephone; tel; cell; mobile; voicemail; called; cold call; telefon; anruf; telefonat; appel; telefono; llamada; ligacao; telefone; chamada; chiamata; telefonata; telefoon; gebeld; telefoontje; rozmowa telefoniczna"),
    ("in person", "event", "event; conference; meetup; meet up; fair; career fair; job fair; networking event; workshop; webinar; seminar; trade show; booth; messe; veranstaltung; konferenz; salon; evenement; evento; conferencia; feria; congresso; fiera; beurs; konferencja; targi; wydarzenie"),
    ("in person", "meeting", "in person; person; face to face; f2f; met; we met; met up; met in person; getroffen; coffee; coffee chat; lunch; dinner; drinks; meeting; visit; onsite; office visit; office; walk in; campus; class; personlich; treffen; besuch; kaffee; en personne; rencontre; cafe; dejeuner; reunion; en persona; presencial; visita; almuerzo; pessoalmente; almoco; di persona; incontro; pranzo; persoonlijk; afspraak; koffie; osobiscie; spotkanie; kawa"),
    ("website", "", "website; web; form; contact form; web form; portal; company website; careers page; application portal; online form; devpost; job board; online; webseite; formular; kontaktformular; site; site web; formulaire; formulario; sitio web; sito; modulo; formulier; strona; formularz"),
    ("other", "", "other; letter; post; per post; postal mail; post mail; fax; referral; introduction; intro; mutual; friend; mixed; multiple; various; sonstiges; andere; autre; otro; outro; altro; anders; overig; inne; brief; lettre; carta; lettera; list; direct; network; networking; agency"),
)  # fmt: skip
"""Channel, the kind of touch that it implies ("" none), words. Earlier lines win."""

TURNING_WORDS = frozenset({
    "no", "not", "never", "nothing", "didn", "didnt", "don", "dont", "without", "missed", "unanswered", "cancelled", "canceled", "postponed", "declined",
    "kein", "keine", "keinen", "nicht", "ohne", "abgesagt", "verschoben", "pas", "sans", "aucun", "aucune", "annule", "annulee", "reporte", "reportee", "sin", "cancelado",
    "cancelada", "aplazado", "nao", "sem", "adiado", "adiada", "non", "senza", "annullato", "annullata", "rinviato", "geen", "niet", "zonder", "geannuleerd", "nie",
    "bez", "brak", "odwolane", "odwolano",
})  # fmt: skip
"""Words that turn the meaning of the others: with one of these, a known word in a longer text proves nothing."""

KIND_WORDS: tuple[tuple[str, str, str], ...] = (
    ("message", "both", "meeting booked; meeting scheduled; meeting set up; scheduled meeting; booked meeting; booked a meeting; call booked; call scheduled; call set up; scheduled call; booked call; booked a call; scheduled a call; coffee scheduled; coffee booked; interview scheduled; interview booked; arranged call; arranged a call; arranged meeting; termin vereinbart; treffen vereinbart; gesprach vereinbart; rendez vous pris; rdv pris; reunion agendada; cita agendada; llamada agendada; reuniao agendada; reuniao marcada; conversa marcada; incontro fissato; colloquio fissato; afspraak gemaakt; gesprek gepland; spotkanie umowione"),
    ("message", "out", "answer; my answer; answered them; replied back; reply sent; sent reply; sent a reply; my reply; i replied; replied to her; replied to him; replied to them; answered their; asked for referral; asked for a referral; referral request; referral requested; referral asked; requested referral; requested a referral; asked for intro; asked for an intro; asked for introduction; intro request; asked for help"),
    ("call", "in", "they called; she called; he called; they rang; she rang; he rang; they phoned; she phoned; he phoned; called me; rang me; phoned me; incoming call; received call; received a call"),
    ("automatic reply", "in", "automatic reply; auto reply; autoreply; out of office; out of office reply; ooo; autoresponder; automated reply; abwesenheitsnotiz; automatische antwort; reponse automatique; message d absence; respuesta automatica; fuera de la oficina; resposta automatica; fora do escritorio; risposta automatica; fuori ufficio; automatisch antwoord; afwezigheidsbericht; automatyczna odpowiedz; odpowiedz automatyczna; autoodpowiedz"),
    ("acceptance", "in", "accepted; request accepted; connection accepted; accepted connection; accepted request; accepted invitation; accepted invite; invitation accepted; accepted my request; anfrage angenommen; kontaktanfrage angenommen; einladung angenommen; vernetzt; demande acceptee; invitation acceptee; solicitud aceptada; invitacion aceptada; convite aceito; convite aceite; richiesta accettata; invito accettato; uitnodiging geaccepteerd; verzoek geaccepteerd; zaproszenie przyjete; zaproszenie zaakceptowane"),
    ("invitation", "out", "invitation; invite; invited; einladung; invitacion; convite; invito; uitnodiging; zaproszenie; connection request; connection request sent; connect request; linkedin request; linkedin connection request; linkedin invite; linkedin invitation; contact request; invitation sent; invite sent; kontaktanfrage; vernetzungsanfrage; demande de connexion; solicitud de contacto; solicitud de conexion; pedido de conexao; richiesta di collegamento; connectieverzoek; zaproszenie"),
    ("call", "both", "talked; talked to; talked with; we talked; spoke; spoken; spoke to; spoke with; had a call; call answered; answered call; phone screen; screening; phone interview; phone screening; screening call; recruiter call; recruiter screen; hr call; intro call; discovery call; telefoniert; gesprochen; telefoninterview; erstgesprach; parle; appel fait; entretien telephonique; hablado; hable; hablamos; entrevista telefonica; falei; falamos; parlato; sentito; colloquio telefonico; gesproken; telefonisch gesproken; rozmawialem; rozmawialam; rozmawialismy"),
    ("call", "out", "no answer; call no answer; called no answer; called; phoned; rang; cold called; cold call; tried to call; tried calling; missed them; left message; left a message; left voicemail; left a voicemail; voicemail; voicemail left; called and left a message; mailbox; went to voicemail; no pick up; not reached; angerufen; nicht erreicht; anrufbeantworter; nachricht hinterlassen; auf mailbox gesprochen; appele; appelee; repondeur; message laisse; injoignable; pas joint; llame; llamado; buzon de voz; no contesta; mensaje dejado; liguei; caixa postal; recado deixado; nao atendeu; chiamato; segreteria; segreteria telefonica; messaggio lasciato; non risponde; gebeld; niet bereikt; ingesproken; voicemail ingesproken; dzwonilem; dzwonilam; nie odbiera; poczta glosowa"),
    ("bounce", "in", "bounce; bounced; undeliverable; unzustellbar; rebotado"),
    ("thanks", "out", "thank you; thanks; thank you note; thank you email; thank you message; thank you sent; dank; danke; dankesmail; remerciement; merci; agradecimiento; gracias; agradecimento; obrigado; ringraziamento; grazie; bedankje; bedankt; podziekowanie"),
    ("wish", "out", "birthday; birthday wish; birthday message; congratulations; congrats; congratulation; holiday greeting; greeting; seasons greetings; wishes; geburtstag; gluckwunsch; felicitations; anniversaire; felicitacion; cumpleanos; parabens; auguri; compleanno; felicitatie; verjaardag; zyczenia"),
    ("interview", "both", "informational interview; info interview; informational; informational call; informational chat; coffee chat; informationsgesprach; entretien informel; entretien reseau; entrevista informativa; colloquio informativo; orienterend gesprek"),
    ("meeting", "both", "interview; job interview; vorstellungsgesprach; entretien; entrevista; colloquio; sollicitatiegesprek; rozmowa kwalifikacyjna"),
    ("event", "both", "event; conference; meetup; meet up; fair; career fair; job fair; networking event; workshop; webinar; seminar; attended a meet up or conference; networking attended a meet up or conference; veranstaltung; messe; konferenz; evenement; salon; evento; conferencia; feria; fiera; beurs; wydarzenie; targi"),
    ("meeting", "both", "meeting; final round; final round interview; in person; coffee; lunch; dinner; visit; video call; zoom; zoom call; teams call; video chat; catch up; chat; conversation; met; demo; networking meeting; treffen; besuch; gesprach; termin; rencontre; rendez vous; reunion; cafe; visita; reuniao; almoco; incontro; riunione; afspraak; gesprek; spotkanie"),
    ("call", "both", "call; phone call; phone; telephone; telephone call; anruf; telefonat; appel; llamada; ligacao; chamada; chiamata; telefonata; telefoongesprek; telefoon; rozmowa telefoniczna; telefon"),
    ("referral", "in", "referral; referral received; referred; empfehlung; recommandation; referencia; indicacao; referenza; doorverwijzing; polecenie"),
    ("reply", "in", "rejection; rejection email; she wrote; he wrote; they wrote back; they emailed; she emailed; he emailed; they texted; she texted; he texted; reply; response; reply received; response received; replied; inbound; incoming; received; they replied; they wrote; antwort; reponse; respuesta; resposta; risposta; antwoord; odpowiedz"),
    ("social", "out", "like; liked; comment; commented; reaction; reacted; share; shared; social; post; engagement; endorsed; endorsement; kommentar; commentaire; comentario; commento; reactie; komentarz"),
    ("message", "out", "message; email; e mail; mail; dm; text; to contact; to email; to message; to write; introduced by; introduced through; intro by; intro from; intro through; vermittelt durch; vorgestellt von; presente par; presentado por; apresentado por; presentato da; voorgesteld door; polecony przez; draft; planned; to do; todo; texted; emailed; messaged; pinged; chased; nudged; reminded; whatsapped; sms; note; linkedin; linkedin message; linkedin dm; inmail; request; outreach; cold outreach; initial outreach; outreach email; networking outreach email; cold email; cold message; first contact; initial contact; follow up; followup; followup email; follow up email; bump; nudge; check in; intro; introduction; introduction email; letter; sent; contacted; application; whatsapp; nachricht; anschreiben; nachfassen; anfrage; relance; prise de contact; mensaje; correo; seguimiento; mensagem; messaggio; bericht; wiadomosc; other; sonstiges; autre; otro; outro; altro; anders; inne"),
)  # fmt: skip
"""Kind of touch, its direction, words. Earlier lines win."""

DIRECTION_WORDS: dict[str, str] = {
    "out": "i wrote; i called; i emailed; by me; me them; out; outbound; outgoing; sent; me; i; self; us; we; mine; to them; from me; me to them; ausgehend; gesendet; ich; sortant; envoye; moi; saliente; enviado; yo; saida; eu; uscita; inviato; io; uitgaand; ik; wychodzace; ja",
    "in": "they wrote; she wrote; he wrote; by them; them me; she; he; her; him; in; inbound; incoming; received; them; they; contact; from them; them to me; eingehend; erhalten; entrant; recu; eux; entrante; recibido; ellos; entrada; recebido; eles; entrata; ricevuto; loro; inkomend; ontvangen; zij; przychodzace; oni",
    "both": "both; mutual; two way; two way conversation; meeting; beide; les deux; ambos; entrambi; beiden; oba; obie",
}

INTENT_WORDS: dict[str, str] = {
    "thanks": "thanks; thank; thank you; gratitude; dank; remerciement; agradecimiento; agradecimento; ringraziamento; bedanken; podziekowanie",
    "give": "give; giving; gave; offer; help; share; share article; sharing; value; introduce; introduction; congratulate; congrats; recommend; resource; useful article; geben; hilfe; donner; aide; partage; dar; ayuda; ajuda; dare; aiuto; geven; hulp; pomoc",
    "ask": "ask; asking; request; advice; ask for advice; referral; ask for referral; job; job application; application; informational interview; info interview; informational; meeting request; coffee chat; interview; question; feedback; intro request; ask for intro; job search; sales; pitch; outreach; cold outreach; lead; partnership; collaboration; anfrage; bitte; frage; rat; demande; conseil; pedir; solicitud; consejo; pedido; conselho; richiesta; chiedere; consiglio; vraag; advies; prosba; pytanie",
    "social": "social; catch up; catchup; check in; keep in touch; stay in touch; reconnect; networking; follow up; followup; birthday; nurture; hello; relationship; relationship building; connect; kontakt halten; garder le contact; mantener contacto; manter contato; tenersi in contatto; contact houden; kontakt",
}

RELATIONSHIP_WORDS: dict[str, str] = {
    "close": "close; very close; strong; strong tie; family; friend; friends; close friend; best friend; inner circle; hot; strategic; a; 5; 4; very strong; spouse; eng; familie; freund; freundin; proche; fort; famille; ami; amie; cercano; fuerte; familia; amigo; amiga; "
    "proximo; forte; stretto; famiglia; amico; amica; hecht; sterk; vriend; vriendin; bliski; bliska; rodzina; przyjaciel; silna",
    "warm": "warm; medium; moderate; good; acquaintance; colleague; coworker; co worker; ex coworker; ex colleague; former colleague; former coworker; peer; classmate; alumni; alum; mentee; manager; former manager; client; former client; teammate; 1st; 1st degree; 1st direct; first degree; b; 3; known; network; "
    "professor; teacher; advisor; connected; bekannt; bekannter; kollege; kollegin; mittel; tiede; chaud; moyen; collegue; connaissance; tibio; medio; conocido; colega; morno; conhecido; tiepido; collega; conoscente; kennis; cieply; znajomy; kolega; srednia",
    "weak": "weak; cold; weak tie; distant; none; new; stranger; 2nd; 2nd degree; 2nd introduced; 3rd; 3rd degree; 3rd cold; second degree; third degree; low; c; d; 1; 2; dormant; met once; city niche; introduced; schwach; kalt; neu; lose; faible; froid; nouveau; debil; frio; nuevo; fraco; novo; debole; freddo; nuovo; zwak; koud; nieuw; slaby; zimny; nowy; slaba",
    "": "recruiter; hiring manager; hr; founder; ceo; referral; other; prospect; lead; partner; investor; customer; industry contact; professional; personal; business; work; linkedin; sonstige; personalvermittler; recruteur; reclutador; recrutador; selezionatore; rekruter; speaker; faculty; researcher; student; employee; engineer; candidate",
}
"""How close a tie is; under "" words that are known and say nothing about it."""

ROLE_WORDS: dict[str, str] = {
    "mentor": "mentor; my mentor; former mentor; mentorin; mentore; mentora; mentrice; mentorka; mentoren; mentori; akil hocasi; ментор; наставник; наставниця; наставница; μεντορας",
    "buddy": "buddy; job search buddy; search buddy; job buddy; accountability partner; accountability buddy; accountability; support group; peer group; job club; "
    "lerngruppe; erfolgspartner; tandempartner; tandem; binome; groupe de soutien; companero de busqueda; companera de busqueda; grupo de apoyo; grupo de apoio; "
    "gruppo di supporto; maatje; grupa wsparcia; бадди; напарник; напарница",
}
"""What somebody is to the user beyond how close they are."""

TIE_OF_ROLE = {"mentor": "warm", "buddy": "close"}
"""How close a tie counts where the log only names the role."""

DAY_LINKS = frozenset({"on", "at", "the", "am", "den", "le", "el", "em", "dia", "il", "op", "w", "dnia", "to", "for", "until", "since", "last"})  # fmt: skip
"""Small words between what happened and its day: "they replied on 12 Nov", "wrote last Monday"."""

SENT_FIRST = frozenset({
    "sent", "emailed", "mailed", "messaged", "texted", "forwarded", "posted", "envoye", "enviado", "envie", "enviei", "mandei", "mande", "inviato", "mandato", "verstuurd", "wyslano", "wyslalem", "wyslalam",
})  # fmt: skip
"""With one of these in front, the rest is what the user sent,"""
SENT_LAST = frozenset({
    "sent", "geschickt", "gesendet", "verschickt", "versandt", "gemailt", "envoye", "envoyee", "envoyes", "enviado", "enviada", "enviados", "enviadas", "inviato", "inviata", "inviati", "mandato", "mandata",
    "verstuurd", "gestuurd", "gemaild", "wyslane", "wyslany", "wyslana", "wyslano",
})  # fmt: skip
"""and with one of these at the end what is before it."""
ME = frozenset({"i", "ich", "j", "je", "yo", "eu", "io", "ho", "ik", "ja"})
"""Words for the user themself; "ja" is Polish, "ho" is Italian for "I have"."""
SENDERS = ME | {"ve", "have", "habe", "ai", "heb"}
"""The same, and the small words between them and what they did: "I have sent"."""
SMALL_WORDS = frozenset({
    "a", "an", "the", "is", "are", "was", "were", "be", "been", "has", "have", "had", "s", "ve", "already", "just", "really", "also", "sadly", "unfortunately", "leider", "malheureusement", "lamentablemente", "purtroppo", "infelizmente", "helaas", "der", "die", "das", "ein", "eine", "ist", "sind",
    "war", "wurde", "wurden", "worden", "schon", "bereits", "inzwischen", "le", "la", "les", "l", "est", "sont", "ete", "deja", "el", "los", "las", "esta", "estan", "ha", "han", "sido", "ya", "fue",
    "os", "as", "foi", "il", "lo", "gli", "stato", "stata", "gia", "het", "een", "werd", "zijn",
})  # fmt: skip
"""Words inside a phrase that change nothing of it: "the position has been filled" is "position filled"."""
THEM = frozenset({"they", "she", "he", "sie", "er", "il", "elle", "ils", "on", "ella", "el", "ellos", "ela", "ele", "lei", "lui", "ze", "zij", "hij", "ona", "oni", "hat", "haben", "ha", "han", "hanno", "heeft"})  # fmt: skip
"""Words for others: then it was not the user who sent it."""
INTRODUCED = ("referred by", "recommended by", "empfohlen von", "recommande par", "recomendado por", "introduced by", "introduced through", "intro by", "intro from", "intro through", "vermittelt durch", "vorgestellt von", "presente par", "presentado por", "apresentado por", "presentato da", "voorgesteld door", "polecony przez")  # fmt: skip
"""With these words somebody else brought the two together, and nothing was written yet."""
JOB_INTERVIEWS = frozenset({"interview", "vorstellungsgesprach", "bewerbungsgesprach", "erstgesprach", "zweitgesprach", "entretien", "entrevista", "colloquio", "sollicitatiegesprek", "kwalifikacyjna"})  # fmt: skip
"""Words for an interview, which is one for a job,"""
ROUNDS_OF_INTERVIEWS = (
    "final round",
    "phone screen",
    "phone screening",
    "screening call",
    "recruiter screen",
    "hr screen",
)
"""names for one that hold none of these words,"""
FOR_INFORMATION = frozenset({"informational", "info", "informel", "reseau", "informativa", "informativo", "informacyjna", "networking"})  # fmt: skip
"""unless one of these says that it was one to learn something."""
NO_DAY_TO_COME = frozenset({
    "last", "past", "every", "each", "since", "letzten", "letzter", "vergangenen", "jeden", "seit", "chaque", "depuis", "cada", "desde", "pasado", "passada", "ogni", "scorso", "elke", "iedere", "afgelopen",
    "kazdy", "kazda", "zeszly", "zeszla",
})  # fmt: skip
"""Words before a weekday that is over, or comes again and again: "last Friday", "every Monday"."""
TOMORROW = frozenset({"tomorrow", "tmrw", "demain", "manana", "amanha", "domani", "jutro", "ubermorgen", "pojutrze"})  # fmt: skip
"""Words for a day that only the one who typed them knows. "Morgen" means morning too."""
CONTACT_VERBS = frozenset({
    "meet", "see", "call", "ring", "phone", "speak", "talk", "chat", "catch", "follow", "chase", "nudge", "remind", "email", "mail", "message", "text", "write", "contact", "ping", "reply",
    "treffen", "anrufen", "zuruckrufen", "telefonieren", "sprechen", "nachfassen", "erinnern", "schreiben", "melden", "voir", "rencontrer", "appeler", "rappeler", "parler", "relancer", "ecrire",
    "contacter", "ver", "llamar", "hablar", "quedar", "escribir", "contactar", "recordar", "ligar", "falar", "encontrar", "escrever", "lembrar", "chiamare", "richiamare", "vedere", "incontrare", "sentire",
    "parlare", "scrivere", "contattare", "sollecitare", "bellen", "terugbellen", "spreken", "zien", "ontmoeten", "schrijven", "mailen", "opvolgen", "zadzwonic", "oddzwonic", "spotkac", "porozmawiac", "napisac",
    "przypomniec",
})  # fmt: skip
"""Verbs that, next to a day to come, plan to be in touch."""

MONTH_LEADS = frozenset({
    "in", "from", "again", "maybe", "perhaps", "probably", "earliest", "around", "im", "ab", "vielleicht", "wieder", "wohl", "fruhestens", "en", "a", "partir", "de", "peut", "etre", "vers",
    "early", "erst", "anfang", "debut", "inicio", "inizio", "begin", "magari", "dopiero", "quizas", "quiza", "talvez", "hacia", "em", "forse", "verso", "da", "misschien", "vanaf", "moze", "od", "we", "w",
})  # fmt: skip
"""Small words before a month to come: "maybe in January"."""
MEETING_QUALIFIERS = frozenset({
    "a", "an", "the", "my", "our", "another", "new", "next", "first", "second", "third", "final", "last", "short", "quick", "1st", "2nd", "3rd", "hr", "technical", "online", "onsite", "virtual",
    "ein", "eine", "mein", "unser", "neues", "neuer", "nachstes", "nachster", "erstes", "erster", "zweites", "zweiter", "drittes", "dritter", "letztes", "letzter", "kurzes", "kurzer",
    "un", "une", "mon", "notre", "nouvel", "nouveau", "nouvelle", "premier", "premiere", "deuxieme", "seconde", "troisieme", "dernier", "derniere", "prochain", "prochaine",
    "una", "uno", "mi", "nueva", "nuevo", "primera", "primer", "segunda", "segundo", "tercera", "tercer", "ultima", "ultimo", "proxima", "proximo",
    "um", "uma", "minha", "meu", "nova", "novo", "primeira", "primeiro", "terceira", "terceiro", "il", "mio", "nuovo", "primo", "prima", "secondo", "seconda", "terzo", "terza",
    "een", "mijn", "nieuw", "eerste", "tweede", "derde", "laatste", "kort", "pierwsza", "pierwsze", "druga", "drugie", "trzecia", "trzecie", "nowa", "nowe", "nastepna", "nastepne", "ostatnia",
    "yes", "ok", "ja", "oui", "si", "sim", "tak", "1", "2", "3",
})  # fmt: skip
"""Words before the name of a meeting that change nothing: "second interview", "zweites Gespräch"."""

LINKING_WORDS = frozenset({
    "after", "by", "on", "for", "in", "with", "at", "to", "from", "since", "until", "till", "til", "via", "w", "but", "nach", "bis", "am", "im", "mit", "von", "wegen", "seit", "ab", "bei", "fur", "zum", "zur", "apres", "jusqu", "jusque", "depuis", "pour", "avec", "le", "au", "en", "par", "chez", "tras",
    "despues", "hasta", "desde", "por", "con", "el", "para", "em", "apos", "depois", "ate", "com", "dopo", "fino", "da", "per", "il", "al", "na", "tot", "sinds", "voor", "met", "op", "bij", "po", "do", "od", "dla", "z", "przez", "i", "again", "twice", "once",
})  # fmt: skip
"""Words with which a circumstance begins, in eight languages, or another statement that no splitter sets off."""

TOOK_PLACE = frozenset({
    "met", "talked", "spoke", "spoken", "chatted", "had", "done", "held", "completed", "interviewed", "attended", "good", "great", "gesprochen", "getroffen", "gefuhrt", "gehabt", "telefoniert",
    "kennengelernt", "parle", "rencontre", "vu", "fait", "faite", "passe", "hablado", "hablamos", "hable", "conversado", "reunido", "hecha", "realizada", "conversamos", "falamos", "falei", "feita",
    "parlato", "incontrato", "incontrata", "sentito", "fatto", "fatta", "gesproken", "gehad", "gevoerd", "ontmoet", "rozmawialam", "rozmawialem", "rozmawialismy", "spotkalismy", "odbyte", "odbyta", "po",
})  # fmt: skip
"""Words with which a meeting is over, and not only planned."""
