"""Words that Italian headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: il lo la i gli le l un uno una di del dello della dei delle dal a al alla in nel nella per con e o io ci ho ha abbiamo siamo me lui lei loro suo sua si s m cui com quanto fa varie dove come cosa che è da
name: nome nomi
adjective: battesimo
family: cognome
full: completo
person: persona persone referente interlocutore interlocutrice recruiter selezionatore
contact: contatto contatti contattato contattata contattare ricontattato sentiti sentito
who: chi
company: azienda aziende ditta societa impresa ente organizzazione datore universita univ laboratorio
target: target interessano obiettivo
title: ruolo posizione titolo carica mansione qualifica professionale professione figura
work: lavoro lavora ricoperto
place: luogo citta paese regione provincia prov sede localita trova
where: dove
mail: email mail posta
phone: telefono tel cellulare cell
web: sito pagina web
career: carriere lavora
link: link url
page: profilo pagina
linkedin: linkedin
day: data giorno
when: quando
sent: inviato inviata invio scritto scritta mandato
message: messaggio msg mail
call: chiamata telefonata chiamato call
talk: conversazione colloquio parlato chiacchierata sentiti
answer: risposta risposto riscontro
got: ricevuta ricevuto
status: stato stadio fase punto
process: candidatura processo selezione
way: canale mezzo modalita metodo modo
next: prossimo prossima prossimi prossime
step: passo passi azione azioni
todo: fare adesso
follow: sollecito ricontattare ricontattato promemoria richiamare followup follow up
again: nuovo
done: fatto fatta eseguito
note: nota note appunti commento commenti osservazioni info
extra: altre altro utili personali varie telefonata
subject: oggetto
text: testo inviato
template: modello
used: usato usata utilizzato
source: fonte origine provenienza canale
met: conosciuto conosciuti incontrato
know: conosco
found: trovato
refer: segnalazione referral presentato raccomandazione raccomandato
common: comune conoscenza
asked: chiesto richiesta chiesta
agree: accettato
tie: rapporto relazione legame
type: tipo tipologia categoria gruppo
warm: caldo freddo tiepido
level: livello grado
rank: priorita importanza interessa interesse
branch: settore attivita ramo industria
birth: nascita compleanno nato
every: ogni frequenza intervallo
days: giorni settimane mesi
thank: grazie ringraziamento ringraziato
meet: incontro riunione caffe demo colloquio appuntamento
planned: fissato fissata programmato concordato conoscitiva
help: aiuto aiutato
gave: dato offerto cambio
gotten: ricevuto ricevuta
owner: assegnato assegnata segue responsabile
number: numero n id progressivo codice riga
result: esito risultato finita finale andata finire
last: ultimo ultima ultimi volta
firsttime: primo prima 1o
since: dal
connect: collegati collegato connessi
mine: mi mio mia miei
what: cosa che
address: indirizzo
far: punto
how: come com
tag: etichette tag
"""
