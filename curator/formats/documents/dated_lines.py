"""Dated lines: what stands beside the date of a line, and whether it can be a name.

"Publié le 3 mars 2026 à 10h15" names nobody, and neither does "Stand: 3.3.2026", "Tuesday, March 3" or
"최종수정 2026.03.03. 오전 10:15".
"""

from __future__ import annotations

import re

_STATED = (
    r"(?:(?:first |last |zuletzt |dernière |laatst |ostatnia |poslední |última )?"
    r"(?:published|posted|updated|modified|veröffentlicht|aktualisiert|erstellt|stand|publiée?|mise? à jour|"
    r"publicado|publicada|actualizado|actualizada|atualizado|atualizada|pubblicato|aggiornato|gepubliceerd|"
    r"geplaatst|bijgewerkt|publicerad|publicerat|uppdaterad|publisert|oppdatert|udgivet|opdateret|publiceret|"
    r"julkaistu|päivitetty|opublikowano|aktualizacja|zaktualizowano|utworzono|publikováno|aktualizováno|"
    r"zveřejněno|vydáno|publikované|aktualizované|zverejnené|megjelent|frissítve|közzétéve|publicat|actualizat|"
    r"публикувано|обновено|опубликовано|обновлено|опубліковано|оновлено|објављено|ажурирано|objavljeno|ažurirano|"
    r"δημοσιεύθηκε|ενημερώθηκε|yayınlanma|yayınlandı|güncelleme|güncellendi|đăng|cập nhật|"
    r"diterbitkan|diperbarui|"
    r"発行|更新|最終更新|公開|発表于|发布|更新于|发布于|입력|수정|최종수정|등록|송고|نشر|نُشر|تحديث|آخر تحديث|"
    r"פורסם|עודכן|प्रकाशित|अपडेट)"
    r"(?: tarihi| at)?)"
)
_ON = r"(?:on|am|vom|le|el|em|il|op|den|dne|dnia|la|la data de|på|στις|на|в|vào|pada)"
_STATING = re.compile(rf"^\W*{_STATED}(?:\s*[:：]\s*|\s+{_ON}\s*[:：]?\s+|\s+)(?=\S)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:\b(?:at|um|à|às|as|a las|alle|kl|kello|klo|ore|ora|orele|saat|lúc|о|в|om|o|u|pukul|στις)\.?\s+)?"
    r"(?:(?:오전|오후|上午|下午|午前|午後)\s*)?"
    r"(?<!\d)\d{1,2}\s?(?:[:.h時时点點시])\s?\d{2}(?::\d{2})?(?!\d)\s?(?:[分분]|uhr\b|hrs?\b|h\b|uur\b|[ap]\.?m\b\.?|WIB\b)?"
    r"(?:\s?(?:GMT|UTC|CES?T|[ECMP][SD]?T|BST|IST|JST|KST|MSK|МСК)\b)?",
    re.IGNORECASE,
)
_WEEKDAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    segunda segunda-feira terça terça-feira quarta quarta-feira quinta quinta-feira sexta sexta-feira
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
    maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
    maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina
    pondělí úterý středa středu čtvrtek pátek sobota sobotu neděle neděli
    pondelok utorok streda stredu štvrtok piatok nedeľa nedeľu
    poniedziałek wtorek środa środę czwartek piątek sobotę niedziela niedzielę
    hétfő kedd szerda csütörtök péntek szombat vasárnap
    luni marți miercuri joi vineri sâmbătă duminică
    понеделник вторник сряда четвъртък петък събота неделя
    понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье
    понеділок вівторок середа середу четвер п'ятниця п’ятниця п'ятницю п’ятницю субота суботу неділя неділю
    ponedjeljak ponedeljak utorak srijeda sreda četvrtak petak subota nedjelja nedelja
    понедељак уторак среда четвртак петак субота недеља
    ponedeljek torek četrtek nedelja
    δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
    senin selasa rabu kamis jumat sabtu minggu
    月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 星期日
    월요일 화요일 수요일 목요일 금요일 토요일 일요일
    الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
    """.split()
)
_LABEL = re.compile(r"^[^:：]{1,40}[:：]\s*")


def without_stating(line: str) -> str:
    """The line without words at its head that say that what follows is when it was published or changed."""
    return _STATING.sub("", line)


def without_clock(rest: str) -> str:
    """What stands beside a date without the time of day, and the weekday where nothing else is left."""
    rest = _CLOCK.sub(" ", rest)
    return "" if rest.strip(" ,.|·•–—-()").casefold() in _WEEKDAYS else rest


def can_be_source(name: str) -> bool:
    """Whether words beside a date can name who reported: no label, with or without what it labels."""
    return not _LABEL.match(name)
