"""The encoding of a short text that states none is found by the letters of its language."""

import os

import pytest

from curator.domain.errors import UnreadableFile
from curator.formats.encodings.decoding import decode

SENTENCES = {
    "en": "The mill’s owner said “we’re not closing”, and the café in the yard stays open.",
    "de": "Die Mühle schließt nicht, sagte die Eigentümerin, und das Café im Hof bleibt geöffnet.",
    "fr": "Le moulin ne ferme pas, a déclaré la propriétaire, et le café de la cour reste ouvert en été.",
    "es": "El molino no cerrará, afirmó la dueña, y el café del patio seguirá abierto después del año nuevo.",
    "pt": "O moinho não fecha, afirmou a proprietária, e a reunião sobre as obras será amanhã à tarde.",
    "sv": "Kvarnen läggs inte ned, säger ägaren, och kaféet på gården håller öppet även på hösten.",
    "da": "Møllen lukker ikke, siger ejeren, og caféen på gården bliver ved med at holde åbent.",
    "fi": "Mylly ei sulje oviaan, sanoo omistaja, ja pihan kahvila pysyy auki myös syksyllä.",
    "cs": "Mlýn se nezavře, řekla majitelka, a kavárna na dvoře zůstane otevřená i příští rok.",
    "pl": "Młyn nie zostanie zamknięty, powiedziała właścicielka, a kawiarnia będzie działać dłużej.",
    "hu": "A malom nem zár be, mondta a tulajdonos, és az udvari kávézó ősszel is nyitva tart, sőt bővül.",
    "hr": "Mlin se neće zatvoriti, kaže vlasnica, a kavana u dvorištu ostaje otvorena i sljedeće godine.",
    "lt": "Malūnas nebus uždarytas, sakė savininkė, o kavinė kieme veiks ir kitais metais.",
    "lv": "Dzirnavas netiks slēgtas, sacīja īpašniece, un kafejnīca pagalmā darbosies arī nākamgad.",
    "tr": "Değirmen kapanmıyor, dedi sahibi; avludaki kahve gelecek yıl da açık kalacak, işler büyüyor.",
    "ru": "Мельница не закроется, сказала владелица, а кафе во дворе будет работать и осенью.",
    "uk": "Млин не закриють, сказала власниця, а кав'ярня у дворі працюватиме й наступної осені.",
    "sr": "Млин се неће затворити, каже власница, а кафана у дворишту ће радити и на јесен.",
    "el": "Ο μύλος δεν κλείνει, είπε η ιδιοκτήτρια, και το καφενείο θα μείνει ανοιχτό το φθινόπωρο.",
    "he": "הטחנה לא תיסגר, אמרה הבעלים, ובית הקפה בחצר יישאר פתוח גם בסתיו הבא.",
    "ar": "لن تغلق المطحنة أبوابها، قالت المالكة، وسيبقى المقهى مفتوحا في الخريف.",
    "th": "โรงสีจะไม่ปิดตัวลง เจ้าของกล่าว และร้านกาแฟจะยังเปิดอยู่ในปีหน้า",
    "zh": "业主表示，磨坊不会关闭，院子里的咖啡馆明年秋天也会继续营业。",
    "zh-Hant": "業主表示，磨坊不會關閉，院子裡的咖啡館明年秋天也會繼續營業。",
    "ja": "製粉所は閉鎖しないと所有者は述べ、中庭のカフェは来年の秋も営業を続ける。",
    "ko": "방앗간은 문을 닫지 않는다고 주인이 말했고 마당의 카페는 내년 가을에도 영업한다.",
}
PAGES = {
    "en": ("cp1252", "mac_roman"),
    "de": ("cp1252", "cp850", "cp437", "mac_roman"),
    "fr": ("cp1252", "cp850", "mac_roman"),
    "es": ("cp1252", "cp850", "mac_roman"),
    "pt": ("cp1252", "cp850", "mac_roman"),
    "sv": ("cp1252", "cp850", "mac_roman"),
    "da": ("cp1252", "cp850", "mac_roman"),
    "fi": ("cp1252", "cp850"),
    "cs": ("cp1250", "iso8859_2", "cp852", "mac_latin2"),
    "pl": ("cp1250", "iso8859_2", "cp852", "mac_latin2"),
    "hu": ("cp1250", "iso8859_2", "cp852"),
    "hr": ("cp1250", "iso8859_2", "cp852"),
    "lt": ("cp1257", "cp775"),
    "lv": ("cp1257", "iso8859_13"),
    "tr": ("cp1254", "cp857"),
    "ru": ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"),
    "uk": ("cp1251", "koi8_u", "cp1125", "mac_cyrillic"),
    "sr": ("cp1251", "iso8859_5", "cp855"),
    "el": ("cp1253", "iso8859_7", "cp737"),
    "he": ("cp1255", "cp862"),
    "ar": ("cp1256", "iso8859_6"),
    "th": ("cp874",),
    "zh": ("gb18030", "hz"),
    "zh-Hant": ("big5", "gb18030"),
    "ja": ("cp932", "euc_jp", "iso2022_jp"),
    "ko": ("cp949", "johab", "iso2022_kr"),
}


@pytest.mark.parametrize(("language", "page"), [(each, page) for each in PAGES for page in PAGES[each]])
def test_one_sentence_is_enough(language, page):
    assert decode(SENTENCES[language].encode(page)).text == SENTENCES[language]


FIGURES = {
    "Le studio se loue 750 € charges comprises, soit 25 €/m².": ("cp1252", "iso8859_15"),
    "Wien gibt 150 Mio. Euro, Zürich 90 Mio. Franken.": ("cp1252", "cp850", "cp437", "mac_roman"),
    "The flat of 60 m² costs £950 a month.": ("cp1252", "iso8859_15", "cp850", "cp437"),
    "The ticket costs 12 € at the door.": ("cp1252", "iso8859_15", "mac_roman"),
    "Lyon compte 500 logements de 40 m² à louer.": ("cp1252", "cp850", "cp437"),
    "Der Fluss stieg auf 4 m, Temperatur 18 °C.": ("cp1252", "cp850", "cp437", "mac_roman"),
    "Il prezzo passa da 3 a 5 € e non è più di là.": ("cp1252", "iso8859_15", "mac_roman"),
    "A pint costs £6, up from £5.20 a year ago.": ("cp1252", "cp850", "mac_roman"),
    "Bilet kosztuje 5 € w kasie.": ("cp1250",),
    "Bilietas kainuoja 5 €.": ("cp1257",),
    "Bilet 5 € oldu, kira 300 €.": ("cp1254",),
    "Билет стоит 5 €, проезд 3 €.": ("cp1251",),
}


@pytest.mark.parametrize(("text", "page"), [(text, page) for text in FIGURES for page in FIGURES[text]])
def test_signs_beside_figures_are_signs(text, page):
    assert decode(text.encode(page)).text == text


def test_a_letter_alone_after_a_figure_may_be_a_word():
    for text in ("Le prix passe de 3 à 5 francs.", "Przerwa trwa od 3 do 5 dni, później będzie dłuższa."):
        page = "cp1250" if "ł" in text else "cp1252"
        assert decode(text.encode(page)).text == text


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_mark(language, encoding):
    decoded = decode(SENTENCES[language].encode(encoding))
    assert (decoded.text, decoded.encoding) == (SENTENCES[language], encoding)


def test_a_headline_in_capitals_is_read():
    text = "МЕЛЬНИЦА НЕ ЗАКРОЕТСЯ"
    assert [decode(text.encode(page)).text for page in ("cp1251", "cp866")] == [text, text]


def test_random_bytes_are_no_text():
    for _ in range(20):
        with pytest.raises(UnreadableFile):
            decode(os.urandom(5000))


@pytest.mark.parametrize("text", ["Los campos piden un plan para la sequía", "Brno opraví dům u řeky"])
def test_an_apostrophe_within_a_word_is_rare_where_none_is_elided(text):
    pages = ("mac_latin2", "cp1250") if "ř" in text else ("mac_roman", "cp1252")
    assert [decode(text.encode(page)).text for page in pages] == [text, text]


@pytest.mark.parametrize(
    "data",
    [
        b"caf\xc3",
        b"Caf\xc3 au lait",
        b"the caf\xc3 of a se\xc3or in town",
        b"d\xc3j\xc3 vu",
        b"el ni\xc3",
        b"Malm\xc3 is a city",
    ],
)
def test_one_sign_after_a_latin_letter_is_a_latin_letter(data):
    found = decode(data)
    assert (found.text, found.encoding) == (data.decode("cp1252"), "cp1252")


@pytest.mark.parametrize("text", ["iPhoneรุ่นใหม่ 5Gที่", "Covidในไทย", "ราคาiPhoneลดลงแล้ว"])
def test_thai_words_may_stand_right_after_latin_ones(text):
    assert decode(text.encode("cp874")).text == text
