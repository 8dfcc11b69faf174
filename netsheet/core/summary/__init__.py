"""What the summary sheet shows, as values (``contents``); ``render/summary`` writes the sheet."""
