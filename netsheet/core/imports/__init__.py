"""Exports of other systems to people and touches: what each file holds, and who of them is in the log already.

Pure functions: rows, texts or lines in, frozen values out. Nothing here reads or writes a file.
"""
