"""Words that Slovak headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: a i v vo na do od z zo sa si s k ku pre po za o u je som bol bola sme ako ten tá mňa ja on ona dňa ďalej jeho jej ich e čo čím
name: meno mená
adjective: krstné
family: priezvisko
full: celé
person: osoba náborár náborárka recruiter personalista
contact: kontakt kontaktu kontakty kontaktná oslovené oslovenie kontaktovaný spojenie kontaktované
who: kto kým koho komu
company: firma firmy spoločnosť organizácia inštitúcia zamestnávateľ podnik škola univerzita zamestnávateľa firme
target: cieľová
title: pozícia funkcia rola titul profesia
work: práca práce pracovná pracuje zamestnanie výkonu
place: mesto miesto krajina kraj región lokalita sídlo vo
where: kde odkiaľ
mail: email mail emailová pošta mailová mailu
phone: telefón telefónne mobil tel
web: web stránky stránka webové webová
career: kariéra
link: odkaz url link
page: profil stránka
linkedin: linkedin linkedine
day: dátum deň dňa termín
when: kedy
sent: odoslané odoslania odoslanie poslané napísané písal písala zaslané
message: správa správy správu mail
call: hovor hovoru telefonát volal volala
talk: rozhovor hovoril hovorila rozprával rozprávala
answer: odpoveď odpovede odpovedal odpovedala reakcia reagoval ozval
got: prijaté
status: stav status fáza etapa
process: náboru žiadosti procesu prihlášky výberu výberového konania
way: spôsob kanál forma cesta
next: ďalší nasledujúci
step: krok kroky akcia úloha ďalej
todo: urobiť
follow: pripomenutie pripomienka pripomenúť pripomenutia ozvať nadviazať urgencia
again: znova opäť
done: hotovo
note: poznámka poznámky pozn komentár komentáre
extra: ostatné ďalšie iné
subject: predmet
text: text obsah
template: šablóna
used: použitá
source: zdroj pôvod
met: poznáme zoznámenie spoznali stretli
know: poznám poznáme
found: našiel
refer: odporučil odporučila odporúčanie predstavil
common: spoločný spoločná známy
asked: požiadané požiadal
agree: súhlas
tie: vzťah vzťahu väzba
type: typ druh kategória
warm: teplý studený blízkosť
level: miera sila
rank: priorita dôležitosť záujem
branch: odbor odvetvie podnikania sektor
birth: narodeniny narodenia
every: každých frekvencia interval ako často
days: dní týždňov mesiacov
thank: poďakované poďakovanie ďakujem
meet: stretnutie pohovor káva stretnutia
planned: dohodnuté naplánované dohodnutá
help: pomoc
gave: ponúkol
gotten: dostal získal
owner: zodpovedný pridelené priradené
number: číslo č id por poradové
result: výsledok
last: posledný posledné naposledy
firsttime: prvý prvé prvého
since: od
connect: spojení prepojení
mine: mi ma môj moja my
to: to
what: čo čím
address: adresa
how: ako
label: názov
tag: štítky značky
"""

STATUS = """
not contacted: neoslovené; nekontaktované; na oslovenie; plánované; koncept
sent: oslovené; odoslané; poslané; kontaktované; napísané; čakám; čaká sa; bez odpovede; čakám na odpoveď
replied: odpovedal; odpovedala; odpoveď; reagoval
in conversation: v jednaní; v kontakte; pohovor
meeting scheduled: stretnutie dohodnuté; pohovor dohodnutý
closed negative: zamietnuté; odmietnuté; odmietnutie; nezáujem
won: ponuka prijatá; prijaté; získané
closed: uzavreté; ukončené
paused: pozastavené; odložené; neskôr
not now: teraz nie
"""

CHANNELS = """
phone: telefonicky; hovor; mobil
in person: osobne; káva; stretnutie
e-mail: mailom
"""
