"""Curator: curate and tag news articles in many languages."""
