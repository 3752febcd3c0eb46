"""Models of a language: its words, letters, pairs and word classes, and how likely a text is by them."""
