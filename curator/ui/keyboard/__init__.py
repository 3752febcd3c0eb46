"""Keyboard: actions and their keys, mnemonics, and the way of Tab."""
