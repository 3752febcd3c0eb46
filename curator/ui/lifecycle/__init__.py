"""Lifecycle: the first paint, the desk as it was left, faults, and the end."""
