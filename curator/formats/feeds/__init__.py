"""Feeds, an article an item: RSS, Atom, JSON Feed, IPTC's formats, mail, exports of readers and sites."""
