"""Words that Finnish headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: ja tai on oli olen minä minua mun me hän hänen se siitä kun miten kuinka a myös mitä kanssa
name: nimi
given: etunimi kutsumanimi
family: sukunimi
full: koko
person: henkilö yhteyshenkilö rekrytoija haastattelija henkilön yhteyshenkilön
contact: yhteys yhteyttä yhteydenotto yhteydenoton kontakti kontaktoitu kontaktin yhteystieto yhteydenpito yhteydenotot
who: kuka kenen kenelle kenet
company: yritys yrityksen firma työnantaja organisaatio yhtiö laitos koulu yliopisto työnantajan
target: kohde
title: titteli rooli asema tehtävä tehtävänimike ammatti nimike työtehtävä
work: työ työssä työskentelee
place: kaupunki paikka paikkakunta maa sijainti alue toimipaikka
where: missä mistä
mail: sähköposti sähköpostiosoite email meili posti sähköpostin
phone: puhelin puhelinnumero puh matkapuhelin gsm kännykkä
web: verkkosivu verkkosivut kotisivu kotisivut nettisivu nettisivut sivusto www sivut
career: ura urasivu
link: linkki url
page: profiili sivu
linkedin: linkedin
day: päivä päivämäärä pvm päiväys ajankohta
when: milloin koska
sent: lähetetty lähetin lähetys kirjoitin lähetyspäivä lähettäminen lähetetyn
message: viesti viestin
call: puhelu soitin soitto
talk: keskustelu puhuin puhuttu juteltu
answer: vastaus vastattu vastasi vastauksen palaute vastausta vastasiko
got: saatu sain saapui
status: tila status vaihe tilanne vaiheessa
process: hakemuksen rekrytoinnin prosessin prosessi haun hakuprosessin
way: kanava tapa yhteydenottotapa väline kontaktitapa
next: seuraava seuraavat seuraavaksi
step: askel toimenpide toimi tehtävä
todo: tehtävää tehdä
follow: seuranta muistutus muistuta muistutuspäivä seurantapäivä jatkoyhteys palata palaa
again: uudelleen uudestaan
done: tehty
note: muistiinpano muistiinpanot huomio huomiot kommentti kommentit huom lisätiedot muistiinpanoja lisätietoja
extra: muut muuta muita
subject: aihe otsikko
text: teksti
template: pohja viestipohja malli
used: käytetty
source: lähde alkuperä
met: tavattu tapasimme tutustuttu tutustuin tunnetaan
know: tunnen tunnemme
found: löysin
refer: suosittelija suositus suositteli esitteli
common: yhteinen tuttu
asked: pyydetty pyysin
agree: suostui
tie: suhde suhteen
type: tyyppi laji luokka kategoria
warm: lämmin kylmä läheisyys
level: taso aste vahvuus
rank: prioriteetti tärkeys kiinnostus prio
branch: toimiala ala sektori
birth: syntymäpäivä syntymäaika synttärit syntynyt
every: joka tiheys väli usein yhteydenpitoväli
days: päivää viikkoa kuukautta
thank: kiitos kiitetty kiitosviesti kiitin
meet: tapaaminen haastattelu kahvi palaveri kahvit
planned: sovittu
help: apu auttanut
gave: annoin tarjosin
gotten: sain
owner: vastuuhenkilö
number: numero nro id järjestysnumero rivi
result: tulos lopputulos
last: viimeisin viimeksi viime viimeinen
firsttime: ensimmäinen eka ensimmäisen
since: alkaen lähtien
connect: verkostoiduttu
mine: minun
what: mitä
address: osoite
how: miten kuinka
tag: tunnisteet avainsanat
far: pitkällä
"""

STATUS = """
not contacted: ei kontaktoitu; kontaktoitava; suunniteltu; luonnos
sent: kontaktoitu; lähetetty; viesti lähetetty; haettu; hakemus lähetetty; odottaa; odotan; odottaa vastausta; odotan vastausta; ei vastausta
replied: vastattu; vastasi; vastaus saatu
in conversation: keskusteltu; käynnissä; haastattelu
meeting scheduled: tapaaminen sovittu; haastattelu sovittu
closed negative: hylätty; ei kiinnostunut; ei kiitos; kielteinen
won: palkattu; tarjous hyväksytty; voitettu
closed: suljettu; päättynyt; valmis
paused: tauolla; myöhemmin; odotustilassa
not now: ei nyt
"""

CHANNELS = """
phone: puhelin; puhelu; puhelimitse
in person: kahvi; tapaaminen; kasvotusten; livenä
e-mail: sähköposti; meili
"""
