"""Contexts: what stands around a damaged word, in its clause and in its document, says for its readings."""
