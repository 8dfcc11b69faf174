"""Drafts: templates in, finished texts out; nothing is ever sent."""
