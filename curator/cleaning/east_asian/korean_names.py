"""Korean names: those of people whom no list of words has, a surname and two syllables.

Surnames roughly in the order of the census of 2015 (Statistics Korea), syllables as often as they are given.
"""

from __future__ import annotations

from curator.cleaning.east_asian.names import Parts, scored

_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄채원천방공현함변염여추"
    "도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간상갈시단"
)
_FIRST = (
    "지민서현수영은정성승재준혜경미동상진태우윤유예하도시주인종광기창병용철원희선연소나다건한찬형호명문보효세강규"
    "근금남대덕두란봉복순숙신안애양여옥완웅의익일장중천춘충치택필학해헌홍화환후훈휘흥석제아이가라슬"
)
_SECOND = (
    "수영호희민진현우준석환훈정은경미숙자순연주아선원윤빈서기철식용욱일재성규균근섭태택혁형화란림리나라만명모배범"
    "복봉상승솔슬신심안애양엽예옥완웅율의이익인임장제조종지찬창천춘탁하학한해헌혜홍효후휘결겸광교구국권남목"
)
_UNKNOWN = -7.0
"""How likely it is that somebody is named whom no list has."""
_STEEP = 1.2

KOREAN = Parts(
    (scored(_SURNAMES, _STEEP, 1.0), scored(_FIRST, 1.0, 10.0), scored(_SECOND, 1.0, 10.0)), _UNKNOWN
)
