"""Who wants no more messages is heard in whichever words of four languages."""

from __future__ import annotations

import pytest

from netsheet.core.values.answer_sentences import read_answer_words
from netsheet.core.values.no_contact import common_phrases, read_no_contact
from netsheet.core.values.status_words import STATUS_WORDS
from netsheet.core.values.vocabulary import plain_phrase, read_status

OF_THE_USER = """
please do not contact
don't contact him again please
do not email anymore
never call
bitte nicht kontaktieren
Nicht mehr anschreiben
ne plus relancer
no volver a llamar
gesperrt
"""
OF_THE_PERSON = """
please don't contact me
please don't contact again
please do not write
don't write any more
bitte nicht mehr schreiben
bitte nicht mehr anrufen
ne plus écrire
no escribir más
don't email me again
asked not to contact us
doesn't want to be contacted
She does not want any more e-mails
did not want to be called again
will nicht mehr angeschrieben werden
möchte keine Mails mehr
Sie möchte nicht mehr kontaktiert werden
merci de ne plus me relancer
ne plus m'appeler
elle ne souhaite plus être appelée
no quiere que le contacten
por favor no me escriban más
ya no desea más correos
"""
OF_NOBODY = """
not contacted yet
don't call before 10
never contacted
no contact yet
no reply
call again
please call
does not want to meet
nicht erreicht
noch nicht angeschrieben
nicht vergessen
schreiben
pas de réponse
ne répond pas
no contesta
no contactado
don't forget to call
"""


@pytest.mark.parametrize("text", OF_THE_USER.strip().splitlines())
def test_the_user_may_say_that_nobody_writes_to_a_person(text: str) -> None:
    meaning = read_status(text)

    assert meaning is not None
    assert meaning.is_opt_out
    assert not meaning.has_replied


@pytest.mark.parametrize("text", OF_THE_PERSON.strip().splitlines())
def test_a_person_may_want_no_more_messages(text: str) -> None:
    meaning = read_status(text)

    assert meaning is not None
    assert meaning.is_opt_out
    assert meaning.has_replied
    assert read_answer_words(text, read_status) == meaning


@pytest.mark.parametrize("text", OF_NOBODY.strip().splitlines())
def test_other_words_about_contact_close_nobody(text: str) -> None:
    meaning = read_status(text)

    assert read_no_contact(plain_phrase(text)) is None
    assert meaning is None or not meaning.is_opt_out


def test_what_the_grammar_reads_is_in_no_table_of_words() -> None:
    phrases = [plain_phrase(word) for words in STATUS_WORDS.values() for word in words.split(";")]

    assert [phrase for phrase in phrases if read_no_contact(phrase)] == []


def test_each_common_phrase_is_read_by_the_grammar_as_it_is_written() -> None:
    for who, phrases in common_phrases().items():
        assert phrases
        assert {read_no_contact(phrase) for phrase in phrases} == {who}
    assert read_status("do not contact until June") == read_status("do not contact")
