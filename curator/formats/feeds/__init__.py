"""Feeds: RSS, Atom, JSON Feed, ninjs and mail, an article an item."""
