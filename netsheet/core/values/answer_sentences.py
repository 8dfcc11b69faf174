"""What a sentence under "Response" says: "not hiring right now, try in autumn", "still waiting", "she's on leave".

A sentence there is an answer of theirs unless it says otherwise. So only what changes that is looked for: that there was
none, that a machine answered or the message came back, that they said no, or not now, or want no more messages. A clause
counts as a whole, without the small words around it: a part of one proves nothing ("the office is closed until May"
closes nobody).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from netsheet.core.values.clauses import clauses, first_clause
from netsheet.core.values.ended_words import read_ended
from netsheet.core.values.later_times import holds_vague_time, is_vaguely_later
from netsheet.core.values.no_contact import read_no_contact
from netsheet.core.values.sentence_days import find_day, named_weekdays
from netsheet.core.values.short_forms import spelled_out
from netsheet.core.values.vocabulary import (
    ANSWERED,
    AUTOMATIC,
    DECLINED,
    IGNORED,
    LEFT,
    NOT_NOW,
    PAUSED,
    REFERRED,
    REPLIED,
    SENT,
    WILL_WRITE,
    Meaning,
    StatusReader,
    is_status_word,
    is_turned,
    plain_phrase,
    read_kind,
    read_status,
)
from netsheet.core.values.word_lists import INTRODUCED, ME, THEM, TURNING_WORDS

_LEADS = frozenset({
    "a", "am", "an", "are", "been", "currently", "email", "emailed", "had", "has", "have", "he", "her", "his", "is", "it", "its", "just", "mail", "mailed", "message", "my", "maybe", "now", "our",
    "perhaps", "please", "s", "said", "says", "sadly", "she", "so", "sorry", "still", "that", "the", "their", "there", "they", "to", "unfortunately", "ve", "very", "was", "were", "yes", "aber", "bitte", "da", "der",
    "die", "das", "er", "es", "habe", "haben", "hat", "ihre", "ist", "leider", "meine", "noch", "sagt", "sagte", "sie", "sind", "war", "ai", "desole", "elle", "encore", "est", "il", "ils", "la",
    "le", "malheureusement", "mon", "on", "sont", "toujours", "aun", "dice", "dijo", "el", "ella", "ellos", "esta", "estan", "lamentablemente", "mi", "sigue", "sigo", "todavia", "ainda", "disse",
    "ela", "ele", "eles", "estao", "infelizmente", "o", "os", "ancora", "ha", "hanno", "lei", "lui", "loro", "purtroppo", "sono", "de", "een", "heeft", "helaas", "het", "hij", "mijn", "nog", "ze",
    "zegt", "zij", "zijn", "jest", "juz", "mowi", "niestety", "ona", "oni", "sa", "wciaz",
})  # fmt: skip
"""Words before what a clause says that change nothing of it,"""
_ME = ME | {"m", "we", "re", "wir", "nous", "wij"}
"""and those that say the user did it."""
_BEFORE_A_CORE = _LEADS | _ME
_FOR_NOW = re.compile(
    r"\b(?:right now|just now|at the moment|at present|at this time|for now|currently|yet|this (?:year|quarter|month|summer)"
    r"|atm|derzeit|momentan|zurzeit|zur zeit|im moment|aktuell|gerade|pour le moment|pour l instant|actuellement|en ce moment"
    r"|por ahora|de momento|por el momento|en este momento|actualmente|no momento|por enquanto|atualmente"
    r"|al momento|per ora|attualmente|in questo momento|op dit moment|momenteel|obecnie|na razie|w tej chwili)\b"
)
"""A no that holds for now only."""
_ASKED_BACK = re.compile(
    r"(?:(?:please|maybe|perhaps|they|she|he|said|says|told me|asked me|wants me|should|i|to|best|better|bitte) )*"
    r"(?:try|try me|try us|ask|apply|reapply|re apply|revisit|circle back|touch base|reconnect|come back|check back|check in|get back to (?:me|him|her|them|us)|reach out|get in touch"
    r"|(?:follow up|write|call|email|contact|ping|message|ask|remind)(?: (?:me|him|her|them|us))?) (?:again|back|later|in|after|next|from|q[1-4])\b"
    r"|(?:\w+ ){0,2}(?:keep|kept|keeps|keeping|hold) (?:my|the|your) (?:cv|resume|details|profile|application)\b"
    r"|(?:\w+ ){0,2}keep (?:me|you) in mind\b"
    r"|(?:bitte )?(?:nochmal|noch einmal|wieder|erneut|spater) (?:melden|schreiben|nachfragen|anfragen|versuchen|anrufen)\b"
    r"|(?:recontacter|reessayer|revenir vers|rappeler) (?:\w+ )?(?:plus tard|en|dans|apres)\b"
    r"|(?:volver a (?:escribir|contactar|llamar|intentar)|escribir mas adelante|intentar de nuevo)\b"
)
"""They asked to come back another time: not now."""
_NEXT_MOVE = (
    r"(?:get back|come back|circle back|reply|respond|answer|revert|write|call|phone|ring|ping|dm|text|e ?mail|message|contact|tell|inform|let me know|let us know|reach out|be in touch|get in touch|keep me posted"
    r"|check|think|ask|look into|discuss|talk (?:to|with)|speak (?:to|with)|forward|pass(?= (?:it|my|your|the|his|her|their|me|us|this|that|along|on (?:my|your|his|her|their|to))\b(?!.*\bon (?:it|this|that)$))|share|refer|intro|introduce|put me|set up|connect me|send|decide|consider)\b"
)
_WILL_WRITE = re.compile(
    r"(?:(?P<who>.*?) )??(?:will|ll|promised to|promises to|agreed to|(?<=\w )(?:would|d|going to|needs to|has to|have to|need to|still))(?: (?:probably|hopefully|try to|also|then|still))* "
    + _NEXT_MOVE
    + r"(?P<rest>.*)"
)
"""They promised the next move: "she'll get back to me", "said he'd reply next week", "HR needs to check"."""
_WILL_HEAR = re.compile(
    r"(?:(?:i|we) )?(?:will|ll|should|shall|to|expect to|hope to) (?:hear|know)(?: back| more| something)?(?: .*)?"
    r"|(?:(?!i |we )\w+ ){1,4}(?:decides?|are deciding|is deciding) (?:by|on|in|next|this|until|till|after|soon|tomorrow)\b.*"
)
"""The same from the other side: "will hear by 29 May", "they decide next week"."""
_WHEN = re.compile(
    r" (?:now|already|soon|today|tomorrow|any ?more|though|tho|sorry|apparently|i think|i guess|please|(?:by|next|last|this|early|late) \w+(?: week)?|(?:nachste|kommende|diese) \w+"
    r"|la semaine prochaine|cette semaine|bientot|demain|la (?:proxima )?semana(?: que viene)?|esta semana|pronto|manana|morgen|bald)$"
)
"""A time at the end of what they say."""
_NOT_THERE = re.compile(
    r"(?:\w+ ){0,3}(?:no longer (?:at|with)|(?:not|isn t) (?:at|with)(?=.* any ?more)|nicht mehr bei|plus chez|ya no esta en)(?: \w+){1,3}"
)
"""They are no longer at a company that is named."""
_WANTS = re.compile(
    r"\b(?:wants?|needs|asks?|asked|requested|please|send (?:me|them|him|her)|would like|my (?:cv|resume|availability|rates?|portfolio))\b"
)
"""They want something of the user as well."""
_WANTED_BY = re.compile(
    r"(?:\w+ ){0,3}(?:wants?|needs?|asks?|asked|expects?|requests?|requested|would like)\b.* (?:until|till|til|by|before|bis|not later than|no later than)\b"
)
"""They want something by a day."""
_SAID = THEM | {"said", "says", "told", "asked", "wants", "me", "us"}
"""Words by which it is they who ask to come back."""
_TO_THEM = frozenset({"her", "him", "them"})
_OWN_PAPERS = frozenset({"cv", "resume", "portfolio", "application", "lebenslauf"})
"""What the user will send, where nobody else is named: "will send CV"."""
_LONGEST_NAME = 6
"""Who will write is named in so many words at most: "the hiring manager said he"."""
_NOT_BEFORE = re.compile(r"(?:\w+ ){0,2}not (?:before|until|till)\b.*")
"""A day until when it is put off: "not before 13 April"."""
_AWAY = re.compile(
    r"(?:\w+ ){0,3}(?:in|on|at|having|taking|has|goes on|going on|away on|off on|still on) (?:(?:a|an|his|her|their|the|my|annual|parental|summer|easter|family|pregnancy|sick|unpaid) )*"
    r"(?:vacations?|holidays?|hols|leave|pto|sabbatical)\b(?! (?:planning|company|pay|season))(?: .*)?"
)
"""They are away: "she is in vacation till 20.4."."""
_INTRODUCED_ME = re.compile(
    r"(?:\w+ ){0,3}(?:(?:introduced|connected|referred|recommended) me (?:to|with)\b.*|put me (?:in (?:touch|contact)|through) (?:with|to)\b.*"
    r"|(?:gave|sent|passed) me (?:\w+ ){0,3}(?:names?|contacts?|introductions?|intros?|referrals?)\b.*|made (?:me )?(?:an? |the )?(?:intro|introduction|referral)\b.*)"
)
"""They brought the user together with others: "gave me 2 names"."""
_SAYS: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    (
        re.compile(
            r"(?:\w+ ){0,2}(?:(?:never|not|haven ?t|hasn ?t|didn ?t|don ?t) (?:\w+ )?(?:heard|hear|replied|reply|responded|respond|answered|answer|written|write)(?: back)?(?: (?:from|yet|since|anything|to)\b.*)?"
            r"|stopped (?:replying|responding|answering|writing)|(?:went|gone|fell|has gone) (?:dark|silent|quiet|off|cold)|ghosted\b.*|nothing (?:since|back|so far)\b.*)"
        ),
        SENT,
    ),
    (
        re.compile(
            r".*\b(?:went|gave|given|go|goes|going|gone|offered|hired|hiring|chose|chosen|picked|selected|took|found)\b.*\b(?:(?:someone|somebody) (?:else|internal)|(?:another|other|different|internal) (?:\w+ )?(?:candidates?|person|direction|way|applicants?))\b.*"
            r"|(?:\w+ ){0,3}(?:did not|didn ?t|not|isn ?t|won ?t|will not|not going to|isn ?t going to) (?:make the cut|advanc(?:e|ing)|work(?:ing)? out|going to (?:happen|work out)|happen(?:ing)?|go(?:ing)? ahead|proceed(?:ing)?|mov(?:e|ing) forward)\b.*"
            r"|(?:\w+ )?(?:they |she |he )?filled (?:it|the \w+)"
            r"|(?:\w+ ){0,3}(?:don ?t|doesn ?t|do not|does not|won ?t|will not|not|no) (?:hire|recruit)(?: (?:people|anyone|anybody|juniors?|externals?|any more|anymore))?"
        ),
        DECLINED,
    ),
    (
        re.compile(
            r"(?:\w+ ){0,2}(?:can ?t|cannot|couldn ?t|not able to|unable to) (?:talk|meet|chat|speak|call)(?: (?:now|right now|today|this \w+|until .*))?"
            r"|(?:\w+ ){0,2}(?:doesn ?t|don ?t|didn ?t) have (?:the )?(?:time|capacity|bandwidth)\b.*|(?:\w+ ){0,2}(?:(?:unavailable|not available)(?: (?:now|right now|this \w+|until .*))?|wants? to wait\b.*|too much on\b.*)"
        ),
        NOT_NOW,
    ),
    (_NOT_BEFORE, NOT_NOW),
    (_AWAY, AUTOMATIC),
    (_INTRODUCED_ME, REFERRED),
)
"""Ways to say that nothing came, no, or not now, in more words than a list can hold; the first that fits counts."""
_SUBJECTS = ("he do", "she do", "they do")
"""Beginnings of what they do, or not."""
_LONGEST_CLAUSE = 200
"""A longer clause is a story and not an answer."""
_ANY_DAY = dt.date(2026, 1, 1)
_NO_NEWS = Meaning()
"""What a word such as "open" says: nothing came yet."""


@lru_cache(maxsize=65536)
def read_answer_words(text: str, words: StatusReader) -> Meaning | None:
    """Read what a text under Response says; None where it is an answer of which nothing else is known.

    Args:
        text: of the cell.
        words: reads a status word, the user's own ones first.
    """
    meaning = words(text)
    if meaning == read_status(text):
        text = spelled_out(text)
        meaning = IGNORED if _says_how_they_met(text) else words(text)
        if meaning is IGNORED:
            return meaning
    if meaning is not None and (is_status_word(text) or meaning != read_status(text)):
        is_mine = not _ME.isdisjoint(plain_phrase(text).split())
        return REPLIED if meaning is ANSWERED and not is_mine else _theirs(meaning)
    meaning = _read_sentence(text)
    return REPLIED if meaning is ANSWERED and _begins_with_answered(text) else meaning


def _begins_with_answered(text: str) -> bool:
    """Whether a text begins with the mere word for an answer, and does not say whose: "answered, wants to talk"."""
    first = first_clause(text)
    is_bare = len(plain_phrase(first).split()) == 1 and read_status(first) is ANSWERED
    return is_bare and _ME.isdisjoint(plain_phrase(text).split())


def _says_how_they_met(text: str) -> bool:
    return plain_phrase(text).startswith(INTRODUCED)


def read_status_words(text: str, words: StatusReader) -> Meaning | None:
    """Read what a text under Status or Outcome says, a word or a sentence; None where it is not known.

    A status is typed after what it is about, so one by which nothing is left to answer meets their reply.
    """
    full = spelled_out(text)
    meaning = words(text)
    if meaning == read_status(text):
        meaning = IGNORED if _says_how_they_met(full) else words(full) or _read_sentence(full)
    if meaning is WILL_WRITE and _is_vague_promise(full):
        return None
    if meaning in {REPLIED, NOT_NOW} and _is_own_plan(full):
        return PAUSED if meaning == NOT_NOW else words(text) or words(full)
    if meaning is None or (meaning is not WILL_WRITE and (meaning is not NOT_NOW or is_status_word(text))):
        return meaning
    return replace(meaning, is_answered=True)


def _is_vague_promise(text: str) -> bool:
    """Whether a status says "will call Monday" without who: there that may be the user's own plan."""
    said = [match for clause in clauses(text) if (match := _WILL_WRITE.fullmatch(plain_phrase(clause)))]
    return any(not match["who"] and {"me", "us"}.isdisjoint(match[0].split()) for match in said)


def _is_own_plan(text: str) -> bool:
    """Whether a status only says when the user will come back: "revisit in autumn", "follow up next week"."""
    phrase = plain_phrase(text)
    is_later = _ASKED_BACK.match(phrase) or _NOT_BEFORE.fullmatch(phrase)
    return is_vaguely_later(phrase) or (is_later is not None and _SAID.isdisjoint(phrase.split()))


def says_they_will_write(text: str, words: StatusReader) -> bool:
    """Whether a text says that they promised the next move."""
    meaning = read_answer_words(text, words)
    return meaning is not None and meaning.mood == "will write"


def asks_back(words: str) -> bool:
    """Whether the words in front of a month ask the user to come back in it: "try again", "asked me to call"."""
    return _ASKED_BACK.match(f"{plain_phrase(words)} in") is not None


@lru_cache(maxsize=65536)
def asked_back_in(text: str) -> str:
    """Return the clause that asks the user to come back, or promises to write, at a time whose day it does not say; else ""."""
    said = (clause.strip() for clause in clauses(text) if len(clause) <= _LONGEST_CLAUSE)
    return next((clause for clause in said if _is_for_a_time(plain_phrase(clause))), "")


def _is_for_a_time(clause: str) -> bool:
    if is_vaguely_later(clause):
        return True
    is_asked = _ASKED_BACK.match(clause) is not None or _is_promise(clause) or _NOT_BEFORE.fullmatch(clause)
    return bool(is_asked) and (_names_time(clause) or _names_weekday(clause))


def _names_weekday(clause: str) -> bool:
    return any(named_weekdays(clause, near=_ANY_DAY))


def wants_by_day(clause: str) -> bool:
    """Whether a clause that ends with a day says what they want by then: "wants proposal until 8 May"."""
    return _WANTED_BY.match(plain_phrase(clause)) is not None


def _names_time(clause: str) -> bool:
    return holds_vague_time(clause) or _span_of(clause) is not None


def _span_of(clause: str) -> dt.date | None:
    day = find_day(clause, order="auto", counted_from=_ANY_DAY)
    return day if isinstance(day, dt.date) else None


def _theirs(meaning: Meaning) -> Meaning:
    """Return what a word says as an answer: "maybe later" there is theirs."""
    return replace(meaning, has_replied=True, mood="not now") if meaning.state == "paused" else meaning


@lru_cache(maxsize=65536)
def _read_sentence(text: str) -> Meaning | None:
    phrases = [plain_phrase(clause) for clause in clauses(text)]
    phrases = [phrase for phrase in phrases if 0 < len(phrase) <= _LONGEST_CLAUSE]
    if len(phrases) == 1 and (ended := read_ended(phrases[0], is_alone=True)) is not None:
        return ended
    read = [(phrase, _read_clause(phrase)) for phrase in phrases]
    found = [meaning for _, meaning in read if meaning is not None]
    if not found:
        return None
    answers = [meaning for meaning in found if meaning.has_replied or meaning.has_left]
    if answers:
        said = min(answers, key=_weight)
        if said is WILL_WRITE and any(
            _WANTS.search(phrase) and not _is_promise(phrase) for phrase in phrases
        ):
            return REPLIED
        return NOT_NOW if said.is_declined and any(map(_ASKED_BACK.match, phrases)) else said
    is_theirs = any(_names_answer(phrase) for phrase, meaning in read if meaning is not SENT)
    return None if is_theirs else found[0]


def _weight(meaning: Meaning) -> int:
    """Say which of two answers in a sentence counts: "no roles, but will keep my CV" is not a no for good."""
    kinds = (
        meaning.is_opt_out,
        meaning.has_left,
        meaning.is_owed,
        meaning.mood == "not now",
        meaning.is_declined,
        meaning is WILL_WRITE,
        meaning is REFERRED,
        meaning.is_answered,
    )
    return kinds.index(True) if any(kinds) else len(kinds)


def _names_answer(clause: str) -> bool:
    """Whether a clause says that something came from them: "she called me"."""
    kind = read_kind(clause)
    return kind is not None and kind[1] in {"in", "both"} and kind[0] not in {"automatic reply", "bounce"}


@lru_cache(maxsize=8192)
def _read_clause(clause: str) -> Meaning | None:
    """Read a clause in plain words; the small words before what it says are left out."""
    if _ASKED_BACK.match(clause):
        return REPLIED if _span_of(clause) is not None or _names_weekday(clause) else NOT_NOW
    if _is_promise(clause):
        return WILL_WRITE
    if _NOT_THERE.fullmatch(clause):
        return LEFT
    if (said := _read_way(clause)) is not None:
        # "please do not write" is a wish, "they don't write to me" none
        is_wish = said is SENT and not clause.startswith(_SUBJECTS) and read_no_contact(clause)
        return read_status(clause) if is_wish else said
    is_for_now = _FOR_NOW.search(clause) is not None
    timeless = " ".join(_FOR_NOW.sub(" ", clause).split())
    meaning = (_read_way(timeless) or _read_words(timeless)) if is_for_now else _read_words(clause)
    if meaning is None and (timeless := _WHEN.sub("", clause)) != clause:
        meaning = _read_words(timeless)
        meaning = None if meaning is None or meaning.is_answered else meaning
    return NOT_NOW if is_for_now and meaning is not None and meaning.is_declined else meaning


def _read_way(clause: str) -> Meaning | None:
    if is_vaguely_later(clause):
        return NOT_NOW
    return read_ended(clause) or next((meaning for way, meaning in _SAYS if way.fullmatch(clause)), None)


def _read_words(clause: str) -> Meaning | None:
    for core in _cores(clause):
        meaning = read_status(core)
        if meaning is not None and _counts(core, meaning):
            before = clause.removesuffix(core).split()
            if meaning.has_sent and not THEM.isdisjoint(before) and _is_sending(core):
                return None
            is_mine = not _ME.isdisjoint(before)
            if meaning is ANSWERED and not is_mine and not THEM.isdisjoint(before):
                return REPLIED
            return ANSWERED if meaning == REPLIED and is_mine else _theirs(meaning)
    return None


def _is_promise(clause: str) -> bool:
    """Whether they, and not the user, say in a clause that they will write: "will call me", not "I will call her"."""
    said = _WILL_WRITE.fullmatch(clause)
    if said is None:
        return _WILL_HEAR.fullmatch(clause) is not None
    who, to = (said["who"] or "").split(), said["rest"].split()
    is_for_them = not _TO_THEM.isdisjoint(to) or ("send" in clause.split() and not _OWN_PAPERS.isdisjoint(to))
    is_mine = not _ME.isdisjoint(who) or (THEM.isdisjoint(who) and is_for_them)
    return not is_mine and TURNING_WORDS.isdisjoint(who) and len(who) <= _LONGEST_NAME


def _is_sending(words: str) -> bool:
    """Whether words say that somebody wrote or called; after "he" that is an answer: "he left a message"."""
    kind = read_kind(words)
    return kind is not None and kind[1] == "out" and not is_turned(words)


def _cores(clause: str) -> Iterator[str]:
    """Run over what a clause may say: all of it, then less and less of the small words before it."""
    words = clause.split()
    for start, word in enumerate(words):
        yield " ".join(words[start:])
        if word not in _BEFORE_A_CORE:
            return


def _counts(core: str, meaning: Meaning) -> bool:
    """Whether a clause that begins with a status word says what the word does: "open to a call" does not say "open"."""
    is_certain = meaning.has_replied or meaning.has_sent or meaning.has_bounced or meaning.is_automatic
    is_certain = is_certain or meaning.has_left
    return is_certain or meaning.state == "paused" or (meaning == _NO_NEWS and is_status_word(core))
