"""Encodings: bytes to text, with the encoding told and nothing lost in silence."""
