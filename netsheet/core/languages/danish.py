"""Words that Danish headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: og i på af for til med om er var har havde jeg mig vi os du den det de et en som hvordan han hun fra d dem sammen sagt hvad
name: navn
given: fornavn
family: efternavn
full: fulde
person: person kontaktperson rekrutteringskonsulent rekrutterer interviewer
contact: kontakt kontakter kontaktet kontakten
who: hvem
company: firma virksomhed virksomheds arbejdsgiver organisation firmanavn virksomhedsnavn selskab institution universitet skole virksomheden firmaet
target: mål
title: titel rolle stilling jobtitel funktion position
work: arbejder arbejde job laver arbejds arbejd
place: by sted land region lokation placering beliggenhed
where: hvor
mail: mail email mailadresse e-mail e-mailadresse
phone: telefon mobil tlf telefonnummer mobilnummer
web: hjemmeside website webside side
career: karriere karriereside
link: link url
page: profil side
linkedin: linkedin
day: dato dag
when: hvornår
sent: sendt skrev skrevet sendte afsendt
message: besked mail brev
call: opkald ringede
talk: samtale talte talt snakket
answer: svar svaret svarede svarets tilbagemelding
got: modtaget fået
status: status fase trin stadie
process: ansøgning ansøgningens proces rekruttering ansøgnings
way: kanal måde metode kontaktform kontaktmåde medie
next: næste nu
step: skridt trin handling opgave
todo: gøre
follow: opfølgning påmindelse rykker påmind følg opfølgningsdato husk
again: igen op
done: gjort udført
note: note noter bemærkning bemærkninger kommentar kommentarer
extra: øvrige øvrigt andet
subject: emne emnelinje
text: tekst
template: skabelon
used: brugt
source: kilde oprindelse
met: mødtes mødt kender lærte
know: kender kendskab
found: fandt fundet
refer: anbefalet anbefaling henvist anbefalede præsenteret
common: fælles bekendt bekendte
asked: spurgt bedt
agree: accepteret
tie: relation forhold
type: type slags kategori
warm: varm kold
level: niveau grad styrke
rank: prioritet prio vigtighed interesse
branch: branche sektor område
birth: fødselsdag fødselsdato født
every: hver frekvens interval ofte
days: dage uger måneder
thank: tak takket takkemail
meet: møde samtale kaffe kaffemøde jobsamtale interview
planned: aftalt planlagt booket
help: hjælp
gave: gav givet tilbudt
gotten: fik fået
owner: ansvarlig tildelt
number: nummer nr id løbenummer løbenr
result: resultat udfald
last: seneste sidste senest sidst
firsttime: første
since: siden
connect: forbundet forbindelse
mine: min mit mine
what: hvad
address: adresse
far: langt
how: hvordan
tag: tags etiketter
"""

STATUS = """
not contacted: ikke kontaktet; skal kontaktes; planlagt; kladde
sent: kontaktet; sendt; skrevet; ansøgt; mailet; venter; venter på svar; intet svar; afventer; afventer svar
replied: svaret; svarede; svar; har svaret
in conversation: i dialog; i gang; samtale; samtale i gang
meeting scheduled: møde aftalt; samtale aftalt; møde booket
closed negative: afslag; afvist; nej tak; ikke interesseret
won: ansat; tilbud accepteret; vundet
closed: afsluttet; lukket; færdig
paused: på pause; pause; senere
not now: ikke nu
"""

CHANNELS = """
phone: opkald; mobil
in person: kaffe; møde; personligt
e-mail: mail; e mail
"""
