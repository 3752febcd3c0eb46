"""Which words are verbs in the past, or stand beside them, by language: by lists and by endings."""

from __future__ import annotations

_LEAST = 5
"""The letters that a verb known by its ending has at least."""
_CZECH = tuple(
    (
        "al ál il el ěl yl ul ala ila ela ěla yla ula ali ili eli ěli yli uli alo ilo elo ylo ulo"
        " dl hl kl sl zl tl pl dla hla kla sla zla tla pla dli hli kli sli tli dlo hlo klo slo tlo"
    ).split()
)
_RUSSIAN = tuple(
    "ал ил ел ял ыл ала ила ела яла ыла али или ели яли ыли ало ило ело яло лся лась лись".split()
)
_PAST = {
    "cs": _CZECH,
    "sk": _CZECH,
    "sl": _CZECH,
    "pl": ("ł", "ła", "ło", "ali", "ili", "yli", "eli", "ęli", "śli", "ały", "iły", "yły", "ęły"),
    "hr": tuple("ao io eo ala ila ela ula ali ili eli uli alo ilo elo".split()),
    "sr": tuple("ao io eo ala ila ela ula ali ili eli uli ао ио ео ала ила ела ула али или ели ули".split()),
    "ru": _RUSSIAN,
    "uk": tuple("ував ював ала ила іла яла ула али или іли яли ули ало ило лася лося лися".split()),
    "bg": tuple("аха яха иха оха ал ил ел ала ила ели али или".split()),
    "en": ("ed",),
    "es": ("ó", "aron", "ieron"),
    "pt": ("ou", "aram", "eram", "iram"),
    "de": (),
    "nl": (),
    "fr": ("aient", "èrent"),
    "it": ("arono", "erono", "irono", "avano", "evano"),
    "sv": ("ade", "ades"),
    "nb": (),
    "da": (),
}
"""Endings of verbs that tell of what has been."""
_NOUNS = frozenset(
    (
        "festival fotbal karneval volejbal basketbal futsal manžel hotel model tunel ředitel učitel majitel"
        " artykuł udział podział kapitał generał oddział materiał wydział posao radio studio video stadion"
        " квартал финал полуфинал канал материал капитал филиал журнал вокзал сигнал персонал генерал"
        " потенциал арсенал апрел průmysl smysl úmysl titul priemysel zmysel umysel szkoła światło źródło"
        " hasło przemysł pomysł tytuł hundred speed indeed need united limited gelecek yiyecek içecek"
    ).split()
)
"""Words that end so, but are none."""
_SLAVIC = frozenset("cs sk pl hr sr sl ru uk bg".split())
_BEEN = frozenset(
    (
        "byl byla bylo byli byly měl měla mělo měli bol bola bolo boli mal mala malo mali był była było byli"
        " były miał miała bio bila bilo bili био била било били был была было были був була було були"
        " беше бяха бил била били имаше bil"
    ).split()
)
"""To be and to have in the past of the Slavic languages."""
_OTHERS = frozenset(
    (
        "war waren wurde wurden hatte hatten gab kam ging stieg fiel sagte werd had hadden"
        " était étaient avait avaient ont fut furent ha hanno era erano fue fueron había foi foram havia"
        " sank sanken stiegen fielen lag lagen ging gingen kamen nahm nahmen traf trafen verlor"
        " verloren gewann begann begannen blieb blieben trat traten wuchs wuchsen brach schloss zog"
        " zogen hielt hielten steeg stegen viel vielen kwam kwamen won wonnen sloot begon bleef nam"
        " namen daalde daalden steg sjönk gick kom tog fick stod låg började slutade falt gikk tok"
        " fikk lå faldt gik fik"
        " var hade blev ble vann steg sade sa hadde vant vandt havde faldt"
    ).split()
)
"""Verbs in the past of other languages."""
_ENGLISH = frozenset(
    (
        "was were had has have been lost sold won rose fell grew made took came went got built ran cut hit"
        " left led met paid saw sent spent wrote died drew gave held kept knew beat became began broke"
    ).split()
)
_PERFECT = frozenset(
    (
        "hat haben heeft hebben har hafa ha hanno a ont va van han havia au fost era erau oli olivat"
        " oleid olid buvo bija tika var voru telah sudah đã had has have были был была было"
    ).split()
)
"""Words of what has been, in languages whose verbs show it by them."""
_AUXILIARIES = {
    language: frozenset(words.split())
    for language, words in {
        "de": "hat haben hatte hatten",
        "nl": "heeft hebben had hadden",
        "fr": "a ont avait avaient",
        "it": "ha hanno aveva avevano è sono",
        "es": "ha han había habían",
        "ca": "ha han va van havia havien",
        "pt": "havia tinha tinham",
        "ro": "a au fost s-a s-au",
        "hu": "volt voltak",
        "fi": "oli olivat",
    }.items()
}
"""Verbs beside which one that looks like the present may be a participle."""
_HAPPENED = {
    "hu": ("ott", "ett", "ött", "tak", "tek", "ták", "ték"),
    "tr": tuple(
        "ladı ledi ıldı ildi uldu üldü ındı indi undu ündü ardı erdi irdi etti attı landı lendi".split()
    ),
    "fi": ("ttiin", "ivat", "ivät"),
    "el": ("ηκε", "ηκαν", "ησε", "ησαν", "ωσε", "ωσαν"),
    "et": ("sid", "tati", "deti", "dati"),
    "lt": ("avo", "ėjo"),
    "lv": ("ēja", "āja", "īja"),
    "be": ("аў", "іў", "ала", "іла", "алі", "ілі"),
    "mk": ("аа", "еше", "аше"),
    "bs": ("ao", "io", "ala", "ila", "ali", "ili"),
}
"""Endings of verbs in the past that tell only whether what has a term is over."""
_BEFORE_TERMS = frozenset("felett mellett együtt között alatt miatt előtt mögött helyett esetek".split())
"""Hungarian words that end like such verbs, but are none."""


def is_told(language: str) -> bool:
    """Whether enough of a language's past is known to tell by it what a clause is about."""
    return language in _PAST


def is_past(word: str, language: str) -> bool:
    """Whether a word is a verb in the past."""
    return word in _known(language) or has_ending(word, _PAST.get(language, ()))


def is_past_or_perfect(word: str, language: str) -> bool:
    """Whether a word is a verb in the past, or one beside which another may be a participle."""
    if is_past(word, language) or word in _AUXILIARIES.get(language, frozenset()):
        return True
    return has_ending(word, _HAPPENED.get(language, ()))


def tells_it_is_over(word: str, language: str) -> bool:
    """Whether a word tells that what has a term is over, though it may tell nothing of other dates."""
    if word in _BEFORE_TERMS:
        return False
    return word in _PERFECT or has_ending(word, _HAPPENED.get(language, ()))


def has_ending(word: str, endings: tuple[str, ...]) -> bool:
    """Whether a word in lower case ends as verbs do, and is no noun that looks so."""
    return len(word) >= _LEAST and word == word.lower() and word.endswith(endings) and word not in _NOUNS


def _known(language: str) -> frozenset[str]:
    return _ENGLISH if language == "en" else _BEEN if language in _SLAVIC else _OTHERS
