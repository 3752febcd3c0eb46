"""Build `resources/languages/*.pairs` from running text: what stands beside what.

    apt-get download gnome-user-docs debian-handbook chromium-l10n
    apt-get download libreoffice-l10n-{be,bg,bn,el,hi,mk,ru,sr,ta,uk,vi} libreoffice-help-{el,hi,ru,vi}
    apt-get download firefox-esr-l10n-{be,bg,bn,el,hi-in,hr,mk,ru,sr,ta,uk,ur,vi} libreoffice-l10n-hr
    apt-get download thunderbird-l10n-{be,bg,el,hr,ru,sr,uk,vi}
    for file in *.deb; do dpkg-deb -x $file texts; done
    python packaging/data/build_pairs.py texts

GNOME's user documentation (CC BY-SA 3.0) and the Debian Administrator's Handbook (CC BY-SA 3.0 or GPL 2+)
in translation; for most languages LibreOffice and Firefox (MPL-2.0), too, where pairs are learned also
Thunderbird (MPL-2.0), Chromium (BSD), and news of our own, from `reports`, which count most; for Serbian the
Croatian translations, too, in its letters, as the grammar is the same, and some pairs of our own, from
`pairs`. In Chinese and Japanese pairs are of characters, in the others of words: the commonest as they are,
all others by their last letters. Words frequencies tell nothing about which words go together; these do, and
grammar is the same in manuals and newspapers.

A file holds `MAGIC` and two zlib streams, each after its length in four bytes (big endian): the pairs (UTF-8,
one a line, in order of code points; words parted by a space) and for each one byte, 128 + 20 times what
speaks for it in natural logarithms: how much oftener the two stand together than chance would have it; for
most languages what was learned from choosing between the readings of damaged words (`choices`).
"""

from __future__ import annotations

import argparse
import html
import math
import re
import struct
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from build_languages import CYRILLIC
from choices import learned
from localisations import chromium_of, lines_of, thunderbird_of

from curator.cleaning.models.pairs import BREAK, EAST_ASIAN, MAGIC, classes_of

OUT = Path(__file__).resolve().parents[2] / "resources" / "languages"
OWN = Path(__file__).resolve().parent / "pairs"
REPORTS = Path(__file__).resolve().parent / "reports"
FOLDERS = {
    "ru": ("ru-RU", "ru"), "uk": ("", "uk"), "sr": ("", "sr"), "el": ("el-GR", "el"), "vi": ("vi-VN", "vi"),
    "bg": ("", "bg"), "be": ("", "be"), "mk": ("", "mk"), "hi": ("", "hi"), "bn": ("", "bn"),
    "ta": ("", "ta"), "ur": ("", "ur"), "zh": ("zh-CN", "zh_CN"), "ja": ("ja-JP", "ja"),
}  # fmt: skip
HANDBOOK = "usr/share/doc/debian-handbook/html"
MANUALS = "usr/share/help"
HELP = "usr/share/libreoffice/help"
PLAIN = {
    "ja": (
        ("していました", "していた"), ("されました", "された"), ("しました", "した"), ("されます", "される"),
        ("できます", "できる"), ("できません", "できない"), ("しません", "しない"), ("ありません", "ない"),
        ("なります", "なる"), ("なりました", "なった"), ("あります", "ある"), ("ありました", "あった"),
        ("います", "いる"), ("いました", "いた"), ("します", "する"), ("れます", "れる"),
        ("れました", "れた"),
        ("してください", "した"), ("でしょう", "だろう"), ("でした", "だった"), ("です。", "だ。"),
        ("です", "だ"), ("えます", "える"), ("えました", "えた"), ("きます", "く"), ("ります", "る"),
    ),
}  # fmt: skip
TRANSLATED = tuple("ru el bg sr uk be mk hi bn ta ur vi".split())
"""Languages whose translations of LibreOffice and Firefox are read, too."""
LEARNED = tuple("ru el bg uk sr be mk hi bn ta ur vi".split())
"""Languages whose pairs are learned by choosing, from Thunderbird and Chromium, too."""
MORE = (thunderbird_of, chromium_of)
KIN = {"sr": "hr"}
"""Languages of the same grammar, whose translations are read, too."""
COMMON_WORDS = 400
LEAST = 2
EXPECTED = 2.0
TELLING = 0.3
_HIDDEN = re.compile(r"<(info|comment|code|screen|pre)\b.*?</\1>", re.DOTALL)
_PARAGRAPH = re.compile(
    r'<(?:p|title|h\d|td|div class="para")(?=[\s>])[^>]*>(.*?)</(?:p|title|h\d|td|div)>', re.DOTALL
)
_LATIN = re.compile("[a-zčćđšž]")
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")


def main() -> None:
    """Write the pairs of all languages, or of those named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("languages", nargs="*", default=list(FOLDERS))
    arguments = parser.parse_args()
    for language in arguments.languages:
        lines = list(paragraphs(arguments.texts, language))
        if language in TRANSLATED:
            lines += [line for line in lines_of(arguments.texts, language) if is_telling(line)]
        if language in LEARNED:
            more = [found for read in MORE for found in read(arguments.texts, language)]
            lines = list(dict.fromkeys([*lines, *filter(is_telling, more)]))
            lines += of_kin(arguments.texts, language)
        gains = (
            by_characters(lines)
            if language in EAST_ASIAN
            else learned(lines, reports(language), language)
            if language in LEARNED
            else by_words(lines)
        )
        data = packed(with_own(gains, language))
        (OUT / f"{language}.pairs").write_bytes(data)
        print(f"{language}: {sum(map(len, lines)):,} characters, {len(gains):,} pairs, {len(data):,} bytes")


def paragraphs(texts: Path, language: str, *, more: bool = False) -> Iterator[str]:
    """The different paragraphs that are written in the language's script.

    `more` are also those of LibreOffice's help, and all once more in the style of newspapers.
    """
    book, manual = FOLDERS[language]
    folders = [texts / MANUALS / manual] + ([texts / HANDBOOK / book] if book else [])
    if more:
        folders.append(texts / HELP / manual.replace("_", "-"))
    least = 0.05 if language == "vi" else 0.4
    seen: set[str] = set()
    for folder in folders:
        for path in sorted(folder.rglob("*.html")) + sorted(folder.rglob("*.page")):
            source = _HIDDEN.sub(" ", path.read_text(encoding="utf-8", errors="replace"))
            for match in _PARAGRAPH.finditer(source):
                text = unicodedata.normalize("NFC", html.unescape(_TAG.sub("", match[1])))
                text = " ".join(text.split())
                foreign = sum(sign > "\u0100" for sign in text)
                if len(text) > 5 and foreign >= least * len(text) and text not in seen:
                    seen.add(text)
                    yield text
                    plain = in_newspaper_style(language, text)
                    if more and plain != text:
                        yield plain


def of_kin(texts: Path, language: str) -> list[str]:
    """The sentences of a language whose grammar is the same, in the letters of this one."""
    kin = KIN.get(language)
    if kin is None:
        return []
    lines = dict.fromkeys(line for read in (lines_of, *MORE) for line in read(texts, kin))
    return [cyrillic for line in lines if " " in line and (cyrillic := written_in_cyrillic(line))]


def written_in_cyrillic(line: str) -> str:
    """A Croatian sentence in Serbian letters, small but for the first; "" where Serbian lacks one."""
    begun = line[:1].isupper()
    line = line.lower()
    for latin, cyrillic in CYRILLIC.items():
        line = line.replace(latin, cyrillic)
    if _LATIN.search(line):
        return ""
    return line.capitalize() if begun else line


def reports(language: str) -> list[str]:
    """The lines of news of our own in a language."""
    path = REPORTS / f"{language}.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def is_telling(line: str) -> bool:
    """Whether a line of a translation may be a sentence."""
    return len(line) > 12 and not line.isascii()


def in_newspaper_style(language: str, text: str) -> str:
    """A sentence of a manual with the plain endings of newspapers instead of the polite ones."""
    for polite, plain in PLAIN.get(language, ()):
        text = text.replace(polite, plain)
    return text


def by_characters(lines: Iterable[str]) -> dict[str, float]:
    """Pairs of characters."""
    ones, twos = Counter[str](), Counter[str]()
    for line in lines:
        ones.update(line)
        twos.update(one + two for one, two in pairwise(line))
    found = gains(ones, {pair: count for pair, count in twos.items() if not pair.isascii()}, "")
    # Less than that only where the texts, unlike chance, have none.
    return {pair: max(gain, -0.35) if pair in twos else gain for pair, gain in found.items()}


def by_words(lines: Iterable[str]) -> dict[str, float]:
    """Pairs of words or their endings."""
    sentences = [[word.lower() for word in _WORD.findall(line)] for line in lines]
    counts = Counter(word for sentence in sentences for word in sentence if word[0].isalpha())
    common = frozenset(word for word, _ in counts.most_common(COMMON_WORDS))
    ones, twos = Counter[str](), Counter[str]()
    for sentence in sentences:
        names = [classes_of(word, common)[0] if word[0].isalpha() else BREAK for word in sentence]
        names = [BREAK, *names, BREAK]
        ones.update(names)
        twos.update(f"{one} {two}" for one, two in pairwise(names))
    twos.pop(f"{BREAK} {BREAK}", None)
    return gains(ones, twos, " ")


def gains(ones: Counter[str], twos: dict[str, int], between: str) -> dict[str, float]:
    """The pairs that tell something, also those that chance would have but the texts have not."""
    total = sum(ones.values())
    found: dict[str, float] = {}
    for pair, count in twos.items():
        one, two = pair.split(between) if between else pair
        gain = math.log(count / (ones[one] * ones[two] / total + 1))
        if count >= LEAST and abs(gain) > TELLING:
            found[pair] = gain
    frequent = [one for one, count in ones.items() if count * 30_000 >= total]
    for one in frequent:
        for two in frequent:
            expected = ones[one] * ones[two] / total
            pair = f"{one}{between}{two}"
            if expected > EXPECTED and pair not in twos and not pair.isascii():
                found[pair] = -math.log(expected) / 2 - 0.35
    return found


def with_own(found: dict[str, float], language: str) -> dict[str, float]:
    """The gains with our own ones added."""
    path = OWN / f"{language}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    own: dict[str, float] = {}
    for line in lines:
        if not line.startswith("#"):
            firsts, seconds, gain = (part.split() for part in line.split(" : "))
            own |= {f"{one} {two}": float(gain[0]) for one in firsts for two in seconds}
    return found | {pair: found.get(pair, 0.0) + gain for pair, gain in own.items()}


def packed(found: dict[str, float]) -> bytes:
    """The pairs in the form described above."""
    pairs = sorted(found)
    levels = bytes(min(255, max(0, round(128 + 20 * found[pair]))) for pair in pairs)
    streams = (zlib.compress(stream, 9) for stream in ("\n".join(pairs).encode(), levels))
    return MAGIC + b"".join(struct.pack(">I", len(stream)) + stream for stream in streams)


if __name__ == "__main__":
    main()
