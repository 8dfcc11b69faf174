"""Names that are family names and hardly ever given names: nobody is greeted by one of them alone."""

from __future__ import annotations

import re
from typing import Final

from netsheet.core.text import fold

_NAMES: Final = (
    # English, German, Dutch, Swedish
    "smith jones brown williams johnson miller davies evans wright clarke hughes edwards robertson thompson white patel "
    "watson phillips rogers cook peterson baker muller mueller schmidt schmitt schneider fischer weber meyer meier maier "
    "mayer wagner becker schulz schulze hoffmann schafer schaefer bauer koch richter schroder schroeder neumann schwarz "
    "zimmermann braun kruger krueger hofmann hartmann lange krause lehmann kohler koehler schmid huber keller moser gruber "
    "brunner vogel pfeiffer jansen janssen bakker visser smit mulder svensson johansson andersson larsson nilsson eriksson "
    # French, Italian, Spanish, Portuguese
    "dupont dubois durand moreau lefebvre roux fournier bonnet mercier lefevre dupuis fontaine chevalier gauthier perrin "
    "rousseau rossi ferrari esposito bianchi colombo ricci greco garcia fernandez gonzalez hernandez martinez rodriguez "
    "sanchez gutierrez jimenez alvarez vazquez dominguez mendez nunez gomez perez diaz suarez ramirez lopez moreno munoz "
    "torres ramos serrano molina castro ortega castillo delgado ruiz silva ferreira pereira oliveira souza sousa almeida "
    "ribeiro carvalho "
    # Polish, Turkish, Indian
    "nowak kowalski wojcik kaminski ozturk celik sharma gupta verma mehta chatterjee banerjee mukherjee iyer reddy "
    # Chinese and Vietnamese in Latin letters
    "wang zhang zhao huang zhou zheng nguyen tran pham huynh"
)
_USUAL: Final = frozenset(_NAMES.split())
_BUILT: Final = re.compile(r"Mc[A-Z]\w+|O['\u2019]\w{3,}|\w+(?:owski|ewski|owicz|enko|o[gğ]lu)|[AE]l-\w+")
"""Names that are built like family names: "McDonald", "O'Brien", "Kowalewski", "Al-Hassan"."""
_PARTICLES: Final = frozenset(
    [
        "van",
        "von",
        "vom",
        "zu",
        "zur",
        "zum",
        "der",
        "den",
        "de",
        "del",
        "della",
        "da",
        "di",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "ter",
        "ten",
        "bin",
        "ibn",
        "al",
        "el",
    ]
)


def is_family_name(word: str) -> bool:
    """Whether a word by itself is most likely a family name."""
    return fold(word) in _USUAL or bool(_BUILT.fullmatch(word))


def is_particle(word: str) -> bool:
    """Whether a family name begins here: "van" in "van der Berg"; a capital makes it a given name, as in "Van Morrison"."""
    return word in _PARTICLES or word in {"De", "Der", "Ibn", "Bint"}
