"""Torture: kills, faults, rivals and hostile files. ``python -m tests.torture`` runs it all and prints the count."""
