"""Words before the name of a meeting that somebody asked for or agreed: "they want an interview": data."""

from __future__ import annotations

from typing import Final

INVITING_WORDS: Final = frozenset({
    "want", "wants", "wanted", "would", "like", "offer", "offers", "offered", "invite", "invites", "invited", "invitation", "propose", "proposes", "proposed", "suggest", "suggests", "suggested",
    "schedule", "scheduled", "book", "booked", "arrange", "arranged", "agreed", "confirm", "confirms", "confirmed", "set", "up", "got", "have", "has", "called", "rang", "phoned", "wrote", "emailed",
    "replied", "and", "they", "he", "she", "we", "me", "us", "to", "for", "the", "a", "an",
    "wollen", "will", "mochte", "mochten", "einladung", "eingeladen", "laden", "ladt", "vereinbart", "ausgemacht", "bestatigt", "haben", "hat", "zum", "zu", "einem", "einer", "ein", "eine", "sie", "er", "mich", "und",
    "veulent", "veut", "proposent", "invitee", "convoque", "convoquee", "convocation", "confirme", "fixe", "pour", "ils", "elle", "il", "m", "ont", "un", "une", "et",
    "quieren", "quiere", "proponen", "invitan", "invitado", "invitada", "invitacion", "convocado", "convocada", "confirmado", "confirmada", "agendado", "agendada", "para", "y", "una",
    "querem", "quer", "propoem", "convidado", "convidada", "convite", "convidaram", "marcado", "marcada", "uma", "e",
    "vogliono", "vuole", "propongono", "invitato", "invitata", "invito", "convocato", "convocata", "confermato", "confermata", "fissato", "fissata", "per", "mi", "hanno",
    "willen", "wil", "uitgenodigd", "uitnodiging", "bevestigd", "afgesproken", "voor", "een", "ze",
    "chca", "chce", "zaproszenie", "zaproszona", "zaproszony", "zapraszaja", "proponuja", "potwierdzone", "umowiona", "umowione", "na",
})  # fmt: skip
"""With these alone in front a meeting is as certain as without: "invited me to an interview"."""
