"""Tenses told by where a verb stands: last in Turkish or Hindi, second in Dutch."""

from __future__ import annotations

import re

from curator.extraction.dates.parts import Parts
from curator.extraction.qualifiers import ends_clause, ends_sentence
from curator.extraction.readings import Reading

_LONGEST = 40
"""Items behind a date among which the verb of its clause is looked for."""
_COMING_LAST = {
    "tr": re.compile(r".{2,}[ae]c[ae][kğ]\w*|.{2,}[ıiuü]yor(?:l[ae]r)?|bekleniyor"),
    "az": re.compile(r".{2,}(?:acaq|əcək|acağ|əcəy)\w*"),
    "hi": re.compile(r".*(?:एगा|एगी|एंगे|ेगा|ेगी|ेंगे|ोगा|ोगी|ोंगे|ाएगा|ाएगी|ाएंगे)|वाला|वाली|वाले"),
    "ur": re.compile(r"گا|گی|گے|.{2,}(?:یگا|ئیگا|یگی|ئیگی|ینگے|ئینگے)|والا|والی|والے"),
    "bn": re.compile(r".+(?:বে|বেন|বো)"),
    "fa": re.compile(r"خواهد|خواهند|نخواهد|قرار|می‌شود|می‌شوند|می‌کند|می‌کنند|می‌یابد|می‌گیرد|برگزار"),
}
"""Verbs in the future (Turkish ones in the present, too), as they end."""
_GONE_LAST = {
    "tr": re.compile(
        r".{3,}[dt][ıiuü](?:l[ae]r)?|.{3,}(?:[ıiuü]l|[ae]n|l[ae]n)[ae]n|.{3,}m[ıiuü]ştir|idi|.{2,}[dt][ıiuü]ğ[ıiuü]\w*"
    ),
    "az": re.compile(r".{3,}d[ıiuü](?:l[aə]r)?|.{3,}(?:[ıiuü]b|m[ıiuü]şd[ıiuü]r)|idi"),
    "hi": re.compile(r"कहा|बताया|था|थे|थी|थीं|हुआ|हुई|हुए|गया|गई|गए|किया|दिया|लिया|रहा|रही|रहे|.{2,}(?:ाया|ाई|ाए)"),
    "ur": re.compile(r"کہا|بتایا|تھا|تھے|تھی|تھیں|ہوا|ہوئی|ہوئے|گیا|گئی|گئے|کیا|دیا|لیا|رہا|رہی|رہے"),
    "bn": re.compile(r".+(?:েছে|েছেন|েছিল|েছিলেন|য়েছে|লেন|ছিল|লো)|বলেন|জানান|বলেছে"),
    "fa": re.compile(
        r"گفت|گفتند|کرد|کردند|شد|شدند|بود|بودند|داد|دادند|یافت|رسید|افزود|داشت|گرفت|آمد|رفت|نوشت|است"
    ),
}
"""Verbs in the past, and participles that take a date with them ("salı günü açıklanan verilere göre")."""
_TOLD = {
    "tr": re.compile(r".{2,}(?:[ae]c[ae]ğ[ıi]n[ıi]|[ae]c[ae]kl[ae]r[ıi]n[ıi])"),
    "az": re.compile(r".{2,}(?:acağını|əcəyini|acaqlarını|əcəklərini)"),
}
"""What is to come as the object of a verb of saying ("indirileceğini söyledi"), which tells the time."""
_FIRST_WORDS = 3
"""Words of a sentence within which a date is that of its last verb: "Bakan pazartesi günü … söyledi"."""
_NO_VERBS = frozenset(
    "toplantı batı altı kendi şimdi hadi belki yeni ağustostan birden neden hemen zaten beden insan alan olan"
    " orman zaman başkan düzen genellikle önlem".split()
)
_SECOND = {
    "nl": re.compile(r"[a-zë-]{2,}[bdfgklmnprsvwz]?t|[a-zë-]{3,}en|gaat|komt|doet"),
    "de": re.compile(r"[a-zäöüß]{2,}t"),
    "sv": re.compile(r"[a-zåäö]{2,}[aeyåo]?r|ses|möts"),
    "nb": re.compile(r"[a-zæøå]{2,}er|møtes|samles|avgjøres|åpnes|legges|holdes"),
    "da": re.compile(r"[a-zæøå]{2,}er|mødes|samles|afgøres|åbnes|holdes"),
}
"""Finite verbs in the present, which stand behind what opens a clause of these languages."""
_NOT_PRESENT = {
    "nl": frozenset(
        (
            "heeft hebben is zijn niet met het wat dat uit tot net liet lieten liep liepen werd werden"
            " had hadden was waren kwam kwamen ging gingen zag zagen gaf gaven nam namen sprak spraken"
            " vond vonden bracht brachten dacht kocht kochten zocht zochten mocht mochten wist trof"
            " troffen sloot sloten verloor verloren won wonnen begon begonnen bleek bleken bleef bleven"
            " schreef schreven viel vielen stond stonden steeg stegen daalden kregen kreeg hielden zeiden"
            " maakten stemden een geen binnen buiten tussen boven even samen moest moesten konden wilden"
            " zouden waarschijnlijk vochten vocht sliepen hingen trokken trok vertrokken vertrok overleden"
            " overleed besloten besloot stierven stierf verschenen verscheen schoten schoot"
        ).split()
    ),
    "de": frozenset(
        (
            "hat ist nicht mit fast bereits seit zuerst jetzt selbst erst meist sonst nächst tat bat trat"
            " riet hielt galt schritt stritt ritt litt glitt briet bot verbot gebot focht flocht betrat"
            " erhielt behielt enthielt unterhielt vertrat verriet geriet zumindest mindestens vielleicht"
            " überschritt bestritt unterschritt fort dort weit laut samt statt wollt"
        ).split()
    ),
    "sv": frozenset(
        (
            "har hade är var varför där här hur per mer efter under över inför eller bär ur klockan för"
            " vid innan"
        ).split()
    ),
    "nb": frozenset("har hadde er var der her etter under over eller ner mer per der".split()),
    "da": frozenset("har havde er var der her efter under over eller ner mer per".split()),
}
_WEAK_PAST = {
    "nl": re.compile(
        r".{2,}[dt]en?|.*(?:[kzmv]ocht|bracht|dacht|liet|zat|gat|sloot|schoot|noot|goot|moest|wist|heeft"
        r"|[vdrslj]oegen|wezen|kozen|[vbl]ogen|trokken|[psbrt]aken|lagen|lazen|wierpen|hielpen|vielen|[zwrp]ongen"
        r"|[vgh]ingen|[rsl]iepen|zwegen|grepen|dreven|[wkl]eken|streken|schenen|dwenen|kropen|doken|schoven"
        r"|schreven|valen|namen|kwamen|stierven|stegen|kregen|bleven|wonnen|gonnen|hieven|zagen|gaven)"
    ),
}
"""Forms of the past that end like some of the present; what is doubtful tells nothing."""
_PRESENT_TEN = frozenset(
    "praten debatteren starten presenteren beslissen stemmen besluiten starten zitten".split()
)


_SAYING = frozenset(
    (
        "meldt melden zegt zeggen laat laten bevestigt stelt stellen schrijft schrijven bericht meldet teilt"
        " teilen berichtet sagt schreibt heißt bestätigt erklärt skriver säger uppger meddelar rapporterar"
        " bekräftar sier opplyser melder bekrefter siger oplyser meddeler bekræfter"
    ).split()
)
"""Verbs in the present that tell what was said."""


_TO_NIGHT = frozenset("Nacht zu zum auf Natt Natten natt natten til mot på".split())
"""Words of "In der Nacht zu Freitag sinkt …", which open a clause with the day."""


def last_verb_is_coming(parts: Parts) -> bool | None:
    """Whether the first finite verb behind a date tells of what is to come, where verbs stand last."""
    reading = parts.reading
    language = reading.lexicons[parts.first].language
    coming = _COMING_LAST.get(language)
    if coming is None:
        return None
    gone = _GONE_LAST[language]
    for item in range(parts.last, min(len(reading.nodes), parts.last + _LONGEST)):
        if ends_sentence(reading, item):
            break
        word = reading.written(item)
        if len(word) == 1 and not word.isalpha():
            continue
        begins_more = reading.text[reading.ends[item] : reading.ends[item] + 1] == "\u200c"  # گفت‌وگو
        if begins_more or word in _NO_VERBS or reading.dates[item] in "MWkT":
            continue
        if coming.fullmatch(word):
            told = _TOLD.get(language)
            if told is not None and told.fullmatch(word) and _is_of_last_verb(parts, item):
                continue
            return True
        if gone.fullmatch(word):
            return False
    return None


def _is_of_last_verb(parts: Parts, verb: int) -> bool:
    """Whether a date opens a sentence and doesn't stand just before the verb that is told of."""
    reading, at = parts.reading, parts.first - 1
    while at >= 0 and not ends_clause(reading, at):
        at -= 1
    opens = at < 0 or ends_sentence(reading, at)
    return opens and parts.first - 1 - at <= _FIRST_WORDS and verb > parts.last


def second_verb_is_present(parts: Parts) -> bool:
    """Whether a verb in the present follows a date that opens its clause: "Dinsdag praat de raad erover"."""
    reading, at = parts.reading, parts.last
    language = reading.lexicons[parts.first].language
    form = _SECOND.get(language)
    if form is None or at >= len(reading.nodes) or not _opens_clause(reading, parts.first):
        return False
    word = reading.written(at)
    if word in _SAYING or not word.islower() or not form.fullmatch(word) or word in _NOT_PRESENT[language]:
        return False
    past = _WEAK_PAST.get(language)
    return past is None or past.fullmatch(word) is None or word in _PRESENT_TEN


def after_comma(parts: Parts) -> int:
    """The item behind a date, and behind a comma after one that opens its sentence: "Joi, Parlamentul …"."""
    reading, at = parts.reading, parts.last
    comma = at < len(reading.nodes) and reading.text[reading.starts[at]] == ","
    return at + (comma and _opens_clause(reading, parts.first))


def _opens_clause(reading: Reading, first: int) -> bool:
    """Whether nothing but small words stands before an item in its clause."""
    at = first - 1
    while at >= 0 and (reading.dates[at] in "oE" or reading.written(at) in _TO_NIGHT):
        if ends_clause(reading, at):
            break
        at -= 1
    return at < 0 or ends_sentence(reading, at) or reading.text[reading.starts[at]] in ";:–—"
