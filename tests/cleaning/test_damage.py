"""Damage undone: whole and partly damaged documents, with loss and without, sure and unsure."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.cleaning import clean, clean_parts
from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.domain.repairs import RepairKind

pytestmark = pytest.mark.repetitive(after=2)  # each case goes the way of the first ones
CZECH = """Ministerstvo průmyslu včera představilo záměr, podle něhož mají být do konce roku vyčleněny
další dvě miliardy korun na výstavbu továrny u Plzně. „Počítáme s tím, že první linka začne
vyrábět příští léto,“ řekl náměstek Jiří Šťastný. Odborníci však upozorňují, že chybí lidé i
elektřina: síť v kraji je přetížená a její posílení potrvá několik let. Česká strana proto
jedná s Rakouskem o společné přípojce."""
RUSSIAN = """Правительство объявило, что новая программа поддержки промышленности начнётся осенью. По словам
министра, средства получат прежде всего предприятия, которые строят заводы в небольших городах.
Эксперты считают, что этого недостаточно: цены на электричество растут быстрее, чем ожидалось,
а рабочих рук не хватает."""
CHINESE = """中国政府周三宣布，将扩大对人工智能芯片产业的投资。
分析人士认为，这一计划有助于提高国内企业的竞争力，
但是短期内仍然面临人才不足的问题。去年该行业的销售额增长了百分之二十，
出口也明显增加。专家表示，
未来几年市场将继续发展。"""
GREEK = """Η κυβέρνηση ανακοίνωσε χθες ότι θα αυξήσει τις επενδύσεις στην ενέργεια μέσα στα επόμενα τρία
χρόνια. Σύμφωνα με τον υπουργό, τα πρώτα έργα θα ξεκινήσουν την άνοιξη στη βόρεια Ελλάδα."""
TURKISH = """Bakanlık dün yaptığı açıklamada, önümüzdeki yıl güneş enerjisine daha çok yatırım yapılacağını
duyurdu. Uzmanlara göre İstanbul çevresindeki şebeke yeni santraller için yeterince güçlü
değil."""
TEXTS = {"cs": CZECH, "ru": RUSSIAN, "zh": CHINESE, "el": GREEK, "tr": TURKISH}
CHANNELS = [
    Channel("cp1254", DROPPED),
    Channel("cp1252", DROPPED),
    Channel("cp1250", DROPPED),
    Channel("cp1251", DROPPED),
    Channel("cp1254", Loss("\ufffd")),
    Channel("cp1252", Loss("?")),
    Channel("cp1252", Loss("", "", " ")),
    Channel("mac-roman"),
    Channel("cp437"),
    Channel("latin-1"),
    Channel("cp1252"),
    Channel("cp1252", times=2),
    Channel("cp1252", DROPPED, 2),
]


@pytest.mark.parametrize("channel", CHANNELS, ids=repr)
def test_czech_prose_comes_out_of_every_channel(channel: Channel) -> None:
    assert clean(channel.damaged(CZECH)).text == CZECH


@pytest.mark.parametrize("language", TEXTS)
def test_every_script_comes_out_of_windows_1254(language: str) -> None:
    cleaned = clean(Channel("cp1254", DROPPED).damaged(TEXTS[language]))
    assert cleaned.text == TEXTS[language]
    assert cleaned.language == language
    assert cleaned.channel in {"UTF-8 read as windows-1254", "UTF-8 read as windows-1252"}


def test_a_repair_says_what_was_lost_and_how_sure_it_is() -> None:
    damaged = Channel("cp1254", DROPPED).damaged(CZECH)
    repairs = {repair.after: repair for repair in clean(damaged).repairs}
    repair = repairs["přetížená"]
    assert repair.before == "pÅ™etÃÅ¾enÃ¡"
    assert repair.channel.endswith("byte lost: AD")
    assert repair.kind is RepairKind.MOJIBAKE
    assert repair.certain


def test_a_clean_front_matter_before_a_damaged_body_stays() -> None:
    front = "---\ntitle: Žluťoučký kůň v Brně\nauthor: Zdeněk Růžička\n---\n\n"
    body = Channel("cp1254", DROPPED).damaged(CZECH)
    assert clean(front + body).text == front + CZECH


def test_a_damaged_front_matter_before_a_clean_body_is_repaired() -> None:
    front = "---\ntitle: Žluťoučký kůň v Brně a růst továrny\nauthor: Zdeněk Růžička\n---\n\n"
    assert clean(Channel("cp1254", DROPPED).damaged(front) + CZECH).text == front + CZECH


@pytest.mark.parametrize("loss", [DROPPED, Loss("\ufffd", "\xad")])
def test_one_paragraph_is_repaired_where_most_of_its_letters_lost_a_byte(loss: Loss) -> None:
    before = "Čebelarji pravijo, da je letošnja žetev medu slabša, čeprav je češnja cvetela dolgo."
    damaged = "Čuvaj je večkrat preštel, koliko čolnov čaka ob pomolu, a še enega ni našel."
    after = "Župan je obljubil, da bodo šolski čoln popravili do začetka počitnic."
    text = f"{before}\n\n{Channel('cp1252', loss).damaged(damaged)}\n\n{after}\n"
    assert clean(text).text == f"{before}\n\n{damaged}\n\n{after}\n"


def test_parts_of_one_document_share_the_evidence() -> None:
    channel = Channel("cp1254", DROPPED)
    title, body = clean_parts([channel.damaged("Díky síti více"), channel.damaged(CZECH)])
    assert title.text == "Díky síti více"
    assert body.text == CZECH


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_clean_prose_is_left(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.text == text
    assert cleaned.repairs == ()


@pytest.mark.parametrize(
    "line",
    [
        "SÃO PAULO – Reunião em São Bento",
        "ÅÄÖ, åäö",
        "von „Ü–Ä“ bis «Ö»",
        "E = m·c² ± 3 %, α → β, 20 °C",
        "Das Zeichen `Ã¼` steht für ü, wie Grüße und Übermut zeigen: schön für Köche und Bäcker.",
        "https://example.org/Ã©t%C3%A9/x",
        "IRMÃ DULCE, MANHÃ, MAÇÃ",
        "À PROPOS… ÉTÉ »",
        "25 °C – 30 °C, §§ 3–5, № 7",
        "Ärzte“, „Ö“, ‚Ü‘",
    ],
)
def test_lines_that_only_look_damaged_are_left(line: str) -> None:
    assert clean(line).text == line


def test_quotes_dashes_ligatures_and_joiners_stay() -> None:
    text = "„Ano“ – řekl… ﬁnále 👩‍🔬 نمی‌خواهم हिन्‍दी 10 000 ⅓ «да»"
    assert clean(text).text == text


SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("00[01]_*.txt"))


@pytest.mark.skipif(not SEEDS, reason="the samples are not here")
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_czech_samples_are_repaired_and_damage_back(path: Path) -> None:
    original = path.read_bytes().decode("utf-8")
    cleaned = clean(original)
    assert Channel("cp1254", DROPPED).damaged(cleaned.text) == original
    assert cleaned.language == "cs"
    assert not set("ÃÄÅğŸ") & set(cleaned.text)
    assert "Klíčové" in cleaned.text
    assert "📰" in cleaned.text
