"""German, French and Spanish drafts read as a native would write them (golden/drafts/LANGUAGE), and who gets them."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from babel.dates import format_date

from netsheet.core.drafts.languages import (
    LANGUAGES,
    WORDS,
    Language,
    language_of_headings,
    read_language,
)
from netsheet.core.drafts.phrasing import count_utf16_units, spell_date, spell_gap, spell_when
from netsheet.core.drafts.requests import Draft, DraftFilter
from netsheet.core.model import Promise, Touch
from netsheet.render.messages import text_bytes
from netsheet.render.templates import load_templates
from tests.command_line import run
from tests.draft_people import BUNDLED, SETTINGS, TODAY, a_person, a_place, a_touch, an_action, write
from tests.test_drafts import GOLDEN, STORIES

OTHERS: tuple[Language, ...] = tuple(language for language in LANGUAGES if language != "en")
LOCAL: Mapping[Language, Mapping[str, str]] = {
    "de": {
        "details": "Sie planen zuerst die Nachtdienste und dann alles andere",
        "needs": "jemanden mit Erfahrung in der Dienstplanung",
        "next_action": "am Donnerstag auf der Station anrufen",
        "job_title": "Referentin Dienstplanung",
        "title": "Leiterin Betrieb",
        "pitch": "Ich entwickle Dienstpläne und Prognosen für Krankenhäuser",
        "promise": "die Vorlage für den Dienstplan schicken",
        "event": "Analytik-Stammtisch Leipzig",
        "given.title": "eine Studie zur Selbstplanung auf 40 Stationen",
        "given.news": "Sie leiten jetzt die Planung",
        "subject": "Nachtdienste",
    },
    "fr": {
        "details": "vous planifiez d'abord les nuits, puis tout le reste",
        "needs": "quelqu'un qui connaît les plannings hospitaliers",
        "next_action": "appeler le service jeudi",
        "job_title": "Analyste de planning",
        "title": "direction des opérations",
        "pitch": "Je conçois des plannings et des prévisions pour des équipes hospitalières",
        "promise": "envoyer le modèle de planning",
        "event": "rencontre data de Lyon",
        "given.title": "une étude sur l'auto-planification dans 40 services",
        "given.news": "vous dirigez désormais la planification",
        "subject": "Les plannings de nuit",
    },
    "es": {
        "details": "planificas primero las noches y después todo lo demás",
        "needs": "alguien que conozca los turnos de hospital",
        "next_action": "llamar a la planta el jueves",
        "job_title": "Analista de turnos",
        "title": "dirección de operaciones",
        "pitch": "Diseño turnos y previsiones para equipos de hospital",
        "promise": "enviar la plantilla de turnos",
        "event": "encuentro de datos de Sevilla",
        "given.title": "un estudio sobre autogestión de turnos en 40 plantas",
        "given.news": "ahora diriges la planificación",
        "subject": "Los turnos de noche",
    },
}


def tell(name: str, language: Language) -> Draft:
    """Write the story of an English template in another language."""
    story, local = STORIES[name], LOCAL[language]
    facts = {key: local.get(key, text) for key, text in story["facts"].items()} | {"language": language}
    person_values: dict[str, Any] = dict(story.get("person", {}))
    person_values["touches"] = tuple(_in_words(touch, local) for touch in person_values.get("touches", ()))
    if "promises" in person_values:
        person_values["promises"] = (Promise(text=local["promise"], place=a_place(), made_on=TODAY),)
    person = a_person(**person_values)
    extra = {key: story[key] for key in ("nudge", "due") if key in story}
    action = an_action(person, story["kind"], **extra) if "kind" in story else None
    given = {key: local.get(f"given.{key}", text) for key, text in story.get("given", {}).items()}
    draft = write(
        person,
        action,
        templates=load_templates(BUNDLED, language=language),
        facts=facts,
        others=story.get("others", ()),
        only=DraftFilter(given=given, **story.get("only", {})),
        settings=replace(SETTINGS, my_pitch=local["pitch"]),
    )
    assert isinstance(draft, Draft), draft
    return draft


def _in_words(touch: Touch, local: Mapping[str, str]) -> Touch:
    if touch.subject is None:
        return touch
    return replace(touch, subject=local["event"] if touch.kind == "event" else local["subject"])


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", sorted(STORIES))
def test_each_template_reads_as_it_was_read_aloud_in_each_language(name: str, language: Language) -> None:
    draft = tell(name, language)

    assert (draft.template, draft.language) == (name, language)
    text = text_bytes(draft)
    golden = GOLDEN / language / f"{name}.txt"
    if os.environ.get("NETSHEET_WRITE_GOLDEN") == "1":
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(text)
    assert golden.read_bytes().replace(b"\r\n", b"\n") == text
    assert draft.body.count("?") <= 1
    assert bool(draft.warnings) is draft.is_unfinished is (name in {"promise-kept", "reply-owed"})
    if draft.channel == "LinkedIn note":
        assert count_utf16_units(draft.body) <= SETTINGS.linkedin_note_limit


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_the_same_templates_for_the_same_occasions(language: Language) -> None:
    english = {info.name: info for info in load_templates(BUNDLED).infos}
    other = {info.name: info for info in load_templates(BUNDLED, language=language).infos}

    assert other.keys() == english.keys()
    for name, info in other.items():
        expected = english[name]
        assert (info.occasions, info.channels, info.intent) == (
            expected.occasions,
            expected.channels,
            expected.intent,
        )
        assert info.requires == expected.requires
        assert info.description != expected.description


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("said", ["negative", "not now", "positive", None])
def test_an_answer_promises_nothing_in_any_language(language: Language, said: str | None) -> None:
    reply = a_touch(dt.date(2026, 3, 13), "in", "reply", response_type=said)
    person = a_person(touches=(a_touch(dt.date(2026, 3, 2)), reply))

    draft = write(
        person,
        an_action(person, "reply"),
        templates=load_templates(BUNDLED, language=language),
        facts={"language": language},
    )

    assert draft.is_unfinished is (said in {"positive", None})
    gap = WORDS[language].gap_for("given.answer")
    assert (gap in draft.body) is draft.is_unfinished


@pytest.mark.parametrize(
    ("language", "exchange", "span"),
    [
        (
            "de",
            "unser letzter Kontakt liegt ein Jahr zurück, und",
            "es ist ein Jahr her, und ich erinnere mich",
        ),
        ("fr", "Notre dernier échange remonte à un an, et", "Cela fait un an, et je me souviens encore"),
        ("es", "Hace un año de nuestro último contacto y", "Después de un año todavía me acuerdo"),
    ],
)
def test_who_never_answered_is_not_told_of_a_last_exchange(
    language: Language, exchange: str, span: str
) -> None:
    sent, reply = a_touch(dt.date(2025, 2, 3)), a_touch(dt.date(2025, 2, 4), "in", "reply")

    bodies = []
    for touches in ((sent, reply), (sent,)):
        person = a_person(touches=touches)
        action = an_action(person, "reconnect", due=None)
        only = DraftFilter(kind="reconnect")
        templates = load_templates(BUNDLED, language=language)
        facts = {"language": language, "details": "x"}
        bodies.append(write(person, action, templates=templates, facts=facts, only=only).body)

    assert exchange in bodies[0]
    assert exchange not in bodies[1]
    assert span in bodies[1]


@pytest.mark.parametrize(
    ("language", "template", "written", "called"),
    [
        ("en", "nudge-note", "I e-mailed you about this", "I tried to call you about this"),
        ("en", "nudge-2", "Why I wrote", "Why I called"),
        ("en", "last-note", "Why I wrote", "Why I called"),
        ("de", "nudge-note", "ich hatte Ihnen per E-Mail geschrieben", "ich hatte versucht, Sie anzurufen"),
        ("de", "nudge-2", "Warum ich geschrieben habe", "Warum ich angerufen habe"),
        ("de", "last-note", "Warum ich geschrieben habe", "Warum ich angerufen habe"),
        ("fr", "nudge-note", "je vous ai écrit par e-mail à ce sujet", "j'ai essayé de vous joindre par téléphone à ce sujet"),
        ("fr", "nudge-2", "pourquoi je vous écrivais", "pourquoi je vous appelais"),
        ("fr", "last-note", "pourquoi je vous avais écrit", "pourquoi je vous appelais"),
        ("es", "nudge-note", "Te escribí por correo sobre esto", "Te llamé por esto"),
        ("es", "nudge-2", "Te escribía por esto", "Te llamaba por esto"),
        ("es", "last-note", "Te escribí por esto", "Te llamé por esto"),
    ],
)  # fmt: skip
def test_after_a_phone_call_nothing_was_written(
    language: Language, template: str, written: str, called: str
) -> None:
    facts = {"language": language, "details": "x"}

    for channel, said, unsaid in (("e-mail", written, called), ("phone", called, written)):
        person = a_person(
            touches=(a_touch(dt.date(2026, 3, 3), channel=channel),),
            linkedin="https://www.linkedin.com/in/ana-example",
        )
        draft = write(
            person,
            None,
            templates=load_templates(BUNDLED, language=language),
            facts=facts,
            only=DraftFilter(people=("Ana",), template=template),
        )

        assert said in draft.body
        assert unsaid not in draft.body
        assert not draft.warnings


def test_french_marks_have_a_space_that_does_not_break() -> None:
    for path in (BUNDLED / "fr").glob("*.j2"):
        message = path.read_text(encoding="utf-8").partition("\n\n")[2]
        text = re.sub(r"\{[%{#].*?[%}#]\}", "", message, flags=re.DOTALL)
        assert not re.search(r" [:;?!»]|« ", text), path


@pytest.mark.parametrize(("name", "greeting"), [("Ana López", "Guten Tag Ana López,"), ("Ana", "Guten Tag,")])
@pytest.mark.parametrize("template", ["check-in", "check-in-note"])
def test_a_german_greeting_has_the_whole_name_or_none(name: str, greeting: str, template: str) -> None:
    person = a_person(name, linkedin="ana-example")

    draft = write(
        person,
        an_action(person, "check_in"),
        templates=load_templates(BUNDLED, language="de"),
        facts={"language": "de", "details": "x"},
        only=DraftFilter(template=template),
    )

    assert draft.body.startswith(greeting)


# --- the words of the calendar


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [dt.date(2026, month, 2) for month in range(1, 13)])
def test_days_are_written_as_cldr_writes_them(language: Language, day: dt.date) -> None:
    words = spell_date(day, today=TODAY, language=language)

    pattern = {"en": "d MMMM", "de": "d. MMMM", "fr": "d MMMM", "es": "d 'de' MMMM"}[language]
    assert words == format_date(day, pattern, locale=language)
    weekday = WORDS[language].weekdays[day.weekday()]
    assert weekday == format_date(day, "EEEE", locale=language)


@pytest.mark.parametrize(
    ("language", "when", "gap"),
    [
        ("en", ["today", "on Tuesday", "on 1 March", "on 3 March 2025"], ["a few days", "a week", "two months"]),
        ("de", ["heute", "am Dienstag", "am 1. März", "am 3. März 2025"], ["ein paar Tage", "eine Woche", "zwei Monate"]),
        ("fr", ["aujourd'hui", "mardi", "le 1er mars", "le 3 mars 2025"], ["quelques jours", "une semaine", "deux mois"]),
        ("es", ["hoy", "el martes", "el 1 de marzo", "el 3 de marzo de 2025"], ["unos días", "una semana", "dos meses"]),
    ],
)  # fmt: skip
def test_days_and_spans_are_said_in_each_language(
    language: Language, when: list[str], gap: list[str]
) -> None:
    days = [TODAY, TODAY - dt.timedelta(days=6), dt.date(2026, 3, 1), dt.date(2025, 3, 3)]

    assert [spell_when(day, today=TODAY, language=language) for day in days] == when
    assert [spell_gap(days_ago, language) for days_ago in (3, 8, 60)] == gap


# --- who is written to in which language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("German", "de"),
        ("Deutsch", "de"),
        ("DE", "de"),
        ("français", "fr"),
        ("Español", "es"),
        ("castellano", "es"),
        ("English", "en"),
        ("Italian", "en"),
        ("German (B2)", "de"),
        ("", None),
        ("-", None),
    ],
)
def test_a_persons_language_is_read_from_its_name(text: str, language: Language | None) -> None:
    assert read_language(text) == language


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (["Vorname", "Nachname", "Firma", "Gesendet am", "Notizen"], "de"),
        (["Nom", "Prénom", "Entreprise", "Date d'envoi", "Réponse"], "fr"),
        (["Nombre", "Empresa", "Fecha de envío", "Respuesta", "Notas"], "es"),
        (["Name", "Company", "Date sent", "Notes"], "en"),
        (["Name", "Firma", "Email", "Status"], "en"),
        (["Nome", "Azienda", "Data", "Note"], "en"),
        ([], "en"),
    ],
)
def test_a_logs_language_is_that_of_its_headings(headings: list[str], language: Language) -> None:
    assert language_of_headings(headings) == language


def test_a_german_log_is_written_to_in_german_and_a_person_in_their_own_language(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Vorname", "Nachname", "E-Mail", "Gesendet am", "Sprache", "Notizen"])
    for first, last, language in (
        ("Ana", "Weber", ""),
        ("Ben", "Okafor", "Englisch"),
        ("Chloé", "Roy", "FR"),
    ):
        address = f"{last.lower()}@example.com"
        book.worksheets[0].append([first, last, address, "2026-03-02", language, f"Notiz {last}"])
    book.save(log)

    drafts = {item["person"]: item for item in run("draft", log, "--json").document["drafts"]}

    assert {name: item["language"] for name, item in drafts.items()} == {
        "Ana Weber": "de",
        "Ben Okafor": "en",
        "Chloé Roy": "fr",
    }
    assert drafts["Ana Weber"]["body"].startswith("Guten Tag Ana Weber,\n\nmeine Nachricht vom 2. März")
    assert drafts["Ana Weber"]["subject"] == "Meine Nachricht vom 2. März"
    assert "[in Ihren eigenen Worten: Notiz Weber]" in drafts["Ana Weber"]["body"]
    assert drafts["Chloé Roy"]["body"].startswith("Bonjour Chloé,\n")


def test_own_templates_come_first_in_every_language_and_those_in_its_folder_before_all(
    tmp_path: Path,
) -> None:
    header = "description: x\nfor: check in\nchannel: e-mail\nintent: give\nsubject: x\n"
    (tmp_path / "de").mkdir()
    (tmp_path / "mine.j2").write_text(f"name: check-in\n{header}\nMine\n", encoding="utf-8")
    (tmp_path / "de" / "mine.j2").write_text(f"name: check-in\n{header}\nMeine\n", encoding="utf-8")

    bodies = {}
    for language in LANGUAGES:
        file = load_templates(BUNDLED, [tmp_path], language=language).file_of("check-in")
        assert file is not None
        bodies[language] = file.body.strip()

    assert bodies == {"en": "Mine", "de": "Meine", "fr": "Mine", "es": "Mine"}
    assert run("templates", "check", tmp_path).exit_code == 0
    assert "2 files checked" in run("templates", "check", tmp_path).stdout
