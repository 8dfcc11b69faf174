from __future__ import annotations

import pytest

from netsheet.core.values.status_words import STATUS_WORDS
from netsheet.core.values.vocabulary import (
    IGNORED,
    nearest_word,
    read_channel,
    read_direction,
    read_intent,
    read_kind,
    read_relationship,
    read_status,
    status_reader,
)

STATUSES = """
open: Pending, sent, Contacted, waiting, No Response, Cold, Initial Outreach, Bumped, Final Sent, Follow-Up Due, In Sequence (Active), Ghosted, No Answer, In Progress, Past 3 weeks,
 Submitted - Pending Response, Envoyée, applied, Requires Followup, waiting for response, Followed Up, Outreach Sent, Active, Warten auf Antwort, wartet, en espera, Em espera, Sans nouvelles, Nie odpowiedział, Left a message, Not replied, Didn't answer
replied: Replied, replied, Responded, Connected, Active Conversation
positive: accepted, meeting_scheduled, call_booked, Meeting Booked, Meeting Done, Interested (Warm), Interested (Hot), Warm Lead, Replied (Positive), Scheduled Call, demo-booked,
 Interview, interview_invite, Interviewing, Offer, Negotiating Offer, Job Offer, Screening, Warm - Actively in the interview process, 3. Interviewing, Good chat,
 Referred me to Sina Ott, Termin steht, Reunión agendada, Conversa feita, RDV pris, Gesprek gehad
negative: Replied (Negative)
not contacted: Not Started, todo, to_research, researched, Drafted, Newly created in Companies DB, Not Contacted, Researching, New, Prospect (Uncontacted), NeedsReview, Pending referral, noch kontaktieren
closed: Disqualified, Inactive, Dead, Rejected, Reject, Denied, I said no, Position Canceled, Closed, Withdrawn, Declined, Too Lazy, lost, Skip, Closed - Rejected or Opportunity No Longer ...,
 Rejected after interview, Abgesagt
won: Won, Closed Won, converted, gewonnen, gagné, ganado, ganho, vinto, wygrane, hired, Auftrag erhalten, offer accepted
declined: Lost, no budget, hired someone else, passed on me, said no, verloren, kein Budget, Absage erhalten, Stelle besetzt, perdu, pas de budget, poste pourvu, perdido, sin presupuesto,
 vacante cubierta, sem orçamento, vaga preenchida, perso, nessun budget, posizione coperta, afgewezen, geen budget, vacature vervuld, odrzucony, brak budżetu, stanowisko obsadzone
paused: Wiedervorlage, auf Wiedervorlage, zurückgestellt, mis de côté, aparcado, em pausa, in standby, geparkeerd, wstrzymane, check back later, Nurturing, Parked, Follow Up Later, On Hold, On Hold - No Clear Next Steps, Dormant, en pause
"""


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        (" ".join(word.split()), line.partition(":")[0])
        for line in STATUSES.strip().replace("\n ", " ").splitlines()
        for word in line.partition(":")[2].split(",")
    ],
)
def test_a_status_word_is_read_by_its_meaning(word: str, meaning: str) -> None:
    found = read_status(word)

    assert found is not None
    if meaning in {"positive", "negative"}:
        assert (found.state, found.has_replied, found.mood) == ("open", True, meaning)
    elif meaning == "replied":
        assert (found.state, found.has_replied) == ("open", True)
    elif meaning in {"won", "declined"}:
        mood = "positive" if meaning == "won" else "negative"
        assert (found.state, found.has_replied, found.mood) == ("closed", True, mood)
    elif meaning == "closed":
        assert found.state == "closed"
    else:
        assert (found.state, found.has_replied) == (meaning, False)


def test_a_no_is_an_answer_and_a_withdrawal_is_none() -> None:
    rejected, withdrawn = read_status("Rejected"), read_status("Withdrawn")

    assert rejected is not None
    assert withdrawn is not None
    assert (rejected.has_replied, rejected.mood) == (True, "negative")
    assert not withdrawn.has_replied


def test_a_bounce_and_a_neutral_answer_are_known() -> None:
    bounced, neutral = read_status("Bounced - wrong address"), read_status("Maybe")

    assert bounced is not None
    assert neutral is not None
    assert bounced.has_bounced
    assert neutral.mood == "neutral"


@pytest.mark.parametrize(
    "word",
    [
        "opt-out", "Opted out", "Unsubscribed", "Do not contact", "abgemeldet", "nicht mehr kontaktieren", "désabonné", "ne plus contacter",
        "dado de baja", "no volver a contactar", "descadastrado", "não contatar", "disiscritto", "non contattare", "uitgeschreven",
        "niet meer contacteren", "wypisany", "nie kontaktować",
    ],
)  # fmt: skip
def test_an_opt_out_is_more_than_closed(word: str) -> None:
    found = read_status(word)

    assert found is not None
    assert (found.state, found.is_opt_out) == ("closed", True)


@pytest.mark.parametrize(
    "word",
    [
        "Answered", "replied to them", "reply sent", "in conversation", "meeting scheduled", "call booked", "beantwortet", "im Gespräch",
        "Termin vereinbart", "j'ai répondu", "en discussion", "RDV pris", "le respondí", "en conversación", "reunión agendada", "respondi",
        "em conversa", "reunião marcada", "ho risposto", "in contatto", "incontro fissato", "antwoord gestuurd", "in gesprek", "afspraak gemaakt",
        "odpisałem", "w kontakcie", "spotkanie umówione", "Recruiter call", "Had a call",
    ],
)  # fmt: skip
def test_a_strong_word_says_that_the_next_move_was_made(word: str) -> None:
    found = read_status(word)

    assert found is not None
    assert (found.state, found.has_replied, found.is_answered) == ("open", True, True)


@pytest.mark.parametrize(
    "word",
    ["Out of office until July", "OOO", "Auto-reply", "Abwesenheitsnotiz", "im Urlaub bis 12. August", "Réponse automatique", "de vacaciones",
     "resposta automática", "in ferie", "afwezig tot maandag", "na urlopie"],
)  # fmt: skip
def test_a_machine_s_answer_is_no_reply(word: str) -> None:
    found = read_status(word)

    assert found is not None
    assert (found.is_automatic, found.has_replied) == (True, False)


def test_a_word_of_the_user_s_own_comes_before_all_others() -> None:
    read = status_reader(
        {"Techscreen": "conversation", "Replied": "closed", "🔥": "waiting", "Blah": "ignore"}
    )

    assert read("techscreen - 12 May") == read_status("in conversation")
    assert read("REPLIED") == read_status("closed")
    assert read("🔥") == read_status("sent")
    assert read("blah") is IGNORED
    assert read("Bounced") == read_status("Bounced")


@pytest.mark.parametrize(
    "text",
    [
        "Passed",
        "pass",
        "office closed until May",
        "blorb",
        "Repleid",
        "She told me about rivers and her dog",
        "",
        "42",
        "not sure whether closed",
    ],
)
def test_what_is_no_status_word_is_not_guessed_at(text: str) -> None:
    assert read_status(text) is None


def test_each_status_word_has_one_meaning() -> None:
    words = [" ".join(word.split()) for words in STATUS_WORDS.values() for word in words.split(";")]

    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_the_nearest_known_word_is_named() -> None:
    assert nearest_word("Repleid", "status") == "replied"
    assert nearest_word("Linkdin", "channel") == "linkedin"
    assert nearest_word("qqqqqq", "status") == ""


@pytest.mark.parametrize(
    ("text", "channel", "kind"),
    [
        ("Direct Email", "e-mail", None),
        ("Email: ann@example.com", "e-mail", None),
        ("LinkedIn DM", "LinkedIn", None),
        ("Connection Request", "LinkedIn", "invitation"),
        ("IG DM", "social", None),
        ("Phone", "phone", None),
        ("Video", "video", "meeting"),
        ("Loom", "video", None),
        ("VISIT", "in person", "meeting"),
        ("coffee", "in person", "meeting"),
        ("Conference", "in person", "event"),
        ("whatsapp", "text", None),
        ("Devpost", "website", None),
        ("Anruf", "phone", None),
        ("Referral", "other", None),
        ("Zoom cancelled", "video", None),
    ],
)
def test_a_channel_is_read_with_the_kind_of_touch_it_implies(
    text: str, channel: str, kind: str | None
) -> None:
    assert read_channel(text) == (channel, kind)


def test_an_unknown_channel_is_not_guessed_at() -> None:
    assert read_channel("pigeon") is None
    assert read_channel("we wrote to each other by e-mail for a year or two") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Email", ("message", "out")),
        ("Networking: Meeting", ("meeting", "both")),
        ("Coffee chat", ("interview", "both")),
        ("Informational interview", ("interview", "both")),
        ("Job interview", ("meeting", "both")),
        ("Interview", ("meeting", "both")),
        ("Phone call", ("call", "both")),
        ("Thank-you note", ("thanks", "out")),
        ("Birthday wish", ("wish", "out")),
        ("Reply", ("reply", "in")),
        ("Bounced", ("bounce", "in")),
        ("Referral", ("referral", "in")),
        ("Liked a post", ("social", "out")),
        ("Sent reply", ("message", "out")),
        ("Replied to her", ("message", "out")),
        ("She wrote back", ("reply", "in")),
        ("They replied: not interested", ("reply", "in")),
        ("LinkedIn request accepted", ("acceptance", "in")),
        ("Asked for referral", ("message", "out")),
        ("Call - no answer", ("call", "out")),
        ("Scheduled call with Bo", ("message", "both")),
        ("They called", ("call", "in")),
        ("No reply", None),
        ("Didn't reply", None),
        ("Meeting cancelled", None),
        ("Missed call", None),
        ("Kein Treffen", None),
        ("blorb", None),
        ("rang her", ("call", "out")),
        ("rang, no answer", ("call", "out")),
        ("Emailed, no reply", ("message", "out")),
        ("interview, cancelled", None),
        ("to contact", ("message", "out")),
        ("she rang", ("call", "in")),
        ("texted her", ("message", "out")),
        ("they texted", ("reply", "in")),
        ("pinged", ("message", "out")),
    ],
)
def test_a_kind_of_touch_is_read_with_its_direction(text: str, kind: tuple[str, str] | None) -> None:
    assert read_kind(text) == kind


def test_a_tie_that_is_denied_is_not_read_as_one() -> None:
    assert read_relationship("not close") is None
    assert read_relationship("rather close") == ("close",)


def test_directions_intents_and_ties_are_read() -> None:
    assert [read_direction(text) for text in ("Outbound", "received", "both", "sideways")] == [
        "out",
        "in",
        "both",
        None,
    ]
    assert [read_intent(text) for text in ("asking for advice", "Share", "Catch up", "Thanks", "blorb")] == [
        "ask", "give", "social", "thanks", None,
    ]  # fmt: skip
    ties = [
        read_relationship(text)
        for text in ("Friend", "5", "2nd-degree", "ex-coworker", "Recruiter", "A - High", "blorb")
    ]
    assert ties == [("close",), ("close",), ("weak",), ("warm",), (None,), ("close",), None]
