"""What if a pot's rule were other: the rule's own sentence with places to write in, and what is written there."""
