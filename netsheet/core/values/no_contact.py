"""The wish for no more messages, in whichever words of four languages: "please don't contact him again".

The tables of words know the common forms; here is their grammar: no, a word for contact, and nothing but small words
around them, so that "don't call before ten" and "not contacted yet" are none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

_CONTACT_EN: Final = r"(?:contact|write(?: to)?|e ?mail|message|call|text|phone|ring|bother|disturb|approach|reach out(?: to)?)"
_CONTACTED_EN: Final = (
    r"(?:contacted|written to|e ?mailed|messaged|called|bothered|approached|reached out to)"
)
_MESSAGES_EN: Final = r"(?:contact|messages?|e ?mails?|mails?|calls?|texts?)"
_CONTACT_DE: Final = r"(?:kontaktieren|anschreiben|anrufen|anmailen|schreiben|mailen|ansprechen)"
_CONTACTED_DE: Final = r"(?:kontaktiert|angeschrieben|angerufen|angemailt|angesprochen)"
_MESSAGES_DE: Final = r"(?:nachrichten|mails|e ?mails|anrufe|kontakt|kontaktaufnahme|post)"
_CONTACT_FR: Final = r"(?:contacte[rz]|ecri(?:re|vez)|appele[rz]|relance[rz]|sollicite[rz])"
_CONTACTED_FR: Final = r"(?:contacte|appele|relance|sollicite)e?s?"
_CONTACT_ES: Final = (
    r"(?:contact(?:ar|es?|en|emos)|escrib(?:ir|as?|an|amos)|llam(?:ar|es?|en|emos)|molest(?:ar|es?|en|emos))"
)

_BY_THE_USER: Final = (
    rf"(?:please )?(?:do not|don ?t|never|must not|mustn ?t) {_CONTACT_EN}(?: (?:him|her|them|this person))?(?: (?:again|any ?more|ever))*(?: please)?",
    rf"(?:bitte )?(?:nicht(?: mehr| wieder)?|nie(?: mehr| wieder)?) {_CONTACT_DE}(?: bitte)?",
    rf"(?:ne )?(?:plus|pas|jamais) (?:(?:la|le|les|l) )?{_CONTACT_FR}",
    rf"no (?:volver a )?(?:(?:la|le|lo|les) )?{_CONTACT_ES}(?: mas)?(?: por favor)?",
    r"gesperrt|kontaktsperre|kontaktverbot",
)
_BY_THEM: Final = (
    rf"(?:(?:please|he|she|they|said|says|asked) )*(?:do not|don ?t|never|not to|to not) {_CONTACT_EN} (?:me|us)(?: (?:again|any ?more|ever))*(?: please)?",
    rf"(?:(?:he|she|they) )?(?:do(?:es)? not|do(?:es)?n ?t|did not|didn ?t) (?:want|wish|like) (?:to be {_CONTACTED_EN}|(?:any )?(?:more )?{_MESSAGES_EN})(?: (?:again|any ?more))*",
    rf"(?:er |sie )?(?:mochte|will|wunscht|wollen|mochten) (?:nicht(?: mehr)? {_CONTACTED_DE} werden|keinen? (?:weiteren )?{_MESSAGES_DE}(?: mehr)?)",
    rf"(?:(?:merci|priere) de )(?:ne )?(?:plus|pas) (?:(?:me|m|nous) )?{_CONTACT_FR}",
    rf"(?:ne )?(?:plus|pas) (?:me|m|nous) {_CONTACT_FR}",
    rf"(?:il |elle )?(?:ne )?(?:souhaite|veut|desire)(?:nt)? (?:plus|pas) etre {_CONTACTED_FR}",
    rf"(?:por favor )?no (?:me|nos) (?:vuelva[sn]? a )?{_CONTACT_ES}(?: mas)?(?: por favor)?",
    rf"(?:ya )?no (?:quiere|desea)n? (?:que (?:le|la|lo|les|me) {_CONTACT_ES}(?: mas)?|ser contactad[oa]s?|mas (?:mensajes|correos|llamadas))",
)


def read_no_contact(phrase: str) -> Literal["do not contact", "opt out"] | None:
    """Read who wants no contact: the user, who says so about a person, or the person; None where nobody does.

    Args:
        phrase: words and single spaces without accents (``plain_phrase``).
    """
    by_user, by_them = _patterns()
    if by_them.fullmatch(phrase):
        return "opt out"
    return "do not contact" if by_user.fullmatch(phrase) else None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile("|".join(_BY_THE_USER)), re.compile("|".join(_BY_THEM))
