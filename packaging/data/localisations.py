"""Running text in many languages: what LibreOffice, Firefox, Thunderbird (MPL-2.0) and Chromium (BSD) say.

apt-get download libreoffice-l10n-bg {firefox-esr,thunderbird}-l10n-bg chromium-l10n …
for file in *.deb; do dpkg-deb -x $file texts; done
"""

from __future__ import annotations

import gettext
import html
import re
import struct
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

RESOURCES = "usr/lib/libreoffice/program/resource"
LANGPACKS = "usr/lib/firefox-esr/browser/extensions"
THUNDERBIRD = "usr/lib/thunderbird/extensions"
CHROMIUM = "usr/lib/chromium/locales"
HELP = "usr/share/libreoffice/help"
_MARKUP = re.compile(r"<[^>]+>|\{[^}]*\}|\$\(?\w+\)?|%\w+|%\d*\$\S|&[a-zA-Z.]+;")
_HELP_PARAGRAPH = re.compile(r"<(?:p|h\d|td)(?=[\s>])[^>]*>(.*?)</(?:p|td|h\d)>", re.DOTALL)
_SHORTEST = 3


def lines_of(texts: Path, language: str) -> Iterator[str]:
    """The different lines of LibreOffice, its help and Firefox in a language, without markup."""
    return _lines(_raw(texts, language))


def thunderbird_of(texts: Path, language: str) -> Iterator[str]:
    """The different lines of Thunderbird in a language, without markup."""
    return _lines(_language_packs(texts / THUNDERBIRD, language))


def chromium_of(texts: Path, language: str) -> Iterator[str]:
    """The different lines of Chromium in a language, without markup."""
    paths = sorted((texts / CHROMIUM).glob(f"{language}*.pak"))
    return _lines(text for path in paths if path.stem.split("_")[0] == language for text in _pak(path))


def _lines(raws: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for raw in raws:
        for line in raw.split("\n"):
            text = _MARKUP.sub(" ", html.unescape(line.replace("~", "").replace("_", "")))
            text = unicodedata.normalize("NFC", " ".join(text.split()))
            if len(text) >= _SHORTEST and text not in seen:
                seen.add(text)
                yield text


def _raw(texts: Path, language: str) -> Iterator[str]:
    for path in sorted((texts / RESOURCES / language).glob("LC_MESSAGES/*.mo")):
        with path.open("rb") as file:
            # The names are contexts and English texts, the values what they are in the language.
            catalog: dict[object, object] = vars(gettext.GNUTranslations(file))["_catalog"]
            yield from map(str, catalog.values())
    yield from _language_packs(texts / LANGPACKS, language)
    for path in sorted((texts / HELP / language).rglob("*.html")):
        source = path.read_text(encoding="utf-8", errors="replace")
        yield from (match[1].replace("\n", " ") for match in _HELP_PARAGRAPH.finditer(source))


def _language_packs(folder: Path, language: str) -> Iterator[str]:
    for path in sorted(folder.glob("langpack-*.xpi")):
        if path.stem.split("@")[0].removeprefix("langpack-").split("-")[0] == language:
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    if name.endswith((".ftl", ".properties")):
                        yield from _values(packed.read(name).decode("utf-8", "replace"))


def _values(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if not line.startswith("#"):
            yield re.split(r"=", line, maxsplit=1)[-1].removeprefix("\ufeff")


def _pak(path: Path) -> Iterator[str]:
    """The texts of a data pack, version 5: identifiers and offsets of all, then the texts."""
    data = path.read_bytes()
    (count,) = struct.unpack_from("<H", data, 8)
    offsets = [struct.unpack_from("<I", data, 14 + 6 * number)[0] for number in range(count + 1)]
    for start, end in pairwise(offsets):
        yield data[start:end].decode("utf-8", "replace")
