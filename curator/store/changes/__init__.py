"""Changes: edits made in the tables, and the journal that takes them back."""
