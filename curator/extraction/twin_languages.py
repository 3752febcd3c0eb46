"""Danish and Norwegian: so much alike that their spelling tells them apart, over a whole text."""

from __future__ import annotations

import re
from collections.abc import Iterable

TWINS = {"da", "nb"}
"""Languages so near each other that no text mixes them: the whole text tells which it is."""
_DANISH = re.compile(
    r".*(?:øj|tion|hed|æg|[dlr]ej|vej).*|.{4,}[^jtd]erne|(?!alle|glede|brede|spred|skre).{3,}[^ls]ede|præ.+|ud.{3,}"
    r"|af(?!f|ri|ghan|ter)\w*|op|mod|blev|bliver|efter|meget|noget|nogle|nogen|sig|mig|siger|uge|ugen|ugers?|nu"
    r"|tusind|hundrede|hundreder|procents?|pct|mio|mia|benzin.*|aktie.*|olie.*|procentpoint|basispoint|gælder|køb.*"
    r"|gør|giver|tager|hæver|træder|ni|tyve|tredive|halvtreds|kroner|krone"
)
_NORWEGIAN = re.compile(
    r".*(?:sjon|øy|kj|gj|sk[jy]|ei).*|.{4,}[^e]ene|.+(?:ll|nn|tt|kk|pp|mm|gg|dd)|opp.{2,}|ut.{3,}|inn.{3,}|.*tts.*"
    r"|av|ut|opp|mot|ble|blir|etter|mye|noe|noen|seg|meg|sier|uke|uken|ukers?|nå|tusen|hundre|vei|gir|tar|hever|trer"
    r"|prosents?|pst|mill|mrd|bensin.*|aksje.*|olje.*|prosentpoeng|basispunkter|gjelder|gjør|tjue|tretti|femti|starter"
)
_SWEDISH = re.compile(
    r".*[äö].*|.*(?:ck|arna|orna).*|.{3,}ade|kronors?|miljon(?:er)?|miljard(?:er)?|och|ett|att|inte|från|efter|till"
    r"|procent|oljepris.*|bensin.*|kostar|stiger|faller|sjunker|parken|effekt|får|vann"
)
_FROM_SPELLING = 23.0


def spelled(words: Iterable[str]) -> dict[str, float]:
    """What the spelling of words says for Danish, Norwegian and Swedish, in the measure of votes."""
    lower = [word.lower() for word in words]
    return {
        language: _FROM_SPELLING * sum(pattern.fullmatch(word) is not None for word in lower)
        for language, pattern in (("da", _DANISH), ("nb", _NORWEGIAN), ("sv", _SWEDISH))
    }


def are_twins(counts: dict[str, float]) -> bool:
    """Whether the two languages that a text speaks for most are Danish and Norwegian."""
    return set(sorted(counts, key=lambda language: -counts[language])[:2]) == TWINS
