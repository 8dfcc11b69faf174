"""The follow-up rules: who is waiting for what, and why.

``actions`` is the table of what can be asked for. ``touch_order`` puts the touches in the order they happened, ``history``
says what follows for one person, ``context`` holds what all rules share. Each rule is one function
``(history, context) -> actions`` in ``owed``, ``planned``, ``silence`` or ``rhythm``; ``idle`` has the words for rows on
which nothing is due. ``standing`` puts them together.
"""
