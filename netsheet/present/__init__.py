"""Turn results into text for people or JSON for programs."""
