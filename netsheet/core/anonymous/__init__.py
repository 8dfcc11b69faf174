"""A log without the people: the same shape and the same rules, other words and other days."""
