"""Queries: the search language, from what an editor types to a tree of conditions."""
