"""The follow-up rules: who is waiting for what, and why.

``actions`` is the table of what can be asked for. ``story`` tells what each touch does and in which order, ``history``
what follows from it for one person, ``context`` holds what all rules share. Each rule is one function
``(history, context) -> actions`` in ``owed``, ``planned``, ``silence`` or ``rhythm``; ``idle`` has the words for rows on
which nothing is due. ``standing`` puts them together.
"""
