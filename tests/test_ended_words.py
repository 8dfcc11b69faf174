"""Ways to say that it is over, or will be another time, under Response and Status: each with what the log shows then."""

from __future__ import annotations

import pytest

from netsheet.core.values.answer_sentences import read_answer_words, read_status_words
from netsheet.core.values.vocabulary import CLOSED, DECLINED, LEFT, NOT_NOW, PAUSED, Meaning, read_status
from tests.reading.build import codes_of, read_rows
from tests.test_users_words import SENT, TODAY, standing_of

LEFT_THE_COMPANY = """
moved to Google; has moved to Google; she moved over to Acme Corp; left for Google; left to join Acme; now at Google; now working for Google; she works for Google now; joined another company
joined a competitor; switched companies; he left; she has left; they left last month; left in May; left; gone; he's gone; she moved on; no longer there; started a new job at Acme; moved abroad
zu Google gewechselt; ist zu Google gewechselt; wechselt zu Siemens; arbeitet jetzt bei Siemens; ist jetzt bei Siemens; hat die Firma gewechselt; ist weg
parti chez Google; elle est partie chez Renault; travaille maintenant chez Renault; a rejoint Renault; a changé d'entreprise; n'est plus là
se fue a Google; ahora trabaja en Indra; ha cambiado de empresa; ya no está
"""
WRONG_PERSON = """
wrong guy; the wrong person; sorry, wrong person; I wrote to the wrong person; wrong department; wrong person for this
falscher Ansprechpartner; falscher Kontakt; leider falsche Abteilung; mauvais contact; mauvais interlocuteur; contacto equivocado; me equivoqué de persona
"""
REFUSED = """
pass; will pass; she'll pass; it's a pass; they passed; he passed; passed on this; they passed on me; decided to pass this time; they moved on; they withdrew; he backed out; not the right contact
hat abgewinkt; winkt ab; nicht zuständig; nicht der richtige Ansprechpartner; passe son tour; pas le bon interlocuteur; pasaron de mí; prefieren pasar; no es la persona correcta
"""
WITHDREW = """
withdrew my app; I withdrew; withdrew my application; withdrew from the process; pulled my application; I pulled out; bowed out; application withdrawn
Bewerbung zurückgezogen; ich habe meine Bewerbung zurückgezogen; j'ai retiré ma candidature; candidature retirée; je me suis désisté; retiré mi candidatura; me retiré
"""
DIED = "passed away; he died; leider verstorben; est décédée; ha fallecido"
ANOTHER_TIME = """
after summer; after the holidays; after his vacation; next year; sometime next year; probably next year; early next year; end of the year; Q3 maybe; some other time; in a few months; down the road
nach dem Urlaub; nach den Ferien; nächstes Jahr; Ende des Jahres; in ein paar Monaten; après les vacances; l'année prochaine; à la rentrée; dans quelques mois
tras el verano; después de las vacaciones; el año que viene; el próximo año; dentro de unos meses
"""
NOTHING_OF_IT = """
moved to next round; moved to the next stage; moved to Friday; moved to 12 May; moved to Zoom; moved to HR; moved to May; moved to another team; left a message for Bob; left, will call again Monday
left for the day; now at final stage; now with HR; available now; call now; has a new role for me; I have a new job; I left; I moved on to others; role is gone; gone to lunch
passed the test; passed first round; passed; he passed my CV to HR; they passed it on; I passed the interview; elle passe mon CV; next steps?; next round; by Friday; in a few minutes
one day; another time slot; happy to talk next year; noch da; partie remise; no está mal; died down; wrong link; wrong date; works for me; jetzt bei uns im Gespräch
"""


def _cases(*texts: tuple[str, Meaning]) -> list[tuple[str, Meaning]]:
    return [
        (text.strip(), meaning)
        for lines, meaning in texts
        for line in lines.strip().splitlines()
        for text in line.split(";")
    ]


OVER = _cases(
    (LEFT_THE_COMPANY, LEFT),
    (WRONG_PERSON, CLOSED),
    (REFUSED, DECLINED),
    (WITHDREW, CLOSED),
    (DIED, CLOSED),
)


@pytest.mark.parametrize(("text", "meaning"), OVER)
def test_it_is_over_under_response_and_status(text: str, meaning: Meaning) -> None:
    assert read_answer_words(text, read_status) == meaning
    assert read_status_words(text, read_status) == meaning


@pytest.mark.parametrize("text", [text for text, _ in _cases((ANOTHER_TIME, NOT_NOW))])
def test_a_vague_time_alone_puts_off(text: str) -> None:
    assert read_answer_words(text, read_status) == NOT_NOW
    assert read_status_words(text, read_status) == PAUSED


@pytest.mark.parametrize("text", [text for text, _ in _cases((NOTHING_OF_IT, NOT_NOW))])
def test_other_words_end_nothing_and_put_nothing_off(text: str) -> None:
    meaning = read_answer_words(text, read_status)

    assert meaning is None or (meaning.state == "open" and meaning.mood != "not now")


@pytest.mark.parametrize(
    ("word", "status", "why"),
    [
        (
            "moved to Google",
            "Closed",
            "They no longer work there. If you have another address, type reopen.",
        ),
        ("wrong guy", "Closed", "Closed by your own entry."),
        ("pass", "Closed", "They said no."),
        ("withdrew my app", "Closed", "Closed by your own entry."),
    ],
)
@pytest.mark.parametrize("heading", ["Response", "Status"])
def test_nobody_is_reminded_of_what_is_over(heading: str, word: str, status: str, why: str) -> None:
    standing = standing_of(["Date sent", heading], [SENT, word])

    assert (standing.status, standing.why) == (status, why)


@pytest.mark.parametrize("heading", ["Response", "Status"])
@pytest.mark.parametrize("word", ["next year", "after the holidays", "nach den Ferien"])
def test_a_vague_time_is_asked_about(heading: str, word: str) -> None:
    log = read_rows(
        ["Name", "Date sent", heading], ["Ann Lee", SENT, word], ["Bo Ray", SENT, "sent"], today=TODAY
    )

    assert codes_of(log) == ["day-not-understood"]
