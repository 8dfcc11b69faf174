"""Exports of other systems: what each kind brings, and who of them is in the log already."""
