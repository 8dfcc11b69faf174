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
    ("answered", "", "replied; answered; responded; geantwortet; beantwortet; repondu; respondido; contestado; risposto; geantwoord; beantwoord; odpowiedziano; odpisano"),
    ("answered them", "i; i have; i ve", "replied; answered; responded; wrote back; got back to them"),
    ("answered them", "", "replied to them; replied to her; replied to him; answered them; answered her; answered him; ich habe geantwortet; habe geantwortet; ich habe zuruckgeschrieben; habe zuruckgeschrieben; j ai repondu; he respondido; he contestado; respondi; conteste; eu respondi; ho risposto; ik heb geantwoord; heb geantwoord; odpowiedzialem; odpowiedzialam; odpisalem; odpisalam"),
    ("they called", "they; she; he", "called; called me; called back; phoned; rang"),
    ("they called", "", "sie hat angerufen; er hat angerufen; sie haben angerufen; il a appele; elle a appele; ils ont appele; llamo; llamaron; me llamo; ha llamado; ligou; ligaram; telefonou; ha chiamato; hanno chiamato; ze heeft gebeld; ze hebben gebeld; hij heeft gebeld; zadzwonil; zadzwonila; zadzwonili"),
    ("talked", "; we; i; we have; we ve; we just", "talked; spoke; spoken; chatted; had a call; had a chat; had a talk; talked on the phone; spoke on the phone; talked to them; talked to her; talked to him; spoke to her; spoke to him; spoke to them; spoke with her; spoke with him; spoke with them"),
    ("talked", "; wir haben; haben; ich habe", "gesprochen; telefoniert; geredet; miteinander gesprochen"),
    ("talked", "; on a; nous avons; j ai", "parle; discute"),
    ("talked", "", "on s est parle; nous nous sommes parle; hablamos; hemos hablado; hable; falamos; conversamos; falei; parlato; abbiamo parlato; ho parlato; ci siamo sentiti; rozmawialismy; rozmawialysmy; porozmawialismy; rozmawialem; rozmawialam"),
    ("talked", "; we hebben; wij hebben; hebben; ik heb", "gesproken; gepraat; elkaar gesproken"),
    ("met", "; we; i; we have; we ve", "met; met up; had coffee; had lunch; had a coffee; had a meeting; met them; met her; met him; met with them"),
    ("met", "", "getroffen; uns getroffen; wir haben uns getroffen; wir haben uns gesehen; rencontre; rencontres; on s est vu; on s est vus; nous nous sommes vus; nos vimos; nos reunimos; nos encontramos; ci siamo visti; ci siamo incontrati; incontrato; incontrata; elkaar ontmoet; we hebben elkaar ontmoet; elkaar gezien; we hebben elkaar gezien; spotkalismy sie; spotkalysmy sie"),
    ("called", "; i; i have", "called; phoned; rang; called them; called her; called him; left a message; left message; left voicemail; left a voicemail; no answer; voicemail"),
    ("called", "", "angerufen; ich habe angerufen; habe angerufen; mailbox; appele; j ai appele; llame; he llamado; llamado; liguei; telefonei; chiamato; ho chiamato; telefonato; ho telefonato; gebeld; ik heb gebeld; heb gebeld; zadzwonilem; zadzwonilam; dzwonilem; dzwonilam"),
    ("wrote", "; i; i have; i ve", "wrote; sent; emailed; mailed; messaged; texted; reached out; followed up; contacted; reminded; sent it; sent them; sent an email; sent a mail; sent email; sent a message; sent a text; sent a reminder; sent reminder; wrote an email; wrote them; wrote her; wrote him; wrote to them; wrote to her; wrote to him; emailed them; emailed her; emailed him; reminded them; reminded her; reminded him"),
    ("wrote", "; ich habe; habe", "geschrieben; gesendet; geschickt; angeschrieben; verschickt; abgeschickt; nachgefasst"),
    ("wrote", "; j ai", "ecrit; envoye; relance; contacte"),
    ("wrote", "; he", "escrito; enviado"),
    ("wrote", "", "escribi; envie; escrevi; enviei; mandei; napisalem; napisalam; wyslalem; wyslalam; wyslano; wyslane"),
    ("wrote", "; ho", "scritto; inviato; mandato; contattato"),
    ("wrote", "; ik heb; heb", "geschreven; verstuurd; gestuurd; gemaild; verzonden"),
    ("thanked", "; i; i have", "thanked; thanked them; thanked her; thanked him; said thanks; sent thanks; sent a thank you; thank you sent"),
    ("thanked", "", "bedankt; gedankt; ich habe mich bedankt; remercie; j ai remercie; agradeci; di las gracias; ringraziato; ho ringraziato; podziekowalem; podziekowalam"),
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
