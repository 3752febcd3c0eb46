"""How much each sentence drawn is one of a newspaper, by its words.

Kiwi's model knows novels and essays, too. A mixture of two sources of words (McLachlan and Peel, *Finite
Mixture Models*, 2000) is fitted to sentences, begun from words that news and stories have; sentences then
count by how likely they are to be of the first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from korean_counting import Floats, Numbers
from korean_cutting import Kind

LEAST_WEIGHT = 0.3
"""What a sentence counts that no newspaper would have."""
ROUNDS = 8
SHARPNESS = 0.7
"""By how much less words say together than they would if each was chosen by itself."""
_PRIOR = 20
_NEWS = frozenset(
    "대통령 정부 의원 경찰 검찰 기업 업계 당국 국회 장관 위원회 관계자 지난달 달러 억 조 증가 감소 투자 금융 "
    "은행 수출 시장 선거 법원 혐의 후보 지원 사업 발표 계획 추진 조사 회사 대표 협회 올해 지난해 내년 분기 "
    "인상 확대 감독 경기 대회 우승 선수".split()
)
_STORIES = frozenset(
    "나 너 당신 그녀 내 네 저 어머니 아버지 엄마 아빠 오빠 형 그것 여인 사내 얼굴 눈물 가슴 어둠 입술".split()
)


def weights(text: Numbers, kinds: Sequence[Kind]) -> Floats:
    """By token what it counts, from `LEAST_WEIGHT` to 1; a text of chunks, -1 behind each sentence."""
    numbers: dict[tuple[str, str], int] = {}
    words = np.array([numbers.setdefault((kind.text, kind.into[:2]), len(numbers)) for kind in kinds])
    begun = np.array([_begun(*word) for word in numbers])
    ends = text < 0
    sentences = np.cumsum(ends) - ends
    heard = ~ends
    of, here = words[text[heard]], sentences[heard]
    count, many = int(sentences[-1]) + 1, len(numbers)
    news = _likely(np.bincount(here, weights=begun[of], minlength=count) - 0.3)
    for _ in range(ROUNDS):
        ours = np.bincount(of, weights=news[here], minlength=many)
        theirs = np.bincount(of, weights=1 - news[here], minlength=many)
        both = (ours + theirs) / len(of) + 1e-12
        says = np.log((ours + _PRIOR * both) / (ours.sum() + _PRIOR))
        says -= np.log((theirs + _PRIOR * both) / (theirs.sum() + _PRIOR))
        together = np.bincount(here, weights=np.clip(says, -3.0, 3.0)[of], minlength=count)
        news = _likely(SHARPNESS * (together + np.log(news.mean() / (1 - news.mean()))))
    return (LEAST_WEIGHT + (1 - LEAST_WEIGHT) * news)[sentences]


def _begun(form: str, part: str) -> float:
    """What a word says at first."""
    if part not in {"NN", "NP", "NR"}:
        return 0.0
    return 1.5 * (form in _NEWS) - 1.5 * (form in _STORIES)


def _likely(odds: Floats) -> Floats:
    """Probabilities by the logarithms of odds."""
    return 1 / (1 + np.exp(-np.clip(odds, -30.0, 30.0)))
