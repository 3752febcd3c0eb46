"""Feeds: RSS, Atom, JSON Feed and ninjs, an article an item."""
