"""The follow-up rules: who is waiting for what, and why.

``history`` tells a person's story so far, ``context`` holds what all rules share, and each rule is one function
``(history, context) -> actions`` in ``owed``, ``planned``, ``silence`` or ``rhythm``. ``netsheet.core.standing``
puts the rules together.
"""
