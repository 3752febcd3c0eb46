"""Documents whose paragraphs were damaged by different channels are repaired paragraph by paragraph."""

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, KEPT, Channel, Loss
from curator.domain.repairs import undone

CZECH = [
    "Přístav na Labi se po povodni znovu otevřel a první loď přivezla štěrk pro stavbu nábřeží.",
    "Ředitelka Žofie Šťastná řekla, že škody přesáhly čtyřicet milionů korun a pojišťovna zaplatí třetinu.",
    "Řemeslníci z celého kraje opravují sklady; úřad jim slíbil peníze do května, nejpozději do června.",
    "Výstava o dějinách plavby zůstane zavřená, dokud nevyschnou zdi a nepřijedou restaurátoři z Děčína.",
]
GREEK = [
    "Το λιμάνι άνοιξε ξανά χθες το πρωί και οι ψαράδες βγήκαν στη θάλασσα ύστερα από δέκα ημέρες.",
    "Ο δήμαρχος είπε ότι οι ζημιές είναι μεγάλες, αλλά το κράτος θα πληρώσει τις μισές μέσα στον χρόνο.",
    "Οι κάτοικοι ζητούν να φτιαχτεί πρώτα ο δρόμος προς το σχολείο, γιατί τα παιδιά περπατούν στη λάσπη.",
]


@pytest.mark.parametrize(
    "channels",
    [
        (Channel("cp1252", DROPPED), Channel("cp1250", DROPPED)),
        (Channel("cp1250", DROPPED), Channel("cp1251", DROPPED)),
        (Channel("cp1254", DROPPED), Channel("mac-roman", Loss("", "", " "))),
    ],
)
@pytest.mark.parametrize("texts", [CZECH, GREEK])
def test_each_paragraph_is_read_by_its_own_channel(
    texts: list[str], channels: tuple[Channel, Channel]
) -> None:
    right = "\n\n".join(texts)
    damaged = [texts[0], channels[0].damaged(texts[1]), channels[1].damaged(texts[2]), *texts[3:]]
    cleaned = clean("\n\n".join(damaged))
    assert cleaned.text == right
    assert undone(cleaned.text, cleaned.repairs) == "\n\n".join(damaged)


def test_lines_that_kept_their_bytes_do_not_hide_what_others_lost() -> None:
    damaged = [Channel("cp1252", KEPT).damaged(GREEK[0]), Channel("cp1252", DROPPED).damaged(GREEK[1])]
    assert clean("\n".join(damaged)).text == "\n".join(GREEK[:2])


def test_three_channels_in_one_document() -> None:
    pages = ("cp1252", "cp1250", "cp1251")
    damaged = [Channel(name, DROPPED).damaged(text) for name, text in zip(pages, CZECH, strict=False)]
    assert clean("\n".join(damaged)).text == "\n".join(CZECH[:3])


@pytest.mark.parametrize(
    "clean_line",
    [
        "Ord med »Ø–Å« og »Æ« står på skiltet; RØDGRØD og ØRE er ikke skadet, øl og brød heller ikke.",
        "Die Laute »Ö« und ‚Ä‘ übt sie täglich, für die Prüfung in Köln.",
    ],
)
def test_quoted_capitals_stay_in_a_clean_line_of_a_damaged_document(clean_line: str) -> None:
    damaged = "Kølner Größe, smørrebrød og Übermut på én gang, für alle.\n"
    text = damaged * 3 + clean_line + "\n"
    assert clean(damaged.encode().decode("cp1252", "ignore") * 3 + clean_line + "\n").text == text


def test_a_title_that_kept_its_soft_hyphens_does_not_hide_that_the_body_lost_them() -> None:
    title = "Družstvo z Levíc predalo repku lacnejšie ako vlani"
    body = [
        "Tržby družstva pokryli len tri štvrtiny nákladov, hoci úroda bola vyššia ako pred rokom.",
        "Štát doplatí farmám rozdiel; na zasadnutí hovorilo osemdesiatpäť ľudí aj starosta Číž.",
    ]
    damaged = [
        Channel("cp1254", Loss("")).damaged(title),
        *[Channel("cp1254", DROPPED).damaged(line) for line in body],
    ]
    assert clean("\n\n".join(damaged), "sk").text == "\n\n".join([title, *body])


@pytest.mark.parametrize("page", ["cp1251", "cp1252"])
@pytest.mark.parametrize("titled", [False, True])
def test_hebrew_letters_whose_no_break_space_became_a_space(page: str, *, titled: bool) -> None:
    title = "חברת המזון מחיפה רשמה הכנסות גבוהות"
    body = [
        "הבנק המרכזי הוריד את הריבית, והדולר נסחר נמוך יותר מאשר בשנה שעברה.",
        "הנהלת המפעל אומרת כי רווח נקי כזה נרשם בפעם הראשונה, ונציגי העובדים נפגשו עם המנכ״ל.",
        "הקבוצה ניצחה בדרבי, והמאמן הודיע כי נשאר בעיר עוד עונה נוספת.",
    ]
    damaged = [Channel(page, Loss("", "", " ")).damaged(line) for line in body]
    if titled:
        damaged.insert(0, Channel(page, Loss("")).damaged(title))
        body.insert(0, title)
    assert clean("\n\n".join(damaged)).text == "\n\n".join(body)
