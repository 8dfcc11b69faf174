"""Ways to say that it is over, in more words than a list can hold: went to another company, wrong person, a refusal, withdrew.

English, German, French and Spanish. Each clause is read as a whole, so that "moved to the next round" ends nothing.
"""

from __future__ import annotations

import re
from typing import Final

from netsheet.core.month_names import MONTH_BY_WORD, WEEKDAY_BY_WORD
from netsheet.core.values.vocabulary import CLOSED, DECLINED, LEFT, Meaning, known_phrases

_WHO: Final = r"(?:he|she|they|er|sie|il|elle|el|ella|contact|person)"
_SMALL: Final = (
    r"(?:has|have|had|is|are|was|s|ve|re|just|already|now|recently|since|apparently|probably|sadly|unfortunately|said|says|sorry|oops"
    r"|hat|haben|ist|bereits|schon|leider|inzwischen|jetzt|nun|a|ont|est|c|deja|malheureusement|ya|ha|han|es)"
)
_THEY: Final = rf"(?:{_WHO} |{_SMALL} )*"
_SINCE: Final = r"(?: (?:now|already|recently|too|for good|a while ago|in \w+|last \w+|this \w+))?"
_MOVED: Final = re.compile(
    rf"{_THEY}(?:moved(?: on| over)? to|left (?:for|to (?:join|work (?:for|at)))|(?:went|gone) to work (?:for|at)|works? now (?:for|at)|now (?:working |works )?(?:at|works for|working for)"
    rf"|(?:got|started|in) (?:a )?new (?:job|role|position) (?:at|with)|(?:a )?new job (?:at|with)) (?P<to>\w+(?: \w+){{0,2}}?){_SINCE}"
    rf"|{_THEY}(?:works? |working )?(?:at|for) (?P<now>\w+(?: \w+){{0,2}}?) now"
    rf"|{_THEY}(?:(?:zu|zur|zum) (?P<zu>\w+(?: \w+)?) gewechselt|wechselte? (?:zu|zur|zum) (?P<wechselt>\w+(?: \w+)?)|(?:arbeitet )?(?<=jetzt )bei (?P<bei>\w+(?: \w+)?)|arbeitet (?:jetzt|nun|inzwischen) bei (?P<nun>\w+(?: \w+)?))"
    rf"|{_THEY}(?:(?:partie?|passee?|maintenant) chez|travaille (?:maintenant|desormais) (?:chez|pour)|rejoint) (?P<chez>\w+(?: \w+)?)"
    rf"|{_THEY}(?:se (?:fue|ha ido|marcho) a|(?:ahora trabaja|trabaja ahora) (?:en|para)) (?P<a>\w+(?: \w+)?)"
)
"""Somebody who went to a company that is named."""
_ELSEWHERE: Final = re.compile(
    rf"(?:{_WHO} |{_SMALL} )+(?:left|gone|moved (?:away|abroad)){_SINCE}|moved (?:away|abroad){_SINCE}|left (?:in \w+|last (?:\w+)|a while ago)"
    rf"|(?:{_WHO} |{_SMALL} )+(?:weg|gegangen)"
    rf"|(?:(?!they\b){_WHO} |{_SMALL} )+moved on{_SINCE}"
    rf"|{_THEY}(?:joined|moved to|gone to|went to|switched to|changed to|left for|works? (?:for|at)|now (?:at|with)) (?:(?:an?|another|some) )*(?:other |new |different )?(?:company|employer|firm|start ?up|competitor|agency|organi[sz]ation|job)"
    rf"|{_THEY}(?:switched|changed) (?:companies|company|employers?)"
    rf"|{_THEY}(?:(?:(?:die|den|das) )?(?:firma|arbeitgeber|unternehmen|job) gewechselt|(?:in|bei) (?:einer|einem) anderen (?:firma|unternehmen))"
    rf"|{_THEY}(?:change (?:d )?(?:entreprise|employeur|societe|boite|travail|de (?:travail|boite|societe))|n est plus la|plus la)"
    rf"|{_THEY}(?:cambio de empleo|cambiado de (?:empresa|trabajo|empleo)|no esta|no sigue (?:ahi|alli)|se fue|se ha ido)"
)
"""Somebody who left, with no word of where to."""
_GONE: Final = frozenset({"left", "gone", "weg", "parti", "partie"})
"""The same, where nothing else is said: after "left" may come what was left."""
_OTHER: Final = r"(?:guy|man|woman|lady|girl|person|people|contact|one|department|dept|team|area|division|office|branch|company)"
_TO_WHOM: Final = r"(?: (?:for|to|at|in|here|about|sorry)\b.*)?"
_WRONG: Final = re.compile(
    rf"(?:(?:i|you|it|this|that|i m|the|we|had|got|asked|wrote to|contacted|emailed|called|reached) |{_WHO} |{_SMALL} )*wrong {_OTHER}{_TO_WHOM}"
    rf"|{_THEY}falsche[rn]? (?:person|ansprechpartner|ansprechpartnerin|kontakt|abteilung|firma|adressat|stelle|mann|frau)"
    rf"|{_THEY}(?:la |le )?(?:mauvaise (?:personne|interlocutrice|societe)|mauvais (?:contact|interlocuteur|service|destinataire)|erreur de (?:personne|destinataire))"
    rf"|{_THEY}(?:(?:persona|contacto|departamento|empresa) equivocad[oa]|me equivoque de persona)"
)
"""The user wrote to somebody who cannot help,"""
_NOT_FOR_THEM: Final = re.compile(
    rf"(?:i |m |we |{_WHO} |{_SMALL} )*not the (?:right|correct|best) {_OTHER}{_TO_WHOM}"
    rf"|(?:ich |bin |sind |dafur |hierfur |{_WHO} |{_SMALL} )*(?:nicht (?:der|die) richtige (?:person|ansprechpartner|ansprechpartnerin|kontakt|abteilung)|nicht zustandig)"
    rf"|(?:ce |je |ne |suis |{_WHO} |{_SMALL} )*pas (?:la bonne personne|la bonne interlocutrice|le bon (?:contact|interlocuteur|service))"
    rf"|{_THEY}no (?:es|soy) (?:la persona|el contacto|el departamento) (?:correct|indicad|adecuad)[oa]"
)
"""and who says so."""
_ON_WHAT: Final = r"on (?:this|it|that|me|us|this one|my (?:application|offer|request|proposal)|the (?:role|offer|opportunity|chat|call|meeting|idea|proposal))"
_REFUSED: Final = re.compile(
    rf"(?:(?:i|m|ll|will|would|d|to|going|gonna|decided|chose|prefers?|preferred|wants?|rather|it|took) |{_WHO} |{_SMALL} )*pass(?: {_ON_WHAT})?(?: (?:this time|this round|again|thanks|sorry))?"
    rf"|(?:(?:he|she|they|politely|also|again) |{_SMALL} )*(?:(?:he|she|they)(?: {_SMALL}| politely| also)* passed(?: {_ON_WHAT})?|passed {_ON_WHAT})(?: (?:(?:for|because|after|due)\b.*|this time|again|sorry|politely))?"
    r"|they (?:have |ve |just |already )*moved on"
    r"|(?:they|he|she|company|employer)(?: \w+)? (?:withdrew|pulled out|backed out|bowed out|dropped out)(?: .*)?"
    rf"|{_THEY}(?:abgewinkt|winkt ab|winken ab|lehnt ab|lehnen ab|verzichtet|verzichten)"
    rf"|(?:on |ils |elles |{_THEY})(?:passe(?:nt)? (?:son|leur) tour|prefere(?:nt)? passer|decline)"
    rf"|{_THEY}(?:pasan? de (?:mi|esto|ello)|pasaron de mi|paso de mi|pasado de mi|prefieren? pasar|declino|declinaron|declinado|(?:dijo|dijeron|dicen?) que pasan?)"
)
"""They refused."""
_WITHDREW: Final = re.compile(
    r"(?:(?:i|we|ve|have|had|just|already|m|am) )*"
    r"(?:(?:withdr[ae]w|withdrawn|withdrawing|retracted|pulled) (?:(?:my|the|our|from|this) )*(?:apps?|applications?|candidacy|candidature|interest|cv|resume|name|process|race|running|consideration)"
    r"|cancel(?:led|ed) my (?:app|application)|took (?:myself|my name) out|(?:pulled|bowed|dropped|backed|stepped) out)(?: (?:of|from|for|with|on|at|last|this|today|yesterday|again|already|myself|in)\b.*)?"
    r"|(?:my )?(?:app|application|candidacy|candidature) withdrawn"
    r"|(?:ich |habe |hab |selbst |wieder )*(?:(?:meine |die )?(?:bewerbung|kandidatur|unterlagen) )?(?:wieder )?zuruckgezogen|(?:ich )?(?:ziehe|zog) (?:meine )?(?:bewerbung|kandidatur) zuruck"
    r"|(?:j ai|ai) retire(?: (?:ma|la) candidature)?|(?:ma )?candidature retiree|(?:je )?me suis (?:retire|desiste)e?"
    r"|(?:he )?retir(?:e|ado) (?:mi|la) (?:candidatura|solicitud|postulacion)|(?:mi )?(?:candidatura|solicitud|postulacion) retirada|me (?:he )?retir(?:e|ado)"
)
"""The user withdrew."""
_DIED: Final = re.compile(
    rf"{_THEY}(?:died|dead|passed away|deceased|verstorben|gestorben|decedee?|fallecio|fallecid[oa]|murio){_SINCE}"
)
_NO_COMPANY: Final = frozenset({
    "round", "rounds", "stage", "phase", "step", "level", "interview", "interviews", "interviewing", "screen", "screening", "panel", "onsite", "site", "assessment", "test", "task", "exercise", "case", "trial", "debrief",
    "offer", "shortlist", "longlist", "waitlist", "pool", "review", "decision", "check", "checks", "references", "reference", "background", "negotiation", "final", "finals", "next", "first", "second", "third", "last", "technical", "tech", "consideration",
    "later", "today", "tomorrow", "morning", "afternoon", "evening", "week", "month", "quarter", "year", "noon", "spring", "summer", "autumn", "fall", "winter", "new", "another", "other", "different", "someone", "somebody", "something",
    "zoom", "teams", "skype", "meet", "whatsapp", "phone", "video", "online", "person", "email", "mail", "linkedin", "slack", "text", "call", "calls", "meeting", "spam", "junk", "inbox", "folder", "list", "tab", "sheet", "archive", "trash", "voicemail",
    "hr", "hm", "manager", "boss", "recruiter", "director", "ceo", "cto", "cfo", "vp", "legal", "finance", "team", "department", "committee", "board", "client", "hiring", "role", "position", "job", "market",
    "pipeline", "hold", "closed", "open", "active", "the", "my", "me", "you", "us", "it", "him", "her", "them", "his", "their", "lunch", "dinner", "coffee", "break", "day", "vacation", "holiday", "holidays", "leave", "weekend", "home", "good", "school", "uni", "work", "all", "least", "most", "once",
    "nobody", "free", "busy", "interested", "available", "looking", "hire", "sure", "no", "not", "full", "capacity",
    "der", "die", "das", "dem", "den", "ihm", "ihr", "ihnen", "chef", "chefin", "geschaftsfuhrung", "fachabteilung", "personalabteilung", "abteilung", "hause", "nous", "vous", "moi", "lui", "elle", "eux", "comer", "casa", "vacaciones", "proceso", "entrevista",
})  # fmt: skip
"""Words after "moved to" and "now at" that name no company."""


def read_ended(clause: str, *, is_alone: bool = False) -> Meaning | None:
    """Read a clause in plain words that says that it is over; None for any other.

    ``is_alone``: whether the text has no other.
    """
    if is_alone and clause in _GONE:
        return LEFT
    if (moved := _MOVED.fullmatch(clause)) is not None:
        return LEFT if _is_company(next(filter(None, moved.groups()))) else None
    return next((meaning for way, meaning in _ENDED if way.fullmatch(clause)), None)


_ENDED: Final[tuple[tuple[re.Pattern[str], Meaning], ...]] = (
    (_ELSEWHERE, LEFT),
    (_WRONG, CLOSED),
    (_NOT_FOR_THEM, DECLINED),
    (_REFUSED, DECLINED),
    (_WITHDREW, CLOSED),
    (_DIED, CLOSED),
)


def _is_company(words: str) -> bool:
    """Whether words may name a company: not a stage, a time, a channel or a person."""
    return not any(
        word in _NO_COMPANY
        or word[:1].isdecimal()
        or word in WEEKDAY_BY_WORD
        or word in MONTH_BY_WORD
        or word in known_phrases("status")
        or word in known_phrases("channel")
        for word in words.split()
    )
