"""Translation remarks: paragraphs that say that a machine translated the article, in eighty languages."""

from __future__ import annotations

import re

LONGEST = 400
"""No remark on the translation is longer than this."""

_STEMS = """
translat übersetz vertaald översätt översatt oversat oversett þýdd þýtt tradui tradus traduc traduz
tradott traduzz traduït traduki přelož prelož przetłumacz tłumaczenie prevede prevod превед перевед
переклад пераклад fordít käännet kääntämä käännös tõlgi tulko išvers vertimas itzuli itzulpen
përkthy μεταφρ aistri cyfieith çeviri çevril tercüme tərcümə tarjima аударған аударыл которул орчуул
wergera diterjemah terjemahan isinalin tafsiriwa թարգման თარგმნ ترجم ژباړ תורג תרגום अनुवाद अनूदित
भाषांतर অনুবাদ অনূদিত மொழிபெயர் அనువాద అనువాద అనువది വിവർത്തന ಅನುವಾದ અનુવાદ ਅਨੁਵਾਦ පරිවර්තන แปล ແປ
បកប្រែ ဘာသာပြန် ተረጎመ ትርጉም 翻译 翻譯 翻訳 번역
"""
_MACHINES = """
artific artifiċ artifisi artifizial artifisyèl artiffisial artefarit atifisyèl künstlich kunsmatig
uměl umel umetn umjetn вештачк вјештачк sztuczn изкуствен искусствен штучн mesterséges machine
strojov maschinell tekoäly tehisar tehisintell mākslīg dirbtini gervigreind saorga shaorga τεχνητή
yapay süni sunʼiy sun'iy sun’iy жасанды хиймэл destkird buatan bandia artipisyal արհեստական
ხელოვნური اصطناعي مصنوعی מלאכותית कृत्रिम एआई কৃত্রিম এআই செயற்கை కృత్రిమ ఏఐ നിർമിത നിർമ്മിത കൃത്രിമ
എഐ ಕೃತಕ ಎಐ કૃત્રિમ એઆઈ ਏਆਈ ਮਸਨੂਈ කෘත් ปัญญาประดิษฐ์ เอไอ ປັນຍາປະດິດ សិប្បនិម្មិត ဉာဏ်ရည်တု ሰራሽ ሠራሽ
人工智能 人工智慧 人工知能 机器 機器 機械 인공지능 기계 deepl
"""
_TRANSLATED = re.compile("|".join(_STEMS.split()) + r"|\b(?:bản )?dịch\b")
_BY_MACHINE = re.compile("|".join(_MACHINES.split()) + r"|trí tuệ nhân tạo")
_ACRONYM = re.compile(r"(?<![A-Za-z])(?:AI|KI|IA|SI|MI)(?![A-Za-z])|GPT|(?<!\w)(?:ИИ|ШІ|ВИ|ЖИ)(?!\w)")


def is_remark(words: str) -> bool:
    """Whether a paragraph says that what stands around it was translated by a machine."""
    if len(words) >= LONGEST:
        return False
    small = words.lower()
    return bool(_TRANSLATED.search(small) and (_BY_MACHINE.search(small) or _ACRONYM.search(words)))
