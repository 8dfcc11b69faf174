"""Run the stages in order: one module for each thing a user can ask for.

bytes -> snapshot -> log -> results -> plan -> bytes -> check -> disk. No stage depends on a later one.
"""
