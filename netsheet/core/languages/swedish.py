"""Words that Swedish headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: och i på av för till med om är var har hade jag mig vi oss du den det de ett en som hur han hon senaste någon att vad
name: namn
given: förnamn tilltalsnamn
family: efternamn
full: fullständigt hela
person: person kontaktperson rekryterare intervjuare
contact: kontakt kontakter kontaktad kontaktades kontaktade kontakten
who: vem vilka
company: företag bolag arbetsgivare organisation företagsnamn institution universitet skola företaget
target: mål
title: titel roll befattning tjänst yrke position jobbtitel yrkes
work: arbetar jobbar arbete jobb arbetsplats gör
place: stad ort plats land region län placeringsort kontor
where: var
mail: mejl epost e-post mail email mejladress e-postadress epostadress
phone: telefon mobil tel telefonnummer mobilnummer mobiltelefon tfn
web: webb webbplats hemsida webbsida sida
career: karriär karriärsida
link: länk url
page: profil sida
linkedin: linkedin
day: datum dag
when: när
sent: skickat skickad skickades skrev skickade mejlade avsänt
message: meddelande mejl brev
call: samtal ringde samtalet
talk: samtal pratade pratat möte hördes
answer: svar svarat svarade svaret återkoppling
got: fått mottaget
status: status läge fas steg skede
process: ansökan ansökans process rekrytering rekryteringen rekryteringsprocess processen
way: kanal sätt kontaktsätt kontaktväg medium
next: nästa
step: steg åtgärd aktivitet härnäst
todo: göra
follow: uppföljning påminnelse påminn följ uppföljningsdatum påminna återkomma höra återkoppla
again: igen
done: klart gjord gjort
note: anteckning anteckningar notering noteringar kommentar kommentarer anm anmärkning övrigt
extra: övriga
subject: ämne ämnesrad
text: text
template: mall
used: använd
source: källa ursprung
met: träffades träffats lärde kände
know: känner känna
found: hittade hittat
refer: rekommenderad rekommendation tipsade rekommenderade presenterade tipsad
common: gemensam gemensamma bekant
asked: bett frågat
agree: accepterat
tie: relation koppling
type: typ slag kategori
warm: varm kall
level: nivå grad styrka
rank: prioritet prio viktighet intresse
branch: bransch sektor område
birth: födelsedag födelsedatum född
every: varje frekvens intervall ofta
days: dagar veckor månader
thank: tack tackat tackmejl
meet: möte intervju kaffe fika intervjudatum
planned: bokat planerat inbokat bokad
help: hjälp
gave: gav gett erbjöd
gotten: fick fått
owner: ansvarig tilldelad
number: nummer nr id löpnummer radnr löpnr
result: resultat utfall
last: senast sista senaste
firsttime: första
since: sedan
connect: kontakt
mine: min mitt mina
what: vad
address: adress
by: av
how: hur
tag: taggar etiketter
far: långt
"""

STATUS = """
not contacted: ej kontaktad; inte kontaktad; att kontakta; planerad; utkast
sent: kontaktad; skickat; skickad; mejlat; ansökt; skrivit; väntar; väntar på svar; inget svar; inväntar svar
replied: svarat; svarade; svar; har svarat
in conversation: i dialog; pågår; intervju
meeting scheduled: möte bokat; intervju bokad; inbokad
closed negative: avslag; nej tack; avböjt; ej intresserad; nej
won: erbjudande accepterat; anställd; vunnen
closed: avslutad; avslutat; stängd; klar
paused: pausad; vilande; senare
not now: inte nu
"""

CHANNELS = """
phone: telefon; samtal; ringde; mobil
in person: fika; träff; möte; personligen
e-mail: mejl; epost; e post; mail
"""
