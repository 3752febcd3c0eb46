"""Controllers: what is chosen and shown, and what the editor's deeds change, between panels and services."""
