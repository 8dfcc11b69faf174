"""What a column is: which sheet is the log, where its headings are, and which field each column holds."""
