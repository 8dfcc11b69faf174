"""Produce what people read: drafts, the page that shows them, and the summary sheet. Never saves or sends anything.

Nothing is imported here, so that a refresh does not have to load the template engine.
"""
