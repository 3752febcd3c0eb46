"""Build the names of countries and cities that are no companies, resources/companies/places.txt, from CLDR.

Run: python packaging/data/build_places.py
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from curator import paths
from curator.extraction.companies.spellings import words

LANGUAGES = (
    "af be bg bs ca cs da de el en es et eu fi fr gl hr hu id is it kk lt lv mk nb nl pl pt ro ru sk sl sq sr"
    " sv tr uk vi"
).split()
HEADER = "# Built by packaging/data/build_places.py from CLDR (see LICENCES.md): countries, cities.\n"


def main() -> None:
    """Write the file, a line for each first letter."""
    lines: dict[str, list[str]] = {}
    for word in sorted({word for language in LANGUAGES for word in places(language)}):
        lines.setdefault(word[0], []).append(word)
    target = paths.resource("companies", "places.txt")
    target.write_text(HEADER + "\n".join(map(" ".join, lines.values())) + "\n", "utf-8")
    print(f"{target}: {sum(map(len, lines.values()))} words")


def places(language: str) -> Iterator[str]:
    """The countries and cities that one word names in a language."""
    locale = Locale.parse(language)
    cities = (zone["city"] for zone in locale.time_zones.values() if "city" in zone)
    for name in (*locale.territories.values(), *cities):
        spelling = words(name)
        if len(spelling) == 1 and len(spelling[0]) > 2 and spelling[0].isalpha():
            yield spelling[0]


if __name__ == "__main__":
    main()
