"""The pages for people; ``generate`` spells some of them from the code."""
