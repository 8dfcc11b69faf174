"""The follow-up rules: who is waiting for what, and why.

``touch_order`` puts the touches in the order they happened, ``contact_history`` says what follows for one person. Each
rule is one function ``(history, context) -> actions``; ``rules`` asks them all, and ``nothing_due`` has the words for the
rows on which nothing is due. ``due`` and ``dormant_ties`` choose what is listed.
"""
