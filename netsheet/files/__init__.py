"""The user's files on disk: read, seen to be free, saved without loss, backed up, brought back.

Bytes from and to the disk; never looks inside a workbook. Nothing is imported here: what only reads a file need not wait
for what saves it.
"""
