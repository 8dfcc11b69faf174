"""The wish for no more messages, in whichever words of four languages: "please don't contact him again".

The tables of words know other ways to say it; here is the grammar: no, a word for contact, and nothing but small words
around them, so that "don't call before ten" and "not contacted yet" are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
    # Without anybody's name "don't write again" is what they said; "do not contact" is the user's note.
    r"(?:please )?(?:(?:do not|don ?t) write(?: (?:again|any ?more|ever))*|never write again|(?:do not|don ?t) contact again)(?: please)?",
    r"(?:bitte )?nicht mehr (?:schreiben|anrufen)(?: bitte)?|bitte nicht mehr kontaktieren",
    r"(?:ne )?plus ecrire|no escribir mas(?: por favor)?",
    rf"(?:(?:please|he|she|they|said|says|asked) )*(?:do not|don ?t|never|not to|to not) {_CONTACT_EN} (?:me|us)(?: (?:again|any ?more|ever))*(?: please)?",
    rf"(?:(?:he|she|they) )?(?:do(?:es)? not|do(?:es)?n ?t|did not|didn ?t) (?:want|wish|like) (?:to be {_CONTACTED_EN}|(?:any )?(?:more )?{_MESSAGES_EN})(?: (?:again|any ?more))*",
    rf"(?:er |sie )?(?:mochte|will|wunscht|wollen|mochten) (?:nicht(?: mehr)? {_CONTACTED_DE} werden|keinen? (?:weiteren )?{_MESSAGES_DE}(?: mehr)?)",
    rf"(?:(?:merci|priere) de )(?:ne )?(?:plus|pas) (?:(?:me|m|nous) )?{_CONTACT_FR}",
    rf"(?:ne )?(?:plus|pas) (?:me|m|nous) {_CONTACT_FR}",
    rf"(?:il |elle )?(?:ne )?(?:souhaite|veut|desire)(?:nt)? (?:plus|pas) etre {_CONTACTED_FR}",
    rf"(?:por favor )?no (?:me|nos) (?:vuelva[sn]? a )?{_CONTACT_ES}(?: mas)?(?: por favor)?",
    rf"(?:ya )?no (?:quiere|desea)n? (?:que (?:le|la|lo|les|me) {_CONTACT_ES}(?: mas)?|ser contactad[oa]s?|mas (?:mensajes|correos|llamadas))",
)

_COMMON_PHRASES: Final = """
    do not contact me; do not contact me again; do not contact us; do not contact us again; do not contact again; don t contact me;
    don t contact me again; don t contact us; don t contact us again; don t contact again; do not write again; don t write again;
    don t write to me again; does not want to be contacted; doesn t want to be contacted; nicht mehr schreiben; ne plus me contacter;
    no me contactes mas; no me escribas mas; mochte keinen kontakt; ne souhaite plus etre contacte; ne souhaite plus etre contactee;
    ne veut plus etre contacte; no desea ser contactado; don t write; do not write; don t write to me; do not write to me; don t email me;
    do not email me; don t email me again; do not email me again; don t call me; don t call me again; don t message me; don t message me again;
    never contact me again; never write again; bitte nicht mehr schreiben; bitte nicht mehr kontaktieren; nicht mehr anrufen;
    will keine nachrichten mehr; mochte keine nachrichten; mochte keine nachrichten mehr; merci de ne plus me contacter; merci de ne plus m ecrire;
    merci de ne plus ecrire; ne plus m ecrire; ne plus ecrire; no me escriba mas; no me contacte mas; no escribir mas; no quiere mas mensajes;
    no quiere que le escriba; do not contact; don t contact; dont contact; never contact; do not email; do not call; nicht kontaktieren;
    nicht mehr kontaktieren; nicht anschreiben; nicht mehr anschreiben; ne pas contacter; ne plus contacter; no contactar; no volver a contactar
"""
"""What people type most: known as words are, so that more may follow, and suggested where one has a slip."""


def read_no_contact(phrase: str) -> Literal["do not contact", "opt out"] | None:
    """Read who wants no contact: the user, who says so about a person, or the person; None where nobody does.

    Args:
        phrase: words and single spaces without accents (``plain_phrase``).
    """
    by_user, by_them = _patterns()
    if by_them.fullmatch(phrase):
        return "opt out"
    return "do not contact" if by_user.fullmatch(phrase) else None


def common_phrases() -> Mapping[str, Sequence[str]]:
    """Return the common phrases by who wants no contact."""
    phrases = [" ".join(phrase.split()) for phrase in _COMMON_PHRASES.split(";")]
    by_who: dict[str, list[str]] = {"opt out": [], "do not contact": []}
    for phrase in phrases:
        who = read_no_contact(phrase)
        if who is not None:
            by_who[who].append(phrase)
    return by_who


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile("|".join(_BY_THE_USER)), re.compile("|".join(_BY_THEM))
