"""The pages for people; ``generate`` writes some of them from the code."""
