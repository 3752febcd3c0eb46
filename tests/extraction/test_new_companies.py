"""Companies that no table knows: told by nouns, last words, forms, tickers and scripts without capitals."""

from __future__ import annotations

import pytest

from curator.extraction import extract
from curator.extraction.companies.found_companies import find_companies
from tests.extraction import company_measures


def names(text: str) -> list[str]:
    return [str(fact.name) for fact in find_companies(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peníze dala skupině banka i fond Ventura Kapital z Lucemburku.", ["Ventura Kapital"]),
        ("Le groupe canadien Boréale rachète un moulin.", ["Boréale"]),
        ("Výrobce hraček Kubíček propouští.", ["Kubíček"]),
        ("Hutní skupina se bouří, strojírenská skupina Jihlavské hutě nikoli.", ["Jihlavské hutě"]),
        ("Tehase rajab ettevõte Põhjarand.", ["Põhjarand"]),
        ("Η αλυσίδα Αμπελώνας ανοίγει κατάστημα.", ["Αμπελώνας"]),
        ("Now Brindlewood, a lender from Leeds, said no.", ["Brindlewood"]),
    ],
)
def test_a_company_noun_beside_a_name_shows_it(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Anteil ging an Aurelis Capital Partners aus Wien.", ["Aurelis Capital Partners"]),
        ("Ieri Collina Logistics ha chiuso.", ["Collina Logistics"]),
        ("Il prestito viene da Banca Ligurina.", ["Banca Ligurina"]),
        ("Die Central Bank und die West Bank sind keine.", []),
        ("Nur 60 Milliarden Kubikmeter Gas fließen.", []),
        ("Green Energy And Clean Power For All", []),
    ],
)
def test_the_last_or_first_word_of_a_name_shows_it(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Koszicka firma Drevona, d. o. o., raste.", "Drevona, d. o. o.", "Drevona"),
        ("Der Kieler Schiffsbauer Ostsee Werft GmbH baut.", "Ostsee Werft GmbH", "Ostsee Werft"),
        ("Die Nordwall Beteiligungs-GmbH kauft.", "Nordwall Beteiligungs-GmbH", "Nordwall Beteiligungs"),
        ("UAB „Ąžuolo baldai“ auga.", "UAB „Ąžuolo baldai“", "Ąžuolo baldai"),
        ("PT Laut Biru Tbk tumbuh.", "PT Laut Biru Tbk", "Laut Biru"),
        ("Công ty Cổ phần Sao Khuê tăng.", "Công ty Cổ phần Sao Khuê", "Sao Khuê"),
        ("«Արագած Ջուր» ՓԲԸ հայտնեց", "«Արագած Ջուր» ՓԲԸ", "Արագած Ջուր"),
        ("बताया कि सूर्या टेक्सटाइल लिमिटेड ने", "सूर्या टेक्सटाइल लिमिटेड", "सूर्या टेक्सटाइल"),
        ("บริษัท ดาวเหนือ จำกัด (มหาชน) แจ้ง", "ดาวเหนือ จำกัด (มหาชน)", "ดาวเหนือ"),
    ],
)
def test_legal_forms_of_many_languages_propose_a_name(text, quote, name):
    (fact,) = find_companies(text)
    assert (fact.quote, fact.name, fact.rule) == (quote, name, "company.legal_form")


def test_a_stock_exchange_and_its_letters_follow_a_name_but_no_town():
    assert names("Farrowdale (NYSE: FRW) rose, mills in London (LSE: ABC) did not.") == ["Farrowdale"]


def test_a_name_without_capitals_is_found_behind_its_noun_and_again():
    text = "أعلنت شركة واحة النخيل أرباحها. وارتفع سهم واحة النخيل أمس."
    assert names(text) == ["واحة النخيل", "واحة النخيل"]


def test_known_names_are_found_in_scripts_without_capitals_and_behind_prefixes():
    assert names("टाटा मोटर्स ने कहा") == ["Tata Motors"]
    assert names("وقال لأرامكو السعودية") == ["Saudi Aramco"]
    assert names("หุ้นธนาคารกสิกรไทยขึ้น") == ["Kasikornbank"]


def test_korean_and_japanese_names_are_told_by_their_nouns_and_last_parts():
    assert names("배터리 업체 새벽소재가 공장을 짓는다. 새벽소재 주가는 올랐다.") == ["새벽소재"] * 2
    assert names("部品大手の霧島電機は発表した。") == ["霧島電機"]


def test_a_new_name_is_found_again_inflected_and_cut_short():
    text = "Firma Lipovina Plus s.r.o. roste. Podle mluvčího Lipoviny Plus rostla i loni. Lipovina zdraží."
    assert names(text) == ["Lipovina Plus"] * 3


def test_a_town_is_no_short_name():
    assert names("Olomouc Logistik s.r.o. roste. V Olomouci prší. Olomouc slaví.") == ["Olomouc Logistik"]


def test_articles_in_fifty_languages_are_read():
    whole = company_measures.measure("articles")["all"]
    assert whole.precision >= 0.99, whole.misses
    assert whole.recall >= 0.95, whole.misses


def test_an_acronym_behind_a_maker_is_what_it_makes() -> None:
    for made in ("GPU", "SUV", "LED", "OLED", "5G"):
        found = extract(f"Letos zdražil i výrobce {made} z Kolína.", "cs")
        assert not [fact for fact in found if fact.kind == "company"], made


def test_news_in_fifty_languages_is_read() -> None:
    whole = company_measures.measure("news")["all"]
    assert whole.precision >= 0.985, whole.misses
    assert whole.recall >= 0.93, whole.misses


def test_fresh_news_in_forty_four_languages_is_read() -> None:
    whole = company_measures.measure("fresh")["all"]
    assert whole.precision >= 0.99, whole.misses
    assert whole.recall >= 0.92, whole.misses


def test_news_of_companies_that_mostly_no_list_has_is_read() -> None:
    whole = company_measures.measure("invented")["all"]
    assert whole.precision >= 0.98, whole.misses
    assert whole.recall >= 0.88, whole.misses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Təbriz Boru” şirkəti işçi götürür.", ["Təbriz Boru"]),
        ("A tartui Rábaform beszállító bővít.", ["Rábaform"]),
        ("Алматылық «Тау Сүт» компаниясы ашылды.", ["Тау Сүт"]),
    ],
)
def test_a_company_noun_behind_a_name_shows_it(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("苏州晨屿科技完成3亿元B轮融资。晨屿成立于2019年。", ["晨屿科技", "晨屿科技"]),
        ("新創公司綠苗食品獲投資。", ["綠苗食品"]),
        ("中国汽车去年出口增长，人工智能宣布未来。", []),
        ("同社は霧川電装を子会社化する。", ["霧川電装"]),
        ("スタートアップのミライト農園は資金を集めた。", ["ミライト農園"]),
        ("스타트업 모두의밭은 50억원을 투자받았다.", ["모두의밭"]),
        ("스타트업 대표는 50억원을 투자받았다고 말했다.", []),
    ],
)
def test_chinese_japanese_and_korean_names_are_told_by_what_is_said(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kampuni ya Nyota Samaki inauza samaki.", ["Nyota Samaki"]),
        ("Die Bäckereikette Hefekranz 3 Millionen Euro zahlt.", ["Hefekranz"]),
        ("«Жетісу Құс» компаниясы Қытайға ет сатады.", ["Жетісу Құс"]),
        ("Фонд «Повернись живим» купує дрони.", []),
        ("Udziały Lewicy w rządzie rosną.", []),
        ("Le skipper Gaspard Dalin vend un vieux bateau.", []),
        ("راوی ٹیکسٹائل لمیٹڈ نے کہا", ["راوی ٹیکسٹائل"]),
        ("「メーカーのGPUは売れた」", []),
        ("물류업체 서해로지스 노조가 파업했다.", ["서해로지스"]),
    ],
)
def test_nouns_of_many_languages_show_a_name_and_no_more(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_paragraphs_without_companies_have_none() -> None:
    whole = company_measures.measure("none")["all"]
    assert whole.proposed == 0, whole.misses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Сеть кофеен «Зерно и пар» закрылась.", ["Зерно и пар"]),
        ("Производител на каравани „Пътник 5“ изнася.", ["Пътник 5"]),
        ("物流大手のみなと運輸は話した。", ["みなと運輸"]),
    ],
)
def test_what_is_made_may_stand_between_noun_and_name(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UAB Krantora atidarė gamyklą Kaune.", ["Krantora"]),
        ("Perusahaan itu membangun pabrik di Batam.", []),
        ("Virksomheden lukker fabrikken i Salling efter 30 år.", []),
        (
            "Torvenia SRL crește. Ministerul Energiei vinde acțiuni la Hidroelectrica. Dacia, Romgaz cresc.",
            ["Torvenia", "Hidroelectrica", "Dacia", "Romgaz"],
        ),
    ],
)
def test_towns_and_offices_beside_companies_are_none(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La startup Kuvanda recaudó tres millones.", ["Kuvanda"]),
        ("A startup Navelix captou dez milhões.", ["Navelix"]),
        ("La società brianzola Torchiani Arredi cresce.", ["Torchiani Arredi"]),
        ("Läti ettevõtte Koka Māja 3,5 miljoni euro eest.", ["Koka Māja"]),
        ("Resterò amministratore delegato, ha detto.", []),
        ("La CNIL inflige une amende à Free.", ["Iliad"]),
    ],
)
def test_nouns_adjectives_and_fines_before_a_name_show_it(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("कंपनी नवरोहा कारखाना बनाएगी।", ["नवरोहा"]),
        ("कंपनी जल्द नया संयंत्र लगाएगी, कंपनी प्रबंधन ने कहा।", []),
        ("समझौता गूगल। दूसरा माइक्रोसॉफ्ट।", ["Google", "Microsoft"]),
        ("পদ্মা টেক্সটাইল বড় হচ্ছে। পদ্মা টেক্সটাইল লিমিটেড জানায়।", ["পদ্মা টেক্সটাইল", "পদ্মা টেক্সটাইল"]),
        ("கோவையைச் சேர்ந்த வேலன் பம்ப்ஸ் நிறுவனம் ஆலை அமைக்கிறது.", ["வேலன் பம்ப்ஸ்"]),
        ("தனியார் நிறுவனம் ஒன்று ஆலையைத் திறந்தது.", []),
        ("سنگ‌نگار رشد کرد. شرکت سنگ‌نگار با بانک قرارداد بست.", ["سنگ‌نگار", "سنگ‌نگار"]),
        ("کارخانه کاشی می‌سازد.", []),
        ("הסטארט-אפ נובלייט גייס 20 מיליון דולר.", ["נובלייט"]),
        ("სტარტაპმა „ფრიბემ“ ინვესტიცია მოიზიდა.", ["ფრიბემ"]),
        ("სამინისტრო „სოკართან“ მოლაპარაკებას მართავს.", ["SOCAR"]),
        ("Gỗ Phú Thành rót vốn. Công ty Gỗ Phú Thành mở nhà máy.", ["Gỗ Phú Thành", "Gỗ Phú Thành"]),
    ],
)
def test_names_in_scripts_of_india_persian_and_georgian_are_found(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("두산은 LG를 꺾고 3연승을 달렸다.", []),
        ("KIA는 롯데를 5-3으로 이겼다.", []),
        ("LG전자가 삼성을 꺾고 시장 1위에 올랐다.", ["LG", "Samsung"]),
        ("삼성은 2대 1로 주식을 분할한다.", ["Samsung"]),
        ("ヤクルトの投手が移籍した。ヤクルトは新商品を発売した。", ["Yakult"]),
    ],
)
def test_a_club_with_a_company_s_name_is_told_by_its_game(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("한결바이오 주식회사는 공장을 짓는다.", ["한결바이오"]),
        ("핀테크 기업 모아페이는 시리즈 A 투자를 유치했다.", ["모아페이"]),
        ("蓝屿科技冲刺科创板。苏州蓝屿科技股份有限公司递交招股书，蓝屿科技拟募资。", ["蓝屿科技"] * 3),
        ("米格智慧完成三千萬元募資。", ["米格智慧"]),
        ("蘋果與鴻海訂單回溫。", ["Apple", "Foxconn"]),
        (
            "カザミ精工はヴェルナー・ブレヒトを120億円で買収すると発表した。",
            ["カザミ精工", "ヴェルナー・ブレヒト"],
        ),
        ("新興のそらまめは5億円を調達した。", ["そらまめ"]),
    ],
)
def test_east_asian_names_are_told_in_more_shapes(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trnavský startup Pixelbro prepustil polovicu ľudí.", ["Pixelbro"]),
        ("Konkurenční Velmora Energo podala stížnost.", ["Velmora Energo"]),
        ("Le fromager Val d'Ormont exporte.", ["Val d'Ormont"]),
        ("Il pastificio Granoverde di Foggia cresce.", ["Granoverde"]),
        (
            "Bageriet Limpans köps av Polarholm i dag för 40 miljoner, Polarholm växer.",
            ["Limpans"] + ["Polarholm"] * 2,
        ),
        ("Нової пошти більше.", ["Nova Poshta"]),
        ("באה יצרנית המזון אסם סוגרת מפעל.", ["Osem"]),
        ("وباعت مجموعة الساحل حصتها.", ["الساحل"]),
        ("साइकिल निर्माता पंजशीर साइकिल्स दिवालिया हो गई।", ["पंजशीर साइकिल्स"]),
    ],
)
def test_trades_and_makers_before_a_name_show_it(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Lo dijo el Ministerio de Consumo frente a Ryanair.",
        "A Szegedi Tudományegyetem és a Richter Gedeon közös labort nyit.",
        "Investor Øystein Stray Spetalen solgte aksjer i Norwegian.",
        "董事长何小鹏表示，将在印尼建厂。",
    ],
)
def test_offices_universities_and_people_are_no_companies(text: str) -> None:
    others = {"Ryanair", "Gedeon Richter", "Norwegian Air"}
    assert set(names(text)) <= others


def test_a_common_word_with_a_capital_is_a_company_among_three_others() -> None:
    text = "A Gerdau avançou 2%, a da Azul recuou e a Embraer e a Petrobras pararam."
    assert names(text) == ["Gerdau", "Azul", "Embraer", "Petrobras"]
    assert names("O tom da Azul agrada em Portugal.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Käserei Bergmatten siegt gegen die Konkurrentin Hochwieser.", ["Bergmatten", "Hochwieser"]),
        ("Glassfabriken Fjällfrost i Östersund anställer.", ["Fjällfrost"]),
        ("Gaziantepli baklavacı Tatlıses Fırın şube açıyor.", ["Tatlıses Fırın"]),
        (
            "Chuỗi cà phê Mộc Nhiên đóng 15 quán. Hãng tin Reuters đưa tin. Hãng xe Đức tăng giá.",
            ["Mộc Nhiên"],
        ),
        ("귤 가공업체 한라청이 미국에 진출한다.", ["한라청"]),
        ("Ranije je radila u Nestleu i Googleu.", ["Nestlé", "Google"]),
        ("Рязанский молокозавод Вожа сменил владельца.", ["Вожа"]),
        ("Die Bäckerei-Gruppe Kornliesel wächst.", ["Kornliesel"]),
        ("Le groupe breton Olvéa achète un moulin.", ["Olvéa"]),
        ("石川の酒造会社白嶺酒造が米国に進出する。", ["白嶺酒造"]),
        ("佛山陶瓷企业玉岭陶瓷进军中东。", ["玉岭陶瓷"]),
        ("Spadły akcje KGHM i Orange.", ["KGHM", "Orange"]),
        ("وأعلنت طلبات افتتاح فرع.", ["Talabat"]),
        ("A ação da Vale subiu 2%.", ["Vale"]),
    ],
)
def test_makers_and_verbs_of_more_languages_show_a_name(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Η εταιρεία ζυμαρικών Ασημένια Βρύση έκλεισε.", ["Ασημένια Βρύση"]),
        ("Фабрика чарапа Плави Коњ затвара погон.", ["Плави Коњ"]),
        ("Полацкі вытворца абутку Каліна скараціў рабочых.", ["Каліна"]),
        ("La chaîne de librairies Plume d'Aubrac ferme.", ["Plume d'Aubrac"]),
        ("Kampuni ya chai ya Bonde Jani imefungwa.", ["Bonde Jani"]),
        ("Công ty dệt may Hạ Thảo phá sản.", ["Hạ Thảo"]),
        ("Prentsmiðjan Steinvör er gjaldþrota.", ["Steinvör"]),
        ("Når sensormakeren Fjordyx selges.", ["Fjordyx"]),
        ("Der Rosenzüchter Immengrund schließt.", ["Immengrund"]),
        ("A Zalagréta vezérigazgatója lemondott.", ["Zalagréta"]),
        ("חברת הרהיטים אלון ירוק נסגרה.", ["אלון ירוק"]),
        ("เมื่อวาน บริษัท มะพร้าวเงิน ยื่นล้มละลาย", ["มะพร้าวเงิน"]),
        ("บริษัท ต่างชาติ เข้ามาลงทุน", []),
        ("Na Lastovu, podjetje Vodosvit gradi.", ["Vodosvit"]),
        ("Em Braga, a empresa Galvor abriu uma loja.", ["Galvor"]),
        ("„Нямаме пари“, заяви директорът.", []),
    ],
)
def test_nouns_with_what_is_made_show_their_own_name_only(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Primátor Roman Zarzycký slíbil tramvaje od Škody Transportation, ČEZu a Kofoly.",
        "Rahoittaja on Nordea. Yrittäjä Sari Laine palkkaa viisi. Nokia, Kesko ja Kone kasvavat.",
        "Feyenoord verloor van NEC. ING, ASML en Philips stegen.",
        "El PIB avanzó un 2%. Iberdrola, Repsol y Telefónica también.",
        "”Kysyntä romahti keväällä”, sanoo Kesko. Nokia, Nordea ja Kone kasvavat.",
    ],
)
def test_titles_entrepreneurs_clubs_and_figures_are_no_companies(text: str) -> None:
    assert not {"Primátor", "Yrittäjä Sari Laine", "NEC", "PIB", "Kysyntä"} & set(names(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sales outlook\nSales rose from $2.1bn to $2.4bn. Tesco, Greggs and Ocado gained.", "Sales"),
        ("Jeder fünfte Betrieb baut Stellen ab, auch bei Siemens, BASF und Bosch.", "Betrieb"),
        ("Firma investuje, akcie CZK 20 klesly. ČEZ, Kofola a Moneta také. CZK posílila.", "CZK"),
    ],
)
def test_a_sentence_s_capital_and_little_more_show_no_company(text: str, word: str) -> None:
    assert word not in names(text)


def test_what_belongs_to_a_company_and_a_day_are_not_of_its_name() -> None:
    assert names("Der Umsatz der Nordkai AG stieg.") == ["Nordkai"]
    assert names("Umsatz der Nordkai AG gestiegen") == ["Nordkai"]
    assert names("İyunun 12-də məhkəmə şirkəti yaratdı.") == []


def test_a_name_in_quotes_ends_where_they_do() -> None:
    assert names("Выручка «Волжских верфей» за год выросла на 14%.") == ["Волжских верфей"]


def test_a_new_name_is_no_inflected_form_of_a_doubtful_one() -> None:
    text = "Iskraval bo v Kranju odpustil sto ljudi. Kranjski Iskraval bo do poletja zaprl obrat."
    assert names(text) == ["Iskraval", "Iskraval"]
