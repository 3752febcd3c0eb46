"""Dates and periods, as precisely as they are stated."""
