"""Files become documents: title, date, source and the words themselves in the right places."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.articles import Fields
from curator.domain.errors import UnreadableFile
from curator.formats import read, suffixes
from curator.formats.documents.headlines import elided


def document(text, path="article.txt"):
    return read(text.encode(), path)


def parts(text, path="article.txt"):
    found = document(text, path)
    return tuple(span.of(found.text) for span in (found.title, found.description, found.body))


POST = """---
title: Závod otevře linku
description: Krátce o věci.
date: 2026-03-02
---

# Závod otevře linku

První odstavec.

[Číst původní článek](https://news.example.org/zavod)

**Zdroj:** 📰 Deník
"""


def test_a_markdown_post_is_title_description_and_body_without_repetition():
    found = document(POST, "post.md")
    assert found.text == (
        "Závod otevře linku\n\nKrátce o věci.\n\nPrvní odstavec.\n\n"
        "[Číst původní článek](https://news.example.org/zavod)\n\n**Zdroj:** 📰 Deník"
    )
    assert found.title.of(found.text) == "Závod otevře linku"
    assert found.description.of(found.text) == "Krátce o věci."
    assert found.body.of(found.text).startswith("První odstavec.")
    assert (found.format, found.markup, found.encoding) == ("markdown", "markdown", "utf-8")
    assert found.fields.source == "Deník"
    assert found.fields.url == "https://news.example.org/zavod"
    assert found.origin["title"] == "front matter"
    assert found.origin["source"] == "byline"


@pytest.mark.parametrize(
    "text", ["12 May 2026\n", "By Jana Novak\n\n", "By Jana Novak\n12 May 2026\n", "1900/1/1\n"]
)
@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_a_text_of_nothing_but_a_byline_is_a_text(text, path):
    assert document(text, path).text == text.strip().split("\n")[-1]


def test_a_title_repeated_below_a_link_is_dropped_too():
    post = (
        "---\ntitle: 工厂开业\n---\n\n[原文链接](https://paper.example/a)\n\n工厂开业\n\n# 一号线\n\n正文。\n"
    )
    assert parts(post)[2] == "[原文链接](https://paper.example/a)\n\n# 一号线\n\n正文。"


def test_a_title_that_stands_again_late_stays():
    body = "One.\n\nTwo.\n\nThree.\n\nThe title\n\nFour."
    assert parts(f"---\ntitle: The title\n---\n{body}\n")[2] == body


def test_an_author_that_names_the_site_is_the_source():
    found = document("---\ntitle: x\nauthor: wire\nurl: https://www.wire.example/a\n---\nText.")
    assert found.fields.source == "wire"
    other = document("---\ntitle: x\nauthor: Jane\nurl: https://www.wire.example/a\n---\nText.")
    assert other.fields.source == "wire.example"
    assert other.origin["source"] == "link"


def test_markdown_without_front_matter_takes_its_heading():
    assert parts("# The plant #\n\nText *here*.\n", "a.md") == ("The plant", "", "Text *here*.")
    assert parts("The plant\n=========\n\nText.\n", "a.md") == ("The plant", "", "Text.")


def test_plain_text_has_its_first_line_as_title():
    found = document("The plant opens\n\nIt opened today. All came.\n")
    assert found.markup == "plain"
    assert found.title.of(found.text) == "The plant opens"
    assert found.body.of(found.text) == "It opened today. All came."
    assert found.origin["title"] == "first line"


def test_a_headline_that_stands_again_is_dropped_and_what_is_between_describes():
    text = (
        "Werk öffnet Linie\n\nEin kurzer Vorspann.\n\nWerk öffnet Linie\n\nDer Text beginnt.\n\nUnd endet.\n"
    )
    assert parts(text) == ("Werk öffnet Linie", "Ein kurzer Vorspann.", "Der Text beginnt.\n\nUnd endet.")
    assert parts("Werk öffnet Linie\n\nWerk öffnet Linie\n\nText.\n") == ("Werk öffnet Linie", "", "Text.")
    assert document(text).fields.description == "Ein kurzer Vorspann."


def test_a_date_before_the_prose_is_no_part_of_the_title():
    found = document(" date 2026-03-02 Заводът откри линия. Тя струва 5 милиона.\n\nВтори абзац.\n")
    assert found.fields.published == "2026-03-02"
    assert found.fields.title == "Заводът откри линия"
    assert found.title.of(found.text) == "Заводът откри линия."
    assert found.text == "Заводът откри линия. Тя струва 5 милиона.\n\nВтори абзац."
    assert found.body.of(found.text) == "Тя струва 5 милиона.\n\nВтори абзац."


def test_a_first_paragraph_without_a_full_stop_is_cut_at_a_word():
    text = "slovo " * 200
    found = document(text)
    assert found.text == text.strip()
    assert len(found.fields.title) <= 200
    assert found.text[found.title.end : found.body.start] == " "


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Reuters, 5 June 2024", Fields(source="Reuters", published="2024-06-05")),
        ("Von Max Muster, 12. März 2025", Fields(author="Max Muster", published="2025-03-12")),
        ("来源：新华社 2024年6月5日", Fields(source="新华社", published="2024-06-05")),
        ("Източник: БТА", Fields(source="БТА")),
        ("**Zdroj:** 📰 Deník", Fields(source="Deník")),
        ("Source: Reuters", Fields(source="Reuters")),
        ("By Jane Doe", Fields(author="Jane Doe")),
        ("Autor: Jan Novák, 5. 6. 2024", Fields(author="Jan Novák", published="2024-06-05")),
        ("June 5, 2024 | TechNews", Fields(source="TechNews", published="2024-06-05")),
        ("date 2025-09-23", Fields(published="2025-09-23")),
        (
            "Praha, 3. března 2025 (ČTK) – Závod otevřel linku a přijal lidi.",
            Fields(source="ČTK", published="2025-03-03"),
        ),
        ("BERLIN (dpa) - Das Werk öffnet eine Linie.", Fields(source="dpa")),
        ("Dnes 5. 3. 2025 závod koupil linku.", Fields()),
        ("The plant was founded 5 June 2024 in Paris", Fields()),
        ("Chips (NVDA) - the maker of them.", Fields()),
        ("Source: the company said on Monday. It will grow.", Fields()),
    ],
)
def test_a_line_below_the_title_tells_source_author_and_date(line, expected):
    found = document(f"The title of the thing\n\n{line}\n\nThe text goes on here.\n")
    told = Fields(source=found.fields.source, author=found.fields.author, published=found.fields.published)
    assert told == expected
    assert line in found.text


def test_lines_before_the_title_are_read_and_left_out():
    found = document("Reuters, 5 June 2024\n\nThe plant opens\n\nText.\n")
    assert found.text == "The plant opens\n\nText."
    assert (found.fields.source, found.fields.published) == ("Reuters", "2024-06-05")


def test_a_remark_on_machine_translation_stays_and_is_noted():
    text = "Werk öffnet\n\nText.\n\nDer Artikel wurde mit Hilfe künstlicher Intelligenz übersetzt."
    found = document(text)
    assert found.text.endswith("übersetzt.")
    assert found.notes == ("The article says that it was translated by machine.",)


@pytest.mark.parametrize(
    "remark",
    [
        "この記事はAIによって翻訳されました。",
        "本文由AI翻译。",
        "이 기사는 AI로 번역되었습니다.",
        "Bu haber yapay zekâ ile çevrilmiştir.",
        "Bài viết được dịch bằng trí tuệ nhân tạo.",
        "تمت ترجمة هذا المقال بواسطة الذكاء الاصطناعي.",
        "این مقاله با هوش مصنوعی ترجمه شده است.",
        "הכתבה תורגמה באמצעות בינה מלאכותית.",
        "यह लेख कृत्रिम बुद्धिमत्ता द्वारा अनुवादित है।",
        "บทความนี้แปลโดยปัญญาประดิษฐ์",
        "Diterjemahkan dengan kecerdasan buatan.",
        "Թարգմանվել է արհեստական բանականությամբ։",
        "თარგმნილია ხელოვნური ინტელექტის მიერ.",
        "Käännetty tekoälyllä.",
        "Преведено уз помоћ вештачке интелигенције.",
        "Mesterséges intelligencia fordította.",
    ],
)
def test_remarks_on_machine_translation_are_noted_in_many_languages(remark):
    found = document(f"Title of it\n\nText.\n\n{remark}\n")
    assert found.notes == ("The article says that it was translated by machine.",)


@pytest.mark.parametrize(
    "prose",
    [
        "Модель, в которой ИИ отвечает за перевод денег, показали в среду.",
        "Ekspert tłumaczy, jak działa AI w banku.",
        "Bankak AI erabiltzen du, eta dirua itzultzen da.",
    ],
)
def test_prose_about_ai_is_no_remark_on_translation(prose):
    assert document(f"Title of it\n\nText.\n\n{prose}\n").notes == ()


def test_a_dated_file_name_gives_date_and_slug():
    found = document("Title here\n\nText.", "_posts/2026-01-27-plant-opens.md")
    assert (found.fields.published, found.fields.slug) == ("2026-01-27", "plant-opens")
    assert found.origin["published"] == "file name"
    assert document("---\ndate: 2025-01-01\n---\nText.", "2026-01-27-x.md").fields.published == "2025-01-01"


def test_crlf_and_bom_and_utf16_are_read_alike():
    plain = document(POST, "a.md")
    for data in (
        b"\xef\xbb\xbf" + POST.replace("\n", "\r\n").encode(),
        POST.encode("utf-16"),
        POST.replace("\n", "\r").encode(),
    ):
        assert read(data, "a.md").text == plain.text


def test_front_matter_makes_a_txt_file_markdown_and_unknown_suffixes_are_sniffed():
    assert document(POST, "a.txt").format == "markdown"
    assert (
        document("# One\n\nText **b** and [l](https://x.example)\n\n## Two\n", "a.text").format == "markdown"
    )
    assert document("Title\n\nText.", "a.article").format == "plain"
    assert (
        document("<!DOCTYPE html><html><body><p>Hi there, all.</p></body></html>", "a.txt").format == "html"
    )


@pytest.mark.parametrize("text", ["", "  \n\n", "\ufeff\n"])
def test_an_empty_file_is_refused(text):
    with pytest.raises(UnreadableFile, match="empty"):
        document(text)


def test_the_suffixes_of_an_import_are_known():
    assert suffixes() >= {".md", ".markdown", ".mdown", ".txt", ".text", ".html", ".htm", ".xhtml"}


WORDS = st.lists(
    st.sampled_from(
        [
            "Title",
            "Body text.",
            "# H",
            "- x",
            "---",
            "date 2026-01-01",
            "Source: A",
            "",
            "a" * 300,
            "第一。",
            "\x85",
        ]
    ),
    max_size=12,
)


@settings(max_examples=120)
@given(WORDS, st.sampled_from(["a.md", "a.txt", "b"]))
def test_the_parts_lie_in_order_in_the_reading_text(lines, path):
    try:
        found = document("\n".join(lines), path)
    except UnreadableFile:
        return
    spans = [span for span in (found.title, found.description, found.body) if span.end > span.start]
    assert spans == sorted(spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert spans[0].start == 0
    assert spans[-1].end == len(found.text)
    assert found.fields.title == elided(found.fields.title)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("rule", ["---\n\n", "***\n", "\n- - -\n", "=====\n\n"])
def test_a_rule_above_the_text_is_no_title(name, rule):
    document = read(f"{rule}The harbour opens\n\nIt opens on Monday.\n".encode(), name)
    assert document.fields.title == "The harbour opens"
    assert document.text == "The harbour opens\n\nIt opens on Monday."


def test_many_rules_are_passed_in_no_time_and_without_words_they_stay():
    rules = "- - -\n" * 20_000 + "-" * 20_000
    assert read(rules.encode(), "a.txt").fields.title == "- - -"
