"""Articles in five languages, always the same for the same number, as files or ready to store."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from curator.domain.articles import Fields
from curator.domain.intakes import Intake
from curator.domain.spans import Span

# Our own sentences; {company}, {amount}, {share}, {year} and {power} are filled in.
SENTENCES = {
    "en": [
        "{company} said on Monday that it would spend up to ${amount} billion on new halls by {year}.",
        "The plant near the river is to deliver {power} megawatts once the second line is connected.",
        "Sales rose by {share} percent, more than the board had expected in spring.",
        "Neighbours asked for quieter fans, and the council wants an answer before the summer.",
        "A spokesman declined to say who would pay for the new road, adding that talks were going well.",
    ],
    "cs": [
        "Společnost {company} v pondělí oznámila, že do roku {year} utratí až {amount} miliard korun.",
        "Závod u řeky má po připojení druhé linky dodávat {power} megawattů.",
        "Tržby vzrostly o {share} procenta, což je více, než vedení na jaře čekalo.",
        "Sousedé žádali tišší větráky a zastupitelé chtějí odpověď ještě před létem.",
        "Mluvčí neřekl, kdo zaplatí novou silnici, jednání však prý běží dobře.",
    ],
    "de": [
        "{company} will bis {year} bis zu {amount} Milliarden Euro in neue Hallen stecken, hieß es.",
        "Das Werk am Fluss soll nach Anschluss der zweiten Linie {power} Megawatt liefern.",
        "Der Umsatz stieg um {share} Prozent, mehr als der Vorstand im Frühjahr erwartet hatte.",
        "Die Nachbarn wünschen leisere Lüfter; der Gemeinderat will vor dem Sommer eine Antwort.",
        "Wer die neue Straße bezahlt, sagte der Sprecher nicht, die Gespräche liefen aber gut.",
    ],
    "bg": [
        "{company} обяви в понеделник, че до {year} г. ще вложи до {amount} милиарда лева в нови цехове.",
        "Заводът край реката ще дава {power} мегавата, щом бъде свързана втората линия.",
        "Продажбите нараснаха с {share} процента, повече от очакваното през пролетта.",
        "Съседите искат по-тихи вентилатори, а общината чака отговор преди лятото.",
        "Говорителят не каза кой ще плати новия път, но разговорите вървели добре.",
    ],
    "zh": [
        "{company}周一宣布,到{year}年将在新厂房上投入最多{amount}亿元。",
        "河边的工厂在第二条线路接通后将提供{power}兆瓦的电力。",
        "销售额增长了{share}%,超出了董事会春季的预期。",
        "邻居们要求更安静的风扇,镇议会希望在夏天之前得到答复。",
        "发言人没有说明谁来支付新路的费用,但表示谈判进展顺利。",
    ],
}
COMPANIES = (
    "Microsoft",
    "Siemens",
    "ČEZ",
    "Tencent",
    "Nvidia",
    "Škoda Auto",
    "SAP",
    "Alibaba",
    "Intel",
    "Vodafone",
)
SOURCES = ("The Morning Desk", "Ranní list", "Abendblatt", "Утринен вестник", "晨报")
START = datetime(2026, 1, 1, tzinfo=UTC)


def language(number: int) -> str:
    """The language of an article."""
    return tuple(SENTENCES)[number % len(SENTENCES)]


def body(number: int, sentences: int = 40) -> str:
    """About 4 kB of paragraphs."""
    rng = Random(number)
    forms = SENTENCES[language(number)]
    written = [
        rng.choice(forms).format(
            company=rng.choice(COMPANIES),
            amount=rng.randint(2, 400),
            share=f"{rng.randint(1, 60)}.{rng.randint(1, 9)}",
            year=rng.randint(2026, 2034),
            power=rng.randint(20, 900),
        )
        for _ in range(sentences)
    ]
    return "\n\n".join(" ".join(written[at : at + 4]) for at in range(0, sentences, 4))


def fields(number: int) -> Fields:
    """What an editor would have settled."""
    rng = Random(-number - 1)
    at = START + timedelta(minutes=37 * number)
    companies = tuple(sorted({rng.choice(COMPANIES) for _ in range(rng.randint(0, 3))}))
    words = SENTENCES[language(number)][number % 5][:60].format_map(_Blanks())
    return Fields(
        title=f"{rng.choice(COMPANIES)}: {words} {number}",
        published=at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        source=SOURCES[number % len(SOURCES)],
        language=language(number),
        importance=rng.choice((None, 1, 2, 3, 4, 5)),
        companies=companies,
        tags=(f"topic {number % 23}",),
        slug=f"article-{number}",
    )


class _Blanks(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def markdown(number: int) -> str:
    """The article as a file with front matter; every tenth is damaged as by a wrong code page."""
    own = fields(number)
    companies = "".join(f"\n  - {name}" for name in own.companies)
    text = body(number)
    if number % 10 == 7 and language(number) in ("cs", "de"):
        text = text.encode().decode("cp1252", errors="replace")
    front = (
        f'title: "{own.title}"\ndate: {own.published}\nsource: {own.source}\n'
        f"slug: {own.slug}\nlang: {own.language}\ncompanies:{companies or ' []'}"
    )
    return f"---\n{front}\n---\n\n{text}\n"


def write_files(folder: Path, number: int) -> int:
    """Write so many articles into a folder of folders; their size in bytes."""
    size = 0
    for each in range(number):
        path = folder / f"{each // 500:03}" / f"article-{each}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = markdown(each).encode()
        path.write_bytes(data)
        size += len(data)
    return size


def intakes(number: int, sentences: int = 6) -> Iterator[Intake]:
    """So many articles as importing would hand them to the store; short, so that many fit."""
    for each in range(number):
        own = fields(each)
        words = body(each, sentences)
        text = f"{own.title}\n\n{words}"
        data = text.encode()
        at = len(own.title)
        yield Intake(
            path=f"{each // 500:03}/article-{each}.md",
            source_path=f"/bench/article-{each}.md",
            sha256=hashlib.sha256(data).hexdigest(),
            packed=zlib.compress(data, 1),
            size=len(data),
            format="markdown",
            markup="markdown",
            encoding="utf-8",
            text=text,
            title=Span(0, at),
            description=Span(at, at),
            body=Span(at + 2, len(text)),
            fields=own,
            front_matter={},
            unknown=(),
            origin={},
            notes=(),
            repairs=(),
            facts=(),
            cleaner_version=1,
            extractor_version=1,
        )
