"""What a person or a program reads on the terminal: values to text or to stable JSON; decides nothing."""
