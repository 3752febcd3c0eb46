"""Alphabetic: what damaged words of letters can have been, by words and spelling of their language."""
