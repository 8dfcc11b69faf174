"""Words that Czech headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: a i v ve na do od z ze se si s k ke pro po za o u je jsem byl byla jsme jak ten ta mě mne já on ona dne dál jeho její jejich e co čím
name: jméno jména
adjective: křestní
family: příjmení
full: celé
person: osoba náborář náborářka recruiter personalista personalistka tazatel
contact: kontakt kontaktu kontakty kontaktní osloveno oslovení kontaktování kontaktován spojení
who: kdo kým koho komu
company: firma firmy společnost organizace instituce zaměstnavatel podnik škola univerzita zaměstnavatele
target: cílová
title: pozice funkce role titul profese
work: práce pracovní pracuje zaměstnání výkonu
place: město místo země kraj region lokalita sídlo
where: kde odkud
mail: email mail emailová pošta mailová mailu
phone: telefon telefonní mobil tel
web: web stránky stránka webové webová
career: kariéra kariéry
link: odkaz url link
page: profil stránka
linkedin: linkedin
day: datum den dne termín
when: kdy
sent: odesláno odeslání posláno odeslaná napsáno psal psala zasláno
message: zpráva zprávy zprávu mail
call: hovor hovoru telefonát volal volala
talk: rozhovor mluvil mluvila jednání
answer: odpověď odpovědi odpověděl odpověděla reakce reagoval ozval
got: přijato přijetí
status: stav status fáze etapa
process: náboru žádosti procesu přihlášky výběru výběrového řízení
way: způsob kanál forma cesta
next: další následující
step: krok kroky akce úkol dál
todo: udělat
follow: připomenutí připomínka připomenout ozvat navázat urgence
again: znovu opět
done: hotovo provedeno
note: poznámka poznámky pozn komentář komentáře
extra: ostatní další jiné
subject: předmět
text: text obsah
template: šablona
used: použitá
source: zdroj původ
met: známe seznámení poznali potkali znám
know: znám známe
found: našel
refer: doporučil doporučila doporučení představil
common: společný společné známý
asked: požádáno požádal
agree: souhlas
tie: vztah vztahu vazba
type: typ druh kategorie
warm: teplý studený blízkost
level: míra síla
rank: priorita důležitost zájem
branch: obor odvětví podnikání sektor
birth: narozeniny narození
every: každých frekvence interval jak často
days: dní týdnů měsíců
thank: poděkováno poděkování dík děkuji
meet: schůzka pohovor káva schůzky pohovoru
planned: domluvena domluveno naplánována naplánováno
help: pomoc
gave: nabídl
gotten: dostal získal
owner: odpovědný přiděleno přiřazeno
number: číslo č id poř pořadové pč
result: výsledek
last: poslední naposledy
firsttime: první
since: od
connect: spojeni propojeni
mine: mi můj moje my
to: to
what: co čím
address: adresa
far: jak daleko
how: jak
label: název
tag: štítky značky
"""

STATUS = """
not contacted: neosloveno; nekontaktováno; k oslovení; plánováno; koncept
sent: osloveno; odesláno; posláno; kontaktováno; napsáno; přihláška odeslána; čekám; čeká se; bez odpovědi; čeká na odpověď; čekám na odpověď
replied: odpověděl; odpověděla; odpověď; reagoval
in conversation: v jednání; v kontaktu; komunikujeme; pohovor
meeting scheduled: schůzka domluvena; pohovor domluven
closed negative: zamítnuto; odmítnuto; odmítnutí; nezájem; zamítnutí
won: nabídka přijata; přijato; získáno
closed: uzavřeno; ukončeno; hotovo
paused: pozastaveno; odloženo; později
not now: teď ne; nyní ne
"""

CHANNELS = """
phone: telefonicky; hovor; mobil; po telefonu
in person: osobně; káva; schůzka
e-mail: mailem
"""
