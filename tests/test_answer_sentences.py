"""What people type under Response is a sentence of its own: what it says about the answer, and what it does not."""

from __future__ import annotations

import pytest

from netsheet.core.values.answer_sentences import asked_back_in, asks_back, read_answer_words
from netsheet.core.values.short_forms import spelled_out
from netsheet.core.values.vocabulary import Meaning, read_status, status_reader


def _says(text: str) -> str:
    meaning = read_answer_words(text, read_status)
    return "an answer" if meaning is None else _name(meaning)


def _name(meaning: Meaning) -> str:
    names = {
        "no contact": meaning.is_opt_out,
        "came back": meaning.has_bounced,
        "a machine": meaning.is_automatic,
        "accepted": meaning.is_acceptance,
        "they left": meaning.has_left,
        "will write": meaning.mood == "will write",
        "not now": meaning.mood == "not now",
        "a no": meaning.is_declined,
        "both talked": meaning.is_answered,
        "an answer": meaning.has_replied,
        "closed": meaning.state == "closed",
    }
    return next((name for name, is_said in names.items() if is_said), "no answer yet")


@pytest.mark.parametrize("text", ["thx, no re\u017fp", "thx, \u0130nt'd"])
def test_a_letter_that_is_only_nearly_one_of_a_short_form_stops_nothing(text: str) -> None:
    assert spelled_out(text) == text.replace("thx", "thanks")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("still waiting", "no answer yet"),
        ("read but no reply", "no answer yet"),
        ("I'm still waiting for a reply", "no answer yet"),
        ("hasn't answered", "no answer yet"),
        ("no news yet", "no answer yet"),
        ("please do not contact me again", "no contact"),
        ("She asked me not to contact her again", "no contact"),
        ("no thanks, please remove me from your list", "no contact"),
        ("bitte keine weiteren Nachrichten", "no contact"),
        ("no reply at first, then she called me", "an answer"),
        ("called me back, still waiting for the contract", "an answer"),
        ("open to a call", "an answer"),
        ("happy to chat", "an answer"),
        ("email bounced back", "came back"),
        ("she's on mat leave till Jan", "a machine"),
        ("Currently out of office until 18 May", "a machine"),
        ("on holiday til 25th", "a machine"),
        ("thanks but no thanks", "a no"),
        ("Sorry, not interested", "a no"),
        ("We're not hiring", "a no"),
        ("not hiring right now, try in autumn", "not now"),
        ("no openings at the moment", "not now"),
        ("no roles but will keep my CV on file", "not now"),
        ("said to try again in September", "not now"),
        ("maybe later", "not now"),
        ("too busy", "not now"),
        ("she will get back to me next week", "will write"),
        ("she'll get back to me", "will write"),
        ("said he'd reply next week", "will write"),
        ("will call me", "will write"),
        ("HR needs to check", "will write"),
        ("the hiring manager said he'd let me know by Friday", "will write"),
        ("will forward my CV to Bob", "will write"),
        ("sie meldet sich nächste Woche", "will write"),
        ("elle va me rappeler", "will write"),
        ("me llamará la semana que viene", "will write"),
        ("will get back to me, wants my CV", "an answer"),
        ("I will call her next week", "an answer"),
        ("will call her", "an answer"),
        ("please do not write", "no contact"),
        ("don't write to me, thanks", "no contact"),
        ("they don't write to me", "no answer yet"),
        ("LM", "no answer yet"),
        ("LVM 5/11", "no answer yet"),
        ("n/r", "no answer yet"),
        ("no resp", "no answer yet"),
        ("pinged 3x", "no answer yet"),
        ("opened email 2x", "no answer yet"),
        ("left on read", "no answer yet"),
        ("intro'd by Sue", "no answer yet"),
        ("referred by Bob", "no answer yet"),
        ("ref'd me to Bob", "an answer"),
        ("will send CV", "an answer"),
        ("she will send my CV to HR", "will write"),
        ("ack'd", "an answer"),
        ("replied, need to send CV", "an answer"),
        ("call back Mon", "an answer"),
        ("he left a message", "an answer"),
        ("thx but no", "a no"),
        ("Not intrested", "a no"),
        ("prob not", "a no"),
        ("the job went to someone else", "a no"),
        ("decided to go in another direction", "a no"),
        ("didn't make the cut", "a no"),
        ("they filled it", "a no"),
        ("not going to work out", "a no"),
        ("doesn't have time", "not now"),
        ("can't talk now", "not now"),
        ("can't meet Tuesday, Thursday works", "an answer"),
        ("Tuesday won't work", "an answer"),
        ("never heard back", "no answer yet"),
        ("haven't heard from her", "no answer yet"),
        ("went dark", "no answer yet"),
        ("stopped replying", "no answer yet"),
        ("ghosted after call", "no answer yet"),
        ("not sure yet, she replied", "an answer"),
        ("not moving fwd", "a no"),
        ("generic no", "a no"),
        ("swamped rn", "not now"),
        ("busy, after Easter", "not now"),
        ("said try Q3", "not now"),
        ("PTO til 5 June", "a machine"),
        ("out sick", "a machine"),
        ("bad email", "came back"),
        ("his email no longer works", "came back"),
        ("take me off ur list", "no contact"),
        ("stop emailing me pls", "no contact"),
        ("no longer @ Acme", "they left"),
        ("quit last month", "they left"),
        ("she'll check w/ boss", "will write"),
        ("will hear by 29 May", "will write"),
        ("suggested a call next week", "an answer"),
        ("Position has been filled", "a no"),
        ("the role is filled now", "a no"),
        ("no open positions", "a no"),
        ("unfortunately not", "a no"),
        ("not a fit", "a no"),
        ("they went with someone else", "a no"),
        ("declined my invite", "a no"),
        ("The role was cancelled", "a no"),
        ("die Stelle ist leider schon besetzt", "a no"),
        ("le poste a déjà été pourvu", "a no"),
        ("la vacante ya está cubierta", "a no"),
        ("rejected - reapply in 6 mo", "not now"),
        ("the role has been put on hold", "not now"),
        ("please stop", "no contact"),
        ("Stop writing!", "no contact"),
        ("unsubscribe me", "no contact"),
        ("bitte nicht mehr schreiben", "no contact"),
        ("merci de ne plus m'écrire", "no contact"),
        ("deje de escribirme", "no contact"),
        ("he left the company", "they left"),
        ("no longer works there", "they left"),
        ("left the firm in May", "they left"),
        ("is no longer with Acme, new contact is Bob", "they left"),
        ("arbeitet nicht mehr bei der Firma", "they left"),
        ("ne travaille plus chez Acme", "they left"),
        ("ya no trabaja allí", "they left"),
        ("he left a voicemail", "an answer"),
        ("has left for vacation", "an answer"),
        ("interested, get back to me in 2 weeks", "an answer"),
        ("accepted my invite", "accepted"),
        ("had a call", "both talked"),
        ("had coffee, really nice", "both talked"),
        ("I answered", "both talked"),
        ("answered", "an answer"),
        ("In conversation", "both talked"),
        ("the office is closed until May", "an answer"),
        ("not hiring, try again in 3 months", "not now"),
        ("replied, I answered", "both talked"),
        ("sorry, no", "a no"),
        ("waiting for me to chase", "no answer yet"),
        ("he replied, I need to answer", "an answer"),
        ("offered a new role, planned for May", "an answer"),
        ("leider nicht interessiert", "a no"),
        ("we dont hire, sorry", "a no"),
        ("not hire", "a no"),
        ("they do not hire juniors", "a no"),
        ("dont hire at the moment", "not now"),
        ("maybe in autumn", "not now"),
        ("after the summer", "not now"),
        ("after the summer holidays", "not now"),
        ("in the new year", "not now"),
        ("not before 13 April", "not now"),
        ("not until May", "not now"),
        ("a new role in autumn", "an answer"),
        ("she is in vacation till 20.4.", "a machine"),
        ("in holidays until 20 April", "a machine"),
        ("he is on leave from june", "a machine"),
        ("has a holiday company", "an answer"),
        ("they decide next week, she will tell me", "will write"),
        ("HR is deciding on Friday", "will write"),
        ("momentan keine offenen Stellen, aber schöne Website", "not now"),
        ("derzeit kein Bedarf", "not now"),
        ("gelesen, aber noch keine Antwort", "no answer yet"),
        ("ist im Urlaub bis 3. Juni", "a machine"),
        ("malheureusement pas de budget", "a no"),
        ("pas de poste actuellement", "not now"),
        ("elle est en vacances", "a machine"),
        ("toujours sans nouvelles", "no answer yet"),
        ("sin vacantes por ahora", "not now"),
        ("todavía sin respuesta", "no answer yet"),
        ("está de vacaciones", "a machine"),
    ],
)
def test_a_sentence_under_response_says(text: str, says: str) -> None:
    assert _says(text) == says


def test_the_users_own_meaning_of_a_word_comes_first() -> None:
    read = status_reader({"no answer": "closed"})
    assert _name(read_answer_words("no answer", read) or Meaning()) == "closed"


@pytest.mark.parametrize(
    ("words", "is_asked"),
    [
        ("said to try again", True),
        ("told me to write", True),
        ("please come back", True),
        ("new role opens", False),
        ("will get back to me", False),
    ],
)
def test_words_before_a_month_may_ask_to_come_back_in_it(words: str, *, is_asked: bool) -> None:
    assert asks_back(words) is is_asked


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("interested, get back to me in 2 weeks", "get back to me in 2 weeks"),
        ("try again next month", "try again next month"),
        ("try again in September", ""),
        ("ask again after Easter", "ask again after Easter"),
        ("she'll call me next month, she said", "she'll call me next month"),
        ("call me next month", "call me next month"),
        ("will get back to me next week", "will get back to me next week"),
        ("will get back to me", ""),
    ],
)
def test_a_span_that_counts_from_an_unknown_day_is_found(text: str, clause: str) -> None:
    assert asked_back_in(text) == clause


@pytest.mark.parametrize(
    ("text", "is_referral"),
    [
        ("she introduced me to Ben Carver", True),
        ("gave me 2 names", True),
        ("put me in touch with Ben", True),
        ("he connected me with their CTO", True),
        ("gave me good advice", False),
        ("introduced the team", False),
    ],
)
def test_who_introduces_the_user_refers_them(text: str, *, is_referral: bool) -> None:
    assert (read_answer_words(text, read_status) or Meaning()).is_referral is is_referral
