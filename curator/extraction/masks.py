"""Parts of a text that hold no facts: addresses of pages and mail, slugs, code, file names."""

from __future__ import annotations

import re

_MASKED = (
    ("://", re.compile(r"(?:https?|ftp)://[^\s<>\"')\]]+")),
    ("www.", re.compile(r"www\.[^\s<>\"')\]]+")),
    ("@", re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}")),
    ("`", re.compile(r"`{1,3}[^`\n]{1,2000}`{1,3}")),
    ("-", re.compile(r"\b[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){4,40}\b")),
    (".", re.compile(r"\.(?<=[\w-]\.)(?:jpe?g|png|html?|pdf|php|gif|webp|svg|docx?|xlsx?)\b")),
)
"""What is masked, each with a sign that a text must have for it to be looked for."""
_HAS_SLUG = re.compile(r"-[a-z0-9]{1,40}-[a-z0-9]{1,40}-[a-z0-9]{1,40}-[a-z0-9]")
_FENCE = re.compile(r"^```.*?^```\s*?$", re.MULTILINE | re.DOTALL)


_SIGN = "[$€£¥₹]"
_AMOUNT = r"\d[\d.,]{0,20}(?: ?(?:k|m|bn|mn|tn|thousand|million|billion))?"
_BRACKETED = (
    re.compile(rf"(?<={_SIGN})\((?=\d)(\d[\d.,]{{0,20}})\)"),
    re.compile(rf"(?<=\b(?:to|of) )\(({_SIGN}{_AMOUNT})\)"),
    re.compile(rf"(?<=\bfrom )\(({_SIGN}{_AMOUNT})\)"),
    re.compile(rf"(?<=\| )\(({_SIGN}?{_AMOUNT}(?: ?(?:%|{_SIGN}))?)\)(?= {{0,20}}\|)"),
)
"""Amounts below zero as accounts write them: "$(0.21)", "narrowed to ($3.4m)", alone in a table's cell."""


_BOLD = "**"
"""Markdown's sign, which may stand between a number and its unit ("**1503.1** 亿元")."""

REWRITTEN = (_BOLD, "(", "\\")
"""One of these is in all text of which `masked` makes other words."""

_ESCAPED_BEHIND = re.compile(r"\\([.,]|(?<=[^\W\d_]\\)\$)")
"""Matches an escaped sign that belongs to what stands before: "2026\\. november", "R\\$ 5"."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""Matches any sign with a backslash before, lest Markdown take it for its own."""


def masked(text: str) -> str:
    """The text with such parts overwritten by as many control characters, so that offsets stay.

    The signs of bold type and the backslashes of Markdown become spaces, and brackets that say "below zero" a
    minus.
    """
    if "\\" in text:
        text = _ESCAPED.sub(r" \1", _ESCAPED_BEHIND.sub(r"\1 ", text))
    text = text.replace(_BOLD, " " * len(_BOLD))
    if "(" in text:
        for pattern in _BRACKETED:
            text = pattern.sub(r"-\1 ", text)
    if "```" in text:
        text = _FENCE.sub(_cover, text)
    for sign, pattern in _MASKED:
        if sign in text and (sign != "-" or _HAS_SLUG.search(text)):
            text = pattern.sub(_cover, text)
    return text


def _cover(match: re.Match[str]) -> str:
    return "\x01" * (match.end() - match.start())
