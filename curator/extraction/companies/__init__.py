"""Companies: known and proposed, where they are mentioned, and what tells them from others."""
