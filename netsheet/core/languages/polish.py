"""Words that Polish headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: i w we z ze na do od o u po dla przez za jest był ten ta ja mnie nas on ona oni jego jej ich sie czy jak siebie a m co czym jakim
name: imie imienia
given: imiona
family: nazwisko
full: pelne
person: osoba osoby rozmowca rozmowczyni rekruter rekruterka kontaktowa kontaktowej
contact: kontakt kontaktu kontakty kontaktowano kontaktach skontaktowano
who: kto kim kogo
company: firma firmy firmie przedsiebiorstwo spolka pracodawca organizacja instytucja uczelnia zaklad
target: docelowa interesuja
title: stanowisko rola funkcja tytul pozycja
work: praca pracy pracuje zajmuje czym
place: miejsce miasto kraj region wojewodztwo lokalizacja biura siedziba
where: gdzie skąd
mail: mail email poczta
phone: telefon tel komorka
web: strona witryna www
career: kariera zakladka
link: link url
page: profil strona
linkedin: linkedin linkedina
day: data dzien dnia termin
when: kiedy
sent: wyslano wyslana wyslany wyslane napisalam napisalem
message: wiadomosc wiadomosci mail maila
call: telefon rozmowa telefoniczna dzwonilem
talk: rozmowa rozmowy rozmawialem rozmawialam rozmawialismy
answer: odpowiedz odpowiedzi odpisal odpisala odp
got: otrzymana otrzymano
status: status stan etap etapie faza
process: aplikacji rekrutacji zgloszenia procesu
way: kanal sposob forma droga
next: nastepny nastepna nastepne kolejny kolejna nast
step: krok kroku kroki dzialanie zadanie
todo: zrobienia zrobic
follow: przypomnienie ponowiono followup follow up upu ponowny przypomniec
again: ponownie
done: zrobione wyslane
note: uwagi notatka notatki opis zapiski komentarz szczegoly
extra: dodatkowe inne info rozmowy
subject: temat
text: tresc wyslana
template: szablon
used: uzyty
source: zrodlo
met: poznalismy poznany mam
know: znam znamy mam
found: znaleziono
refer: polecenie poleca polecil przedstawil rekomendacja
common: wspolny wspolna wspolni znajomy
asked: prosba poproszono
agree: zgoda
tie: relacja relacji znajomosc wiez
type: rodzaj typ kategoria grupa
warm: cieply zimny
level: poziom stopien sila
rank: priorytet waznosc ocena dopasowania
branch: branza sektor dziedzina dzialalnosci
birth: urodziny urodzenia
every: co czestotliwosc
days: dni tygodnie miesiace
thank: podziekowanie podziekowano dziekuje
meet: spotkanie kawa demo rozmowa
planned: umowiona umowione zaplanowane
help: pomoc
gave: dalem dalam
gotten: otrzymana otrzymalem
owner: opiekun przypisane przypisany odpowiedzialny
number: numer nr id lp l p kod
result: wynik efekt koncowy rezultat
last: ostatni ostatnia ostatnie ost
firsttime: pierwszy pierwsza pierwszego
since: od
connect: kontaktach
mine: mi moj moja my
to: to
what: co czym
address: adres
far: etapie
how: jak
label: nazwa
tag: tagi etykiety
"""
