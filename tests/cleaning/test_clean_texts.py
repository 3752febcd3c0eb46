"""Texts that are not damaged, however much they look it, come back as they are, with no repair."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import Channel
from curator.cleaning.damage.suspicions import is_suspicious

LINES = [
    "SÃO PAULO, BELÉM, MARANHÃO — CONSTRUÇÃO À VISTA",
    "NÃO É VERDADE: A IRMÃ DE JOÃO MORA EM SÃO LUÍS.",
    "The cell measures 140 Å³ and shows 38 Å² to the solvent; at 2 Å³ more the “cage” opens – by 5°.",
    "Órgãos, mães, pães e corações; a avó Ângela não põe açúcar.",
    "ÅÄÖ är de tre sista bokstäverna; Åsa Öberg bor på Åland.",
    "Zeichen von „Ü–Ä“ bis «Ö» und »ß«, auch ‚Ä‘.",
    "Ångström (Å) = 0,1 nm; 5 Å × 3 Å, ±0,2 µm, 25 °C, ≈ 1½ ″",
    "E = m·c², Δx·Δp ≥ ħ/2, ∑ aᵢ → ∞, √2 ≠ 1,41…",
    "f(x) = Â x + Ã y — the operators with hats",
    "À propos… « Ça alors ! » – l’Œuvre, cœur, Noël, À VENDRE, DÉJÀ VU",
    "Où ÊTES-VOUS ? ÎLE DE RÉ, FORÊT, AOÛT, ÇÀ ET LÀ",
    "Ăn cơm chưa? Ân Ấn Ẵ, PHỞ ĐÃ HẾT, ĐÃ BÁN, Ã là chữ cái",
    "Bộ phim ĐÃ “gây sốt”; giá: 20–30 nghìn ₫",
    "İSTANBUL’da ŞİŞLİ ve ÇANKAYA; “Ğ” harfi, Ğ",
    "Łódź, Gdańsk, „ŻÓŁĆ”, § 5 ust. 1 pkt 3–4",
    "Žďár nad Sázavou – ‚Ř‘ a „Ů“; viz § 12, odst. 3",
    "Ősz, ŰRHAJÓ, ÁRVÍZTŰRŐ TÜKÖRFÚRÓGÉP „Ó”",
    "ÎNTÂLNIRE ÎN PIAȚĂ, „Ă–Â”, Țara Bârsei",
    "Þórður Æsir, Ðað er gott; Ýmir, ÞÆÐI",
    "ÕHTU, „Õ“, ŠŽ, jäääär, Öö",
    "ĀĒĪŪ, ĢĶĻŅ; “Ļoti labi”",
    "«Да» — №5, §7: ВСЁ ЁЖИКИ, ОБЪЁМ, Её",
    "Ѓорче, Ќе, Њ, Џ; „Ђурђевдан“ у Љигу",
    "Ґрунт, Їжак, Єва; «Й—Ї»",
    "ΑΪ, Ώρα, «Ό,τι», Ἀθῆναι, ΰ",
    "「あいう」、『え』。～％＆ ①② ㈱ ｶﾅ",
    "中文：“引号”，《书名》……——、；！？",
    "한글 “따옴표” · ㄱㄴㄷ — 100㎡",
    "https://example.org/caf%C3%A9/Ã¼?q=Ä€&x=Ã©",
    "`Ã©` → `é`, print('Ä\\x8d'), \"\\u00c3\\u00a9\"",
    "user@exämple.org, C:\\Größe\\Übung.txt, #ÄÖÜ, @Ñandú",
    "¿Qué? ¡Ñ! €5 £3 ¥7 ¢9 ª º ¬ ¦ ¶ © ® ™ ° ·",
    "|Größe|Maß|§|\n|–|—|…|\n|Ä|Ö|Ü|",
    "Íñigo Íñiguez y su prima Úña; los Íñiguez de Ávila.",
    "AÑO Nº 5 — ESPAÑA, CAMIÓN, PINGÜINO",
    "Señor Ibáñez, São Tomé, Zürich, Kraków, Čáslav, Ōsaka, Łukasz und Đà Nẵng",
    "Instead of accents the screen shows “Ã©”, “Ã¨” or 'Ã§', and sometimes ‘â€™’.",
    "À la place des accents, on lit « Ã© », « Ã¨ » ou «Ã§» : le fichier est en UTF-8.",
    "アクセントの代わりに「Ã©」や『Ã¨』と表示される。",
    "تظهر محارف مثل ”Ã©\u200e“ أو “Ã¨” بدل الحروف",
    "In der Datei steht „Ã¤“ oder ‚Ã¶‘ statt der Umlaute.",
    "ÄÄNI, ÖLJY, HÄÄYÖAIE; “Äh” – ’Öh’",
]
DENSE_LINES = [
    "Pela manhã “Ã” e “Õ” caíram do letreiro.",
    "A irmã “Â” ficou; a avelã “Ê” não.",
    "Auf dem Schild standen „Ã“ und „Â“ nebeneinander.",
    "Le clavier n'a ni « Ã » ni «Â».",
    "GUIMARÃES—A fábrica IRMÃ™ vai contratar 40 pessoas em Â (sic), disse a administração.",
    "O mapa mostra a relação irmã–irmã e a linha MÃE—FILHA; a legenda diz «IRMÃ».",
    "A linha IRMÃ–IRMÃO já não passa aos domingos; “Ã” é só a letra do cais.",
    "GARÐABÆR: „GARÐ“; SÍÐ…; BÆJARBLAÐ™; BLAÐ–BÓK",
    "f(Â) = ⟨Â⟩ – Ŝ; operator Ĥ, Â†, Â², Â|ψ⟩; ÂB̂ − B̂Â = iħ",
    "Â = Ĥ|ψ⟩ … Ã’ … Ã“",
    "σ(Ã) ≤ Ã² + Ã³; matrix Ã·x; Ã–B; det Ã; Ã¹",
    "Selskapet BLÅ™ kjøper GRÅ® for 5 mill. kr; temperaturen falt til −20 °C på FLÅ.",
    "LES MARQUES LANCÔME®, HERMÈS® ET CHLOÉ™ PROGRESSENT : « ÉTÉ » – « Â »",
    "HÀ NỘI–SÀI GÒN; “CÂU CÁ”; ĂN TRƯA…; CHÂU Á®; GIÁ: 5€, £7",
    "DŴR CYMRU® – TÂN…; “CÂN”; Â’i; Â’r",
    "STĹPY–STĹP; „VĹČA“; DĹŽKA 5 m² (±2 %); Ĺ®",
    "Cell: 3 Å, 5 Å², 2 Å³, Å·s⁻¹ (ångström); Ω·m; ¼–½",
]
"""Capitals with signs behind them: more of these in one text than any prose would have."""


@pytest.mark.parametrize("line", [*LINES, *DENSE_LINES])
def test_a_line_that_only_looks_damaged_stays(line: str) -> None:
    cleaned = clean(line)
    assert cleaned.text == line
    assert cleaned.repairs == ()


def test_all_of_them_together_stay() -> None:
    text = "\n".join(LINES)
    assert clean(text).text == text


def test_letters_that_begin_a_sequence_without_its_end_are_passed_at_the_first_look() -> None:
    assert not is_suspicious("Íñigo Íñiguez")
    assert not is_suspicious("čćž, vážně, tráž")
    assert is_suspicious(Channel("mac-roman").damaged("한"))
    assert is_suspicious(Channel("cp1250").damaged("中"))


@pytest.mark.parametrize("text", ["e Ã  la", "vÃ  bene", "Ã\xa0la", "вЂ”", "Ð°"])
def test_two_signs_are_enough_for_a_second_look(text: str) -> None:
    assert is_suspicious(text)
