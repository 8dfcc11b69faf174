"""What to know before a talk with somebody."""
