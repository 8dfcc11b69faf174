"""What people type into the cell "Netsheet done", in eight languages: data.

Each row is (meaning, beginnings, endings): a phrase is one beginning followed by one ending, and an empty beginning
means the ending alone. Phrases are separated by ";" and compared folded (``vocabulary.plain_phrase``).
"""

from __future__ import annotations

from typing import Literal

DoneMeaning = Literal[
    "done",
    "replied",
    "answered",
    "answered them",
    "they called",
    "talked",
    "met",
    "called",
    "wrote",
    "thanked",
    "later",
    "until",
    "they said not now",
    "called off",
    "no show",
    "moved",
    "planned",
    "wished",
    "close",
    "reopen",
    "keep",
    "no",
    "not now",
    "stop",
    "call",
]
""""replied" is theirs, "answered them" the user's own; a bare "answered" depends on the step that was shown.
The last four say two things, so they are asked about."""

DONE_WORDS: tuple[tuple[DoneMeaning, str, str], ...] = (
    ("done", "", "done; ok; okay; did it; finished; completed; fertig; erledigt; gemacht; fait; c est fait; hecho; hecha; listo; fatto; fatta; feito; feita; gedaan; klaar; zrobione; gotowe"),
    ("replied", "they; she; he; they have; she has; he has; they ve", "replied; answered; responded; wrote; wrote back; wrote to me; got back; got back to me; replied to me; answered me; emailed; emailed me; messaged; messaged me; sent a reply"),
    ("replied", "", "reply received; response received; received; received a reply; got a reply; got reply; got an answer; got a response; heard back; heard from them"),
    ("replied", "hat; haben; sie hat; sie haben; er hat", "geantwortet; zuruckgeschrieben; geschrieben; sich gemeldet; reagiert"),
    ("replied", "", "antwort erhalten; antwort bekommen; antwort ist da; reponse recue; j ai une reponse; respuesta recibida; recibi respuesta; resposta recebida; recebi resposta; risposta ricevuta; ho ricevuto risposta; antwoord ontvangen; antwoord gekregen; dostalem odpowiedz; dostalam odpowiedz; mam odpowiedz"),
    ("replied", "a; ont; il a; elle a; on a; ils ont; elles ont; m a; m ont; il m a; elle m a; ils m ont", "repondu; ecrit; reagi"),
    ("replied", "; el; ella; ellos; ellas; me; ya", "respondio; contesto; respondieron; contestaron; escribio; escribieron"),
    ("replied", "ha; han; me ha; me han", "respondido; contestado; escrito"),
    ("replied", "; ele; ela; eles; elas", "respondeu; responderam; escreveu; escreveram"),
    ("replied", "ha; hanno; mi ha; mi hanno; lui ha; lei ha; loro hanno", "risposto; scritto"),
    ("replied", "heeft; hebben; ze heeft; ze hebben; zij heeft; zij hebben; hij heeft", "geantwoord; teruggeschreven; geschreven; gereageerd"),
    ("replied", "; on; ona; oni; one", "odpowiedzial; odpowiedziala; odpowiedzieli; odpowiedzialy; odpisal; odpisala; odpisali; napisal; napisala; napisali"),
    ("replied", "they; she; he; they have; she has; he has; they ve", "texted; texted me; texted back; texted me back; pinged me; pinged back; emailed back; emailed me back; messaged back; messaged me back; mailed; mailed me; mailed back; got in touch; reached out; whatsapped; whatsapped me; dm d me; dmed me; sent a message; sent me a message; sent a text; sent me a text; sent an email; sent me an email"),
    ("answered", "", "replied; answered; responded; geantwortet; beantwortet; repondu; respondido; contestado; risposto; geantwoord; beantwoord; odpowiedziano; odpisano"),
    ("answered", "", "wrote back; emailed back; mailed back; texted back; messaged back; pinged back; got back; called back; rang back; phoned back; zuruckgerufen; zuruckgeschrieben; rappele; rappelee; richiamato; richiamata; teruggebeld; teruggeschreven"),
    ("answered them", "i; i have; i ve", "replied; answered; responded; wrote back; got back to them"),
    ("answered them", "", "replied to them; replied to her; replied to him; answered them; answered her; answered him; ich habe geantwortet; habe geantwortet; ich habe zuruckgeschrieben; habe zuruckgeschrieben; j ai repondu; he respondido; he contestado; respondi; conteste; eu respondi; ho risposto; ik heb geantwoord; heb geantwoord; odpowiedzialem; odpowiedzialam; odpisalem; odpisalam"),
    ("answered them", "wrote; emailed; mailed; texted; messaged; called; rang; phoned; i wrote; i emailed; i mailed; i texted; i messaged; i called; i rang; i phoned", "them back; her back; him back"),
    ("answered them", "i; i have; i ve", "emailed back; mailed back; texted back; messaged back; called back; rang back; phoned back"),
    ("answered them", "", "ich habe zuruckgerufen; habe zuruckgerufen; j ai rappele; je l ai rappele; je l ai rappelee; devolvi la llamada; le devolvi la llamada; retornei a ligacao; liguei de volta; ho richiamato; l ho richiamato; l ho richiamata; ik heb teruggebeld; heb teruggebeld; oddzwonilem; oddzwonilam"),
    ("they called", "they; she; he", "called; called me; called back; phoned; rang"),
    ("they called", "", "sie hat angerufen; er hat angerufen; sie haben angerufen; il a appele; elle a appele; ils ont appele; llamo; llamaron; me llamo; ha llamado; ligou; ligaram; telefonou; ha chiamato; hanno chiamato; ze heeft gebeld; ze hebben gebeld; hij heeft gebeld; zadzwonil; zadzwonila; zadzwonili"),
    ("they called", "they; she; he; they have; she has; he has", "tried to call; tried to call me; tried to reach me; rang me; phoned me; rang back; phoned back; called me back; rang me back; phoned me back; left a message; left me a message; left a voicemail; left me a voicemail"),
    ("they called", "hat; haben; sie hat; er hat; sie haben", "mich angerufen; zuruckgerufen; mich zuruckgerufen; auf die mailbox gesprochen"),
    ("talked", "; we; i; we have; we ve; we just", "talked; spoke; spoken; chatted; had a call; had a chat; had a talk; talked on the phone; spoke on the phone; talked to them; talked to her; talked to him; spoke to her; spoke to him; spoke to them; spoke with her; spoke with him; spoke with them"),
    ("talked", "; wir haben; haben; ich habe", "gesprochen; telefoniert; geredet; miteinander gesprochen"),
    ("talked", "; on a; nous avons; j ai", "parle; discute"),
    ("talked", "", "on s est parle; nous nous sommes parle; hablamos; hemos hablado; hable; falamos; conversamos; falei; parlato; abbiamo parlato; ho parlato; ci siamo sentiti; rozmawialismy; rozmawialysmy; porozmawialismy; rozmawialem; rozmawialam"),
    ("talked", "; we hebben; wij hebben; hebben; ik heb", "gesproken; gepraat; elkaar gesproken"),
    ("talked", "chatted with; had a chat with; had a call with; caught up; caught up with; had a catch up; had a catch up with; zoomed; zoomed with; had a zoom; had a zoom with; had a zoom call; had a video call; had a video call with; had a phone call; spoke on the phone with; we caught up; we zoomed; we chatted", "; them; her; him"),
    ("talked", "", "spoke on phone; talked on phone"),
    ("met", "; we; i; we have; we ve", "met; met up; had coffee; had lunch; had a coffee; had a meeting; met them; met her; met him; met with them"),
    ("met", "", "getroffen; uns getroffen; wir haben uns getroffen; wir haben uns gesehen; rencontre; rencontres; on s est vu; on s est vus; nous nous sommes vus; nos vimos; nos reunimos; nos encontramos; ci siamo visti; ci siamo incontrati; incontrato; incontrata; elkaar ontmoet; we hebben elkaar ontmoet; elkaar gezien; we hebben elkaar gezien; spotkalismy sie; spotkalysmy sie"),
    ("met", "", "went well; it went well; interview went well; the interview went well; meeting went well; the meeting went well; interview done; had the interview; had an interview; had my interview; interviewed; had the meeting; meeting done; vorstellungsgesprach gehabt; gesprach gehabt; entretien passe; entrevista hecha; tuve la entrevista; tive a entrevista; colloquio fatto; ho fatto il colloquio; gesprek gehad; po rozmowie"),
    ("met", "met up with; saw; met for coffee; met for lunch; had coffee with; had a coffee with; had lunch with; went for coffee; went for a coffee; went for coffee with; i saw; we met for coffee", "; them; her; him"),
    ("called", "; i; i have", "called; phoned; rang; called them; called her; called him; left a message; left message; left voicemail; left a voicemail; no answer; voicemail"),
    ("called", "", "angerufen; ich habe angerufen; habe angerufen; mailbox; appele; j ai appele; llame; he llamado; llamado; liguei; telefonei; chiamato; ho chiamato; telefonato; ho telefonato; gebeld; ik heb gebeld; heb gebeld; zadzwonilem; zadzwonilam; dzwonilem; dzwonilam"),
    ("called", "called; phoned; rang; telephoned; called up; rang up; phoned up; tried to call; tried calling; tried to ring; tried ringing; tried to reach; could not reach; couldn t reach; i called; i phoned; i rang; i telephoned; i tried to call; i tried calling; i tried to reach", "; them; her; him"),
    ("called", "gave; i gave", "them a call; her a call; him a call; them a ring; her a ring; him a ring; them a bell; her a bell; him a bell"),
    ("called", "left; i left", "a msg; msg; a vm; vm; them a message; her a message; him a message; them a voicemail; her a voicemail; him a voicemail; a message on the mailbox"),
    ("called", "; ich habe; habe", "sie angerufen; ihn angerufen; dort angerufen; durchgeklingelt; telefonisch versucht; niemanden erreicht; auf die mailbox gesprochen; auf den anrufbeantworter gesprochen; versucht anzurufen"),
    ("called", "", "appelee; je l ai appele; je l ai appelee; j ai telephone; je lui ai telephone; j ai laisse un message; la llame; le llame; lo llame; les llame; telefonee; la he llamado; le he llamado; lo he llamado; liguei lhe; liguei para ela; liguei para ele; telefonei lhe; l ho chiamato; l ho chiamata; li ho chiamati; le ho telefonato; gli ho telefonato; haar gebeld; hem gebeld; hen gebeld; opgebeld; zadzwonilem do niej; zadzwonilam do niej; zadzwonilem do niego; zadzwonilam do niego"),
    ("wrote", "; i; i have; i ve", "wrote; sent; emailed; mailed; messaged; texted; reached out; followed up; contacted; reminded; sent it; sent them; sent an email; sent a mail; sent email; sent a message; sent a text; sent a reminder; sent reminder; wrote an email; wrote them; wrote her; wrote him; wrote to them; wrote to her; wrote to him; emailed them; emailed her; emailed him; reminded them; reminded her; reminded him"),
    ("wrote", "; ich habe; habe", "geschrieben; gesendet; geschickt; angeschrieben; verschickt; abgeschickt; nachgefasst"),
    ("wrote", "; j ai", "ecrit; envoye; relance; contacte"),
    ("wrote", "; he", "escrito; enviado"),
    ("wrote", "", "escribi; envie; escrevi; enviei; mandei; napisalem; napisalam; wyslalem; wyslalam; wyslano; wyslane"),
    ("wrote", "; ho", "scritto; inviato; mandato; contattato"),
    ("wrote", "; ik heb; heb", "geschreven; verstuurd; gestuurd; gemaild; verzonden"),
    ("wrote", "texted; messaged; mailed; e mailed; pinged; dm d; dmed; whatsapped; chased; chased up; nudged; contacted; followed up with; got in touch with; reached out to; checked in with; i texted; i messaged; i mailed; i pinged; i chased; i nudged; i contacted; i dm d; i whatsapped", "; them; her; him"),
    ("wrote", "sent; dropped; i sent; i dropped", "them a message; her a message; him a message; them a text; her a text; him a text; them an email; her an email; him an email; a whatsapp; whatsapp; a dm; dm; a ping; a note; them a note; her a note; him a note; a line; them a line; her a line; him a line; a follow up; follow up; a follow up email; a nudge; an invite; invite; an invitation; a connection request"),
    ("wrote", "; i", "got in touch; checked in; chased it up"),
    ("wrote", "asked; i asked", "; her; him; them; about; for; if; whether; to connect; to meet"),
    ("wrote", "; ich habe; habe", "ihr geschrieben; ihm geschrieben; ihnen geschrieben; gemailt; ihr gemailt; ihm gemailt; gesimst; gepingt; angepingt; nachgehakt; nachgefragt; sie erinnert; ihn erinnert; eine nachricht geschickt; nachricht geschickt; eine mail geschickt; mail geschickt; eine sms geschickt; per whatsapp geschrieben"),
    ("wrote", "", "je lui ai ecrit; je leur ai ecrit; j ai envoye un message; message envoye; j ai envoye un mail; mail envoye; sms envoye; je l ai relance; je l ai relancee; relancee; je l ai contacte; je l ai contactee"),
    ("wrote", "", "le escribi; les escribi; mande un mensaje; le mande un mensaje; mensaje enviado; mande un correo; le mande un correo; correo enviado; contacte; la contacte; lo contacte; le he escrito"),
    ("wrote", "", "mandei mensagem; mandei uma mensagem; mensagem enviada; enviei mensagem; enviei uma mensagem; enviei email; mandei email; mandei whatsapp; escrevi lhe; contactei; contatei"),
    ("wrote", "", "le ho scritto; gli ho scritto; ho mandato un messaggio; messaggio inviato; ho mandato una mail; mail inviata; l ho contattato; l ho contattata; sollecitato; ho sollecitato"),
    ("wrote", "; ik heb; heb", "haar geschreven; hem geschreven; haar gemaild; hem gemaild; geappt; haar geappt; hem geappt; gesmst; ge sms t; een bericht gestuurd; bericht gestuurd; mail gestuurd; een mail gestuurd"),
    ("wrote", "", "napisalem do niej; napisalam do niej; napisalem do niego; napisalam do niego; wyslalem sms; wyslalam sms; wyslalem maila; wyslalam maila; wyslalem wiadomosc; wyslalam wiadomosc"),
    ("thanked", "; i; i have", "thanked; thanked them; thanked her; thanked him; said thanks; sent thanks; sent a thank you; thank you sent"),
    ("thanked", "", "thanks sent; thank you note sent; thank you email sent; sent a thank you note; sent my thanks; wrote a thank you; danke geschickt; dank geschickt; merci envoye; gracias enviadas; grazie inviato; bedankje gestuurd"),
    ("thanked", "", "bedankt; gedankt; ich habe mich bedankt; remercie; j ai remercie; agradeci; di las gracias; ringraziato; ho ringraziato; podziekowalem; podziekowalam"),
    ("wished", "; i", "congratulated; congratulated them; congratulated her; congratulated him; congrats sent; sent congrats; sent my congrats; said congrats; sent congratulations; wished happy birthday; sent birthday wishes; sent my wishes"),
    ("wished", "", "gratuliert; ich habe gratuliert; felicite; felicitee; j ai felicite; felicite a; felicitada; felicitado; le felicite; parabenizei; dei os parabens; congratulato; mi sono congratulato; mi sono congratulata; ho fatto gli auguri; gefeliciteerd; ik heb gefeliciteerd; pogratulowalem; pogratulowalam; zlozylem zyczenia; zlozylam zyczenia"),
    ("later", "", "later; snooze; not today; spater; nicht heute; heute nicht; plus tard; pas aujourd hui; mas tarde; luego; hoy no; mais tarde; depois; hoje nao; piu tardi; dopo; non oggi; oggi no; niet vandaag; vandaag niet; pozniej; nie dzis; nie dzisiaj; dzis nie"),
    ("until", "", "until; till; not before; not until; wait; wait until; wait for; snooze until; snooze till; snooze for; snooze to; remind me; remind me on; put off; put off until; put off to; put off for; bis; erst; erst am; nicht vor; wiedervorlage; wiedervorlage am; jusqu au; jusqu a; pas avant; pas avant le; hasta; hasta el; no antes del; ate; fino al; fino a; non prima del; tot; niet voor; nie przed"),
    ("they said not now", "they say; they said; she said; he said; she says; he says", "not now; not yet; later; maybe later; no for now"),
    ("they said not now", "sie sagten; sie sagt; sie sagen; er sagt; er sagte; sie sagte; sie haben gesagt; sie hat gesagt; er hat gesagt", "nicht jetzt; jetzt nicht; noch nicht; spater"),
    ("they said not now", "a dit; ont dit; il a dit; elle a dit; ils ont dit; elles ont dit; il dit; elle dit; ils disent", "pas maintenant; plus tard; pas encore"),
    ("they said not now", "dijo; dijeron; dice; dicen; ha dicho; han dicho", "ahora no; no ahora; que ahora no; por ahora no; mas tarde"),
    ("they said not now", "disse; disseram; diz; dizem", "agora nao; nao agora; que agora nao; mais tarde"),
    ("they said not now", "ha detto; hanno detto; dice; dicono", "non ora; non adesso; ora no; piu tardi"),
    ("they said not now", "ze zeiden; zij zeiden; ze zei; zij zei; hij zei; ze zeggen", "niet nu; nu niet; nog niet; later"),
    ("they said not now", "powiedzial; powiedziala; powiedzieli; mowi; mowia", "nie teraz; ze nie teraz; pozniej"),
    ("called off", "", "called off; it was called off; cancelled; canceled; it was cancelled; it was canceled; they cancelled; they canceled; she cancelled; she canceled; he cancelled; he canceled; meeting cancelled; meeting canceled; meeting called off; did not happen; didn t happen; fell through; abgesagt; termin abgesagt; fallt aus; ausgefallen; nicht stattgefunden; annule; annulee; reunion annulee; n a pas eu lieu; cancelado; cancelada; se cancelo; foi cancelado; foi cancelada; annullato; annullata; saltato; saltata; afgezegd; geannuleerd; ging niet door; odwolane; odwolano; odwolana; nie odbylo sie"),
    ("no show", "", "no show; noshow; they did not come; they didn t come; she did not come; she didn t come; he did not come; he didn t come; nobody came; did not show up; didn t show up; nicht erschienen; nicht gekommen; pas venu; pas venue; n est pas venu; n est pas venue; ne sont pas venus; no vino; no vinieron; no aparecio; no se presento; nao veio; nao vieram; nao apareceu; non e venuto; non e venuta; non si e presentato; non si e presentata; niet gekomen; kwam niet; niet verschenen; nie przyszedl; nie przyszla; nie przyszli"),
    ("planned", "", "call booked; call booked for; call set for; call on; call is on; meeting booked; meeting booked for; meeting set for; meeting on; meeting is on; interview booked for; interview on; interview is on; coffee on; booked for; appointment on; termin am; treffen am; anruf am; telefonat am; gesprach am; vorstellungsgesprach am; rdv le; entretien le; appel le; reunion el; llamada el; entrevista el; reuniao dia; chamada dia; entrevista dia; incontro il; chiamata il; colloquio il; afspraak op; gesprek op; spotkanie; rozmowa"),
    ("moved", "", "moved; moved to; postponed; postponed to; rescheduled; rescheduled to; rescheduled for; new day; verschoben; verschoben auf; verlegt; verlegt auf; reporte; reporte au; reportee; reportee au; decale au; deplace au; aplazado; aplazado al; movido; movido al; cambiado al; pospuesto al; adiado; adiado para; remarcado; remarcado para; mudou para; spostato; spostato al; rinviato; rinviato al; verplaatst; verplaatst naar; verzet; verzet naar; przeniesione; przeniesione na; przelozone; przelozone na; przesuniete na"),
    ("close", "", "close; closed; close it; close this; schliessen; geschlossen; abschliessen; fermer; cloturer; clore; clos; cerrar; cerrado; cerrada; fechar; fechado; fechada; encerrar; chiudere; chiudi; chiuso; chiusa; sluiten; gesloten; afsluiten; zamknij; zamknac; zamkniete"),
    ("reopen", "", "reopen; re open; reopened; open again; wieder offnen; wieder offen; rouvrir; reabrir; riaprire; riapri; heropenen; otworz ponownie; wznow"),
    ("keep", "", "keep; keep it; keep open; keep it open; behalten; offen lassen; garder; garder ouvert; mantener; conservar; manter; tenere; tieni; mantenere; houden; bewaren; open houden; zachowaj; zostaw"),
    ("no", "", "no; nope; nah; not yet; never"),
    ("not now", "", "not now; nicht jetzt; jetzt nicht; pas maintenant; ahora no; no ahora; agora nao; nao agora; non ora; non adesso; ora no; niet nu; nu niet; nie teraz"),
    ("stop", "", "stop; quit; end; stopp; aufhoren; arreter; arrete; parar; detener; fermare; basta; stoppen; koniec"),
    ("call", "", "call; a call; phone; phone call; anruf; anrufen; telefonat; appel; appeler; llamada; llamar; ligacao; ligar; chiamata; chiamare; telefonata; bellen; telefoontje; telefon; zadzwonic"),
)  # fmt: skip
"""No phrase has two meanings."""

RELATIVE_DAYS: dict[int, str] = {
    -2: "day before yesterday; the day before yesterday; vorgestern; avant hier; anteayer; antes de ayer; anteontem; l altro ieri; altro ieri; eergisteren; przedwczoraj",
    -1: "yesterday; gestern; hier; ayer; ontem; ieri; gisteren; wczoraj",
    0: "today; just now; now; heute; aujourd hui; hoy; hoje; oggi; vandaag; dzis; dzisiaj",
    1: "tomorrow; tmrw; morgen; demain; manana; amanha; domani; jutro",
    2: "day after tomorrow; the day after tomorrow; ubermorgen; apres demain; pasado manana; depois de amanha; dopodomani; overmorgen; pojutrze",
}
"""Days by how far they are from the day on which they were typed."""

THANKS = frozenset(
    {
        "thanks",
        "thank you",
        "danke",
        "merci",
        "gracias",
        "obrigado",
        "obrigada",
        "grazie",
        "dank",
        "dank je",
        "dziekuje",
    }
)
CONFIRMED = frozenset(
    {
        "confirmed",
        "bestatigt",
        "confirme",
        "confirmee",
        "confirmado",
        "confirmada",
        "confermato",
        "bevestigd",
        "potwierdzone",
    }
)
"""Words of which only the row, or nobody, knows who said them."""
WRONG_NUMBERS = frozenset(
    {
        "wrong number",
        "falsche nummer",
        "mauvais numero",
        "numero equivocado",
        "numero errado",
        "numero sbagliato",
        "verkeerd nummer",
        "zly numer",
    }
)
