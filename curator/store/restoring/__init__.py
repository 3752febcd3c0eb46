"""Restoring: articles stored as they were exported, with their revisions, decisions and journal."""
