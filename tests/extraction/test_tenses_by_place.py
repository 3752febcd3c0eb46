"""Whether a weekday is over is told by the verb: last in some languages, right behind the day in others."""

from datetime import date

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract
from tests.extraction.marked import stated

_TODAY = date(2026, 11, 18)  # a Wednesday


def last_date(text: str, language: str) -> str:
    return [stated(fact)[1] for fact in extract(text, language, _TODAY) if fact.kind.value == "date"][-1][:10]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cuma günü belediye, limanın satışını görüşecek.", "tr"),
        ("Belediye yeni limanı cuma günü açacağını bildirdi.", "tr"),
        ("शुक्रवार को समिति बंदरगाह की बिक्री पर फिर से विचार करेगी।", "hi"),
        ("جمعه هیئت مدیره درباره فروش بندر دوباره گفت‌وگو خواهد کرد.", "fa"),
        ("Vrijdag bespreekt de raad de verkoop van de haven.", "nl"),
        ("Reedel otsustab volikogu sadama müügi.", "et"),
        ("U petak gradsko vijeće glasuje o prodaji luke.", "hr"),
        ("ביום שישי יצביעו חברי המועצה על מכירת הנמל.", "he"),
        ("Την Παρασκευή ψηφίζεται η πώληση του λιμανιού.", "el"),
        ("У п'ятницю рада голосуватиме за продаж порту.", "uk"),
    ],
)
def test_a_verb_of_what_is_to_come_makes_the_weekday_the_next(text: str, language: str):
    assert last_date(text, language) == "2026-11-20"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cuma günü açıklanan rapora göre liman satılacak.", "tr"),
        ("Bakan cuma günü limanın satılacağını söyledi.", "tr"),
        ("Bakan cuma günü yaptığı konuşmada yeni evler yapılacağını söyledi.", "tr"),
        ("शुक्रवार को समिति ने कहा कि बंदरगाह बिकेगा।", "hi"),
        ("جمعه هیئت مدیره گفت بندر فروخته خواهد شد.", "fa"),
        ("Vrijdag verkocht de raad de haven.", "nl"),
        ("Vrijdag heeft de raad de haven verkocht.", "nl"),
        ("Vrijdag sprongen vijf mannen in de haven.", "nl"),
        ("Vrijdag meldt de politie een brand in de haven.", "nl"),
    ],
)
def test_the_first_verb_behind_a_weekday_decides(text: str, language: str):
    assert last_date(text, language) == "2026-11-13"


def test_what_has_been_in_force_since_a_day_began_the_last_time():
    assert last_date("Der Tarif gilt seit dem 1. Februar.", "de") == "2026-02-01"
    assert last_date("The tariff has been in force since 1 December.", "en") == "2025-12-01"


def test_a_comma_behind_an_opening_weekday_does_not_hide_its_verb():
    assert last_date("Vineri, consiliul votează vânzarea portului.", "ro") == "2026-11-20"
    assert last_date("Vineri, consiliul a votat vânzarea portului.", "ro") == "2026-11-13"


def test_years_in_names_of_plans_are_no_dates():
    for text, language in (
        ("Le Plan Littoral 2050 n'est pas concerné.", "fr"),
        ("وفقا لرؤية 2040.", "ar"),
        ("Die Strategie 2035 gilt weiter.", "de"),
    ):
        assert extract(text, language, _TODAY) == []


def test_years_of_the_persian_calendar():
    def dates(text: str) -> list[str]:
        return [stated(fact)[1] for fact in extract(text, "fa", _TODAY) if fact.kind.value == "date"]

    assert dates("تا پایان سال ۱۴۰۸ ادامه دارد.") == ["None..2030-03-20"]
    assert dates("در مهرماه ۳۰ درصد رشد کرد.") == ["2026-09-23..2026-10-22"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La alcaldesa afirmó el viernes que el puerto costará más.", "es"),
        ("Le maire a déclaré vendredi que le port coûtera plus cher.", "fr"),
        ("Le maire a dit vendredi qu'il vendra le port.", "fr"),
        ("Il sindaco ha detto venerdì che il porto costerà di più.", "it"),
        ("A ministra disse na sexta-feira que o porto custará mais.", "pt"),
        ("L'alcalde va dir divendres que el port costarà més.", "ca"),
        ("A alcaldesa dixo o venres que o porto custará máis.", "gl"),
    ],
)
def test_what_was_said_to_come_leaves_the_weekday_of_saying_in_the_past(text: str, language: str):
    assert last_date(text, language) == "2026-11-13"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La alcaldesa dijo que el viernes comenzará la obra.", "es"),
        ("Le maire a dit que les travaux débuteront vendredi.", "fr"),
        ("Il sindaco ha detto che i lavori inizieranno venerdì.", "it"),
        ("A ministra disse que a obra começará na sexta-feira.", "pt"),
    ],
)
def test_a_weekday_within_what_was_said_to_come_is_the_next(text: str, language: str):
    assert last_date(text, language) == "2026-11-20"


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Soud jednání odročil na 15. ledna.", "cs", "2027-01-15"),
        ("Na 15. ledna soud svolal nové jednání.", "cs", "2027-01-15"),
        ("Na tiskovce 15. ledna oznámil zisk.", "cs", "2026-01-15"),
        ("Pojednávanie odročil na piatok.", "sk", "2026-10-16"),
        ("Rozprawę odroczono na 15 stycznia.", "pl", "2027-01-15"),
        ("Das Gericht hat die Verhandlung auf den 15. Januar vertagt.", "de", "2027-01-15"),
        ("Am Montag, den 12. Oktober, hat er vertagt.", "de", "2026-10-12"),
        ("De zitting is verplaatst naar 15 januari.", "nl", "2027-01-15"),
        ("A audiência foi adiada para o dia 15 de janeiro.", "pt", "2027-01-15"),
        ("Делото беше отложено за 15 януари.", "bg", "2027-01-15"),
        ("Rasprava je odgođena za 15. siječnja.", "hr", "2027-01-15"),
        ("Obravnavo so preložili na 15. januar.", "sl", "2027-01-15"),
        ("De zaak is uitgesteld tot 15 januari.", "nl", "2027-01-15"),
        ("Rettssaken er utsatt til 15. januar.", "nb", "2027-01-15"),
        ("Retssagen er udskudt til 15. januar.", "da", "2027-01-15"),
        ("Réttarhaldinu var frestað til 15. janúar.", "is", "2027-01-15"),
        ("Posėdis atidėtas iki sausio 15 d.", "lt", "2027-01-15"),
        ("Rozprawę odroczono do 15 stycznia.", "pl", "2027-01-15"),
        ("Sidang ditunda hingga 15 Januari.", "id", "2027-01-15"),
        ("Заседание отложили на 15 января.", "ru", "2027-01-15"),
        ("По данным на 15 января, пострадали трое.", "ru", "2026-01-15"),
        ("Засідання перенесли на 15 січня.", "uk", "2027-01-15"),
        ("Նիստը հետաձգվեց մինչև հունվարի 15-ը։", "hy", "2027-01-15"),
    ],
)
def test_a_day_that_something_is_put_off_to_is_to_come(text: str, language: str, day: str):
    (found,) = (fact for fact in extract(text, language, "2026-10-14") if fact.kind is FactKind.DATE)
    assert str(found.low) == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge was built between 1884 and 1889."),
        ("nl", "De brug is tussen 1884 en 1889 gebouwd."),
        ("pl", "Most zbudowano w latach 1884–1889."),
        ("cs", "Most vznikl mezi lety 1884 a 1889 a stojí dodnes."),
        ("sk", "Most postavili v rokoch 1884 až 1889."),
        ("sl", "Most so gradili med letoma 1884 in 1889."),
        ("hr", "Most je građen između 1884. i 1889. i stoji još."),
        ("ru", "Мост построили между 1884 и 1889 годами."),
        ("uk", "Міст збудували між 1884 і 1889 роками."),
        ("fi", "Silta rakennettiin vuosina 1884–1889."),
        ("et", "Sild ehitati aastatel 1884–1889."),
    ],
)
def test_both_years_of_a_range_before_1900_are_its_ends(language: str, text: str):
    (found,) = extract(text, language)
    assert (str(found.low), str(found.high)) == ("1884-01-01", "1889-12-31")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The hearing was adjourned until 9 June."),
        ("zh", "庭审推迟到6月9日举行。"),
        ("zh", "庭审延期至6月9日。"),
        ("ja", "発表は6月9日まで延期された。"),
        ("ja", "発表は6月9日に延期された。"),
        ("ko", "재판은 6월 9일로 연기됐다."),
        ("tr", "Duruşma 9 Haziran'a ertelendi."),
        ("hu", "A tárgyalást június 9-re halasztották."),
    ],
)
def test_what_is_put_off_is_on_the_day_that_comes(language: str, text: str) -> None:
    (fact,) = [each for each in extract(text, language, "2026-10-14") if each.kind is FactKind.DATE]
    assert (str(fact.low), str(fact.high)) == ("2027-06-09", "2027-06-09")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Заседание перенесли на воскресенье."),
        ("uk", "Засідання перенесли на неділю."),
        ("en", "The talks were postponed until Sunday."),
    ],
)
def test_a_weekday_that_something_is_put_off_to_is_to_come(language: str, text: str) -> None:
    (fact,) = [each for each in extract(text, language, "2026-10-14") if each.kind is FactKind.DATE]
    assert (str(fact.low), str(fact.high)) == ("2026-10-18", "2026-10-18")
