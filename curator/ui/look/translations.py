"""The translations of the program's texts; what they count is grouped as every number on the desk."""

from __future__ import annotations

from PySide6.QtCore import QTranslator


class Translation(QTranslator):
    """A translation that writes the count of a plural itself ("5 000 articles"): Qt would not group it."""

    def translate(  # type: ignore[override]
        self,
        context: bytes | str,
        source: bytes | str,
        disambiguation: bytes | str | None = None,
        n: int = -1,
    ) -> str | None:
        """The translated text with its count in place; None where this translation has none."""
        text = super().translate(context, source, disambiguation, n)  # type: ignore[arg-type]
        if not text or "%n" not in text:
            return text or None
        from curator.ui.look import formatting  # the first paint counts nothing

        return text.replace("%n", formatting.count(n))
