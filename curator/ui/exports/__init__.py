"""Exports: what goes into one, how it would look, and where it is written."""
