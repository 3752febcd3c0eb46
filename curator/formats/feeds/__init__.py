"""Feeds, an article an item: RSS, Atom, JSON Feed, ninjs, mail, and what readers and sites export."""
