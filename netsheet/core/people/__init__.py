"""Who is in the log and what happened with them.

``interpret`` goes through the steps in order: rows become touches, answers and plans; rows about the same person are put
together. Everything that could not be read becomes a finding.
"""
