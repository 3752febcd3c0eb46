"""Build the frozen lexicons in resources/lexicon from CLDR (through Babel) and the overlay files.

    python packaging/data/build_lexicon.py            every language
    python packaging/data/build_lexicon.py cs de      these

Each language is read in a process of its own, as Babel's alias data leak from one locale into the next.
Adding a language is one overlay file (or none: CLDR alone gives months, weekdays, currencies and units).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
from babel import Locale  # noqa: E402

sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from lexicon_units import HEADS, SHARED_HEADS, SI_BASES, SI_PREFIXES, UNIT_NAMES  # noqa: E402

from curator.extraction.kinds import AMOUNT_LETTERS, DATE_LETTERS  # noqa: E402
from curator.extraction.tokens import surface_tokens  # noqa: E402

FOLDER = ROOT / "resources" / "lexicon"
OVERLAYS = FOLDER / "overlays"
FROM_CLDR_ALONE = (
    "af am ar az be bn bs ca cy et eu fa fil ga gl he hi hy id is ka kk km"
    " lt lv mk mn ms ne sq sw ta te th ur uz vi"
).split()
NOT_CURRENCIES = set(
    "USN USS CHE CHW XXX XTS XAG XAU XPT XPD XBA XBB XBC XBD XDR XUA XSU XFO XFU XRE".split()
)

Terms = dict[tuple[str, str], set[str]]


def main() -> None:
    """Build the named languages, or all, one process each."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        build(sys.argv[2])
        return
    wanted = sys.argv[1:] or sorted({*(path.stem for path in OVERLAYS.glob("*.toml")), *FROM_CLDR_ALONE})
    for language in wanted:
        subprocess.run([sys.executable, __file__, "--one", language], check=True)


def build(language: str) -> None:
    """Write one language's table."""
    path = OVERLAYS / f"{language}.toml"
    overlay = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    terms: Terms = {}
    small = overlay.get("standing") == "small"
    content: dict[str, Any] = {
        "language": language,
        "first_class": bool(overlay) and not small and language != "und",
    }
    if language != "und":
        content |= from_cldr(language, terms)
        drop(terms, [word.replace("_", " ") for word in overlay.get("drop", "").split()])
        if (
            overlay and not small
        ):  # "funt", "libra" are money in the news; pounds of weight stand in the overlays
            terms.pop(("unit", "pound"), None)
    content |= {
        key: value for key, value in overlay.items() if isinstance(value, str) and key not in {"stop", "drop"}
    }
    content["said"] = overlay.pop("said", {})
    content["stop"] = overlay.get("stop", "").split()
    content["compounds"] = compounds(overlay.pop("compounds", {}))
    add_overlay(overlay, terms)
    if "head" not in overlay and language != "und":
        add_dollar(terms)
    share_stems(terms)
    if language == "und":
        content["heads"] = {head: HEADS[head][1] for head in SHARED_HEADS}
        content["heads"]["$"] = HEADS["dollar"][1] | HEADS["peso"][1]
    content["terms"] = frozen(terms)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (FOLDER / f"{language}.json").write_text(text + "\n", encoding="utf-8")


def share_stems(terms: Terms) -> None:
    """Give whole words the meanings of the stems that they begin with, in the other grammar.

    A whole word hides stems when it is looked up: "polovina" listed as a fraction would not be the half that
    "polovin*" says.
    """
    families: dict[str, set[str]] = {}
    for (kind, _), surfaces in terms.items():
        for surface in surfaces:
            if (
                not surface.endswith("*")
                and not surface.startswith("=")
                and len(surface_tokens(surface)) == 1
            ):
                families.setdefault(surface.casefold(), set()).update(families_of(kind))
    for (kind, _), surfaces in terms.items():
        for stem in [surface[:-1].casefold() for surface in surfaces if surface.endswith("*")]:
            surfaces |= {
                word
                for word, theirs in families.items()
                if word.startswith(stem) and len(word) < len(stem) + 5 and not theirs & families_of(kind)
            }


def families_of(kind: str) -> set[str]:
    """The grammars that a kind has a letter in, or itself if it has none."""
    grammars = {
        name for name, letters in (("amount", AMOUNT_LETTERS), ("date", DATE_LETTERS)) if kind in letters
    }
    return grammars or {kind}


def frozen(terms: Terms) -> list[list[str]]:
    """The terms as [kind, value, surfaces], each surface a row of tokens with single spaces."""
    rows: list[list[str]] = []
    for (kind, value), surfaces in sorted(terms.items()):
        tokenised = sorted({" ".join(surface_tokens_kept(surface)) for surface in surfaces} - {""})
        if tokenised:
            rows.append([kind, value, "|".join(tokenised)])
    return rows


def surface_tokens_kept(surface: str) -> list[str]:
    """The tokens of a surface; "=" (match the case) goes with every word."""
    if surface.startswith("="):
        return ["=" + token for token in surface_tokens(surface[1:])]
    return [token for token in surface_tokens(surface) if token != "|"]


# --- CLDR


def from_cldr(language: str, terms: Terms) -> dict[str, Any]:
    """Add what CLDR knows of a language; gives its separators and the order of its numeric dates."""
    locale = Locale.parse({"nb": "nb", "zh": "zh", "sr": "sr_Cyrl"}.get(language, language))
    variants = [locale] + ([Locale.parse("sr_Latn")] if language == "sr" else [])
    for variant in variants:
        add_currencies(variant, terms)
        add_units(variant, terms)
        add_calendar(variant, terms)
        add_scales(variant, terms)
        add_countries(variant, terms)
    pattern = locale.date_formats["short"].pattern
    order = "".join(dict.fromkeys(letter.lower() for letter in re.findall("[dMy]", pattern)))
    return {
        "name": str(locale.english_name),
        "decimal": data_of(locale)["number_symbols"]["latn"]["decimal"],
        "order": order if len(order) == 3 else "dmy",
    }


def data_of(locale: Locale) -> Any:  # noqa: ANN401  Babel gives no types to it
    """The raw CLDR data of a locale."""
    return locale._data  # noqa: SLF001  the public interface lacks units and plural names


def drop(terms: Terms, words: list[str]) -> None:
    """Leave out words of CLDR that mean something else in running text ("pro" is Czech for "for")."""
    for surfaces in terms.values():
        surfaces.difference_update(words, [word + "." for word in words])


def add_currencies(locale: Locale, terms: Terms) -> None:
    """Add the names of currencies and their plurals."""
    for code, name in locale.currencies.items():
        if code in NOT_CURRENCIES or len(code) != 3:
            continue
        names = {name, *data_of(locale)["currency_names_plural"].get(code, {}).values()}
        for each in names:
            plain = str(each).strip().replace("*", "")
            if len(plain) > 2 and plain != code and not re.search(r"[\d(（]", plain):
                add(terms, "currency", code, plain)


def add_dollar(terms: Terms) -> None:
    """Add the bare word for dollar: what the names of most dollars have in common."""
    names = [
        {word for name in terms.get(("currency", code), ()) for word in name.casefold().split()}
        for code in ("USD", "AUD", "CAD", "NZD", "HKD", "SGD")
    ]
    counts = Counter(word for words in names for word in words)
    for word, count in counts.items():
        if count >= len(names) - 1 and len(word) > SHORTEST_HEAD:
            add(terms, "currency", "USD", word)


def add_units(locale: Locale, terms: Terms) -> None:
    """Add the units of measure and the word for percent."""
    patterns = data_of(locale)["unit_patterns"]
    for key, name in UNIT_NAMES.items():
        widths = patterns.get(key) or {}
        for width in ("long", "short", "narrow"):
            for plural, pattern in dict(widths.get(width) or {}).items():
                surface = unit_surface(pattern, width)
                if surface and plural != "per":
                    kind = "percent" if name == "%" else "unit"
                    add(terms, kind, name, surface)


def unit_surface(pattern: object, width: str) -> str:
    """The words of a unit pattern, "" where they stand before the number or are a bare letter."""
    if not isinstance(pattern, str) or "{0}" not in pattern:
        return ""
    before, after = pattern.split("{0}", 1)
    surface = after.strip(" \u00a0\u202f-")
    if before.strip() or not surface or re.search(r"\d", surface):
        return ""
    if width != "long":  # ASCII symbols stand in the overlay "und", where their case is known
        return "=" + surface if len(surface) > 1 and surface.isalpha() and not surface.isascii() else ""
    return surface


def add_calendar(locale: Locale, terms: Terms) -> None:
    """Add months and weekdays, full and abbreviated."""
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[use][width].items():
                word = name.strip()
                if re.search(r"\d", word):
                    continue
                weak = width == "abbreviated" and len(word.rstrip(".")) < 3
                if len(word) > 2 or not word.isascii():
                    add(terms, "weak_month" if weak else "month", str(number), word)
                    add(terms, "weak_month" if weak else "month", str(number), word.rstrip("."))
            for number, name in locale.days[use][width].items():
                word = name.strip()
                kind = "weekday" if width == "wide" else "weak_weekday"
                if len(word) > 1:
                    add(terms, kind, str(number), word)
                    add(terms, kind, str(number), word.rstrip("."))


def add_scales(locale: Locale, terms: Terms) -> None:
    """Add thousand, million and so on, from the compact decimal formats."""
    for width in ("long", "short"):
        for patterns in data_of(locale)["compact_decimal_formats"].get(width, {}).values():
            for size, pattern in patterns.items():
                word = re.sub(r"[0'¤\u00a0\u200f\u200e]", "", pattern.pattern).strip(" ;-{}")
                zeros = pattern.pattern.count("0")
                if len(word) < 2 and word.isascii() or re.search(r"[;\d]", word):
                    continue
                value = int(size) // 10 ** (zeros - 1)
                if value in {1000, 10**4, 10**6, 10**8, 10**9, 10**12, 10**7, 10**5}:
                    add(terms, "scale", str(value), word)
                    add(terms, "scale", str(value), word.rstrip("."))


def add_countries(locale: Locale, terms: Terms) -> None:
    """Add the names of the countries whose currencies share a word ("crown"), as stems where they inflect."""
    for code in {nation for head in SHARED_HEADS for nation in HEADS[head][1]}:
        name = str(locale.territories.get(code, ""))
        if not name or "(" in name:
            continue
        add(terms, "nation", code, name)
        stem = name[:-1] if name[-1].casefold() in VOWELS else name
        if locale.language in INFLECTING and " " not in name and len(stem) >= SHORTEST_STEM:
            add(terms, "nation", code, stem + "*")


VOWELS = set("aeiouyáéíóúýąęояаеиіїьыюαηοεεςά")
INFLECTING = set("cs sk pl hr sl sr bg uk ru el fi hu tr ro de sv nb da".split())
SHORTEST_STEM = 5
SHORTEST_HEAD = 3
SHORTEST_ACCENTED = 3

# --- overlays

SPECIAL = {"head", "nation", "place", "said", "si", "si_prefix", "head_default"}


def add_overlay(overlay: dict[str, Any], terms: Terms) -> None:
    """Add an overlay's sections: a kind each, except those for currency heads and SI prefixes."""
    for kind, entries in overlay.items():
        if not isinstance(entries, dict) or kind in SPECIAL:
            continue
        for value, surfaces in entries.items():
            for surface in expanded(surfaces):
                remove_elsewhere(terms, kind, surface)
                add(terms, kind, value, surface)
    for nation, places in overlay.get("place", {}).items():
        for place in expanded(places):
            add(terms, "nation", nation, place)
    add_heads(overlay, terms)
    add_si(overlay, terms)
    if overlay.get("transliterate") == "sr":
        for surfaces in terms.values():
            surfaces |= {in_cyrillic(surface) for surface in surfaces}
    for surfaces in terms.values():
        surfaces |= {
            variant
            for surface in surfaces
            if len(surface) > SHORTEST_ACCENTED
            for variant in without_accents(surface, overlay.get("accents"))
        }


def without_accents(surface: str, accents: str | None) -> tuple[str, ...]:
    """Greek without the acute, as capitals write it; Romanian with cedillas, or with no marks at all."""
    parted = unicodedata.normalize("NFD", surface)
    if accents == "acute":
        return (unicodedata.normalize("NFC", parted.replace("\u0301", "")),)
    if accents == "all":
        cedillas = unicodedata.normalize("NFC", parted.replace("\u0326", "\u0327"))
        return cedillas, "".join(sign for sign in parted if not unicodedata.combining(sign))
    return ()


def in_cyrillic(latin: str) -> str:
    """Serbian in Latin script, in Cyrillic."""
    text = latin
    for pair, letter in zip(("dž", "lj", "nj", "Dž", "Lj", "Nj"), "џљњЏЉЊ", strict=True):
        text = text.replace(pair, letter)
    return text.translate(SERBIAN)


SERBIAN = str.maketrans(
    "abcčćdđefghijklmnoprsštuvzžABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽ",
    "абцчћдђефгхијклмнопрсштувзжАБЦЧЋДЂЕФГХИЈКЛМНОПРСШТУВЗЖ",
)


def remove_elsewhere(terms: Terms, kind: str, surface: str) -> None:
    """An overlay's word stands instead of the same word of the same kind from CLDR."""
    for (other, _), surfaces in terms.items():
        if other == kind:
            surfaces.discard(surface)
            surfaces.discard(surface.removeprefix("="))


def add_heads(overlay: dict[str, Any], terms: Terms) -> None:
    """Currency heads ("dolar*") alone and with nationalities ("americk*") before or after."""
    nations = {key: expanded(value) for key, value in overlay.get("nation", {}).items()}
    defaults = overlay.get("head_default", {})
    for nation in {nation for head in (*SHARED_HEADS, "dollar") for nation in HEADS[head][1]}:
        for adjective in nations.get(nation, ()):
            if len(adjective) > SHORTEST_STEM:
                add(terms, "nation", nation, adjective)
    for head, surfaces in overlay.get("head", {}).items():
        default, by_nation = HEADS[head]
        for surface in expanded(surfaces):
            add(terms, "currency", defaults.get(head, default), surface)
            if head in SHARED_HEADS and head not in defaults:
                add(terms, "shared", head, surface)
            for nation, code in by_nation.items():
                for adjective in nations.get(nation, ()):
                    add(terms, "currency", code, f"{adjective} {surface}")
                    if not surface.endswith("."):  # "212,50 kr. Danske Bank hæver …"
                        add(terms, "currency", code, f"{surface} {adjective}")


def add_si(overlay: dict[str, Any], terms: Terms) -> None:
    """SI prefixes with bases: kilo, mega, giga, tera with watt, watt hour, byte, hertz …"""
    prefixes = {key: expanded(value) for key, value in overlay.get("si_prefix", {}).items()}
    for base, surfaces in overlay.get("si", {}).items():
        for surface in expanded(surfaces):
            if "" in SI_BASES.get(base, ("",)):
                add(terms, "unit", base, surface)
            for prefix in SI_BASES.get(base, SI_PREFIXES):
                for written in prefixes.get(prefix, ()):
                    add(terms, "unit", prefix + base, written + surface)


def expanded(surfaces: str) -> list[str]:
    """The surfaces of a comma-separated list, with {a,b} worked out; "" inside braces is allowed."""
    found: list[str] = []
    for part in re.split(r",(?![^{}]*\})", surfaces):
        word = part.strip()
        if word:
            found += braces(word)
    return found


def braces(word: str) -> list[str]:
    """A surface with its {a,b} worked out."""
    match = re.search(r"\{([^{}]*)\}", word)
    if match is None:
        return [word]
    return [
        result
        for choice in match.group(1).split(",")
        for result in braces(word[: match.start()] + choice.strip() + word[match.end() :])
    ]


def compounds(section: dict[str, Any]) -> dict[str, Any]:
    """Parts by value from value by parts."""
    parts = {word: value for value, words in section.get("parts", {}).items() for word in expanded(words)}
    result: dict[str, Any] = {"parts": parts} if parts else {}
    for key in ("links", "half"):
        if key in section:
            result[key] = expanded(section[key])
    if "units" in section:
        result["units"] = {stem: unit for unit, stems in section["units"].items() for stem in expanded(stems)}
    return result


def add(terms: Terms, kind: str, value: str, surface: str) -> None:
    """Add one surface."""
    terms.setdefault((kind, value), set()).add(surface)


if __name__ == "__main__":
    main()
