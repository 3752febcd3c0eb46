"""Companies: their list, what is known of the one that is chosen, and what the editor changes of them."""
