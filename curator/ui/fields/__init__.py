"""Fields: an article's values, each with the editor that fits it."""
