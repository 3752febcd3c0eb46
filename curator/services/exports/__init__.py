"""Exports: chosen articles written as files, with a manifest beside them."""
