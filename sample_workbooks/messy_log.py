"""messy-log.csv: an export as German Excel writes it: semicolons, Windows-1252, a preamble, dates with dots."""

from __future__ import annotations

LINES = """
Kontaktliste Bewerbungen 2026;;;;;;;;;
;;;;;;;;;
Datum;Vorname;Nachname;Firma;E-Mail;Kanal;Status;Antwort;Wiedervorlage;Bemerkungen
07.01.2026;Jürgen;Müller;Weiß & Söhne GmbH;juergen.mueller@example.com;E-Mail;Kontaktiert;Ja;;"Kollege aus Köln; sehr freundlich"
12.01.2026;Käthe;Schäfer;Ökostrom Nord AG;kaethe.schaefer@example.com;LinkedIn;Kontaktiert;Nein;;
15.01.26;Björn;Großmann;Straßenbau Görlitz;bjoern.grossmann@example.com;Telefon;Abgesagt;Ja;;Stelle intern besetzt
;;;;;;;;;
21.01.2026;Sabine;Köhler;Bücherstube am Tor;sabine.koehler@example.com;E-Mail;Kontaktiert;Ja;16.03.2026;Im März wieder melden
3.2.2026;Frank;Jäger;Jäger Präzision;frank.jaeger@example.com;E-Mail;Kontaktiert;;;"Messe, Halle 3 \N{EN DASH} Stand 12"
10.02.2026;Änne;Vogt;Vogt Übersetzungen;aenne.vogt@example.com;E-Mail;Wartet;;;Zweites Angebot über 1.200 €
17.02.2026;Uwe;Böhm;Stadtwerke Plön;uwe.boehm@example.com;Telefon;Kontaktiert;Ja;;Rückruf vereinbart
24.02.2026;Heike;Brüggemann;Brüggemann Möbel;heike.brueggemann@example.com;E-Mail;Kontaktiert;Nein;Anfang April;Termin noch offen
05.03.2026;Jörg;Lößnitz;Lößnitz Maschinenbau;joerg.loessnitz@example.com;LinkedIn;Kontaktiert;;;
11.03.2026;Käthe;Schäfer;Ökostrom Nord AG;kaethe.schaefer@example.com;E-Mail;Kontaktiert;;;Zweiter Versuch per E-Mail
;Günther;Röder;Röder Optik;guenther.roeder@example.com;;Noch nicht kontaktiert;;;Tipp von Sabine
;;;;;;;;;
Summe;;;;;;;12;;
""".strip("\n")


def make_messy_log() -> bytes:
    return (LINES + "\n").replace("\n", "\r\n").encode("cp1252")
