"""The stages in order: the only package that knows them all, one module for each thing a person asks for.

bytes -> snapshot -> log -> computed -> plan -> bytes -> proof -> disk. No stage receives anything from a later one.
"""
