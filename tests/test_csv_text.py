from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.pipeline.opened import open_log
from netsheet.workbook.csv_text import find_delimiter, read_csv_text
from netsheet.workbook.text_encodings import decode
from tests.reading.build import TODAY

ROWS = (("Name", "Note"), ("Zoë", "a, b; c"), ("Bob", 'says "hi"'))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_is_found(delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(['"' + cell.replace('"', '""') + '"' for cell in row]) for row in ROWS)

    assert read_csv_text(text.encode()).rows == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert read_csv_text("Name,Note\nZoë,hi\n".encode(encoding)).rows == (("Name", "Note"), ("Zoë", "hi"))


def test_short_rows_are_filled_up_and_line_breaks_in_quotes_stay() -> None:
    assert read_csv_text(b'a,b,c\n"x\ny",z\n\n').rows == (("a", "b", "c"), ("x\ny", "z", ""), ("", "", ""))


def test_an_empty_file_has_no_rows() -> None:
    assert read_csv_text(b"").rows == ()


def test_a_preamble_with_commas_does_not_decide_the_delimiter() -> None:
    text = "Notes:\nExported for you, with care, today\n\nName;Company\nAnn Lee;Acme\nBob Ray;Beta\n"

    assert find_delimiter(text) == ";"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_rows_of_equal_length(data: bytes) -> None:
    assert len({len(row) for row in read_csv_text(data).rows}) <= 1


def test_an_unclosed_quotation_mark_swallows_no_rows_and_its_line_is_named() -> None:
    table = read_csv_text(b'Name,Note\nIda,"tea\nOmar,bread\nLena,"jam, honey"\n')

    assert table.rows == (("Name", "Note"), ("Ida", "tea"), ("Omar", "bread"), ("Lena", "jam, honey"))
    assert table.unclosed == {2: 2}


@pytest.mark.parametrize(
    ("text", "unclosed"),
    [
        ('Name,Note\nIda,"tea\nOmar,bread\n', {2: 2}),
        ('Name,Note\nIda,"tea and\nbread"\n', {}),
        ('Name,Note\n"Brook, Ida",tea\n', {}),
        ('Name,Note\nIda,says "hi"\n', {}),
        ('Name,Note\nIda,5" long\nOmar,x\n', {}),
        ('Name,Note\n"Ida","a\nb"\nOmar,"x\n', {3: 4}),
        ('Name,Note\n"Brook, Ida","tea\nOmar,x\n', {2: 2}),
        ('Name,Note\nIda,"tea', {2: 2}),
        ('Name,Note\nIda,"tea"', {}),
        ('Name,"Note\nIda,"tea\nOmar,"x\n', {1: 1, 2: 2, 3: 3}),
        ('"', {1: 1}),
    ],
)
def test_only_marks_that_are_never_closed_are_named(text: str, unclosed: dict[int, int]) -> None:
    assert read_csv_text(text.encode()).unclosed == unclosed


def test_an_error_that_a_spreadsheet_wrote_is_no_text() -> None:
    table = read_csv_text(b"Name,Company\nIda,#SPILL!\nOmar,#1 of all\n")

    assert table.rows[1:] == (("Ida", ""), ("Omar", "#1 of all"))
    assert table.errors == {(2, 2): "#SPILL!"}


NAMES = {
    "de": "Jörg Müller; Käthe Böhm; Weißgerber; Grüne Häuser KG; Übung in Köln; Jürgen Schäfer",
    "fr": "Hélène Noël; François Génin; Société du Rhône; déjà relancé; très aimable; Benoît Clément",
    "es": "José Muñoz; Peña y Núñez; Sofía Ibáñez; llamó mañana; compañía de Málaga; Íñigo Ángel",
    "pt": "João Gonçalves; Conceição Simões; Inês Antônio; reunião em São João; não respondeu; Magalhães",
    "it": "Niccolò Forlì; Università di Carrù; già sentita; perché più tardi; società; Dalmò",
    "nl": "Zoë de Bruïne; Daniël Coördinaat; Chloë uit België; één reünie; ideeën; André",
    "sv": "Åsa Sjöberg; Björn Hägg; Malmö på lördag; Göran Östlund; Växjö; Åkerström",
    "da": "Søren Kærsgård; Bjørn Østergård; Århus på fredag; Jørgensen; Ærø; Småland",
    "pl": "Łukasz Żak; Małgorzata Wójcik; Jędrzej z Gdańska; Święta w Łodzi; Źrebak; Wałęsa",
    "cs": "Jiří Dvořák; Růžena Šárková; Plzeň v úterý; Ondřej Žižka; Třebíč; Zděnka Čapková",
    "ru": "Иван Петров; Мария Орлова; встреча в Москве; звонок; Дмитрий; письмо",
    "uk": "Олена Ковальчук; Євген Їжак; зустріч, Київ; дзвінок; Ганна Ґудзь; лист",
    "el": "Γιώργος Παππάς; Ελένη Κώστα; Αθήνα την Τρίτη; τηλέφωνο; Νίκος; Μαρία",
    "tr": "Şükrü Yılmaz; Çağla Öztürk; Işık ve Doğan; görüşme; Gülşen; İstanbul",  # noqa: RUF001
}
ENCODINGS = {
    "cp1252": ("de", "fr", "es", "pt", "it", "nl", "sv", "da"), "mac_roman": ("de", "fr", "es", "pt", "it", "nl", "sv", "da"),
    "cp1250": ("pl", "cs"), "cp1251": ("ru", "uk"), "cp1253": ("el",), "cp1254": ("tr",), "utf-16-le": tuple(NAMES), "utf-16-be": tuple(NAMES),
    "utf-8": tuple(NAMES),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "encoding"), [(each, encoding) for encoding, all_of in ENCODINGS.items() for each in all_of]
)
def test_the_letters_of_a_language_tell_the_encoding(language: str, encoding: str) -> None:
    text = "Name,Note\n" + "".join(f"{name},2026-05-04\n" for name in NAMES[language].split("; "))
    decoded = decode(text.encode(encoding))

    assert (decoded.text, decoded.doubt) == (text, "")


@pytest.mark.parametrize("data", ["Name\nJ\x9arg\n", "Name\nMar\x92a\n"])
def test_an_encoding_that_too_few_letters_tell_is_said(data: str) -> None:
    assert decode(data.encode("latin-1")).doubt


def test_a_broken_byte_does_not_make_utf_8_another_encoding() -> None:
    decoded = decode("Name\nZoë Müller\nJörg Grün\n".encode() + b"caf\xe9\n")

    assert "Zoë Müller" in decoded.text
    assert decoded.doubt == "UTF-8"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'Name,Date sent\nIda Brook,2026-05-04\nOmar Finch,"2026-05-05\n', "unclosed-quote"),
        (b"Name,Date sent\nJ\x9arg Brook,2026-05-04\n", "encoding-guessed"),
    ],
)
def test_what_is_wrong_with_a_text_file_is_a_finding(data: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(data)
    opened = open_log(path, today=TODAY)

    assert [finding.code for finding in opened.findings] == [code]
    assert len(opened.log.people) == data.count(b"2026")
