"""Names that are words are companies where results are told; heads of funding lists, too; surnames not."""

import pytest

from curator.extraction.companies.found_companies import find_companies


def names(text: str) -> list[str]:
    return [fact.name for fact in find_companies(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A Mol első negyedéves árbevétele 2143 milliárd forint lett.", ["MOL"]),
        ("Krka je v prvih treh mesecih prodala za 519 milijonov evrov zdravil.", ["Krka"]),
        ("Podravka je lani ostvarila 207 milijuna eura prihoda.", ["Podravka"]),
        ("Enea wyda na sieci 2,2 mld zł.", ["Enea"]),
        ("Nibe varslar 340 personer.", ["Nibe"]),
        ("Entro marzo Hera ed A2A collegheranno 120 MW.", ["Hera", "A2A"]),
        ("A mol kirepült, és 12 lepke követte.", []),
        ("Hera si arrabbia con Zeus.", []),
    ],
)
def test_results_behind_a_doubtful_name_show_a_company(text: str, found: list[str]):
    assert names(text) == found


def test_heads_of_a_list_of_fundings_are_companies():
    text = (
        "The week in deals\n\n"
        "- **Quillmark**, Toronto: C$8.5M seed with two angels\n"
        "- Noon & Field, Melbourne: A$120 million debt facility\n"
        "1. Tidewright ($9.5m, pre-seed)\n"
        "- Berlin: 3 million raised for charity\n"
        "- Weather: 20 degrees\n"
    )
    assert names(text) == ["Quillmark", "Noon & Field", "Tidewright"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Three Dutch startups Novario, Pentalink and Korenwolf raised 40m.",
            ["Novario", "Pentalink", "Korenwolf"],
        ),
        ("Spółki Agrowita, Bartnik i Cerpol podpisały umowę.", ["Agrowita", "Bartnik", "Cerpol"]),
        ("Die Unternehmen Kalterbach und Silberquell fusionieren.", ["Kalterbach", "Silberquell"]),
        ("Společnost Veltrusan a Praha se dohodly.", ["Veltrusan"]),
    ],
)
def test_names_go_on_a_list_behind_a_company_noun(text: str, found: list[str]):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prezes spółki Święcki zapowiedział zwolnienia.", []),
        ("Директор фирме Петровић најавио је отпуштање.", []),
        ("Prezes spółki Siarkopol zapowiedział zwolnienia.", ["Siarkopol"]),
    ],
)
def test_a_surname_behind_the_head_of_a_company_is_a_person(text: str, found: list[str]):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr Siemens met Ms Bosch.", []),
        ("Bäckermeister Lindner und Frau Aldi kennen sich.", []),
        ("BP, whose chairman is Albert Hartfield, fell.", ["BP"]),
        ("L'AP-HP salue cet accord, HP aussi.", ["HP"]),
        ("La tienda de la calle Santander abrirá pronto.", []),
        ("Beklagt ist die Kessler & Söhne OHG.", ["Kessler & Söhne"]),
    ],
)
def test_what_stands_before_a_name_tells_whose_it_is(text: str, found: list[str]):
    assert names(text) == found


def test_a_japanese_name_may_begin_with_hiragana():
    assert names("株式会社みずき食品は約300人を削減する。") == ["みずき食品"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新工場はハルカ精機株式会社が運営する。", ["ハルカ精機"]),
        ("子会社のナギサ化学工業株式会社に売却した。", ["ナギサ化学工業"]),
        ("솔바람바이오주식회사는 부산에 공장을 짓는다.", ["솔바람바이오"]),
        ("グループの株式会社化を進める。", []),
        ("ウェブ制作株式会社設立の手続きを説明した。", []),
    ],
)
def test_a_legal_form_behind_a_mixed_name_tells_a_company(text: str, found: list[str]):
    assert names(text) == found
