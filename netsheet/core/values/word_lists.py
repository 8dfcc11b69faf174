"""Words with a meaning in status, response, outcome, channel and similar columns: data.

Words are separated by ";" and compared folded (case, accents and punctuation do not matter).
"""

from __future__ import annotations

STATUS_WORDS: dict[str, str] = {
    "not contacted": """
        not contacted; not started; not yet; not yet contacted; not contacted yet; uncontacted; prospect; prospects; to contact; to do; todo; to reach out;
        reach out; to research; researching; research; researched; identified; drafted; draft; drafting; planned; queued; new; new lead; lead; target;
        backlog; to be contacted; need to contact; needs contact; not sent; to send; ready; ready to send; ready to contact; wishlist; saved; bookmarked;
        opportunity; to apply; not applied; found; untouched; newly created in companies db; needs review; pending referral; to be applied;
        offen; noch nicht kontaktiert; nicht kontaktiert; zu kontaktieren; geplant; neu; recherche; nicht begonnen; kontaktieren; a contacter; pas contacte;
        pas encore contacte; non contacte; a faire; nouveau; prevu; por contactar; sin contactar; no contactado; pendiente de contactar; nuevo; a contatar;
        nao contatado; nao contactado; por contatar; novo; da contattare; non contattato; nuovo; da fare; te contacteren; niet gecontacteerd; nog niet benaderd;
        nieuw; do kontaktu; nieskontaktowany; nowy; do zrobienia;
        should contact; want to contact; to message; to email; to call; to connect; noch kontaktieren; noch zu kontaktieren; noch anschreiben; pendiente de contacto; pendiente contactar; a contactar; nog te contacteren; nog benaderen; do napisania
    """,
    "sent": """
        sent; contacted; waiting; awaiting; awaiting reply; awaiting response; waiting for reply; waiting for response; waiting on reply; waiting to hear back;
        no response; no reply; no answer; no response yet; no reply yet; outreach sent; initial outreach; reached out; message sent; messaged; emailed;
        email sent; called; left voicemail; voicemail; bumped; followed up; follow up sent; final sent; in sequence; request sent; connection sent;
        connection request sent; invited; invitation sent; ghosted; ghost; unresponsive; delivered; opened; viewed; seen; waiting response; pending reply;
        pending response; gesendet; kontaktiert; angeschrieben; warte auf antwort; keine antwort; noch keine antwort; nachgefasst; envoye; envoyee; contacte;
        contactee; pas de reponse; sans reponse; aucune reponse; relance; relancee; enviado; enviada; contactado; contactada; esperando respuesta;
        en espera de respuesta; sin respuesta; contatado; contatada; aguardando resposta; esperando resposta; sem resposta; inviato; inviata; contattato;
        contattata; in attesa di risposta; nessuna risposta; senza risposta; verzonden; verstuurd; gecontacteerd; benaderd; wachten op antwoord; geen antwoord;
        geen reactie; wyslano; wyslane; skontaktowano; czekam na odpowiedz; brak odpowiedzi; left message; left a message; voicemail left; chased; nudged;
        pinged; awaiting feedback; warten auf antwort; warten auf ruckmeldung; warte auf ruckmeldung; keine ruckmeldung; nachricht gesendet; sans nouvelles;
        en attente de reponse; message envoye; mail envoye; relance envoyee; mensaje enviado; correo enviado; no contesto; no ha contestado; mensagem enviada;
        nao respondeu; messaggio inviato; non ha risposto; bericht verstuurd; wiadomosc wyslana; nie odpowiedzial; nie odpowiedziala;
        not replied; not responded; not answered; hasn t replied; hasnt replied; has not replied; have not replied; haven t replied; never replied; not yet replied; didn t reply; didnt reply; did not reply; didn t answer; did not answer
    """,
    "waiting": """
        pending; none; none yet; follow up; followup; follow up due; follow up 1; follow up 2; requires followup; requires follow up; needs follow up; applied;
        application sent; submitted; submitted pending response; cold; silent; in progress; in process; open; ongoing; active; past 3 weeks; under review;
        in review; no show; rescheduled; overdue; wartend; warten; warte; ausstehend; beworben; in bearbeitung; en attente; attente; en cours; postule;
        candidature envoyee; esperando; pendiente; en proceso; en curso; aplicado; postulado; aguardando; pendente; em andamento; candidatei me; inscrito;
        in attesa; in corso; candidato; wachten; in afwachting; lopend; gesolliciteerd; oczekuje; oczekiwanie; czekam; w toku; zaaplikowano; wartet; en espera;
        em espera; out of office; ooo; away; on leave; on vacation; auto reply; automatic reply; autoreply; autoresponder; abwesend; abwesenheitsnotiz;
        automatische antwort; im urlaub; absent; reponse automatique; en conges; fuera de la oficina; respuesta automatica; de vacaciones; ausente;
        fora do escritorio; resposta automatica; de ferias; fuori ufficio; risposta automatica; in ferie; afwezig; automatisch antwoord; op vakantie;
        poza biurem; odpowiedz automatyczna; na urlopie
    """,
    "replied": """
        replied; responded; answered; response received; reply received; got reply; got response; heard back; connected; in conversation; conversation; active conversation; in touch;
        in contact; talking; chatting; engaged; in discussion; in talks; reply; response; bad timing; not now; maybe; neutral; forwarded; referred elsewhere;
        geantwortet; antwort erhalten; beantwortet; im gesprach; in kontakt; verbunden; a repondu; repondu; reponse recue; en discussion; en contact; connecte;
        respondio; respondido; respondida; contesto; en conversacion; en contacto; conectado; respondeu; em conversa; em contato; ha risposto; risposto; risposta ricevuta; in contatto; connesso;
        geantwoord; beantwoord; antwoord ontvangen; in gesprek; odpowiedzial; odpowiedziala; odpowiedziano; w kontakcie; polaczono
    """,
    "replied positive": """
        positive; interested; warm; hot; accepted; warm lead; hot lead; warm contact; meeting booked; meeting scheduled; meeting set; meeting done; met; call booked; call scheduled; scheduled call;
        scheduled; demo booked; booked; interview; interviewing; interview scheduled; interview invite; interviewed; phone screen; screening; phone interview; first interview; second interview;
        final interview; final round; technical interview; onsite; assessment; offer; job offer; offer received; received offer; negotiating offer; negotiating; hired; converted; won; referred; referral; referral received;
        agreed; very interested; great; good; helpful; happy to help; yes; completed; call done; chatted; had a call; spoke; spoken; coffee chat; informational interview; replied positive; positive reply;
        interessiert; positiv; termin vereinbart; gesprach; vorstellungsgesprach; angebot; zusage; getroffen; interesse; interessee; positif; entretien; rendez vous pris; offre; accepte;
        interesado; interesada; positivo; positiva; entrevista; oferta; reunion programada; aceptado; interessado; interessada; reuniao marcada; aceito; oferta recebida;
        interessato; interessata; colloquio; offerta; incontro fissato; accettato; geinteresseerd; positief; gesprek gepland; sollicitatiegesprek; aanbod; geaccepteerd;
        zainteresowany; zainteresowana; pozytywny; pozytywna; rozmowa; oferta pracy; spotkanie umowione; zaakceptowano;
        good chat; great chat; good call; great call; good conversation; great conversation; good talk; great talk; good meeting; great meeting; good advice; great advice; gave advice; gave me advice; introduced me; made an intro; made intro; intro made; referral given; referral offered; referred me; offered to refer; offered to help; forwarded my cv; forwarded my resume; resume forwarded; termin steht; termin geplant; gesprach vereinbart; gesprach geplant; gesprach gefuhrt; treffen vereinbart; entretien prevu; entretien fait; rdv pris; rdv fixe; rdv fait; reunion agendada; reunion hecha; cita agendada; cita programada; entrevista agendada; entrevista programada; conversa feita; conversa marcada; reuniao feita; reuniao agendada; entrevista marcada; incontro fatto; colloquio fissato; colloquio fatto; gesprek gehad; afspraak gemaakt; afspraak gepland; spotkanie odbyte; rozmowa odbyta; umowione spotkanie
    """,
    "replied negative": "negative; replied negative; negative reply; declined politely; lukewarm; unhelpful; negativ; ablehnend; negatif; negativo; negativa; negatief; negatywny; negatywna",
    "closed negative": """
        rejected; reject; rejection; denied; deny; declined; not interested; no interest; no thanks; turned down; refused; unsuccessful; not selected; not moving forward; closed lost; lost; opted out;
        unsubscribed; not a fit; no fit; abgelehnt; absage; abgesagt; kein interesse; nicht interessiert; refuse; refusee; rejete; rejetee; pas interesse; pas interessee; decline; rechazado; rechazada;
        no interesado; no interesada; no le interesa; denegado; recusado; recusada; rejeitado; rejeitada; nao interessado; sem interesse; rifiutato; rifiutata; respinto; respinta; non interessato; non interessata;
        afgewezen; geweigerd; niet geinteresseerd; geen interesse; odrzucono; odrzucony; odrzucona; niezainteresowany; niezainteresowana; odmowa
    """,
    "closed": """
        closed; close; dead; dead end; disqualified; inactive; dropped; skip; skipped; abandoned; cancelled; canceled; position canceled; position cancelled; position filled; filled; withdrawn; withdrew;
        i said no; i declined; too lazy; archived; archive; done; finished; closed won; do not contact; dnc; wrong person; left company; no longer there; expired; not pursuing; gave up; unqualified; ended; stopped;
        geschlossen; abgeschlossen; erledigt; zuruckgezogen; beendet; archiviert; inaktiv; tot; clos; ferme; fermee; cloture; termine; terminee; abandonne; retire; inactif; annule;
        cerrado; cerrada; terminado; terminada; descartado; descartada; inactivo; inactiva; cancelado; cancelada; retirado; finalizado; fechado; fechada; encerrado; encerrada; inativo; inativa; concluido;
        chiuso; chiusa; concluso; conclusa; inattivo; inattiva; annullato; annullata; ritirato; gesloten; afgesloten; afgerond; inactief; geannuleerd; ingetrokken; zamkniete; zamkniety; zamknieta; zakonczone; nieaktywny; anulowano; wycofano
    """,
    "paused": """
        on hold; hold; paused; pause; parked; park; later; follow up later; contact later; reach out later; nurture; nurturing; dormant; snoozed; snooze; postponed; deferred; delayed; someday; on pause; maybe later; long term; revisit; revisit later; keep warm; waiting list; stalled;
        pausiert; zuruckgestellt; spater; geparkt; verschoben; auf eis; en pause; plus tard; reporte; reportee; suspendu; en pausa; pausado; pausada; mas tarde; mas adelante; aplazado; pospuesto;
        mais tarde; depois; adiado; adiada; em pausa; in pausa; sospeso; sospesa; piu tardi; rimandato; rinviato; gepauzeerd; uitgesteld; in de wacht; wstrzymane; wstrzymany; pozniej; odlozone; zawieszone
    """,
    "bounced": "bounced; bounce; bounced back; undeliverable; undelivered; delivery failed; mail delivery failed; not delivered; invalid email; email invalid; wrong email; wrong address; "
    "email bounced; hard bounce; soft bounce; address not found; unzustellbar; nicht zustellbar; zuruckgekommen; non remis; non delivre; adresse invalide; rebotado; rebotada; "
    "devuelto; no entregado; devolvido; nao entregue; non recapitato; non consegnato; onbestelbaar; niet bezorgd; niedostarczono; niedoreczono",
}

CHANNEL_WORDS: tuple[tuple[str, str, str], ...] = (
    ("LinkedIn", "", "linkedin; linked in; inmail; li; li dm; li message; connection request; connect request; connection; contact request; sales navigator"),
    ("video", "meeting", "zoom; teams; google meet; meet; skype; facetime; video; video call; video chat; webex; videocall; videogesprach; videoanruf; visio; appel video; videollamada; videochamada; videochiamata; videogesprek; wideorozmowa"),
    ("video", "", "loom; video message; video note; vidyard"),
    ("text", "", "text; sms; whatsapp; whats app; wa; imessage; telegram; signal; wechat; text message; texted; line; viber; kurznachricht; texto; mensaje de texto; messaggio; wiadomosc"),
    ("social", "", "twitter; x; xing; instagram; ig; insta; facebook; fb; messenger; dm; dms; social; social media; slack; discord; reddit; forum; bluesky; mastodon; threads; tiktok; youtube; github; ig dm; twitter dm; x dm; instagram dm; comment; post; community"),
    ("e-mail", "", "email; e mail; mail; gmail; outlook; cold email; direct email; emailed; email intro; warm intro email; newsletter; courriel; correo; correo electronico; posta; posta elettronica; poczta; mailing; anschreiben"),
    ("phone", "", "phone; call; phone call; telephone; tel; cell; mobile; voicemail; called; cold call; telefon; anruf; telefonat; appel; telefono; llamada; ligacao; telefone; chamada; chiamata; telefonata; telefoon; gebeld; telefoontje; rozmowa telefoniczna"),
    ("in person", "event", "event; conference; meetup; meet up; fair; career fair; job fair; networking event; workshop; webinar; seminar; trade show; booth; messe; veranstaltung; konferenz; salon; evenement; evento; conferencia; feria; congresso; fiera; beurs; konferencja; targi; wydarzenie"),
    ("in person", "meeting", "in person; person; face to face; f2f; coffee; coffee chat; lunch; dinner; drinks; meeting; visit; onsite; office visit; office; walk in; campus; class; personlich; treffen; besuch; kaffee; en personne; rencontre; cafe; dejeuner; reunion; en persona; presencial; visita; almuerzo; pessoalmente; almoco; di persona; incontro; pranzo; persoonlijk; afspraak; koffie; osobiscie; spotkanie; kawa"),
    ("website", "", "website; web; form; contact form; web form; portal; company website; careers page; application portal; online form; devpost; job board; online; webseite; formular; kontaktformular; site; site web; formulaire; formulario; sitio web; sito; modulo; formulier; strona; formularz"),
    ("other", "", "other; letter; post mail; fax; referral; introduction; intro; mutual; friend; mixed; multiple; various; sonstiges; andere; autre; otro; outro; altro; anders; overig; inne; brief; lettre; carta; lettera; list; direct; network; networking; agency"),
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
    ("message", "out", "reply sent; sent reply; sent a reply; my reply; i replied; replied to her; replied to him; replied to them; answered their; asked for referral; asked for a referral; referral request; referral requested; referral asked; requested referral; requested a referral; asked for intro; asked for an intro; asked for introduction; intro request; no answer; call no answer; called no answer; left message; left a message; left voicemail; left a voicemail; called and left a message"),
    ("call", "in", "they called; she called; he called; called me; incoming call; received call; received a call"),
    ("bounce", "in", "bounce; bounced; undeliverable; unzustellbar; rebotado"),
    ("thanks", "out", "thank you; thanks; thank you note; thank you email; thank you message; thank you sent; dank; danke; dankesmail; remerciement; merci; agradecimiento; gracias; agradecimento; obrigado; ringraziamento; grazie; bedankje; bedankt; podziekowanie"),
    ("wish", "out", "birthday; birthday wish; birthday message; congratulations; congrats; congratulation; holiday greeting; greeting; seasons greetings; wishes; geburtstag; gluckwunsch; felicitations; anniversaire; felicitacion; cumpleanos; parabens; auguri; compleanno; felicitatie; verjaardag; zyczenia"),
    ("interview", "both", "informational interview; info interview; informational; informational call; informational chat; coffee chat; informationsgesprach; entretien informel; entretien reseau; entrevista informativa; colloquio informativo; orienterend gesprek"),
    ("meeting", "both", "interview; job interview; phone interview; screening; phone screen; vorstellungsgesprach; entretien; entrevista; colloquio; sollicitatiegesprek; rozmowa kwalifikacyjna"),
    ("event", "both", "event; conference; meetup; meet up; fair; career fair; job fair; networking event; workshop; webinar; seminar; attended a meet up or conference; networking attended a meet up or conference; veranstaltung; messe; konferenz; evenement; salon; evento; conferencia; feria; fiera; beurs; wydarzenie; targi"),
    ("meeting", "both", "meeting; in person; coffee; lunch; dinner; visit; video call; zoom; zoom call; teams call; video chat; catch up; chat; conversation; met; demo; networking meeting; spoke; treffen; besuch; gesprach; termin; rencontre; rendez vous; reunion; cafe; visita; reuniao; almoco; incontro; riunione; afspraak; gesprek; spotkanie"),
    ("call", "both", "call; phone call; phone; telephone; telephone call; anruf; telefonat; appel; llamada; ligacao; chamada; chiamata; telefonata; telefoongesprek; telefoon; rozmowa telefoniczna; telefon"),
    ("referral", "in", "referral; referral received; referred; empfehlung; recommandation; referencia; indicacao; referenza; doorverwijzing; polecenie"),
    ("reply", "in", "accepted; request accepted; connection accepted; accepted connection; accepted request; accepted invitation; rejection; rejection email; she wrote; he wrote; they wrote back; reply; response; reply received; response received; replied; inbound; incoming; received; they replied; they wrote; antwort; reponse; respuesta; resposta; risposta; antwoord; odpowiedz"),
    ("social", "out", "like; liked; comment; commented; reaction; reacted; share; shared; social; post; engagement; endorsed; endorsement; kommentar; commentaire; comentario; commento; reactie; komentarz"),
    ("message", "out", "message; email; e mail; mail; dm; text; sms; note; linkedin; linkedin message; linkedin dm; inmail; connection request; connection request sent; request; outreach; cold outreach; initial outreach; outreach email; networking outreach email; cold email; cold message; first contact; initial contact; follow up; followup; followup email; follow up email; bump; nudge; check in; intro; introduction; introduction email; voicemail; letter; sent; contacted; application; whatsapp; nachricht; anschreiben; nachfassen; anfrage; relance; prise de contact; mensaje; correo; seguimiento; mensagem; messaggio; bericht; wiadomosc; other; sonstiges; autre; otro; outro; altro; anders; inne"),
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
    "warm": "warm; medium; moderate; good; acquaintance; colleague; coworker; co worker; ex coworker; ex colleague; former colleague; former coworker; peer; classmate; alumni; alum; mentor; mentee; manager; former manager; client; former client; teammate; 1st; 1st degree; 1st direct; first degree; b; 3; known; network; "
    "professor; teacher; advisor; connected; bekannt; bekannter; kollege; kollegin; mittel; tiede; chaud; moyen; collegue; connaissance; tibio; medio; conocido; colega; morno; conhecido; tiepido; collega; conoscente; kennis; cieply; znajomy; kolega; srednia",
    "weak": "weak; cold; weak tie; distant; none; new; stranger; 2nd; 2nd degree; 2nd introduced; 3rd; 3rd degree; 3rd cold; second degree; third degree; low; c; d; 1; 2; dormant; met once; city niche; introduced; schwach; kalt; neu; lose; faible; froid; nouveau; debil; frio; nuevo; fraco; novo; debole; freddo; nuovo; zwak; koud; nieuw; slaby; zimny; nowy; slaba",
    "": "recruiter; hiring manager; hr; founder; ceo; referral; other; prospect; lead; partner; investor; customer; industry contact; professional; personal; business; work; linkedin; sonstige; personalvermittler; recruteur; reclutador; recrutador; selezionatore; rekruter; speaker; faculty; researcher; student; employee; engineer; candidate",
}
"""How close a tie is; under "" words that are known and say nothing about it."""
