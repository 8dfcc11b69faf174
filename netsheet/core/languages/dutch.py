"""Words that Dutch headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: de het een van in op aan bij naar voor met en of is was heb heeft hebben ik mij me wij we ons hij zij ze hem haar hun zijn u je er dit dat hoe ben nog te om hadden d dd n j wat
name: naam namen
given: voornaam voornamen voorn roepnaam
family: achternaam familienaam
full: volledige voor
person: persoon contactpersoon aanspreekpunt gesprekspartner recruiter
contact: contact contacten gecontacteerd opgenomen benaderd
who: wie
company: bedrijf bedrijven bedrijfsnaam werkgever organisatie onderneming doelbedrijf firma universiteit instelling
target: doel wil droom
title: functie rol titel positie beroep functietitel
work: werkt werk werken doet
place: plaats stad land locatie vestiging gemeente regio provincie standplaats woonplaats
where: waar
mail: mail email mailadres
phone: telefoon tel mobiel gsm telefoonnummer
web: website webstek site pagina
career: werken vacatures
link: link url
page: profiel pagina
linkedin: linkedin
day: datum dag
when: wanneer
sent: verstuurd verzonden gestuurd gemaild geschreven
message: bericht mail
call: gebeld belletje telefoontje
talk: gesprek gesproken gepraat over
answer: antwoord reactie beantwoord gereageerd antwoordstatus
got: ontvangen gekregen
status: status stadium fase stand sollicitatiestatus
process: sollicitatie procedure proces
way: kanaal manier medium wijze
next: volgende volgend
step: stap stappen actie acties taak
todo: doen
follow: opvolging opvolgen herinnering herinneren nagebeld nabellen terugbellen herinner
again: opnieuw weer
done: gedaan gestuurd
note: notitie notities opmerking opmerkingen opm
extra: overige overig extra info
subject: onderwerp
text: tekst
template: sjabloon
used: gebruikt gebruikte
source: bron herkomst
met: ontmoet leren
know: ken kennen
found: gevonden
refer: aanbeveling aanbevolen verwezen doorverwezen referral voorgesteld
common: gemeenschappelijke gezamenlijke kennis
asked: gevraagd aangevraagd
agree: akkoord
tie: relatie band
type: type soort categorie groep
warm: warm koud
level: niveau mate sterkte
rank: prioriteit prio belang interesse interessant
branch: branche sector werkveld industrie vakgebied
birth: geboortedatum verjaardag geboren
every: elke frequentie interval hoeveel
days: dagen weken maanden
thank: bedankt bedankje bedankmail dank
meet: afspraak koffie koffieafspraak kennismaking demo gesprek
planned: gepland gemaakt
help: hulp geholpen
gave: gegeven aangeboden
gotten: gekregen ontvangen
owner: toegewezen verantwoordelijke verantwoordelijk collega
number: nummer nr id volgnummer code
result: resultaat uitkomst afloop
last: laatste laatst
firsttime: eerste
since: sinds
connect: connectie verbonden
mine: mijn
what: wat
far: ver
by: via
how: hoe
tag: labels trefwoorden
"""
