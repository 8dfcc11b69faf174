"""Honest numbers: what gets replies, goals and wins, each figure with its source (``engagement`` gathers them)."""
