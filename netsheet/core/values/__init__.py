"""What one cell says: text, numbers, days, spans of time, words with a meaning, names."""
