"""Words that Norwegian headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: og i på av for til med om er var har hadde jeg meg vi oss du den det de et en som hvordan han hun fra d innen hva
name: navn
given: fornavn
family: etternavn
full: fulle fullt
person: person kontaktperson rekrutterer intervjuer
contact: kontakt kontakter kontaktet kontakten
who: hvem
company: firma bedrift bedrifts arbeidsgiver organisasjon firmanavn bedriftsnavn selskap institusjon universitet skole bedriften virksomhet
target: mål
title: tittel rolle stilling jobbtittel funksjon stillingstittel posisjon
work: jobber arbeid jobb arbeider gjør
place: by sted land region lokasjon kommune fylke
where: hvor
mail: mail epost e-post email e-postadresse epostadresse mailadresse
phone: telefon mobil tlf telefonnummer mobilnummer mobiltelefon
web: nettside nettsted hjemmeside webside side
career: karriere karriereside
link: lenke link url
page: profil side
linkedin: linkedin
day: dato dag
when: når
sent: sendt skrev skrevet sendte
message: melding mail brev e-post epost
call: samtale ringte oppringning
talk: samtale snakket snakka pratet
answer: svar svart svarte tilbakemelding
got: mottatt fått
status: status fase trinn stadium
process: søknad søknadens prosess rekruttering søknads søknadsprosess
way: kanal måte metode kontaktform kontaktmåte medium
next: neste nå
step: steg skritt handling oppgave
todo: gjøre
follow: oppfølging påminnelse purring purre følg oppfølgingsdato minn husk følge
again: igjen opp
done: gjort utført
note: notat notater merknad merknader kommentar kommentarer anm
extra: øvrig øvrige annet
subject: emne emnefelt
text: tekst
template: mal
used: brukt
source: kilde opprinnelse
met: møttes møtt kjenner traff
know: kjenner kjennskap
found: fant funnet
refer: anbefalt anbefaling tipset anbefalte introdusert
common: felles kjent bekjent
asked: spurt bedt
agree: akseptert
tie: relasjon forhold
type: type slags kategori
warm: varm kald
level: nivå grad styrke
rank: prioritet prio viktighet interesse
branch: bransje sektor område
birth: bursdag fødselsdag fødselsdato født
every: hver frekvens intervall ofte
days: dager uker måneder
thank: takk takket takkemail
meet: møte intervju kaffe kaffeprat jobbintervju
planned: avtalt planlagt booket
help: hjelp
gave: ga gitt tilbudt
gotten: fikk fått
owner: ansvarlig tildelt
number: nummer nr id løpenummer løpenr
result: resultat utfall
last: siste sist
firsttime: første
since: siden
connect: koblet kontakt
mine: min mitt mine
what: hva
address: adresse
far: langt kommet
how: hvordan
tag: tagger etiketter
"""

STATUS = """
not contacted: ikke kontaktet; skal kontaktes; planlagt; utkast
sent: kontaktet; sendt; skrevet; søkt; mailet; venter; venter på svar; ikke svar; avventer; avventer svar
replied: svart; svarte; svar; har svart
in conversation: i dialog; pågår; intervju
meeting scheduled: møte avtalt; intervju avtalt; møte booket
closed negative: avslag; avvist; nei takk; ikke interessert
won: ansatt; tilbud akseptert; vunnet
closed: avsluttet; lukket; ferdig
paused: på vent; pause; senere
not now: ikke nå
"""

CHANNELS = """
phone: samtale; ringte; mobil
in person: kaffe; møte; personlig
e-mail: epost; e post
"""
