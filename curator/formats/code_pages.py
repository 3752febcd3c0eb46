"""Code pages: the likeliest encoding of bytes that are not UTF-8 and declare nothing."""

from __future__ import annotations

import re

PLAUSIBLE = (
    "cp1250",
    "cp1251",
    "cp1252",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "iso8859_2",
    "iso8859_5",
    "iso8859_15",
    "koi8_r",
    "koi8_u",
    "cp850",
    "cp852",
    "cp866",
    "cp874",
    "mac_roman",
    "gb18030",
    "big5hkscs",
    "cp932",
    "euc_jp",
    "cp949",
)
"""The encodings in which news texts are found; statistics over all of Python's codecs guess worse."""

_SAMPLE = 1 << 17
_STRANGE = re.compile(
    # A sign in the midst of a word, a capital after a small letter, letters that hardly any language uses.
    r"(?<=[^\W\d_])[^\w\s'’\-./,:;&+()\[\]“”„«»!?*_|@#…–—](?=[^\W\d_])"
    r"|(?<=[^\W\d_])[»«](?=[^\W\d_])"
    r"|[a-zß-öø-ÿ][À-ÖØ-Þ](?=[a-zß-öø-ÿ])|[ĺŕŔĹ¤§¶¼½¾]"
)
_NEAR = 0.02


def likeliest(data: bytes) -> str:
    """The name of the codec the bytes are most likely in ("cp1252" where nothing fits).

    The candidates are ranked by charset-normalizer; among those it finds equally orderly the one with
    the fewest strange letters is taken, as it can't tell Swedish å in cp1252 from ĺ in cp1250.
    """
    from charset_normalizer import from_bytes

    found = list(from_bytes(_whole_lines(data), cp_isolation=list(PLAUSIBLE), preemptive_behaviour=False))
    if not found:
        return "cp1252"
    near = [match for match in found if match.chaos <= found[0].chaos + _NEAR]
    best = min(near, key=lambda match: strangeness(str(match)))
    western = next((match for match in near if match.encoding == "cp1252" and str(match) == str(best)), best)
    return western.encoding


def strangeness(text: str) -> int:
    """How many places of a text look like bytes read with the wrong Latin code page."""
    return len(_STRANGE.findall(text)) + abs(text.count("«") - text.count("»"))


def _whole_lines(data: bytes) -> bytes:
    """The lines that are not plain ASCII, up to a sample's length: they alone tell."""
    lines = [line for line in data[: 8 * _SAMPLE].split(b"\n") if not line.isascii()]
    return b"\n".join(lines)[:_SAMPLE] or data[:_SAMPLE]
