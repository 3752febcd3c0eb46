"""Every colour can be read on every surface it stands on (WCAG 2.2 contrast ratios)."""

from __future__ import annotations

import pytest

from curator.ui.look.theme import DARK, LIGHT, Theme

SURFACES = ("window", "base", "alt", "hover", "sel")
KINDS = ("money", "quantity", "percent", "date", "company", "repair")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, "relative luminance")."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(over: str, under: str, share: float) -> str:
    pairs = [(int(over[i : i + 2], 16), int(under[i : i + 2], 16)) for i in (0, 2, 4)]
    return "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen = request.param
    assert isinstance(chosen, Theme)
    return chosen


@pytest.mark.parametrize("surface", SURFACES)
def test_text_is_ten_to_one_on_every_surface(theme: Theme, surface: str) -> None:
    assert contrast(theme.text, getattr(theme, surface)) >= 10


@pytest.mark.parametrize("surface", SURFACES)
def test_muted_text_is_five_to_one_on_every_surface(theme: Theme, surface: str) -> None:
    assert contrast(theme.muted, getattr(theme, surface)) >= 5


@pytest.mark.parametrize("surface", ["window", "base", "alt"])
def test_outlines_of_controls_are_three_to_one(theme: Theme, surface: str) -> None:
    assert contrast(theme.control, getattr(theme, surface)) >= 3


@pytest.mark.parametrize("role", ["accent", "danger", "warn", "ok"])
@pytest.mark.parametrize("surface", ["window", "base", "alt", "hover", "sel"])
def test_words_in_a_colour_of_state_are_readable(theme: Theme, role: str, surface: str) -> None:
    assert contrast(getattr(theme, role), getattr(theme, surface)) >= 4.5


@pytest.mark.parametrize("role", ["danger", "warn", "ok"])
def test_words_in_a_colour_of_state_are_readable_on_their_tint(theme: Theme, role: str) -> None:
    assert contrast(getattr(theme, role), getattr(theme, f"{role}_tint")) >= 4.5


def test_the_main_button_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("kind", KINDS)
def test_article_words_stay_readable_on_the_tint_of_their_kind(theme: Theme, kind: str) -> None:
    tint = theme.tint(kind).name().removeprefix("#")
    assert contrast(theme.text, tint) >= 7
    assert contrast(theme.text, mixed(tint, theme.base, 0.6)) >= 7


@pytest.mark.parametrize("kind", KINDS)
def test_the_ink_of_a_kind_can_be_told_on_tint_and_base(theme: Theme, kind: str) -> None:
    ink, tint = (colour.name().removeprefix("#") for colour in (theme.ink(kind), theme.tint(kind)))
    assert contrast(ink, tint) >= 4.5
    assert contrast(ink, theme.base) >= 4.5
