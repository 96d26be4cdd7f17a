"""What a language model may word from the facts of a turn, and what it must not."""
