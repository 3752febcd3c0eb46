"""Build the names of countries and towns that are no companies, resources/companies/places.txt.

They are those of CLDR, and the towns that were written for Curator beside this script, in towns.txt. Baltic
ones are declined: their endings take the place of another.

Run: python packaging/data/build_places.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from curator import paths
from curator.extraction.companies.spellings import words

LANGUAGES = (
    "af be bg bs ca cs da de el en es et eu fi fr gl hr hu id is it kk lt lv mk nb nl pl pt ro ru sk sl sq sr"
    " sv tr uk vi"
).split()
TOWNS = Path(__file__).with_name("towns.txt")
HEADER = (
    "# Built by packaging/data/build_places.py, from CLDR (see LICENCES.md) and our own: countries, towns.\n"
)
DECLINED = {
    "lt": {
        "ai": "ų ams us uose",
        "as": "o ui ą u e",
        "a": "os ai ą oje",
        "ė": "ės ei ę ėje",
        "is": "io iui į iu yje",
        "ys": "io iui į iu yje",
        "us": "aus ui ų uje",
    },
    "lv": {"a": "as ai u ā", "e": "es ei i ē", "is": "a im i ī", "us": "us um u ū", "s": "a am u ā i ī"},
}
"""The endings of Baltic places: the nominative's, and those of other cases in its place."""


def main() -> None:
    """Write the file, a line for each first letter."""
    lines: dict[str, list[str]] = {}
    for word in sorted({*(word for language in LANGUAGES for word in places(language)), *towns()}):
        lines.setdefault(word[0], []).append(word)
    target = paths.resource("companies", "places.txt")
    target.write_text(HEADER + "\n".join(map(" ".join, lines.values())) + "\n", "utf-8")
    print(f"{target}: {sum(map(len, lines.values()))} words")


def places(language: str) -> Iterator[str]:
    """The countries and cities that one word names in a language."""
    from babel import Locale

    locale = Locale.parse(language)
    cities = (zone["city"] for zone in locale.time_zones.values() if "city" in zone)
    for name in (*locale.territories.values(), *cities):
        spelling = words(name)
        if len(spelling) == 1 and len(spelling[0]) > 2 and spelling[0].isalpha():
            yield spelling[0]


def towns() -> Iterator[str]:
    """The towns written for Curator, folded, with their declined forms where these are told."""
    for line in TOWNS.read_text("utf-8").splitlines():
        language, _, names = line.partition(":")
        if line.startswith("#"):
            continue
        for name in names.split():
            yield from words(name)
            for form in declined(name, DECLINED.get(language, {})):
                yield from words(form)


def declined(name: str, endings: dict[str, str]) -> list[str]:
    """The other cases of a name whose nominative ends so; the longest ending that fits counts."""
    ending = next((each for each in sorted(endings, key=len, reverse=True) if name.endswith(each)), "")
    return [name.removesuffix(ending) + other for other in endings.get(ending, "").split()]


if __name__ == "__main__":
    main()
