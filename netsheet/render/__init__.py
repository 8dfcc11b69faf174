"""What people read: drafts, the page that shows them, and the summary sheet. Never saves and never sends.

Nothing is imported here: who refreshes a log does not wait for the template engine.
"""
