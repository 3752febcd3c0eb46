"""Damage: what a code page makes of UTF-8, and whether a text shows it."""
