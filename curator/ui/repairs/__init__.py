"""Repairs: damaged words, their candidates, and the places where they stand."""
