"""Companies: their list, and what is known of the one that is chosen."""
