"""The headings people write, by field: data.

Spellings are separated by ";". Case, accents, punctuation, line breaks and the order of the words do not matter.
Under an ``Unsettled`` meaning are the headings for which only the cells below can decide the field.
"""

from __future__ import annotations

from netsheet.core.columns.fields import Unsettled

ALIASES: dict[str | Unsettled, str] = {
    "name": """
        name; full name; contact name; contact person; person; person name; name of the person; name of person contacted;
        point of contact; poc; target contact; prospect; prospect name; prospect nom; founder name; founder; hr name; key contact;
        key contacts at company; channel name; faculty name; faculty; professor; lead name; connection name; connection; who;
        who did i talk to; who did you talk to; who did you speak to; who did you speak with; who did you meet; who did you contact;
        who did you reach out to; who did i contact; who did i meet; alumni name; interviewer; contact full name; name of contact; name and surname; client name;
        ansprechpartner; ansprechpartnerin; kontaktperson; kontaktname; vollstandiger name; vor und nachname; nom; nom complet;
        nom du contact; nom et prenom; interlocuteur; nombre; nombre completo; nombre y apellidos; nombre del contacto;
        persona de contacto; nome; nome completo; nome do contato; nome do contacto; pessoa de contato; pessoa; nome e cognome;
        nominativo; referente; persona di contatto; nome del contatto; naam; volledige naam; contactpersoon; naam contactpersoon;
        imie i nazwisko; osoba; osoba kontaktowa; nazwa kontaktu;
        person i contacted; networking contact; contact person name; nombre de la persona; name des kontakts; kontakt name; imie i nazwisko osoby; nome della persona; naam van contact; nome da pessoa
    """,
    Unsettled.NAME_AND_TITLE: "name and title; name title; contact name and title; name and role; name role; name and position; "
    "person and title; contact name title; name und position; nom et fonction; nombre y cargo",
    "first_name": "f name; 1st name; 1er nombre; 1er prenom; 1o nome; rufname; vornamen; petit nom; nom usuel; nombres; nombre pila; nome proprio; prenome; nome di battesimo; primo nome; nome battesimo; roepnaam; voornamen; imiona; "
    "first name; given name; forename; first; fname; vorname; prenom; primer nombre; primeiro nome; voornaam; imie; "
    "firstname; nombre de pila",
    "last_name": "l name; zuname; patronyme; nom d usage; nom famille; primer apellido; apelido; nome de familia; nome di famiglia; familienaam; geslachtsnaam; nazwisko rodowe; "
    "last name; surname; family name; lname; second name; nachname; familienname; nom de famille; apellido; apellidos; "
    "sobrenome; ultimo nome; cognome; achternaam; nazwisko; "
    "lastname",
    "email": """
        adresse electronique; correio eletronico; endereco eletronico; indirizzo di posta; adres mailowy; adres poczty; adresse de messagerie; correo corporativo;
        email; email address; contact email; contact email address; mail; mail id; email guess; work email; personal email;
        primary email; business email; e mail adresse; email adresse; mailadresse; mail adresse; courriel; adresse mail; adresse email;
        adresse e mail; correo; correo electronico; direccion de correo; email de contacto; endereco de email; email do contato;
        indirizzo email; posta elettronica; e mailadres; mailadres; adres e mail; adres email; poczta
    """,
    "phone": """
        06 nummer;         cell number; direct line; direct dial; mobiltelefon; durchwahl; no de telefono; n de telefono; numero de telefono movil; no de telefone; fone; recapito telefonico; recapito; gsm; gsm nummer; nr telefonu; nr tel; numer komorki; ligne directe;
        whatsapp; whatsapp number; numero whatsapp; numero de whatsapp; whatsapp nummer; mobile no; cell no; tel nr; telefon nr; contact no;
        phone; phone number; telephone; telephone number; tel; tel no; mobile; mobile phone; mobile number; cell; cell phone; contact number;
        contact phone; contact phone number; phone no; telefon; telefonnummer; handy; handynummer; mobil; mobilnummer; rufnummer;
        numero de telephone; portable; telefono; numero de telefono; movil; celular; telefone; numero de telefone; telemovel;
        cellulare; numero di telefono; telefoon; telefoonnummer; mobiel; numer telefonu; komorka
    """,
    "linkedin": """
        li profile; li url; li link; linkedin profile link; link zum linkedin profil; link al profilo linkedin; link naar linkedin; link do profilu linkedin; strona linkedin; lien du profil linkedin; enlace al perfil de linkedin; link do perfil do linkedin;
        linkedin; linkedin url; linkedin profile; linkedin profile url; linkedin link; contact linkedin; profile url; linkedin contact;
        linkedin profil; profil linkedin; lien linkedin; perfil linkedin; perfil de linkedin; perfil do linkedin; profilo linkedin;
        linkedin profiel; linkedin page; linkedin address
    """,
    "website": "company web page; website link; firmenwebsite; internet; site de l entreprise; site; adresse du site; pagina de la empresa; site da empresa; endereco do site; webpagina; bedrijfswebsite; webadres; adres strony; witryna; "
    "website; web site; company website; company url; company site; web; homepage; webseite; internetseite; site web; "
    "site internet; sitio web; pagina web; sito web; sito; strona internetowa; strona www; strona; portfolio",
    Unsettled.LINK: "link; url; contact url; profile; profile link; contact link; email or url",
    Unsettled.CONTACT: "contact; contacts; contact details; contact info; contact information; email or phone; email phone; contact email phone; "
    "contact handle; how to reach; reach at; email website; phone email; kontakt; kontaktdaten; coordonnees; contacto; datos de contacto; "
    "contato; contatto; contatti; contactgegevens; dane kontaktowe",
    Unsettled.STATE: "state; estado",
    Unsettled.DUE: "termin; deadline; due; by when; bis wann; frist; echeance; fecha limite; prazo; scadenza",
    Unsettled.VIA: "via; through; by way of; uber; par; por; przez",
    "company": """
        miejsce zatrudnienia;         razon social; raison sociale; razao social; ragione sociale; denominazione; company title; employer name; name of business;
        company; company name; what company do they work for; which company do they work for; org; org name; works at; workplace; startup; name of company; organization; organisation; organization name; organisation name; institution; affiliation;
        employer; name of employer; current company; current employer; business; business name; firm; studio; brokerage; university;
        school; organization lab; company lab; company brand; company school employer; company of interest; target company;
        account; account name; agency; unternehmen; firma; firmenname; arbeitgeber; organisation name; hochschule; entreprise; societe;
        nom de l entreprise; employeur; empresa; compania; nombre de la empresa; organizacion; organizacao; nome da empresa; azienda;
        nome azienda; societa; ditta; ente; bedrijf; bedrijfsnaam; werkgever; organisatie; nazwa firmy; pracodawca; organizacja;
        where they work; where do they work; works for; company they work at; empresa actual; empresa atual; entreprise actuelle; instytucja
    """,
    "title": """
        role at company; title at company; job function; professional title; rolle im unternehmen; stellung; tatigkeit; posicion; titulo del puesto; titulo; ocupacion; posicao; papel; ocupacao; titolo; professione; funzione; incarico; positie; beroep; functienaam; functieomschrijving; zawod; tytul; pozycja; nazwa stanowiska; profesja; stanowisko pracy; job function title;
        title; job title; role; position; contact title; contact role; contact position; current role; current title; current position;
        job role; title role; role title; role position; position title; position name; function; designation; occupation; profession; persona role;
        berufsbezeichnung; funktion; rolle; jobtitel; beruf; titel; poste; fonction; intitule de poste; metier; titre; cargo; puesto;
        funcion; profesion; funcao; profissao; ruolo; posizione; qualifica; mansione; functie; functietitel; rol; stanowisko; rola; funkcja;
        what they do; what do they do; poste occupe
    """,
    "job_title": "position applied for; role applied for; job applied for; role target; target role; vacancy; job opening; applied position; "
    "applied role; stelle; stellenbezeichnung; offre; vacante; vaga; vacature; oferta pracy; job",
    "job_url": "job url; job listing; job listing url; job link; job posting; job posting url; job description link; link to job req; "
    "link to job; link to job description; posting url; job post; job ad; application link; stellenanzeige; lien offre; lien de l offre; "
    "enlace de la oferta; link da vaga",
    "date_applied": "application submitted; submitted on; date i applied; bewerbung gesendet am; datum der bewerbung; bewerbung abgeschickt am; bewerbung verschickt; postule le; date d envoi de la candidature; candidature le; postulado el; solicitud enviada el; fecha de candidatura; aplicado el; candidatura enviada em; data de inscricao; candidatei me em; aplicado em; "
    "data da aplicacao; candidatura inviata il; data invio candidatura; domanda inviata il; gesolliciteerd op; datum sollicitatie; sollicitatie verstuurd op; sollicitatie verzonden; sollicitatie op; aplikowano dnia; data wyslania aplikacji; aplikacja wyslana; data zgloszenia; data aplikowania; zaaplikowano; "
    "date applied; applied date; application date; app date; date submitted; applied on; date of application; "
    "submission date; application sent; bewerbungsdatum; beworben am; date de candidature; candidature envoyee le; fecha de aplicacion; "
    "fecha de solicitud; fecha de postulacion; data da candidatura; data candidatura; data di candidatura; sollicitatiedatum; data aplikacji",
    "industry": "line of business; business sector; industry type; geschaftsfeld; wirtschaftszweig; domaine; domaine d activite; rubro; giro; sector de actividad; ramo; ramo de atividade; setor de atividade; ambito; settore di attivita; comparto; bedrijfstak; vakgebied; przemysl; dziedzina; obszar dzialalnosci; "
    "industry; sector; segment; discipline; industry vertical; vertical; market; domain; subdomain; field; main activities; "
    "industry sector; branche; branche industrie; secteur; secteur d activite; industria; setor; settore; industrie; branza; sektor",
    "location": "town; where based; sitz; dienstort; base a; localidad; localizacion; localidade; regiao; cidade estado; localita; regione; provincia; woonplaats; vestigingsplaats; regio; standplaats; miejsce; miejscowosc; siedziba; ville pays; "
    "location; city; country; region; address; place; headquarters; hq; hq location; city state; city country; based in; "
    "location city; office location; contact location; ort; stadt; standort; land; wohnort; ville; lieu; pays; localisation; ciudad; lugar; "
    "pais; ubicacion; cidade; localizacao; local; citta; luogo; paese; sede; plaats; stad; locatie; miasto; lokalizacja; kraj",
    "relationship": "warm or cold; wie gut kenne ich sie; kontaktstarke; bekanntheitsgrad; type de relation; force du lien; nivel de relacion; nivel de relacionamento; relacionamento; forca do vinculo; forza del legame; legame; grado di confidenza; type relatie; hoe goed ken ik; soort relatie; rodzaj relacji; sila relacji; typ relacji; stopien znajomosci; wiez; poziom relacji; "
    "proximidade; proximidad; vicinanza; proximite; nahe zur person; grau de proximidade; nivel de confianza; nabijheid; bliskosc; "
    "relationship; relationship strength; relationship type; relation; relationship context; connection level; "
    "connection degree; tie; tie strength; strength; closeness; strength of relationship; relationship level; connection strength; "
    "connection type; warmth; warm cold; beziehung; beziehungsstarke; relation avec moi; relacion; relacao; relazione; "
    "rapporto; relatie; relacja; "
    "how close; how well do i know them; nahe; lien avec moi; cercania",
    Unsettled.TYPE: "type; category; contact type; kind; group; bucket; level; typ; art; kategorie; kategoria; categorie; categoria; tipo; "
    "type de contact; tipo de contacto; tipo de contato; tipo di contatto; soort; rodzaj; gruppe; grupo",
    "priority": "priority; tier; score; fit; fit score; fit tier; priority tier; priority score; rank; ranking; importance; prioritat; "
    "priorite; prioridad; prioridade; priorita; prioriteit; priorytet; interest level; interest; wichtigkeit; cold email priority",
    "tags": "tags; tag; labels; label; keywords; schlagworte; stichworte; etiquettes; mots cles; etiquetas; etichette; trefwoorden; etykiety; tagi",
    "source": "found through; where i met them; how did you meet; origin of contact; woher kenne ich sie ihn; kennengelernt bei; kontaktquelle; wo kennengelernt; gefunden uber; origine du contact; comment je le connais; rencontre ou; lieu de rencontre; d ou je le connais; comment nous nous sommes connus; trouve via; de donde lo conozco; donde nos conocimos; origen del contacto; "
    "fuente del contacto; lugar donde nos conocimos; encontrado en; de onde conheco; onde nos conhecemos; origem do contato; fonte do contato; encontrado em; dove ci siamo conosciuti; origine del contatto; conosciuto tramite; fonte del contatto; dove l ho incontrato; herkomst; waar ontmoet; hoe ken ik deze persoon; waarvan ken ik ze; ontmoet via; gevonden via; gdzie sie poznalismy; "
    "zrodlo kontaktu; skad znam; poznany przez; gdzie poznany; pochodzenie kontaktu; "
    "como conheceu; como lo conoci; como la conoci; comment on s est connu; come l ho conosciuto; hoe leren kennen; skad go znam; jak poznany; "
    "source; lead source; how we met; how met; where we met; where met; how i know them; how do i know them; how do you know them; "
    "met at; how found; connection source; contact source; found via; found on; how did we meet; where did we meet; met through; "
    "description of initial meeting; how we know each other; quelle; herkunft; kennengelernt; woher; wie kennengelernt; origine; provenance; "
    "comment rencontre; fuente; origen; como nos conocimos; origem; fonte; como nos conhecemos; provenienza; come ci siamo conosciuti; "
    "bron; hoe ontmoet; zrodlo; jak sie poznalismy; skad kontakt; "
    "where from; how i found them; how i met them; how did i find them; kennengelernt uber; woher kenne ich sie; woher kenne ich die person; comment connu; como conheci; come conosciuto; skad sie znamy",
    "referred_by": "who put us in touch; who introduced me; who connected us; wer hat uns vorgestellt; wer hat vorgestellt; qui nous a presentes; quien nos presento; chi ci ha presentati; quem nos apresentou; wie stelde ons voor; kto nas poznal; "
    "referred by whom; introduced through; who introduced us; introducer; connected through; empfohlen durch; vermittelt von; kontakt durch; empfehlung von; gemeinsamer kontakt; mis en relation par; introduit par; contact commun; de la part de; recommandation de; parraine par; contacto en comun; quien me lo presento; referencia de; introducido por; recomendacion de; contato em comum; "
    "quem indicou; indicacao de; referenciado por; quem apresentou; consigliato da; contatto in comune; raccomandato da; chi ci ha presentato; segnalazione di; referenza di; aanbevolen door; gemeenschappelijk contact; geintroduceerd door; introductie via; tip van; verwezen door; kto polecil; przedstawiony przez; wspolny znajomy; polecenie od; z polecenia; rekomendacja od; "
    "referred by; referrer; introduced by; intro by; mutual connection; mutual connections; mutual contact; mutual contacts; "
    "mutual; referral from; referral source; connected by; introduction from; recommended by; intro from; empfohlen von; vermittelt durch; "
    "vorgestellt von; recommande par; presente par; referido por; recomendado por; presentado por; indicado por; apresentado por; "
    "segnalato da; presentato da; doorverwezen door; voorgesteld door; polecony przez; polecajacy",
    "birthday": "b day; geb; geb datum; date d anniversaire; ne le; naissance; nacimiento; cumple; dia do aniversario; nascita; nato il; geboren op; jarig op; geboren am; data urodzin; dzien urodzin; ur; "
    "birthday; birth date; date of birth; dob; bday; birthdate; geburtstag; geburtsdatum; anniversaire; date de naissance; "
    "cumpleanos; fecha de nacimiento; aniversario; data de nascimento; nascimento; compleanno; data di nascita; verjaardag; geboortedatum; "
    "urodziny; data urodzenia",
    "every": "wie oft melden; intervall; kontakthaufigkeit; contacter tous les; rythme; tous les combien; contactar cada; cada cuanto; periodicidad; cada; contatar a cada; a cada quantos dias; periodicidade; a cada; cadencia; contattare ogni; ogni quanto; cadenza; ogni; periodicita; contactfrequentie; contact elke; hoe vaak; elke; ritme; kontakt co; jak czesto; co ile dni; rytm kontaktu; "
    "interwal; "
    "every; cadence; frequency; contact frequency; rhythm; contact rhythm; contact every; keep in touch every; interval; interval days; cadence days; "
    "contact cadence; touch frequency; check in every; follow up every; how often; alle; turnus; rhythmus; kontaktrhythmus; haufigkeit; "
    "frequence; frecuencia; frequencia; frequenza; frequentie; czestotliwosc",
    "do_not_contact": "opt out status; opt out y n; abgemeldet; desabonne; dado de baja; uitgeschreven; wypisany; disiscritto; descadastrado; "
    "do not contact; dont contact; don t contact; no contact; dnc; opt out; opted out; unsubscribed; nicht kontaktieren; "
    "ne pas contacter; no contactar; nao contactar; nao contatar; non contattare; niet contacteren; nie kontaktowac",
    "language": "language; preferred language; language to write in; sprache; korrespondenzsprache; langue; idioma; lingua; taal; jezyk",
    "news": "news; their news; good news; recent news; latest news; career news; milestone; milestones; neuigkeit; neuigkeiten; ihre neuigkeiten; bonne nouvelle; bonnes nouvelles; nouvelles; "
    "buenas noticias; noticias; boas noticias; buone notizie; goed nieuws; nieuws; dobre wiadomosci",
    "needs": "needs; their needs; what they need; looking for; pain point; pain points; how i can help; how can i help; bedarf; braucht; "
    "besoins; necesidades; necessidades; bisogni; behoeften; potrzeby",
    "offers": "offers; can help with; what they offer; how they can help; expertise; can offer; bietet; kann helfen bei; peut aider; "
    "puede ayudar; pode ajudar; competenze; kan helpen met",
    "notes": """
        what was discussed; general comments; misc notes; key points discussed; sonstiges; hinweise; notizen zum gesprach; divers; informations; notes de l echange; infos complementaires; notas adicionales; anotaciones; detalles de la conversacion; apuntes; informacion adicional; resumen de la conversacion; resumo da conversa; detalhes da conversa; informacoes adicionais;
        notas da conversa; annotazioni; riassunto conversazione; dettagli della conversazione; note aggiuntive; commento; informazioni aggiuntive; aantekeningen; gespreksnotities; overige; toelichting; commentaar; bijzonderheden; extra informatie; notatka; notatki z rozmowy; dodatkowe informacje; inne; opis rozmowy; additional comments;
        notes; note; remarks; remark; comments; comment; my comment; my notes; other notes; additional notes; general notes; notes context;
        notes comments; description; summary; details of conversation; conversation notes; meeting notes; call notes; last contact notes;
        conversation summary; what we discussed; what we talked about; discussion; why it fits notes; latest note; response notes;
        notes action; observations; notizen; notiz; bemerkung; bemerkungen; anmerkung; anmerkungen; kommentar; kommentare; remarque;
        remarques; commentaire; commentaires; notas; observaciones; comentarios; comentario; observacoes; note e commenti; osservazioni;
        commenti; appunti; opmerkingen; opmerking; notities; notatki; uwagi; komentarz; komentarze;
        obs; observacao; what happened; what i did; what was said; how it went; takeaways; key takeaways; infos; info; anotacoes; zusammenfassung; gesprachsnotizen; compte rendu; resumen; resumo; riassunto; samenvatting; podsumowanie;
        what did you talk about; what did we talk about; what did you discuss; what did we discuss
    """,
    "details": "details; detail; personal details; personal detail; specific reference; personal note; personal notes; personalization; "
    "personalisation; personalized detail; personalised detail; hook; icebreaker; ice breaker; conversation starter; specific detail; "
    "reference point; specific video to reference; something personal; fun fact; interests; hobbies; shared background; common ground; "
    "personliches; aufhanger; gemeinsamkeiten; centres d interet; intereses; interesses; interessi; interesses persoonlijk; zainteresowania",
    "owner": "verantwortlicher; verantwortliche; betreuer; betreuerin; handled by; account manager; encargado; encargada; incaricato; behandelaar; opiekun; "
    "owner; contact owner; lead owner; account owner; assigned to; rep; created by; responsible; zustandig; verantwortlich; "
    "responsable; responsavel; responsabile; verantwoordelijke; odpowiedzialny; crm user",
    "id": "id; contact id; record id; index; no; nr; number; sl no; sr no; s no; serial no; serial number; row; row number; interaction id; "
    "person id; lfd nr; num; numero; lp; volgnummer",
    "date": """
        date i emailed; day of contact; when contacted; angefragt am; tag des kontakts; date de la demande; ecrit le; sollicite le; jour du contact; fecha en que escribi; dia de contacto; data que enviei; dia do contato; escrevi em; scritto il; giorno del contatto; aangeschreven op; dag van contact; dzien kontaktu; kiedy wyslano; napisano dnia; skontaktowano sie dnia; versandt am;
        datum benaderd; data nawiazania kontaktu;
        versanddatum; absendedatum; versendet am; abgeschickt am; verschickt am; data wysylki; fecha envio; data invio mail; verstuurd op; verzonden am;
        date; date sent; sent date; date contacted; contacted date; contact date; date of contact; outreach date; date of outreach; sent on;
        sent at; sent; contacted on; date emailed; date messaged; email date; email sent date; date email sent; message date; date message sent;
        message sent date; call date; date called; event date; interaction date; date of interaction; activity date; touch date; touch;
        touchpoint; touchpoint date; date reached out; reached out on; reach out date; reachout date; outreach sent; timestamp; date completed;
        date of email; date of message; date of outreach sent; date i reached out; day; when; date connection request sent; date request sent;
        linkedin message date; date of touch; interaction; contact made on; date contact made; date contacted by me;
        datum; kontaktdatum; gesendet am; kontaktiert am; datum der kontaktaufnahme; datum kontakt; datum gesendet; angeschrieben am;
        date d envoi; date de contact; date du contact; envoye le; contacte le; date de l envoi; date du message; fecha; fecha de contacto; fecha de envio;
        enviado el; contactado el; data; data de contato; data do contato; data do contacto; data de contacto; data de envio; data do envio;
        enviado em; data contatto; data di contatto; data del contatto; data invio; data di invio; inviato il; contactdatum; datum contact;
        verzonden op; datum verzonden; verzenddatum; data kontaktu; data wyslania; wyslano; wyslane dnia;
        emailed; emailed on; messaged; messaged on; called; called on; texted; texted on; wrote; wrote on; date reached; date i messaged them; date i emailed them; date i contacted them; day contacted; contact made; approached on; pinged on; kontaktaufnahme; kontaktaufnahme am; kontakt am; nachricht gesendet am; mail gesendet am; angerufen am; wann; date de prise de contact; prise de contact; prise de contact le; contactee le; message envoye le; mail envoye le; date d envoi du message; appele le; quand; contactada el; fecha del mensaje; fecha mensaje; escrito el; cuando; contatado em; contatada em; contactado em; data da mensagem; mensagem enviada em; contattato il; contattata il; data messaggio; gecontacteerd op; benaderd op; gemaild op; datum bericht; wanneer; data wiadomosci; skontaktowano; kiedy;
        when did you contact them; when did i contact them; when did you reach out; when did i reach out; when did you write; zeitstempel; horodateur; marca temporal; carimbo de data hora; informazioni cronologiche; tijdstempel; sygnatura czasowa
    """,
    "channel": """
        how i reached out; means of contact; way of contact; communication type; kontaktiert uber; art der kontaktaufnahme; kommunikationsweg; kommunikationskanal; type de prise de contact; contacte via; via de contacto; contactado por; tipo de contacto realizado; contato via; via de contato; modalita di contatto; contattato tramite; tramite; manier van contact; communicatiekanaal;
        contactkanaal; benaderd via; wijze van contact; przez co; srodek kontaktu; droga kontaktu;
        metodo de contacto; metodo contacto; metodo de contato; metodo di contatto; methode de contact; contactmethode; metoda kontaktu; versandart; versandweg; kontaktmethode; kontaktkanal;
        channel; platform; medium; method; contact method; method of contact; outreach method; outreach channel; contact channel; via channel;
        communication method; communication channel; mode; mode of contact; mode of communication; contact mode; contacted via; contacted through;
        how contacted; how did you contact them; how did you reach out; how did i contact them; how did i reach out; outreach type; sent via; reached out via; kanal; kontaktweg; kontaktart; medium kanal; canal; canal de contact;
        moyen de contact; moyen; via quel canal; medio; medio de contacto; canal de contacto; meio; meio de contato; canal de contato; canale;
        canale di contatto; mezzo; kanaal; contactwijze; kanal kontaktu; sposob kontaktu; forma kontaktu;
        contact via; par quel moyen; forma de contacto; forma de contato
    """,
    "is_sent": "sent y n; sent yes no; is sent; was sent; contacted y n; contacted yes no; already contacted; already sent; applied y n; applied yes no; already applied; "
    "schon kontaktiert; bereits kontaktiert; schon gesendet; schon beworben; bereits beworben; deja contacte; deja envoye; deja postule; ya contactado; ya enviado; "
    "ja contatado; ja enviado; gia contattato; gia inviato; al gecontacteerd; al verstuurd; juz wyslano; juz skontaktowano",
    "direction": "direction; inbound outbound; in out; incoming outgoing; who initiated; initiated by; richtung; sens; direccion; direcao; direzione; richting; kierunek",
    "kind": "interaction type; type of interaction; activity type; activity; touch type; contact kind; type of contact made; note type; "
    "touch kind; interaction kind; meeting type; event type; type of touch; aktivitat; type d interaction; tipo de interaccion; "
    "tipo de interacao; tipo di interazione; type interactie; typ interakcji",
    "intent": "intent; purpose; goal of contact; reason; reason for contact; purpose of contact; purpose of outreach; ask or give; zweck; "
    "absicht; objectif; proposito; objetivo; motivo; scopo; doel; cel",
    "template": "template; template used; email template; message template; message version; script; script used; variant; template version; "
    "template name; vorlage; modele; modele utilise; plantilla; modelo; modello; sjabloon; szablon",
    "subject": "subject; subject line; email subject; subject line used; email subject line; betreff; betreffzeile; objet; objet du mail; asunto; "
    "assunto; oggetto; onderwerp; temat",
    "message": "message; exact message; body; email body; message body; message text; message sent; text; nachricht; nachrichtentext; mensaje; "
    "mensagem; messaggio; bericht; wiadomosc; tresc",
    "response": """
        what they said; what did they say; what she said; what he said; they said; what they answered; what they replied; what came back; any luck; any news; reaction; their reaction; was kam zuruck; was kam; was sie sagten; was er sagte; was sie sagte; was wurde geantwortet; deren reaktion; ce qu il a dit; ce qu elle a dit; ce qu ils ont dit; lo que dijo; que dijo; que dijeron; reaccion; cosa ha detto; che cosa ha detto; reazione; o que disse; reacao; wat zei hij; wat zei ze; wat zeiden ze; wat was de reactie; co powiedzial; co powiedziala; co odpowiedzial; co odpowiedziala;
        reaktion; feedback erhalten; retour recu; contestacion; houve retorno; deu retorno; riscontro; ha dato riscontro; respons; terug gehoord; reakcja; czy odpisali; odzew; retorno recebido;
        response; responded; replied; reply; response received; reply received; got response; got reply; got a reply; got a response;
        did they respond; did they reply; answered; answer; any response; heard back; response yes no; response y n; reply y n; replied y n;
        response status; reply status; antwort; antwort erhalten; geantwortet; ruckmeldung; reponse; reponse recue; a repondu; repondu;
        respuesta; respondio; respuesta recibida; resposta; respondeu; resposta recebida; risposta; ha risposto; risposto;
        risposta ricevuta; antwoord; reactie; beantwoord; antwoord ontvangen; odpowiedz; odpowiedzial; odpowiedziano;
        did they answer; did they get back to me; did they get back; got back to me; they replied; they responded; they answered; any reply; any answer; reply yet; response yet; hat geantwortet; haben sie geantwortet; ruckmeldung erhalten; reagiert; reponse obtenue; reponse oui non; contesto; ha respondido; ha contestado; hubo respuesta; teve resposta; houve resposta; ci e stata risposta; heeft gereageerd; gereageerd; heeft geantwoord; czy odpowiedzial; czy odpowiedziala; odpisal; odpisala; czy odpisal
    """,
    "response_type": "response type; reply type; response sentiment; sentiment; reply sentiment; type of response; type of reply; tone of reply; "
    "response quality; antwortart; type de reponse; tipo de respuesta; tipo de resposta; tipo di risposta; type antwoord; typ odpowiedzi",
    "response_date": """
        retour le; date du retour; fecha en que respondio; fecha de contestacion; resposta recebida em; data do retorno; retornou em; resposta em; data em que respondeu; data in cui ha risposto; antwoord ontvangen op; geantwoord op; data otrzymania odpowiedzi; kiedy odpowiedzial; odpowiedziano dnia; odpowiedz otrzymana dnia; data odpisania; ruckmeldung erhalten am; reaktion am;
        respuesta recibida el; risposta ricevuta il;
        eingangsbestatigung; eingangsbestatigung am; accuse de reception; acuse de recibo; ontvangstbevestiging; potwierdzenie otrzymania; conferma di ricezione; confirmacao de recebimento;
        response date; reply date; date replied; replied on; date responded; responded on; date of response; date of reply; response received on;
        date response received; date reply received; reply received on; response received date; reply received date; date heard back; heard back on;
        antwortdatum; antwort am; geantwortet am; datum der antwort; date de reponse; date de la reponse; repondu le; reponse le; fecha de respuesta;
        respondio el; data da resposta; data de resposta; respondido em; data risposta; data di risposta; data della risposta; risposto il;
        antwoorddatum; datum antwoord; beantwoord op; data odpowiedzi;
        answered on; date answered; when they replied; when did they reply; ruckmeldung am; antwort erhalten am; reagiert am; reponse recue le; date de retour; contesto el; respondeu em; ha risposto il; gereageerd op; datum reactie; reactiedatum; odpowiedz dnia; odpowiedzial dnia;
        reactie op; reactie ontvangen op
    """,
    "outcome": "outcome; result; results; signal; outcome of contact; conversation outcome; final outcome; ergebnis; resultat; resultado; "
    "esito; risultato; resultaat; uitkomst; wynik; rezultat",
    "status": """
        where they are at; where we are at; where are we; where we are; how s it going; how it s going; wie steht es; ou on en est; ou en est on; como va; a che punto siamo; como esta; hoe staat het; jak idzie;
        bearbeitungsstand; phase; etape; situation; ou ca en est; etapa; estatus; estatus actual; andamento; estagio; situazione; avanzamento; stadio; voortgang; faza; progress; where it stands; current progress;
        estado contacto; estado del contacto; estado de contacto; estado do contato; estado do contacto; stato contatto; stato del contatto; etat du contact; statut du contact; status kontaktu;
        status; stage; current status; contact status; outreach status; outreach stage; lead status; lead stage; application status; job status; pipeline stage;
        status stage; networking status; connection status; relationship status; conversation status; state of contact; feedback status;
        status of contact; status of application; application stage; stand; bewerbungsstatus; kontaktstatus; statut; etat; avancement;
        situacion; situacao; stato; fase; stadium; etap; stan;
        where things stand; stand der dinge
    """,
    "first_contact": """
        date first emailed; erstmals kontaktiert; erstmals angeschrieben am; contacte pour la premiere fois; voor het eerst benaderd;
        first contact; first contact date; date of first contact; first contacted; date first contacted; initial contact; initial contact date;
        date of initial contact; first outreach; first outreach date; initial outreach; initial outreach date; date of first outreach; first message; first message date;
        first email; first email date; first email sent; first reached out; initial email date; initial message date; first touch; first touch date;
        erstkontakt; erster kontakt; datum erstkontakt; erstkontakt am; premier contact; date du premier contact; date premier contact;
        primer contacto; fecha del primer contacto; fecha de primer contacto; primeiro contato; primeiro contacto; data do primeiro contato;
        data do primeiro contacto; primo contatto; data primo contatto; data del primo contatto; eerste contact; datum eerste contact; pierwszy kontakt;
        data pierwszego kontaktu
    """,
    "last_contact": """
        last heard; last heard from them; last seen; last ping; last spoke to; zuletzt gehort; zuletzt gesehen; vu pour la derniere fois; ultima vez; ultima volta; visto ultima vez; laatst gezien; laatst gehoord; ostatnio widziany;
        last time we spoke; last time contacted; contacte pour la derniere fois; ultima vez que hablamos; falamos pela ultima vez; ultima vez que falamos; sentito l ultima volta; ultima volta sentiti; laatst gemaild; kiedy ostatnio;
        last contact; last contact date; last contacted; date last contacted; date of last contact; last contacted on; last touch; last touch date;
        last spoke; last spoke on; last spoken; last spoken to; last talked; last email date; last sent; last interaction; last interaction date; last outreach; last outreach date;
        most recent contact; most recent contact date; date of most recent contact; latest contact; latest contact date; last reached out;
        last communication; last connected; last met; last meeting; last conversation; date and form of last contact; last action date; last touchpoint; last message date;
        letzter kontakt; letzte kontaktaufnahme; datum letzter kontakt; zuletzt kontaktiert; zuletzt gesprochen; dernier contact; date du dernier contact;
        date dernier contact; derniere prise de contact; ultimo contacto; fecha del ultimo contacto; fecha de ultimo contacto; ultimo contato; data do ultimo contato; data do ultimo contacto;
        ultimo contatto; data ultimo contatto; data dell ultimo contatto; laatste contact; datum laatste contact; laatst gesproken; ostatni kontakt; data ostatniego kontaktu;
        last heard from; last in touch; zuletzt kontakt; dernier contact le; ultimo contacto el; ultimo contato em; ultimo contatto il; ostatni kontakt dnia;
        date of last touchpoint; date of last touch; last touchpoint date; last touchpoint on
    """,
    "connected": "connected on; connection date; date connected; connected since; connected date; date of connection; verbunden am; verbunden seit; "
    "connecte le; conectado el; conectado em; connesso il; verbonden op",
    "recorded": "date added; added on; added; created; created on; created at; date created; first seen; date first seen; date found; found on date; "
    "date recorded; date discovered; entry date; hinzugefugt am; erstellt am; erfasst am; ajoute le; date d ajout; fecha de alta; "
    "fecha de registro; adicionado em; data de registro; aggiunto il; data inserimento; toegevoegd op; dodano; data dodania",
    "meeting_date": """
        zoom; zoom on; zoom call on; teams call; videocall am; visio le;
        call date and time; telefontermin; besprechung am; interviewtermin; fecha de la llamada; encontro; data do encontro; data da ligacao; data del caffe; data chiamata; kennismakingsgesprek; datum ontmoeting; termin spotkania; termin rozmowy; kawa dnia;
        vorstellungsgesprach; bewerbungsgesprach; vorstellungsgesprach am; entretien d embauche; sollicitatiegesprek; rozmowa kwalifikacyjna; entrevista de trabajo; entrevista de emprego; colloquio di lavoro;
        meeting date; date of meeting; coffee chat date; coffee chat; coffee date; date met; met on; meeting; call scheduled; meeting scheduled date;
        scheduled meeting; date scheduled; call scheduled date; scheduled call date; informational interview date; date of informational interview; informational interview;
        demo date; appointment; appointment date; meeting on; date of call; scheduled for; chat date; next meeting; next meeting date; zoom date; interview day; date of chat;
        interview date; datum termin; termin date; treffen; besprechungstermin; gesprachstermin; datum treffen; rendez vous; date de rendez vous; date du rendez vous; date rdv; rdv; date de reunion;
        reunion; fecha de reunion; fecha de la reunion; cita; reuniao; data da reuniao; data de reuniao; riunione; data riunione; data incontro; incontro; afspraak;
        datum afspraak; vergadering; spotkanie; data spotkania;
        coffee; coffee on; coffee meeting; coffee meeting date; call on; zoom call; phone call; phone call date; spoke on; talked on; chat on; date we met; interview on; interview; conversation date; date of conversation; gesprach; gesprach am; gesprachsdatum; datum gesprach; treffen am; termin am; kaffee am; telefonat am; entretien; entretien le; date d entretien; date de l entretien; date de rencontre; rencontre le; cafe le; rdv le; fecha de la cita; cita el; reunion el; entrevista; entrevista el; fecha de entrevista; fecha de la entrevista; cafe el; data da conversa; conversa em; reuniao em; entrevista em; data da entrevista; data do cafe; appuntamento; data appuntamento; colloquio; colloquio il; data colloquio; incontro il; afspraak op; gesprek; gesprek op; datum gesprek; koffie op; spotkanie dnia; rozmowa; data rozmowy; rozmowa dnia;
        when did you meet; when did we meet; when did you meet them; when did i meet them; when did you talk; when did we talk
    """,
    "thank_you": "said thanks; thanked them; said thank you; gedankt; ai remercie; podziekowalem; podziekowalam; "
    "danke gesagt; dankschreiben; dankeschon gesendet; remercie; gracias enviadas; nota de agradecimiento; agradecido; correo de agradecimiento; agradeci; e mail de agradecimento; nota de agradecimento; mail di ringraziamento; ringraziato; biglietto di ringraziamento; bedankje gestuurd; bedankmail verstuurd; dank verstuurd; bedankbericht; podziekowanie wyslane; mail z podziekowaniem; "
    "czy podziekowano; "
    "thank you; thank you sent; thank you note; thank you note sent; thank you email; thank you email sent; thanks; thanks sent; "
    "thanked; thank you date; thank you message; thank you letter; sent thank you; sent thank you note; danke gesendet; dank gesendet; dankesmail; "
    "dankesschreiben; bedankt; remerciement; remerciements; remerciement envoye; mail de remerciement; agradecimiento; agradecimiento enviado; agradecimento; "
    "agradecimento enviado; ringraziamento; ringraziamento inviato; bedankje; bedankmail; podziekowanie; podziekowania; "
    "ty note; ty sent; ty note sent; danke geschickt; danke geschrieben; merci envoye; gracias enviado; obrigado enviado; grazie inviato; podziekowano",
    "follow_up": """
        come back to; come back to them; come back on; check in by; check in on; touch base; touch base on; write again; ring again; nochmal melden; erneut melden; noch einmal melden; nochmal schreiben; nochmal anrufen; reecrire le; rappeler; recontacter; volver a llamar; volver a escribir; da richiamare; da risentire; ligar de novo; voltar a falar; escrever de novo; weer bellen; opnieuw contact; opnieuw mailen; napisac ponownie;
        f u date; fu date; reconnect by; nachfasstermin; siguiente contacto; volver a escribir el; retomar el; retomar em; contatar novamente em; sollecito il; data sollecito; prossimo sollecito; volgend contactmoment; nabellen op; weer contact opnemen op; ponowny kontakt; przypomnij; zadzwonic ponownie; wiedervorlagetermin; reprendre contact le;
        follow up date; next follow up; next follow up date; follow up on; follow up due; follow up due date; followup on; follow up by; when to follow up;
        next action date; next step date; next date; next contact; next contact date; next touch; next touch date; next deadline; date to follow up; follow up reminder;
        reminder; reminder date; remind me; next reach out; next reach out date; next outreach; next outreach date; reconnect on; contact again; contact again on;
        contact next; due date; follow up when; next check in; next check in date; planned follow up; scheduled follow up; nachfassen am; nachfassdatum; wiedervorlage;
        wiedervorlage am; nachster kontakt; nachste kontaktaufnahme; erinnerung; datum nachfassen; date de relance; relancer le; prochaine relance; prochain contact;
        date de suivi; rappel; relance le; fecha de seguimiento; proximo seguimiento; proximo contacto; recordatorio; data de follow up; data do follow up; proximo follow up;
        data de acompanhamento; proximo contato; lembrete; data follow up; data di follow up; prossimo contatto; prossimo follow up; ricontattare il; promemoria;
        opvolgdatum; opvolgen op; volgend contact; volgende opvolging; herinnering; nastepny kontakt; przypomnienie; data przypomnienia;
        get back to them on; get back to; try again; try again on; circle back; circle back on; check back; check back on; ping again; ping again on; chase on; nudge on; next touchpoint; next contact due; reach out again; reach out again on; call back; call back on; next nudge; nachhaken am; wieder melden am; wieder melden; ruckruf am; nachstes follow up; relance prevue le; relance prevue; a relancer le; a relancer; a recontacter le; recontacter le; rappeler le; date de prochaine relance; date de la prochaine relance; prochain suivi; volver a contactar; volver a contactar el; fecha proximo contacto; fecha del proximo contacto; dar seguimiento el; llamar de nuevo el; proximo contato em; retornar em; voltar a contatar em; data do proximo contato; retomar contato em; richiamare il; risentire il; data prossimo contatto; terugbellen op; opnieuw contact op; opnieuw contacteren op; kolejny kontakt; data nastepnego kontaktu; data kolejnego kontaktu; przypomniec; odezwac sie;
        plan to contact; plan to contact on; planned contact; planned outreach; contact by; reach out by; geplanter kontakt; kontaktieren am; a contacter le; contactar el; contatar em; contattare il; contacteren op; skontaktowac sie;
        when should you follow up; when should i follow up; when will you follow up; when will i follow up; when do i follow up; when to contact again
    """,
    Unsettled.FOLLOW_UP: "follow up; follow ups; followup; fu; nachfassen; nachfass; relance; suivi; seguimiento; acompanhamento; opvolging; opvolgen; bump; "
    "check in; ricontatto; kontynuacja; second outreach; second email; second message; reminder sent; chaser",
    "follow_up_done": "derniere relance; ultimo seguimiento; ultimo follow up; ultimo sollecito; laatste opvolging; letztes nachfassen; ultimo acompanhamento; "
    "last follow up date; date of last follow up; last follow up sent; last followed up; last followed up on; follow up completed; follow up done; followed up; follow up sent; followed up y n; follow up complete; done follow up; "
    "did i follow up; nachgefasst; nachfassen erledigt; relance faite; relance effectuee; relance envoyee; relancado; seguimiento hecho; "
    "seguimiento realizado; acompanhamento feito; follow up feito; follow up fatto; follow up effettuato; opgevolgd; follow up wykonany",
    "follow_up_count": "follow up count; follow ups count; number of follow ups; no of follow ups; follow ups sent; follow up attempts; how many follow ups; "
    "anzahl follow ups; anzahl nachfassen; anzahl erinnerungen; nombre de relances; nb relances; numero de seguimientos; cantidad de seguimientos; numero de follow ups; "
    "numero de acompanhamentos; quantidade de follow ups; numero di follow up; numero di solleciti; aantal follow ups; aantal opvolgingen; aantal herinneringen; "
    "liczba follow up; liczba przypomnien",
    "declined": "declined; rejected; rejected on; rejection; rejection date; date rejected; date of rejection; turned down on; declined on; absage; absage am; absagedatum; "
    "absage erhalten am; abgelehnt am; refus; refus le; date de refus; refuse le; rechazo; fecha de rechazo; rechazado el; recusa; rejeicao; data da rejeicao; "
    "data da recusa; rejeitado em; rifiuto; data rifiuto; data del rifiuto; rifiutato il; afwijzing; afgewezen op; datum afwijzing; odmowa; data odmowy; odrzucono dnia",
    "next_action": """
        was tun; que faire; co zrobic; to do next; do next; things to do; things to do next; plan; my plan; plans; als nachstes; was als nachstes; zu tun;
        action to take; next thing to do; my next step; planned next step; was ist zu tun; nachste massnahme; zu erledigen; nachstes todo; weiteres vorgehen; etape suivante; action a mener; suite a donner; tache; prochaine demarche; pendiente; tarea; que hacer; acciones a realizar; tarefa; o que fazer; pendencia; acao seguinte; proxima etapa; passos seguintes; azione successiva;
        compito; cosa fare; passo successivo; prossima mossa; attivita da svolgere; actie; vervolgstap; wat te doen; taak; vervolgactie; actiepunt; nastepne dzialanie; zadanie; co dalej; kolejne kroki; dalsze kroki; nastepna akcja; plan dzialania;
        next action; next step; next steps; next actions; to do; todo; action; action item; action items; action needed; action required; next task; task;
        ask; what next; what s next; nachster schritt; nachste schritte; nachste aktion; aufgabe; prochaine etape; prochaines etapes; prochaine action; action suivante;
        proximo paso; proximos pasos; proxima accion; siguiente paso; proximo passo; proximos passos; proxima acao; prossimo passo; prossimi passi; prossima azione;
        volgende stap; volgende stappen; volgende actie; nastepny krok; nastepne kroki; kolejny krok;
        next; next move; a faire; siguiente accion; accion siguiente; por hacer; a fazer; da fare; te doen; do zrobienia
    """,
    "promise": "promises i made; promises made; i said i d; what i said i d do; owed to them; what i owe; what i owe them; was ich zugesagt habe; was ich versprochen habe; meine zusage; mein versprechen; habe versprochen; zugesagt; ce que j ai promis; j ai promis; ma promesse; lo que prometi; prometi; mi promesa; cosa ho promesso; quello che ho promesso; ho promesso; o que prometi; wat ik beloofd heb; toegezegd; mijn belofte; co obiecalem; co obiecalam; obiecalem; obiecalam; "
    "promise; promised; i promised; what i promised; what did i promise; promised them; promise to them; what i said i would do; i said i would; my promise; promise made; commitment; commitments; i owe; owed; i owe them; promises; versprochen; zusage; "
    "promesse; promis; promesa; prometido; compromiso; promessa; compromisso; promesso; belofte; beloofd; obietnica; obiecane",
    "promise_by": "promise by; promised by; promise due; promise date; promise due date; owed by; promised for; versprochen bis; zusage bis; promis pour; "
    "prometido para; promesso entro; beloofd voor; obiecane do",
    "promise_done": "promise kept; promise done; promise fulfilled; versprechen gehalten; zusage erledigt; promesse tenue; "
    "promesa cumplida; promessa cumprida; promessa mantenuta; belofte nagekomen; obietnica spelniona",
    "referral_asked": "referral asked; referral requested; asked for referral; asked for a referral; referral request; referral ask; requested referral; "
    "nach empfehlung gefragt; recommandation demandee; referencia pedida; indicacao pedida; referenza chiesta",
    "referral_agreed": "referral agreed; referral result; referral received; agreed to refer; referral given; got referral; got a referral; referral status; "
    "referred; referred me; empfehlung erhalten; recommandation obtenue; referencia obtenida; indicacao recebida; referenza ottenuta",
    "value_given": "value given; value i gave; what i gave; value added; value provided; how i helped; value offered; "
    "gegeben; valeur apportee; valor aportado; valor oferecido; valore dato",
    "value_received": "value received; value they gave; what they gave; what i received; how they helped; help received; "
    "valeur recue; valor recibido; valor recebido; valore ricevuto",
}
