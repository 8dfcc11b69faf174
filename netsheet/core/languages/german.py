"""Words that German headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: der die das den dem des ein eine einer eines im in am an auf bei beim von vom zu zum zur fur und oder ist war wird hat haben habe ich mir mich wir uns sie er es ihr ihm ihn ihnen seine seinem sich j n ja nein nr d u wie wo denn noch man selbst beruflich raus als unter um dabei was
name: name namen
given: vorname vornamen rufname vorn
family: nachname familienname zuname nachn
full: vollstandiger kompletter ganzer vor
person: person personen ansprechperson ansprechpartner ansprechpartnerin kontaktperson gesprachspartner gesprachspartnerin recruiter recruiterin personaler personalerin
contact: kontakt kontakte kontakts kontaktes kontaktiert kontaktiere angeschrieben angesprochen erreichbar
who: wer wem wen
company: firma firmen unternehmen unternehmens arbeitgeber betrieb organisation zielfirma wunschfirma hochschule
target: ziel wunsch
title: position stelle titel rolle funktion beruf jobtitel tatigkeit stellenbezeichnung
work: arbeitet arbeit arbeiten tatig macht
place: ort stadt land standort arbeitsort firmensitz sitz bundesland kanton plz region wohnort
where: wo woher
mail: email mail emailadresse emailadr mailadresse
phone: telefon tel telefonnr telefonnummer handy handynummer mobil mobilnummer natel rufnummer
web: website webseite homepage internetseite seite
career: karriere
link: link url
page: profil seite
linkedin: linkedin xing
day: datum tag
when: wann
sent: gesendet verschickt versandt abgeschickt geschrieben gemailt angeschrieben
message: nachricht mail anschreiben
call: anruf angerufen telefonat telefoniert
talk: gesprach gesprachs gesprochen besprochen geredet austausch unterhaltung gehort
answer: antwort ruckmeldung geantwortet gemeldet reaktion
got: erhalten bekommen zuruck
status: status stand phase stadium vertriebsphase stufe
process: bewerbung bewerbungs prozess prozesses verfahren
way: kanal weg medium plattform kontaktweg
next: nachster nachste nachstes nachsten nächstes als
step: schritt schritte aktion aufgabe aufgaben massnahme todo
todo: todo
follow: nachfassen nachgehakt nachgefasst nachfrage wiedervorlage wv erinnerung erinnern followup follow up nachhaken wiedervorlagedatum
again: wieder erneut
done: erledigt gemacht erfolgt verschickt
note: notiz notizen bemerkung bemerkungen anmerkung anmerkungen kommentar kommentare gesprachsnotiz merken
extra: sonstiges sonstige weitere weiteres allgemeine zusatz
subject: betreff
text: text wortlaut inhalt geschrieben
template: vorlage textvorlage
used: verwendete genutzte benutzte verwendet
source: quelle herkunft
met: kennengelernt getroffen kennen
know: kenne kennen bekannt
found: gefunden aufmerksam geworden durch
refer: empfehlung empfohlen empfiehlt empfehlen vermittelt vorgestellt weiter
common: gemeinsamer gemeinsame gemeinsam bekannter bekannte
asked: gebeten gefragt angefragt bitte
agree: zugesagt einverstanden
tie: beziehung verhaltnis bindung
type: art typ kategorie gruppe
warm: warm kalt heiss nah nahe gut
level: grad starke stufe
rank: prioritat prio wichtigkeit interesse rang einstufung abc
branch: branche fachgebiet fachrichtung sektor bereich
birth: geburtstag geburtsdatum geboren
every: alle haufigkeit intervall kontaktintervall rhythmus turnus oft kontaktrhythmus
days: tage wochen monate
thank: dank danke dankesmail bedankt gedankt dankesnachricht
meet: treffen termin gesprach kaffee demo interview vorstellungsgesprach
planned: vereinbart geplant ausgemacht
help: hilfe geholfen gefallen
gave: gegeben angeboten bieten gefallen offen
gotten: bekommen erhalten
owner: betreuer kundenbetreuer betreut zustandig zugewiesen verantwortlich verantwortlicher
number: nummer nr id lfd datensatz kontaktnr laufende kundennr
result: ergebnis ausgang gesprachsergebnis resultat kam
last: letzter letzte letztes letzten zuletzt zul
firsttime: erster erste erstes ersten erst
since: seit
connect: vernetzt verbunden
mine: mit mein meine
what: was
far: weit
how: wie
tag: stichwörter schlagwörter
"""
