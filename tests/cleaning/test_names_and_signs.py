"""Names, foreign letters, headings and signs come out right where the word lists don't know them."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.cleaning.models.names import names

pytestmark = pytest.mark.repetitive(after=2)  # each case goes the way of the first ones
BEFORE = {
    "cs": "Včera večer řekl primátor, že město letos opraví tři mosty a příští rok začne stavět školu.",
    "sk": "Včera večer povedal primátor, že mesto tento rok opraví tri mosty a začne stavať školu.",
    "ru": "Вчера вечером мэр сказал, что город в этом году починит три моста и начнёт строить школу.",
    "uk": "Учора ввечері мер сказав, що місто цього року полагодить три мости й почне будувати школу.",
    "hu": "Tegnap este azt mondta a polgármester, hogy a város idén három hidat javít meg és iskolát épít.",
    "pl": "Wczoraj wieczorem burmistrz powiedział, że miasto naprawi w tym roku trzy mosty i szkołę.",
    "el": "Χθες το βράδυ ο δήμαρχος είπε ότι η πόλη θα επισκευάσει φέτος τρεις γέφυρες και ένα σχολείο.",
    "ro": "Aseară primarul a spus că orașul va repara anul acesta trei poduri și va începe să construiască.",
    "en": "Yesterday evening the mayor — née Brontë — said they’d mend “three bridges” and a café.",
    "es": "Ayer por la noche el alcalde anunció que la ciudad reparará tres puentes y una escuela pequeña.",
    "lt": "Vakar vakare meras pasakė, kad miestas šiemet sutvarkys tris tiltus ir pradės statyti mokyklą.",
    "sl": "Včeraj zvečer je župan povedal, da bo mesto letos popravilo tri mostove in šolo.",
    "vi": "Tối qua thị trưởng nói rằng thành phố năm nay sẽ sửa ba cây cầu và bắt đầu xây trường học.",
}
SENTENCES = [
    ("cs", "Emise CO₂ klesly na 2×10⁵ tun, hladina v tónině B♭ a hvězdy ★★★ nikoho nezajímaly."),
    ("sk", "V článku stálo, že “harbour” a “quay”, teda prístav, sa píšu “inak”."),
    ("ru", "Новый тренер Ашевар Алгримов подписал контракт."),
    ("ru", "Проект спонсировался местными предпринимателями."),
    ("hu", "Az Őze patak partján tavaly óta új híd áll."),
    ("pl", "Trener Łukasik i sędzia Łobodziński pojechali w góry."),
    ("el", "Ο προπονητής Κάσεβιρ υπέγραψε το συμβόλαιο."),
    ("ro", "Cartea „Pădurea” a fost tipărită şi la Iaşi, iar fişierele au ajuns la Braşov: FIŞIERE VECHI."),
    ("en", "Nobody but Þorgerður had asked whether Łucja would come."),
    ("es", "La carta la firmaba también su cuñado Íñigo Peñalba."),
    ("lt", "Treniravo juos Đorđe, o žaidė ir Łucja."),
    ("sl", "Prišla sta Đuro in njegov sosed Łukasz, oba že utrujena."),
    ("vi", "Anh Sử nói rằng số người về quê năm nay đông hơn."),
    ("vi", "BẢNG SỐ LIỆU: SỐ NHÀ, SỐ XE VÀ SỐ NGƯỜI."),
]


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_a_sentence_with_what_word_lists_lack_comes_back(language: str, sentence: str) -> None:
    text = "\n".join([BEFORE[language], sentence])
    assert clean(Channel("cp1254", DROPPED).damaged(text)).text == text


def test_names_in_transliteration_are_read_in_the_language_around_them() -> None:
    lines = ["The old map names seven wells, and nobody remembers who dug them or when."] * 8
    text = "\n".join([*lines, "South of the town lie Bīr Qāsim, Bīr Rashīd, Wādī Nūr and Jabal Tamīm."])
    damaged = Channel("cp1252", DROPPED).damaged(text)
    assert "Bīr Rashīd" in clean(damaged).text


def test_english_apostrophes_alone_tell_that_the_controls_were_lost() -> None:
    text = "We don’t know what the mayor’s office wants.\nIt’s late, and they’ll never say – or can’t.\n"
    damaged = Channel("latin-1", DROPPED).damaged(text)
    assert clean(damaged).text == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“It’s a naïve plan,” she said – and they’d all agreed, “more or less,” it seems."),
        ("pl", "„Łąka była żółta” – mówi sąsiad. „Nikt o tym nie wiedział” – przyznaje świadek."),
    ],
)
def test_quotes_and_dashes_are_told_by_the_spaces_beside_them(language: str, text: str) -> None:
    damaged = Channel("latin-1", Loss("", "", " ")).damaged(text)
    assert clean(damaged, language).text == text


def test_a_closing_quote_between_spaces_is_no_dagger() -> None:
    text = "Ministr řekl: “ Počkáme ” a odešel do vlády."
    assert clean(Channel("cp1252", DROPPED).damaged(text)).text == text


def test_names_keep_their_capitals_from_anywhere() -> None:
    known = names()
    assert known is not None
    assert known.found("łukasz") is not None
    stem, whole = known.found("łukaszois"), known.found("łukasz")
    assert stem is not None
    assert whole is not None
    assert stem[0] == len("łukasz")
    assert stem[1] < whole[1]
    assert known.found("żółty") is None  # a word that is not a name
    assert known.likelihood("łobodziński") > known.likelihood("şobodziński")


def test_romanian_words_with_the_same_letters_stay() -> None:
    text = "Atât de mult râs: cât, rât, ât și mât sunt cuvinte vechi, iar vânătorul n-are câte.\n" * 3
    assert clean(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Kniha Úžasné cesty a Úžasný svět: Úžasná, Úžasné, Úžas.\n" * 9,
        "Îşi ia pălăria. Îşi scoate haina. Îşi caută cheile.\n" * 9,
    ],
)
def test_two_letters_that_begin_words_are_no_sequence(text: str) -> None:
    assert clean(text).text == text


def test_damage_in_html_references_is_undone() -> None:
    assert clean("The layer is 10Î&frac14;m thick.").text == "The layer is 10μm thick."


def test_what_fenced_code_shows_stays() -> None:
    text = "This is what it prints:\n\n```\nprint(x)  # un cafÃ© trÃ¨s serrÃ©\n```\n\nNothing else does.\n"
    assert clean(text).text == text


def test_one_damaged_paragraph_amid_clean_ones_is_repaired() -> None:
    before = "Včeraj zvečer je župan povedal, da bo mesto letos popravilo tri mostove in šolo."
    damaged = "Našli smo še čisto novo pot, čeprav je bila porušena in zaraščena."
    text = "\n".join([before, Channel("cp1254", DROPPED).damaged(damaged), before])
    assert clean(text).text == f"{before}\n{damaged}\n{before}"


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        (
            "The matrix is 2Ă—N in size, the banner 3 Ă— 4 m.",
            "The matrix is 2×N in size, the banner 3 × 4 m.",
        ),
        ("Open the menu File ‚Üí Export, then ‚Üê back.", "Open the menu File → Export, then ← back."),
    ],
)
def test_lone_signs_that_nothing_else_is_damaged_beside_come_back(damaged: str, text: str) -> None:
    assert clean(damaged).text == text


@pytest.mark.parametrize(
    "text",
    [
        "“Harga minyak naik dua belas persen,” kata direktur itu kepada wartawan.",
        "“Não há razão para pânico”, disse o presidente da câmara.",
        "“Am depășit toate așteptările”, a spus directorul.",
    ],
)
def test_a_question_mark_beside_the_stop_of_a_quote_is_what_was_lost_of_it(text: str) -> None:
    assert clean(Channel("cp1252", Loss("?", "\xad")).damaged(text)).text == text


def test_a_question_that_ends_with_a_quote_keeps_its_mark() -> None:
    text = "Was it “Brontë’s café”? Nobody can say, née or not."
    assert clean(Channel("cp1252", DROPPED).damaged(text)).text == text


def test_what_is_left_of_characters_is_not_replaced_by_signs_that_tell_less() -> None:
    text = "author: 林美玲\n\nThe café’s owner — née Brontë — agreed.\n"
    damaged = Channel("cp1254", Loss("\ufffd", "\xad")).damaged(text)
    assert "\ufffd\ufffd" not in clean(damaged).text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "О договору су говорили стручњаци из Београда.\n\n- Ана Петровић, аналитичар\n"),
        ("hy", "ԵՐԵՎԱՆ – Ընկերությունը հայտնել է, որ կներդնի քառասուն միլիոն եվրո։\n"),
    ],
)
def test_names_are_read_by_the_surname_behind_them_and_in_capitals(language: str, text: str) -> None:
    assert clean(Channel("cp1254", DROPPED).damaged(text), language).text == text
