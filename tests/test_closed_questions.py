"""Which questions yes or no would answer, in the four languages of the drafts: a table of cases."""

from __future__ import annotations

import pytest

from netsheet.core.drafts.closed_questions import is_closed_question
from netsheet.core.drafts.languages import Language

CLOSED: dict[Language, tuple[str, ...]] = {
    "en": (
        "Are you free?",
        "If you have time, could you call?",
        "So would you?",
        "Was it useful?",
        "Do you know who hires there?",
    ),
    "de": (
        "Haben Sie am Dienstag Zeit?",
        "Hättest du Lust auf einen Kaffee?",
        "Könnten Sie mir sagen, ob die Stelle noch frei ist?",
        "Wenn es bei Ihnen passt, könnten wir telefonieren?",
        "Passt Ihnen Dienstag um zehn?",
        "Kennen Sie jemanden in dem Team?",
        "Ist die Stelle noch frei?",
        "Und wäre das in Ordnung?",
        "Dürfte ich Ihnen drei Fragen schicken?",
        "Gibt es etwas Neues?",
        "Erinnern Sie sich an unser Gespräch?",
    ),
    "fr": (
        "Auriez-vous dix minutes mardi ?",
        "Pourrais-tu me présenter à ton équipe ?",
        "Est-ce que mardi vous conviendrait ?",
        "Est-ce que tu sais qui recrute ?",
        "Cela vous conviendrait-il ?",
        "Votre équipe recrute-t-elle en ce moment ?",
        "Y a-t-il du nouveau ?",
        "Puis-je vous appeler ?",
        "Vous êtes libre mardi ?",
        "Si vous avez le temps, pouvez-vous me répondre ?",
    ),
    "es": (
        "¿Tienes un momento el martes?",
        "¿Podrías decirme si el puesto sigue libre?",
        "Si tienes tiempo, ¿podemos hablar?",
        "¿Crees que puedo llamarte?",
        "¿Está usted libre el jueves?",
        "¿Hay alguna novedad?",
        "¿Te vendría bien el lunes?",
    ),
}
OPEN: dict[Language, tuple[str, ...]] = {
    "en": (
        "How are you?",
        "What would help: a call, or a note?",
        "Could you call.",
        "Was halten Sie davon?",  # the user's own, in German
        "Was macht die neue Stelle?",
    ),
    "de": (
        "Was halten Sie davon?",
        "Wie geht es Ihnen?",
        "Wann passt es Ihnen?",
        "Welcher Tag würde Ihnen passen?",
        "An welchem Tag können wir sprechen?",
        "Mit wem sollte ich sprechen?",
        "Woran arbeiten Sie gerade?",
        "Worüber haben Sie sich gefreut?",
        "Und was wäre Ihnen lieber: ein Anruf oder eine Frage schriftlich?",
        "Und Sie?",
        "Wer ist dafür zuständig?",
        "Wollen wir sprechen.",
    ),
    "fr": (
        "Qu'en pensez-vous ?",
        "Qu\u2019est-ce qui vous conviendrait le mieux : un appel, ou une question par écrit ?",
        "Que pensez-vous de cette idée ?",
        "Comment allez-vous ?",
        "Comment cela se passe-t-il pour vous depuis ?",
        "Où en sont les choses aujourd'hui ?",
        "Sur quoi travaillez-vous en ce moment ?",
        "Quel jour vous conviendrait, dans les deux semaines, pour un échange ?",
        "Vous en pensez quoi ?",
        "À qui devrais-je écrire ?",
        "Et vous ?",
        "Quand pouvons-nous nous parler ?",
    ),
    "es": (
        "¿Qué te parece?",
        "¿Cómo te va?",
        "¿En qué estás trabajando ahora?",
        "Si tienes tiempo, ¿qué día te vendría bien?",
        "¿Con quién podría hablar?",
        "¿Y tú?",
        "¿Cuál de las dos cosas te resultaría más fácil?",
    ),
}


@pytest.mark.parametrize(
    ("language", "sentence"), [(language, each) for language, found in CLOSED.items() for each in found]
)
def test_a_question_that_yes_would_answer_is_closed(language: Language, sentence: str) -> None:
    assert is_closed_question(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"), [(language, each) for language, found in OPEN.items() for each in found]
)
def test_a_question_that_wants_words_is_not_closed(language: Language, sentence: str) -> None:
    assert not is_closed_question(sentence, language)
