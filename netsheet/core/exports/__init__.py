"""The people of a log in the forms that other systems take: CRMs, address books, telephones.

Pure functions: a log in, rows or a text out. Nothing here writes a file.
"""
