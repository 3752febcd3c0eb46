"""Blocks: what a text's markup makes of it, each run of words by its place in the text."""
