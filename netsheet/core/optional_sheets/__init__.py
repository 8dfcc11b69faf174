"""What the user's four optional sheets say: Events, Dates, Companies and Resources.

Each sheet has one module with its value and how a row of it is read. ``reading.py`` reads all of them.
"""
