"""Words with a meaning in status, response and outcome columns: data.

Words are separated by ";" and compared folded (case, accents and punctuation do not matter).
"""

from __future__ import annotations

STATUS_WORDS: dict[str, str] = {
    "not contacted": """
        not contacted; not started; not yet; not yet contacted; not contacted yet; uncontacted; prospect; prospects; to contact; to do; todo; to reach out; reach out; to research; researching; research;
        researched; identified; drafted; draft; drafting; planned; queued; new; new lead; lead; target; backlog; to be contacted; need to contact; needs contact; not sent; to send; ready; ready to send;
        ready to contact; wishlist; saved; bookmarked; opportunity; to apply; not applied; found; untouched; newly created in companies db; needs review; pending referral; to be applied; offen; noch nicht
        kontaktiert; nicht kontaktiert; zu kontaktieren; geplant; neu; recherche; nicht begonnen; kontaktieren; a contacter; pas contacte; pas encore contacte; non contacte; a faire; nouveau; prevu; por
        contactar; sin contactar; no contactado; pendiente de contactar; nuevo; a contatar; nao contatado; nao contactado; por contatar; novo; da contattare; non contattato; nuovo; da fare; te
        contacteren; niet gecontacteerd; nog niet benaderd; nieuw; do kontaktu; nieskontaktowany; nowy; do zrobienia; should contact; want to contact; to message; to email; to call; to connect; noch
        kontaktieren; noch zu kontaktieren; noch anschreiben; pendiente de contacto; pendiente contactar; a contactar; nog te contacteren; nog benaderen; do napisania; draft ready; draft created; drafts;
        in draft; draft saved; draft done; draft written; message drafted; email drafted; to review; ready for review; ready to go; to be sent; to be reviewed; to be written; to write; unsent; queue; in
        queue; not applied yet; plan to apply; planning to apply; want to apply; need to apply; planning; plan; idea; not messaged; not emailed; not called; never contacted; no contact yet; not reached
        out; not reached out yet; haven t contacted; need to email; need to call; need to reach out; need to message; pending send; pending outreach; outreach pending; waiting to send; not sent yet;
        entwurf; entwurf fertig; entwurf erstellt; im entwurf; entworfen; zu senden; zu schreiben; noch senden; noch schreiben; noch zu senden; noch zu schreiben; nicht gesendet; noch nicht gesendet;
        versandbereit; bereit; bereit zum senden; zu prufen; zur prufung; vorgemerkt; in planung; noch nicht angeschrieben; nicht angeschrieben; anzuschreiben; anzurufen; noch anrufen; noch bewerben; noch
        nicht beworben; nicht beworben; wunschliste; gemerkt; brouillon; brouillon pret; en brouillon; a envoyer; a ecrire; a appeler; a preparer; pret; pret a envoyer; pas envoye; non envoye; pas encore
        envoye; a verifier; a relire; planifie; planifiee; a prospecter; a postuler; pas postule; en attente d envoi; jamais contacte; borrador; borrador listo; en borrador; por enviar; por escribir; por
        llamar; sin enviar; no enviado; no enviada; listo; listo para enviar; pendiente de enviar; pendiente de envio; por revisar; en cola; planificado; planeado; previsto; por postular; por aplicar; sin
        postular; no aplicado; nunca contactado; por hacer; rascunho; rascunho pronto; em rascunho; a enviar; para enviar; nao enviado; nao enviada; pronto para enviar; a escrever; para contatar; a
        revisar; na fila; planejado; nunca contatado; a fazer; bozza; bozza pronta; in bozza; da inviare; da scrivere; da chiamare; non inviato; non inviata; pronto; da rivedere; in coda; pianificato;
        pianificata; mai contattato; concept; concept klaar; in concept; te versturen; te verzenden; te schrijven; te bellen; niet verstuurd; niet verzonden; nog niet verstuurd; nog niet verzonden; nog te
        versturen; klaar om te versturen; klaar voor verzending; te controleren; gepland; nog niet gecontacteerd; niet benaderd; nog niet gesolliciteerd; te solliciteren; te doen; szkic; wersja robocza;
        do wyslania; niewyslane; nie wyslano; nie wyslane; jeszcze nie wyslano; gotowe do wyslania; gotowe; do sprawdzenia; zaplanowane; planowane; w planach; w kolejce; nieskontaktowano; do
        zaaplikowania; nie zaaplikowano; nie kontaktowano
    """,
    "sent": """
        sent; contacted; waiting; awaiting; awaiting reply; awaiting response; waiting for reply; waiting for response; waiting on reply; waiting to hear back; no response; no reply; no answer; no
        response yet; no reply yet; outreach sent; initial outreach; reached out; message sent; messaged; emailed; email sent; called; left voicemail; voicemail; bumped; followed up; follow up sent; final
        sent; in sequence; invited; ghosted; ghost; unresponsive; delivered; opened; viewed; seen; waiting response; pending reply; pending response; gesendet; kontaktiert; angeschrieben; warte auf
        antwort; keine antwort; noch keine antwort; nachgefasst; envoye; envoyee; contacte; contactee; pas de reponse; sans reponse; aucune reponse; relance; relancee; enviado; enviada; contactado;
        contactada; esperando respuesta; en espera de respuesta; sin respuesta; contatado; contatada; aguardando resposta; esperando resposta; sem resposta; inviato; inviata; contattato; contattata; in
        attesa di risposta; nessuna risposta; senza risposta; verzonden; verstuurd; gecontacteerd; benaderd; wachten op antwoord; geen antwoord; geen reactie; wyslano; wyslane; skontaktowano; czekam na
        odpowiedz; brak odpowiedzi; left message; left a message; voicemail left; chased; nudged; pinged; awaiting feedback; warten auf antwort; warten auf ruckmeldung; warte auf ruckmeldung; keine
        ruckmeldung; nachricht gesendet; sans nouvelles; en attente de reponse; message envoye; mail envoye; relance envoyee; mensaje enviado; correo enviado; no contesto; no ha contestado; mensagem
        enviada; nao respondeu; messaggio inviato; non ha risposto; bericht verstuurd; wiadomosc wyslana; nie odpowiedzial; nie odpowiedziala; not replied; not responded; not answered; hasn t replied;
        hasnt replied; has not replied; have not replied; haven t replied; hasn t answered; haven t answered; hasn t responded;
        haven t responded; didn t respond; did not respond; never answered; never responded; no news; no news yet; never replied; not yet replied; didn t reply; didnt reply; did not reply; didn t answer; did not answer; proposal; proposal sent;
        sent proposal; quote sent; quoted; pitched; pitch sent; offer sent; first email sent; 1st email sent; second email sent; 2nd email sent; first message sent; second message sent; followed up once;
        followed up twice; no response so far; still no response; still no reply; no reply so far; no word; no word yet; silence; radio silence; nothing back; waiting on response; waiting to hear; read no reply; seen no reply; left on read; opened no reply; tried to call; called no answer; no pick up; didn t pick up; did not pick up; mailbox; went to voicemail;
        unreachable; not reached; could not reach; couldn t reach; cold emailed; cold called; cold messaged; resume sent; cv sent; sent cv; sent resume; ghosted me; angeboten; angebot gesendet; angebot
        verschickt; verschickt; versendet; versandt; abgeschickt; geschrieben; angerufen; nachricht hinterlassen; anrufbeantworter; nicht erreicht; angefragt; anfrage gesendet; erinnert; erinnerung
        gesendet; unterlagen gesendet; keine reaktion; ohne antwort; antwort ausstehend; warte auf reaktion; warten auf reaktion; noch keine ruckmeldung; noch keine reaktion; devis envoye; proposition
        envoyee; offre envoyee; message laisse; repondeur; appele; appelee; injoignable; pas de retour; sans retour; aucun retour; en attente de retour; attente reponse; attente retour; cv envoye; demande
        envoyee; toujours pas de reponse; pas encore de reponse; n a pas repondu; presupuesto enviado; propuesta enviada; propuesta; oferta enviada; cotizado; cotizacion enviada; llamado; llamada; mensaje
        dejado; buzon de voz; no contesta; no responde; no ha respondido; no respondio; sin contestar; sin contestacion; a la espera de respuesta; pendiente de respuesta; pendiente respuesta; seguimiento
        enviado; reenviado; cv enviado; solicitud enviada; ninguna respuesta; aun sin respuesta; todavia sin respuesta; proposta enviada; proposta; orcamento enviado; email enviado; e mail enviado; recado
        deixado; caixa postal; nao atende; nao atendeu; nao responde; ainda sem resposta; nenhuma resposta; sem retorno; aguardando retorno; a espera de resposta; curriculo enviado; follow up enviado; nao
        respondeu ainda; preventivo inviato; proposta inviata; offerta inviata; email inviata; mail inviata; chiamato; chiamata; messaggio lasciato; segreteria telefonica; non risponde; ancora nessuna
        risposta; nessun riscontro; senza riscontro; in attesa di riscontro; in attesa risposta; sollecitato; sollecitata; sollecito inviato; cv inviato; richiesta inviata; non ha ancora risposto; offerte
        verstuurd; offerte verzonden; offerte; voorstel verstuurd; voorstel verzonden; mail verstuurd; mail verzonden; bericht verzonden; gemaild; gebeld; voicemail ingesproken; ingesproken; niet bereikt;
        neemt niet op; wacht op antwoord; wacht op reactie; wachten op reactie; nog geen antwoord; nog geen reactie; herinnering verstuurd; opgevolgd; nagebeld; cv verstuurd; heeft niet gereageerd; niet
        gereageerd; oferta wyslana; propozycja wyslana; mail wyslany; e mail wyslany; zadzwoniono; dzwonilem; dzwonilam; nie odbiera; poczta glosowa; brak odzewu; bez odpowiedzi; czeka na odpowiedz;
        oczekiwanie na odpowiedz; oczekuje na odpowiedz; przypomnienie wyslane; cv wyslane; nadal brak odpowiedzi; nie odpisal; nie odpisala;
        read; read it; read message; message read; opened email; opened my email; opened mail; viewed profile; viewed my profile; application viewed; profile viewed; left on seen; no feedback; no
        feedback yet; crickets; no joy; nada; nothing; nothing yet; nix; rien; waiting on hr; waiting for hr; gelesen; lu; vu sans reponse; leido; visto;
        applied online; app submitted; application submitted; 2nd follow up sent; second follow up sent; final follow up; final follow up sent; last try; last attempt; no luck; no answer x2; no luck
        yet;
        checking in; checked in; check in sent
    """,
    "their turn": """
        waiting on them; waiting for them; waiting for him; waiting for her; waiting on him; waiting on her; waiting for his reply; waiting for her reply; waiting for their reply; waiting for his
        answer; waiting for her answer; waiting for their answer; ball in their court; ball is in their court; ball in his court; ball in her court; their turn; his turn; her turn; their move;
        warte auf ihn; warte auf sie; ball liegt bei ihnen; sind am zug; ist am zug; a eux de jouer; a lui de jouer; a elle de jouer; j attends sa reponse; le toca a el; le toca a ella; les toca a
        ellos; espero su respuesta; tocca a loro; tocca a lui; tocca a lei; aspetto la sua risposta; vez deles; espero a resposta dele; espero a resposta dela; zij zijn aan zet; wacht op hem; wacht op
        haar; czekam na niego; czekam na nia;
        his move; her move; on them
    """,
    "invited": """
        request sent; connection sent; connection request sent; invitation sent; connection requested; request pending; invite sent; invite pending; invitation pending; pending connection; pending
        request; pending invitation; einladung gesendet; invitation envoyee; invitacion enviada; convite enviado; uitnodiging verstuurd; zaproszenie wyslane; linkedin request sent; linkedin invite sent;
        contact request sent; kontaktanfrage gesendet; kontaktanfrage verschickt; vernetzungsanfrage gesendet; anfrage offen; demande de connexion envoyee; demande d ajout envoyee; invitation en attente;
        solicitud de contacto enviada; invitacion pendiente; convite pendente; pedido de conexao enviado; invito inviato; richiesta di collegamento inviata; invito in attesa; connectieverzoek verstuurd;
        uitnodiging verzonden; zaproszenie wyslano; zaproszenie oczekuje;
        req sent; pending linkedin; linkedin pending; linkedin request pending; connect request sent; connect sent;
        pending li; li pending; li request pending; li request sent; li invite sent
    """,
    "waiting": """
        pending; none; none yet; follow up; followup; follow up due; follow up 1; follow up 2; requires followup; requires follow up; needs follow up; applied; application sent; submitted; submitted
        pending response; cold; silent; in progress; in process; open; ongoing; active; past 3 weeks; under review; in review; no show; overdue; wartend; warten; warte; ausstehend; beworben;
        in bearbeitung; en attente; attente; en cours; postule; candidature envoyee; esperando; pendiente; en proceso; en curso; aplicado; postulado; aguardando; pendente; em andamento; candidatei me;
        inscrito; in attesa; in corso; candidato; wachten; in afwachting; lopend; gesolliciteerd; oczekuje; oczekiwanie; czekam; w toku; zaaplikowano; wartet; en espera; em espera; negotiation;
        negotiations; qualified; qualification; discovery; evaluation; in play; working; proposal stage; warming up; application received; received application; needs followup; to follow up; to be
        followed up; follow up needed; need to follow up; in verhandlung; verhandlung; qualifiziert; nachfassen; nachzufassen; bewerbung gesendet; bewerbung verschickt; a relancer; relancer; a
        recontacter; a rappeler; en negociation; negociation; qualifie; qualifiee; candidature deposee; en negociacion; negociacion; calificado; por seguir; volver a contactar; dar seguimiento;
        solicitado; em negociacao; negociacao; qualificado; dar retorno; voltar a contatar; candidatura enviada; in trattativa; trattativa; qualificata; da ricontattare; da sollecitare; candidatura
        inviata; in onderhandeling; onderhandeling; gekwalificeerd; opvolgen; op te volgen; na te bellen; sollicitatie verstuurd; w negocjacjach; negocjacje; zakwalifikowany; do ponownego kontaktu;
        aplikacja wyslana; aplikowano; zlozono aplikacje
    """,
    "automatic reply": """
        out of office; ooo; out of the country; mat leave; on mat leave; paternity leave; on paternity leave; on maternity leave; annual leave; on annual leave; sick leave; on sick leave; off sick; on
        sabbatical; away; on leave; on vacation; auto reply; automatic reply; autoreply; autoresponder; abwesend; abwesenheitsnotiz; automatische antwort; im urlaub; absent; reponse automatique;
        en conges; fuera de la oficina; respuesta automatica; de vacaciones; ausente; fora do escritorio; resposta automatica; de ferias; fuori ufficio; risposta automatica; in ferie; afwezig; automatisch
        antwoord; op vakantie; poza biurem; odpowiedz automatyczna; na urlopie; out of the office; on holiday; vacation; auto response; autoresponse; automated reply; automated response; parental leave;
        maternity leave; on parental leave; abwesenheit; nicht im buro; ausser haus; autoantwort; urlaub; elternzeit; in elternzeit; absente; absence; absence du bureau; hors du bureau; message d absence;
        en vacances; vacaciones; ferias; fora da empresa; fuori sede; assente; in vacanza; afwezigheidsbericht; automatische reactie; met vakantie; niet op kantoor; autoodpowiedz; automatyczna odpowiedz;
        urlop; nieobecny; nieobecna; nieobecnosc;
        pto; on pto; vacay; on vacay; sick; out sick; ill; out of town; traveling; travelling; out; krank; krankgeschrieben; malade; de baja; enfermo; enferma
    """,
    "replied": """
        replied; responded; response received; reply received; got reply; got response; heard back; reply; response; forwarded; referred elsewhere; geantwortet; antwort erhalten; a repondu; repondu;
        reponse recue; respondio; respondido; respondida; contesto; respondeu; ha risposto; risposto; risposta ricevuta; geantwoord; antwoord ontvangen; odpowiedzial; odpowiedziala; odpowiedziano;
        wrote back; got back to me; got back; they replied; they responded; they answered; they wrote; they wrote back; she replied; he replied; she wrote back; he wrote back; replied to me; reply in;
        reverted; hat geantwortet; haben geantwortet; hat sich gemeldet; gemeldet; zuruckgemeldet; ruckmeldung; ruckmeldung erhalten; reagiert; hat reagiert; antwort; antwort da; antwort bekommen;
        reponse; reponse obtenue; retour recu; m a repondu; a reagi; respuesta; respuesta recibida; ha respondido; ha contestado; contestado; contestada; me respondio; me contesto; resposta; resposta
        recebida; retornou; deu retorno; retorno recebido; me respondeu; risposta; riscontro ricevuto; mi ha risposto; hanno risposto; antwoord; gereageerd; heeft gereageerd; heeft geantwoord;
        reactie; reactie ontvangen; reactie gekregen; antwoord gekregen; odpowiedz; odpisal; odpisala; odpisano; otrzymano odpowiedz; odezwal sie; odezwala sie;
        acknowledged; acknowledged receipt; confirmed receipt; receipt confirmed; received my cv; received my application; received my email; got it; noted; cancelled on me; canceled on me;
        emailed back; texted back; called me back; messaged back; liked my message; liked msg; liked my msg; confirmed
    """,
    "will write": """
        will get back to me; thinking about it; will think about it; will check; uberlegt; meldet sich; va y reflechir; reflechit; lo esta pensando; vai pensar; ci pensa; denkt erover na; zastanawia
        sie; thinking it over; thinking; checking internally; checking; still deciding; deciding; will let me know; will be in touch; will get in touch; will call me; will write to me; will email me;
        will come back to me; promised to reply; promised an answer; promised to call; to get back to me; get back to me; gets back to me; getting back to me; reply promised; answer promised; decision
        pending; awaiting decision; awaiting their decision; waiting for decision; waiting for a decision; waiting for their decision; waiting on a decision; waiting on decision; no decision yet; not
        decided yet; uberlegt noch; meldet sich wieder; meldet sich bei mir; wollte sich melden; will sich melden; wird sich melden; ruft zuruck; ruft mich an; ruft mich zuruck; antwortet spater;
        klart es intern; klart intern; fragt nach; entscheidet noch; entscheidung ausstehend; entscheidung steht aus; va me rappeler; me rappelle; doit me rappeler; va me repondre; va me recontacter;
        me recontacte; revient vers moi; va revenir vers moi; doit revenir vers moi; reponse promise; en reflexion; me va a llamar; me llamara; me respondera; va a responder; va a contestar; me
        contestara; me escribira; quedo en llamarme; quedo en responder; quedo en avisarme; me avisara; lo pensara; vai responder; vai me ligar; vai ligar; ficou de responder; ficou de ligar; mi
        richiama; mi fara sapere; rispondera; mi risponde; belt terug; belt me terug; laat het weten; laat iets weten; komt erop terug; oddzwoni; odezwie sie; da znac;
        promised intro; promised an intro; promised referral; promised a referral; promised to intro; promised to introduce; decision by; decision due; decision in; decision expected
    """,
    "reply owed": """
        needs reply; reply owed; to reply; need to reply; needs a reply; i need to reply; need to answer; i need to answer; need to respond; i need to respond; to answer; to respond; must reply; must
        answer; must respond; should reply; have to reply; i owe a reply; i owe them a reply; i owe her a reply; i owe him a reply; i owe an answer; i owe her an answer; i owe him an answer; i owe them an answer; owe a reply; owe reply; owe them a reply; answer
        owed; reply needed; response needed; needs answer; needs an answer; needs response; needs a response; awaiting my reply; awaiting my answer; awaiting my response; waiting for my reply; waiting
        for my answer; waiting for me; waiting on me; waiting on my reply; my turn; my move; ball in my court; ball is in my court; reply to them; reply to her; reply to him; write back; must write
        back; need to write back; call back; call them back; call her back; call him back; need to call back; must call back; to call back; ring back; return call; return their call; zu beantworten;
        antwort schuldig; a repondre; por responder; por contestar; pendiente de responder; a responder; da rispondere; te beantwoorden; do odpowiedzi; muss antworten; ich muss antworten; antworten;
        noch antworten; noch beantworten; antwort offen; wartet auf mich; wartet auf meine antwort; ich bin dran; zuruckrufen; zuruckschreiben; je dois repondre; repondre; doit attendre ma reponse;
        attend ma reponse; en attente de ma reponse; a moi de repondre; a moi de jouer; tengo que responder; debo responder; responder; pendiente de contestar; espera mi respuesta; me toca responder;
        me toca; preciso responder; tenho que responder; falta responder; aguarda minha resposta; devo rispondere; rispondere; aspetta la mia risposta; tocca a me; moet antwoorden; moet nog
        antwoorden; nog te beantwoorden; antwoorden; wacht op mijn antwoord; ik ben aan zet; musze odpowiedziec; musze odpisac; odpowiedziec; odpisac; czeka na moja odpowiedz;
        on me; it s on me; its on me; up to me
    """,
    "accepted": """
        connected; verbunden; connecte; conectado; connesso; polaczono; accepted; accepte; aceptado; aceito; accettato; geaccepteerd; zaakceptowano; connection accepted; request accepted; accepted
        request; invitation accepted; accepted invitation; accepted invite; accepted my invite; accepted my invitation; accepted connection; accepted my
        connection request; accepted connection request; now connected; accepted my request; anfrage angenommen; kontaktanfrage angenommen; einladung angenommen; vernetzt; invitation
        acceptee; demande acceptee; acceptee; en relation; solicitud aceptada; invitacion aceptada; aceptada; conectada; convite aceito; convite aceite; aceita; richiesta accettata; invito accettato;
        collegato; collegata; accettata; verbonden; uitnodiging geaccepteerd; verzoek geaccepteerd; zaproszenie przyjete; przyjete; zaproszenie zaakceptowane;
        accepted linkedin; accepted on linkedin; linkedin accepted; accepted li; li accepted; accepted connect; accepted my connect
    """,
    "not now": """
        bad timing; too busy; not this year; not a good time; not now; not right now; not at the moment; not at this time; not ready yet; wrong time; no time now; nicht jetzt; jetzt nicht; momentan nicht; derzeit nicht; zurzeit nicht; im moment
        nicht; schlechter zeitpunkt; falscher zeitpunkt; pas maintenant; pas pour le moment; pas pour l instant; mauvais moment; ahora no; por ahora no; no por ahora; de momento no; mal momento; agora
        nao; por agora nao; por enquanto nao; no momento nao; mau momento; non ora; non adesso; per ora no; al momento no; momento sbagliato; niet nu; nu niet; op dit moment niet; slecht moment; nie
        teraz; teraz nie; na razie nie; obecnie nie; zly moment;
        role on hold; position on hold; job on hold; hiring on hold; hiring paused; put on hold; search on hold; process on hold; role put on hold; position put on hold; hiring put on hold; everything
        on hold; budget on hold; too early; too soon; come back later; get back to me later; not the right time; not the right moment;
        busy; very busy; super busy; swamped; slammed; snowed under; not a priority; low priority; no bandwidth; bad time; budget frozen; no time; keine zeit; viel zu tun; pas le temps; deborde;
        debordee; sin tiempo; muy ocupado; muy ocupada; ocupado; ocupada
    """,
    "neutral": """
        maybe; neutral; undecided; unsure; neutral reply; unentschlossen; vielleicht; peut etre; tal vez; quizas; talvez; forse; misschien; moze
    """,
    "answered": """
        answered; beantwortet; beantwoord; i replied; i answered; i responded; i wrote back; replied to them; replied to her; replied to him; replied to it; answered them; answered her; answered him;
        responded to them; responded to her; responded to him; wrote back to them; got back to them; reply sent; sent reply; sent a reply; response sent; my reply sent; ich habe geantwortet; selbst
        geantwortet; antwort gesendet; antwort geschickt; antwort verschickt; ihm geantwortet; ihr geantwortet; ihnen geantwortet; j ai repondu; je lui ai repondu; reponse envoyee; he respondido; he
        contestado; le respondi; le conteste; ya respondi; respuesta enviada; respondi; ja respondi; resposta enviada; ho risposto; gli ho risposto; le ho risposto; risposta inviata; ik heb geantwoord;
        heb geantwoord; zelf geantwoord; teruggeschreven; antwoord verstuurd; antwoord gestuurd; odpowiedzialem; odpowiedzialam; odpisalem; odpisalam; odpowiedz wyslana; wyslano odpowiedz;
        thanked; thanked them; thanked her; thanked him; thank you sent; thanks sent; thank you note sent; sent thank you
    """,
    "in conversation": """
        in conversation; conversation; active conversation; in touch; in contact; talking; chatting; engaged; in discussion; in talks; im gesprach; in kontakt; en discussion; en contact; en conversacion;
        en contacto; em conversa; em contato; in contatto; in gesprek; w kontakcie; ongoing conversation; in dialogue; corresponding; back and forth; in the process; interview process; in interviews; im
        austausch; in verbindung; im prozess; im bewerbungsprozess; en conversation; en echange; en cours d echange; en processus; en entretiens; en conversaciones; en dialogo; hablando; en entrevistas;
        conversando; em contacto; em conversacao; em dialogo; em entrevistas; in conversazione; in dialogo; in colloqui; in dialoog; w rozmowach; w trakcie rozmow; rozmawiamy; w procesie;
        back forth
    """,
    "meeting scheduled": """
        meeting booked; meeting scheduled; meeting set; rescheduled; call booked; call scheduled; scheduled call; scheduled; demo booked; booked; interview scheduled; interview invite; termin vereinbart; rendez vous
        pris; reunion programada; reuniao marcada; incontro fissato; gesprek gepland; spotkanie umowione; termin steht; termin geplant; gesprach vereinbart; gesprach geplant; treffen vereinbart; entretien
        prevu; rdv pris; rdv fixe; reunion agendada; cita agendada; cita programada; entrevista agendada; entrevista programada; conversa marcada; reuniao agendada; entrevista marcada; colloquio fissato;
        afspraak gemaakt; afspraak gepland; umowione spotkanie; meeting planned; meeting arranged; meeting confirmed; scheduled meeting; call set; call planned; call arranged; demo scheduled; interview
        booked; interview set; coffee scheduled; coffee booked; coffee planned; chat scheduled; chat booked; appointment; appointment booked; appointment set; phone screen scheduled; screen scheduled;
        invited to interview; termin; anruf vereinbart; telefonat vereinbart; vorstellungsgesprach vereinbart; eingeladen; einladung zum gesprach; rdv; rdv prevu; rendez vous fixe; rendez vous prevu;
        entretien planifie; entretien fixe; appel prevu; appel planifie; reunion prevue; cita; cita concertada; reunion concertada; llamada agendada; llamada programada; agendado; agendada; conversa
        agendada; ligacao marcada; chamada marcada; marcada; chiamata fissata; appuntamento; appuntamento fissato; appuntamento preso; riunione fissata; afspraak; afspraak ingepland; kennismaking gepland;
        sollicitatiegesprek gepland; belafspraak; rozmowa umowiona; umowiona rozmowa; umowiono spotkanie; spotkanie zaplanowane; rozmowa zaplanowana; umowione;
        chat set; call is set; meeting is set; interview confirmed; call confirmed; coffee confirmed; time confirmed
    """,
    "talked": """
        meeting done; met; interview; interviewing; interviewed; phone screen; screening; phone interview; first interview; second interview; final interview; final round; technical interview; onsite;
        completed; call done; chatted; had a call; spoke; spoken; coffee chat; informational interview; gesprach; vorstellungsgesprach; getroffen; entretien; entrevista; colloquio; sollicitatiegesprek;
        rozmowa; good chat; great chat; good call; great call; good conversation; great conversation; good talk; great talk; good meeting; great meeting; gesprach gefuhrt; entretien fait; rdv fait;
        reunion hecha; conversa feita; reuniao feita; incontro fatto; colloquio fatto; gesprek gehad; spotkanie odbyte; rozmowa odbyta; talked; we talked; we spoke; had a chat; had coffee; had a meeting; we met;
        coffee done; interview done; phone screen done; recruiter call; recruiter screen; recruiter interview; hr call; hr interview; screening call; intro call; discovery call; final interviews; in
        person interview; panel interview; met up; had interview; demo done; call held; meeting held; telefoniert; gesprochen; getroffen gehabt; interview gefuhrt; erstgesprach; zweitgesprach;
        telefoninterview; gesprach gehabt; kennengelernt; appel fait; rencontre; entretien passe; entretien telephonique; entretien rh; vu en entretien; parle; hablado; hablamos; llamada hecha; entrevista
        hecha; entrevista realizada; reunido; entrevista telefonica; conversado; conversamos; falamos; entrevista feita; ligacao feita; parlato; sentito; incontrato; incontrata; colloquio telefonico;
        chiamata fatta; gesproken; gesprek gevoerd; ontmoet; telefonisch gesproken; telefonisch interview; rozmawialem; rozmawialam; po rozmowie; rozmowa telefoniczna; spotkalismy sie; po spotkaniu;
        had call; had meeting; had a coffee; had interview call
    """,
    "replied positive": """
        positive; interested; warm; hot; warm lead; hot lead; warm contact; assessment; offer; job offer; offer received; received offer; negotiating offer; negotiating; referred; referral; referral
        received; agreed; very interested; great; good; helpful; happy to help; yes; replied positive; positive reply; interessiert; positiv; angebot; zusage; interesse; interessee; positif; offre;
        interesado; interesada; positivo; positiva; oferta; interessado; interessada; oferta recebida; interessato; interessata; offerta; geinteresseerd; positief; aanbod; zainteresowany; zainteresowana;
        pozytywny; pozytywna; oferta pracy; good advice; great advice; gave advice; gave me advice; introduced me; made an intro; made intro; intro made; referral given; referral offered; referred me;
        offered to refer; offered to help; forwarded my cv; forwarded my resume; resume forwarded; interested in talking; wants to talk; wants to meet; open to talk; yes interested; offer extended;
        shortlisted; next round; moved forward; moving forward; zusage erhalten; angebot erhalten; weitergeleitet; offre recue; interessees; oferta aceptada; oferta recibida; avanza; proposta recebida;
        offerta ricevuta; aanbod ontvangen; aanbod gekregen; oferta otrzymana;
        2nd round; second round; 3rd round; third round; next stage; advanced; moved on to 2nd round; moved on to second round; moved on to next round; moved to next round; moved to 2nd round; moved
        on to final round; got an offer; got offer; verbal offer; written offer; offer letter; happy to chat; happy to talk; happy to meet; open to chat; up for a call; keen; willing to help; willing
        to talk; sounds good; sure; passed my resume along; passed my cv along; passed along my resume; passed along my cv; shared my resume; shared my cv; submitted my resume; made a referral; put me
        in touch; connected me
    """,
    "replied negative": """
        negative; neg; replied negative; negative reply; declined politely; lukewarm; unhelpful; negativ; ablehnend; negatif; negativo; negativa; negatief; negatywny; negatywna
    """,
    "closed negative": """
        rejected; reject; rejection; denied; deny; declined; not interested; no interest; no thanks; sorry no; no sorry; not the right person; turned down; refused; unsuccessful; not selected; not
        moving forward; closed lost; lost; not a fit; no fit; abgelehnt; absage; abgesagt; kein interesse; nicht interessiert; refuse; refusee; rejete; rejetee; pas interesse; pas interessee; decline;
        rechazado; rechazada; no interesado; no interesada; no le interesa; denegado; recusado; recusada; rejeitado; rejeitada; nao interessado; sem interesse; rifiutato; rifiutata; respinto;
        respinta; non interessato; non interessata; afgewezen; geweigerd; niet geinteresseerd; geen interesse; odrzucono; odrzucony; odrzucona; niezainteresowany; niezainteresowana; odmowa; position
        filled; filled; said no; they said no; said no thanks; no thank you; passed on me; passed on us; they passed; they passed on me; passed on my application; hired someone else; hired somebody
        else; hired another candidate; went with someone else; went with somebody else; went with another candidate; went another way; went in another direction; chose someone else; chose another
        candidate; picked someone else; not a match; no match; not the right fit; not hiring; no openings; no roles; no role; nothing open; nothing available; no need; no opening; no vacancies; no
        vacancy; no positions; no position; hiring freeze; no budget; budget cut; deal lost; lost deal; lost to competitor; rejected by them; no longer interested; not interested anymore;
        uninterested; not shortlisted; rejection received; rejection letter; rejection email; role filled; job filled; vacancy filled; verloren; auftrag verloren; hat abgesagt; absage erhalten; absage
        bekommen; abgewiesen; kein budget; kein bedarf; keine offenen stellen; keine stelle; keine stellen; keine offene stelle; keine vakanz; stelle besetzt; bereits besetzt; anderweitig besetzt;
        jemand anderen eingestellt; jemand anders eingestellt; anderer kandidat; andere kandidatin; passt nicht; nicht passend; nein danke; nicht ausgewahlt; einstellungsstopp; hat nein gesagt; perdu;
        perdue; affaire perdue; refus; refus recu; a refuse; a dit non; pas de budget; sans budget; pas de besoin; pas de poste; poste pourvu; deja pourvu; a pris quelqu un d autre; ont pris quelqu un
        d autre; autre candidat; autre candidat retenu; non retenu; non retenue; pas retenu; pas retenue; non merci; candidature rejetee; candidature refusee; reponse negative; perdido; perdida; venta
        perdida; negocio perdido; rechazo; dijo que no; dijeron que no; sin presupuesto; no hay presupuesto; sin vacantes; no hay vacantes; vacante cubierta; puesto cubierto; contrataron a otro;
        contrataron a otra; contrataron a otra persona; eligieron a otro; eligieron a otra persona; otro candidato; no seleccionado; no seleccionada; no gracias; sin interes; no les interesa; no
        encaja; venda perdida; recusa; rejeicao; disse nao; disseram que nao; sem orcamento; sem verba; sem vagas; sem vaga; vaga preenchida; contrataram outra pessoa; contrataram outro; escolheram
        outro; escolheram outra pessoa; outro candidato; nao selecionado; nao selecionada; nao obrigado; nao obrigada; nao tem interesse; reprovado; reprovada; perso; persa; affare perso; rifiuto; ha
        detto no; hanno detto no; ha detto di no; hanno detto di no; ha rifiutato; senza budget; nessun budget; niente budget; nessuna posizione; posizione coperta; hanno assunto un altro; hanno
        assunto qualcun altro; hanno scelto un altro; altro candidato; non selezionato; non selezionata; scartato; scartata; no grazie; nessun interesse; non interessati; afwijzing; afwijzing
        ontvangen; heeft nee gezegd; geen budget; geen vacature; geen vacatures; vacature vervuld; vacature ingevuld; iemand anders aangenomen; iemand anders gekozen; andere kandidaat; niet
        geselecteerd; niet gekozen; nee bedankt; geen match; past niet; geen behoefte; przegrane; przegrana; stracone; stracony; stracona; utracone; powiedzial nie; powiedziala nie; odmowil; odmowila;
        odmowili; brak budzetu; nie ma budzetu; brak wakatow; brak wakatu; brak etatu; stanowisko obsadzone; zatrudnili kogos innego; wybrali kogos innego; inny kandydat; niewybrany; niewybrana; nie
        dziekuje; brak zainteresowania; nie zainteresowany; nie zainteresowana; no open positions; no open position; no open roles; no open role; no open jobs; no jobs; no job; no spots; no spot; no
        internships; unfortunately not; sadly not; afraid not; sorry not; unfortunately no; sadly no; afraid no; not possible; position closed; role closed; job closed; vacancy closed; posting closed;
        req closed; position taken; role taken; job taken; spot filled; spot taken; post filled; opening filled; already filled; seat filled; decided to go with someone else; chose to go with someone
        else; going with someone else; going with another candidate; going with other candidates; went with other candidates; went with someone internal; went with an internal candidate; went with
        internal candidate; hired internally; filled internally; internal candidate; internal hire; moved forward with another candidate; moved forward with other candidates; moving forward with other
        candidates; moving forward with another candidate; moving on with other candidates; proceeding with other candidates; pursuing other candidates; selected another candidate; selected someone
        else; found someone else; found somebody else; hiring someone else; gave it to someone else; offer went to someone else; declined my invite; declined my invitation; declined my request;
        declined my connection request; declined invite; declined invitation; declined connection request; rejected my invite; rejected my invitation; rejected my request; refused my invite; refused
        my request; request declined; invite declined; invitation declined; connection declined; connection request declined; rejected me; turned me down; turned down my request; turned down my
        invite; refused to meet; declined to meet; declined to talk; not a good fit; not a great fit; not the best fit; not good fit; not a good match; not the right match; not right fit; wasn t a
        fit; wasn t the right fit; overqualified; over qualified; underqualified; under qualified; too junior; too senior; not enough experience; lack of experience; didn t get it; didnt get it; didn
        t get the job; didnt get the job; did not get the job; hard no; soft no; polite no; a no; it s a no; that s a no; no go; nogo; a pass; hard pass; won t be moving forward; will not be moving
        forward; not moving me forward; decided not to move forward; decided not to proceed; chose not to move forward; won t move forward; not proceeding; not progressing; not taken forward; not
        going forward; not successful; unsuccesful; can t help; cannot help; can not help; cant help; couldn t help; could not help; unable to help; not able to help; can t help me; cannot help me;
        doesn t want to; does not want to; doesn t want to meet; doesn t want to talk; no capacity; hiring freeze in place; frozen hiring; hiring frozen; hiring is frozen; headcount freeze; no
        headcount; not hiring anymore; not recruiting; not needed; rejected cv; cv rejected; application rejected; application declined; application unsuccessful; rejected automatically; auto
        rejected; auto rejection; knocked back; regrets; sent regrets; stelle ist weg; stelle vergeben; bereits vergeben; schon vergeben; vergeben; position besetzt; posten besetzt; keine freien
        stellen; keine freie stelle; keine jobs; leider nicht; leider nein; passt leider nicht; nicht der richtige kandidat; haben sich anders entschieden; anders entschieden; fur jemand anderen
        entschieden; fur einen anderen kandidaten entschieden; haben sich fur jemand anderen entschieden; anfrage abgelehnt; einladung abgelehnt; kontaktanfrage abgelehnt; stellen nicht ein; poste
        deja pourvu; pas de postes; aucun poste; pas de poste ouvert; malheureusement non; malheureusement pas; ne recrute pas; ne recrutent pas; ont choisi quelqu un d autre; choisi quelqu un d
        autre; ont prefere quelqu un d autre; profil non retenu; invitation refusee; demande refusee; ne correspond pas; no hay puestos; no hay plazas; no contratan; no estan contratando; no estan
        buscando; lamentablemente no; por desgracia no; desgraciadamente no; plaza cubierta; posicion cubierta; ya esta cubierta; invitacion rechazada; solicitud rechazada; no soy el perfil; no
        encajo; purtroppo no; infelizmente nao; helaas niet; niestety nie;
        role cancelled; role canceled; job cancelled; job canceled; vacancy cancelled; role pulled; role withdrawn; position withdrawn; job withdrawn;
        no hiring; not hiring now; went internal; hired someone internally; hired someone internal; hired internal; internal hire made; probably not; don t think so; form rejection; generic rejection;
        automated rejection; template rejection; standard rejection; generic no; form letter; polite rejection; got rejected; got a rejection; got rejection; rejected again; auto reject; budget cuts;
        thanks but no; thx but no; no from them; no from hr; it was a no; big no; firm no; not this time; kein platz; leider eine absage; malheureusement non retenu; nos han dicho que no; me dijeron
        que no; me rechazaron; m a dit non; on m a dit non;
        declined meeting; declined a call; declined the call
    """,
    "won": """
        hired; converted; won; closed won; deal won; signed; contract signed; sold; got the job; hired me; offer accepted; accepted offer; accepted the offer; accepted the job; became a client; gewonnen;
        auftrag erhalten; auftrag gewonnen; unterschrieben; vertrag unterschrieben; verkauft; eingestellt; stelle bekommen; kunde geworden; gagne; gagnee; affaire gagnee; signe; signee; contrat signe;
        vendu; vendue; embauche; embauchee; ganado; ganada; cerrado ganado; firmado; firmada; contrato firmado; vendido; vendida; contratado; contratada; ganho; ganha; fechado ganho; assinado; assinada;
        contrato assinado; vinto; vinta; firmato; firmata; contratto firmato; venduto; venduta; assunto; assunta; getekend; contract getekend; verkocht; aangenomen; klant geworden; wygrane; wygrany;
        wygrana; podpisane; podpisano; umowa podpisana; sprzedane; sprzedano; zatrudniony; zatrudniona; pozyskany; pozyskane
    """,
    "closed": """
        closed; close; dead; dead end; disqualified; inactive; dropped; skip; skipped; abandoned; cancelled; canceled; position canceled; position cancelled; withdrawn; withdrew; i said no; i
        declined; too lazy; archived; archive; done; finished; wrong person; expired; not pursuing; gave up; unqualified; ended; stopped; geschlossen; abgeschlossen; erledigt; zuruckgezogen; beendet;
        archiviert; inaktiv; tot; clos; ferme; fermee; cloture; termine; terminee; abandonne; retire; inactif; annule; cerrado; cerrada; terminado; terminada; descartado; descartada; inactivo;
        inactiva; cancelado; cancelada; retirado; finalizado; fechado; fechada; encerrado; encerrada; inativo; inativa; concluido; chiuso; chiusa; concluso; conclusa; inattivo; inattiva; annullato;
        annullata; ritirato; gesloten; afgesloten; afgerond; inactief; geannuleerd; ingetrokken; zamkniete; zamkniety; zamknieta; zakonczone; nieaktywny; anulowano; wycofano; closed out; closed no
        response; no longer relevant; not relevant; irrelevant; out of business; moved on; given up; i passed; i rejected; rejected by me; declined by me; i turned it down; turned it down;
        offer declined; declined offer; i withdrew; won t pursue; no longer pursuing; blacklisted; duplicate; wrong contact; wrong number; ich habe abgesagt; selbst abgesagt; nicht weiterverfolgt;
        nicht mehr relevant; nicht relevant; aufgegeben; fallengelassen; verworfen; ausgeschieden; gestrichen; hinfallig; storniert; ad acta; falsche person; classe sans suite; sans suite; abandon;
        abandonnee; archivee; plus d actualite; mauvaise personne; desiste; retiree; annulee; ecarte; ecartee; j ai refuse; abandonado; abandonada; archivado; archivada; desestimado; desestimada; no
        procede; ya no aplica; persona equivocada; finalizada; concluida; retirada; anulado; anulada; arquivado; arquivada; desistido; desisti; desistiu; pessoa errada; abbandonato; abbandonata;
        archiviato; archiviata; ritirata; scaduto; scaduta; non pertinente; persona sbagliata; finito; terminato; terminata; gestopt; gearchiveerd; niet relevant; niet meer relevant; vervallen;
        opgegeven; geschrapt; verkeerde persoon; zelf afgewezen; afgehandeld; zakonczony; zakonczona; porzucone; porzucony; zarchiwizowane; zarchiwizowany; nieaktualne; nieaktualny; nieaktualna;
        zrezygnowalem; zrezygnowalam; rezygnacja; anulowane; zla osoba; wygasle; skreslone;
        dead lead; giving up; gave up on this
    """,
    "left": """
        left company; left the company; has left the company; no longer there; no longer works there; left the firm; left his job; left her job; left their job; left the job; left the business; left
        the organisation; left the organization; left the team; left the agency; left the bank; left the role; leaving the company; no longer here; no longer works here; no longer working there; no
        longer with the company; no longer with the firm; no longer with them; no longer at the company; no longer at the firm; no longer employed; no longer employed there; doesn t work there
        anymore; does not work there anymore; doesn t work there any more; does not work there any more; doesnt work there anymore; doesn t work there; doesnt work there; not there anymore; not there
        any more; isn t there anymore; not working there anymore; moved company; moved companies; moved to another company; changed jobs; changed job; switched jobs; quit her job; quit his job; quit
        their job; laid off; got laid off; was laid off; resigned; person left; contact left; job changed; arbeitet nicht mehr dort; arbeitet dort nicht mehr; arbeitet nicht mehr da; arbeitet da nicht
        mehr; nicht mehr dort; nicht mehr da; nicht mehr im unternehmen; nicht mehr in der firma; nicht mehr bei der firma; nicht mehr im haus; hat die firma verlassen; hat das unternehmen verlassen;
        firma verlassen; unternehmen verlassen; hat gekundigt; nicht mehr tatig; stelle gewechselt; hat die stelle gewechselt; hat den job gewechselt; ne travaille plus la; n y travaille plus; ne
        travaille plus la bas; ne travaille plus dans l entreprise; n est plus dans l entreprise; plus dans l entreprise; n est plus en poste; plus en poste; a quitte l entreprise; a quitte la
        societe; a quitte la boite; a quitte son poste; a demissionne; parti de l entreprise; partie de l entreprise; ya no trabaja ahi; ya no trabaja alli; ya no trabaja aqui; ya no trabaja en la
        empresa; ya no esta en la empresa; dejo la empresa; ha dejado la empresa; se fue de la empresa; se ha ido de la empresa; cambio de trabajo; cambio de empresa; saiu da empresa; nao trabalha
        mais la; ja nao trabalha la; mudou de emprego; ha lasciato l azienda; non lavora piu li; non lavora piu la; ha cambiato lavoro; heeft het bedrijf verlaten; werkt er niet meer; werkt daar niet
        meer; niet meer in dienst; nie pracuje juz tam; juz tam nie pracuje; odszedl z firmy; odeszla z firmy;
        no longer works; arbeitet nicht mehr; nicht mehr beschaftigt; ne travaille plus; ya no trabaja; werkt niet meer; non lavora piu;
        retired; quit; has quit; laid off herself; laid off himself; laid off too; lost her job; lost his job; lost their job; got fired; was fired; fired; let go; got let go; was let go; in rente; im
        ruhestand; a la retraite; jubilado; jubilada;
        left co; left the co
    """,
    "opt out": """
        opted out; unsubscribed; opt out; optout; unsubscribe; asked to stop; asked not to contact; asked not to be contacted; asked me to stop; remove me; remove me from your list;
        take me off your list; stop contacting me; stop contacting us; stop writing; stop writing to me; stop emailing me; stop messaging me; asked me not to contact; asked me not to contact again;
        asked me not to contact her again; asked me not to contact him again; asked me not to contact them again; asked me not to write again; asked not to be contacted again; no more emails;
        no more messages; keine weiteren nachrichten; kein kontakt mehr; ne me contactez plus; abgemeldet; abbestellt; widersprochen; widerspruch; kein kontakt gewunscht; keine kontaktaufnahme;
        kontakt unerwunscht; ausgetragen; desabonne; desabonnee; desinscrit; desinscrite; dado de baja; dada de baja; se dio de baja; desuscrito; no quiere contacto; descadastrado; descadastrada;
        cancelou inscricao; nao quer contato; nao quer contacto; nao deseja contato; disiscritto; disiscritta; non vuole essere contattato; non vuole essere contattata; uitgeschreven; afgemeld;
        wil geen contact; wil geen contact meer; wypisany; wypisana; wypisal sie; wypisala sie; rezygnacja z kontaktu; nie zyczy sobie kontaktu; please stop; stop please; please stop it;
        please stop writing; please stop emailing; please stop messaging; please stop contacting; stop emailing; stop messaging; stop contacting; stop sending; stop sending me emails;
        stop sending messages; stop mailing me; stop texting me; stop calling me; stop it; told me to stop; said stop; said to stop; wants me to stop; asked me to stop writing;
        asked me to stop emailing; asked me to stop contacting; told me to stop writing; unsubscribe me; unsubscribe us; unsubscribe please; please unsubscribe; please unsubscribe me;
        wants to unsubscribe; asked to unsubscribe; asked to be unsubscribed; asked to be removed; take me off; take me off the list; take me off this list; leave me alone; leave us alone;
        said leave me alone; go away; no contact please; no more contact; no further contact; no further messages; no further emails; no more mails; no more calls; wants no contact;
        wants no more messages; wants no more emails; blocked me; he blocked me; she blocked me; marked as spam; reported as spam; called it spam; bitte aufhoren; horen sie auf; hor auf;
        bitte keine nachrichten mehr; keine nachrichten mehr; keine mails mehr; keine e mails mehr; hat mich blockiert; arretez; arretez de m ecrire; arrete de m ecrire; arretez svp;
        ne m ecrivez plus; plus de messages; desabonnez moi; desinscrivez moi; ne veut plus de messages; m a bloque; deja de escribirme; deje de escribirme; deje de escribir; deja de escribir;
        no mas mensajes; no mas correos; basta de mensajes; deme de baja; dame de baja; darme de baja; me bloqueo; pare de escrever; nao me escreva mais; non scrivermi piu; non mi scriva piu;
        niet meer schrijven; stop met schrijven; prosze nie pisac; nie pisac wiecej; blocked; unfollowed; unfollowed me; disconnected from me; removed me as a connection; removed connection;
        removed me on linkedin; unfriended me; unsub; unsubbed; unsubscribed from list
    """,
    "do not contact": """
        dnc; no longer contact; nao contatar; nao contactar; non contattare; non contattare piu; niet contacteren; niet meer contacteren; niet benaderen; nie kontaktowac; nie kontaktowac sie
    """,
    "paused": """
        on hold; hold; paused; pause; parked; park; later; follow up later; contact later; reach out later; nurture; nurturing; dormant; snoozed; snooze; postponed; deferred; delayed; someday; on pause;
        maybe later; long term; revisit; revisit later; keep warm; waiting list; stalled; pausiert; zuruckgestellt; spater; geparkt; verschoben; auf eis; en pause; plus tard; reporte; reportee; suspendu;
        en pausa; pausado; pausada; mas tarde; mas adelante; aplazado; pospuesto; mais tarde; depois; adiado; adiada; em pausa; in pausa; sospeso; sospesa; piu tardi; rimandato; rinviato; gepauzeerd;
        uitgesteld; in de wacht; wstrzymane; wstrzymany; pozniej; odlozone; zawieszone; wiedervorlage; auf wiedervorlage; ruht; ruhend; vertagt; aufgeschoben; in warteschleife; on ice; back burner; on the
        back burner; stand by; standby; on standby; check back later; check back; circle back; circle back later; try again later; try later; contact again later; ask again later; mis en pause; mise en
        pause; mis de cote; reprendre plus tard; a recontacter plus tard; en stand by; en veille; aparcado; aparcada; retomar; retomar mas tarde; para mas tarde; contactar mas tarde; em stand by; retomar
        depois; para depois; mais para frente; parado; in standby; in stand by; piu avanti; da ricontattare piu avanti; geparkeerd; later opnieuw; later terugkomen; opgeschort; na pozniej; wrocic pozniej;
        wrocic do tematu; zamrozone; wstrzymana
    """,
    "bounced": """
        bounced; bounce; bounced back; undeliverable; undelivered; delivery failed; mail delivery failed; not delivered; invalid email; email invalid; wrong email; wrong address; email bounced; hard
        bounce; soft bounce; address not found; unzustellbar; nicht zustellbar; zuruckgekommen; non remis; non delivre; adresse invalide; rebotado; rebotada; devuelto; no entregado; devolvido; nao
        entregue; non recapitato; non consegnato; onbestelbaar; niet bezorgd; niedostarczono; niedoreczono; mailbox full; email not valid; returned to sender; returned; returned mail; rucklaufer; zuruck
        an absender; adresse falsch; falsche adresse; zustellung fehlgeschlagen; mauvaise adresse; echec d envoi; retour a l envoyeur; direccion incorrecta; correo rebotado; correo devuelto; endereco
        incorreto; email devolvido; indirizzo errato; mail tornata indietro; retour afzender; verkeerd adres; adres onjuist; bledny adres; zly adres; zwrot;
        bad email; bad address; dead email; email dead; dead address; no such user; user unknown; unknown user; does not exist; email doesn t work; email does not work; email no longer works; address
        no longer works; kicked back; came back; bounced twice; email kicked back; mailbox does not exist; address unknown; not a valid email; no valid email
    """,
}
"""Words that say how things are, by meaning.

"sent" and "waiting" move nothing but the wait; "answered", "in conversation", "meeting scheduled" and "talked" say that
the user made the next move already; "automatic reply" is none of theirs; after "will write" the next move is theirs.
"""
