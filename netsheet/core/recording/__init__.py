"""What was done, kept in the workbook: words typed into "Netsheet done", the history, and the memory of the last refresh.

Pure functions over small values; docs/adr/0005-recording.md says in which order one refresh uses them.
"""
