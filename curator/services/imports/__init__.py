"""Imports: files and entries of files read, cleaned, searched for facts, and stored."""
