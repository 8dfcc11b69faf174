"""Times to come of which nobody can say the day: "after the summer", "next year", "some other time"."""

from __future__ import annotations

import re
from typing import Final

from netsheet.core.values.vocabulary import plain_phrase

_TIME: Final = (
    r"(?:q[1-4]|fortnight|easter|christmas|xmas|new year|spring|summer|autumn|winter|fall|term|holidays?|quarter|year"
    r"|ostern|weihnachten|fruhjahr|fruhling|sommer|herbst|jahr(?:es)?|paques|noel|printemps|ete|automne|hiver|annee|rentree|navidad|verano|otono|invierno|primavera|ano)"
)
_BREAK: Final = r"(?:vacations?|hols|(?:(?:parental|maternity|paternity|mat|annual|sick) )?leave|trip|urlaubs?|ferien|elternzeit|feiertagen?|vacances|conges?|fetes|vacaciones|fiestas)"
_MAYBE: Final = r"(?:maybe|perhaps|probably|possibly|not|only|earliest|better|again|some ?time|try|vielleicht|erst|wieder|irgendwann|wohl|peut etre|sans doute|quizas|tal vez|mejor)"
_THE: Final = r"(?:the|his|her|their|my|early|late|mid|next|der|den|dem|des|seinem|ihrem|l|la|el|las|les|los|ses|neuen|nouvel|nouvelle|nachsten|nachstes|prochaine?|proxim[oa])"
_LATER: Final = re.compile(
    rf"(?:{_MAYBE} )*(?:"
    rf"(?:in|after|before|from|until|till|til|by|early|late|mid|around|im|nach|vor|ab|apres|en|a|despues de|despues del|a partir de|tras) (?:{_THE} )*{_TIME}(?: (?:break|holidays?|term|vacations?|ferien|prochaine?|suivante?|que viene))?"
    rf"|(?:after|before|nach|vor|apres|avant|despues de|antes de|tras) (?:{_THE} )*{_BREAK}"
    r"|(?:early |late |mid )?next (?:calendar |fiscal |financial |school )?(?:year|spring|summer|autumn|fall|winter|term|season)"
    r"|(?:in the |at the |by the |towards? the |near the |around the )?(?:end|start|beginning|middle) of (?:the |this |next )?(?:year|spring|summer|autumn|winter|quarter|term)"
    r"|(?:in|after) (?:a few|some|several|a couple of|a couple) (?:weeks|months|years)|in a (?:while|bit)|(?:some |an)?other time|a different time|(?:further |later )?down the (?:road|line)|in (?:the )?(?:near )?future|some day"
    r"|(?:nachstes|kommendes|folgendes) jahr|(?:zum |am |gegen )?(?:ende|anfang) (?:des |nachsten |dieses )*jahre?s?|in (?:ein paar|einigen) (?:wochen|monaten|jahren)|ein ander(?:es )?mal|irgendwann(?: mal)?"
    r"|(?:l )?(?:annee|an) prochaine?|(?:en |a la )?fin d annee|(?:en )?debut d annee|dans quelques (?:semaines|mois|annees)|une autre fois|un autre jour"
    r"|(?:el |para el )?(?:ano|verano|otono|trimestre) (?:que viene|proximo)|(?:el |para el )?proximo ano|a (?:finales|principios) de ano|a fin de ano|en (?:unos|algunos) (?:meses|anos)|dentro de (?:unos|algunos) (?:meses|anos)|(?:en )?otro momento|otra vez sera|a la vuelta (?:de (?:las )?vacaciones|del verano)"
    rf")|{_TIME.replace('|fall|term', '|fall').replace('|quarter|year', '')} (?:maybe|perhaps|probably|vielleicht)"
)
_VAGUE_TIME: Final = re.compile(rf"\b{_TIME}\b")
_AT_VAGUE_TIME: Final = re.compile(
    rf"\b(?:q[1-4]|(?:in|after|before|by|until|til|early|late|mid|around|im|nach|vor|apres|avant|en|despues de|antes de) (?:the |der |den |l )?{_TIME})\b"
)


def is_vaguely_later(clause: str) -> bool:
    """Whether a clause in plain words is nothing but such a time, which puts off: "maybe in autumn"."""
    return _LATER.fullmatch(clause) is not None


def holds_vague_time(clause: str) -> bool:
    """Whether a clause in plain words has the word for such a time."""
    return _VAGUE_TIME.search(clause) is not None


def names_vague_time(text: str) -> bool:
    """Whether a text names such a time: "after Easter", "circle back Q3"."""
    return _AT_VAGUE_TIME.search(plain_phrase(text)) is not None
