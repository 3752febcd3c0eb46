"""Channels: how text was damaged, as something that can be done again.

A channel reads the UTF-8 bytes of a text by a code page, once or twice, and may lose what the page
does not define (WHATWG calls keeping those bytes as C1 controls "windows-125x"; others drop them or put
U+FFFD or "?"), the soft hyphen, and the no-break space.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

PAGES = ("cp1252", "cp1254", "cp1250", "cp1251", "latin-1", "mac-roman", "cp437")
"""The code pages UTF-8 is known to be read by, as Python names them."""

NAMES = {
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1257": "windows-1257",
    "latin-1": "ISO-8859-1",
    "iso8859-2": "ISO-8859-2",
    "mac-roman": "MacRoman",
    "cp437": "code page 437",
}
"""Their names as people know them."""

SOFT_HYPHEN = "\xad"
NO_BREAK_SPACE = "\xa0"


@dataclass(frozen=True, slots=True)
class Loss:
    """What becomes of the characters that get lost: each field is what stands in their place.

    `undefined` None keeps the C1 control of the same number; for latin-1, whose bytes 80-9F are C1
    controls already, "" drops those.
    """

    undefined: str | None = None
    soft_hyphen: str = SOFT_HYPHEN
    no_break_space: str = NO_BREAK_SPACE


KEPT = Loss()
DROPPED = Loss(undefined="", soft_hyphen="")


@dataclass(frozen=True, slots=True)
class Channel:
    """UTF-8 read by a code page, `times` over, with loss."""

    page: str
    loss: Loss = KEPT
    times: int = 1
    signs: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """What each of the 256 byte values becomes; "" for those that get lost."""
    name: str = field(init=False, repr=False, compare=False)
    """As told to people: "UTF-8 read as windows-1252, twice"."""
    _kept: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        signs = _signs(self.page, self.loss, self.times)
        object.__setattr__(self, "signs", signs)
        name = f"UTF-8 read as {NAMES[self.page]}" + (", twice" if self.times == 2 else "")
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "_kept", _kept(signs, self.loss.undefined, self.times))

    def image(self, character: str) -> str:
        """What the channel makes of one character."""
        return "".join(self.signs[byte] for byte in character.encode("utf-8", "surrogatepass"))

    def damaged(self, text: str) -> str:
        """What the channel makes of a text."""
        return text.translate(_images_of(self))

    def lost(self, text: str) -> bytes:
        """The bytes of the text that can't be told from the damaged text, in order."""
        return text.encode("utf-8", "surrogatepass").translate(None, self._kept)

    def explained(self, after: str) -> str:
        """The channel's name with the bytes that were lost from the right text."""
        lost = self.lost(after)
        return _explained(self.name, lost) if lost else self.name


class _Images(dict[int, str]):
    """A table for str.translate that fills itself."""

    def __init__(self, channel: Channel) -> None:
        super().__init__()
        self._channel = channel

    def __missing__(self, code: int) -> str:
        image = self._channel.image(chr(code)) if code >= 0x80 else chr(code)
        self[code] = image
        return image


@lru_cache(maxsize=8)
def _images_of(channel: Channel) -> _Images:
    """The table of a channel, with the images it was asked for."""
    return _Images(channel)


@lru_cache(maxsize=1_000)
def _explained(name: str, lost: bytes) -> str:
    """A channel's name with bytes as told to people, the first six."""
    listed = " ".join(f"{byte:02X}" for byte in lost[:6]) + (" …" if len(lost) > 6 else "")
    return f"{name}, {'byte' if len(lost) == 1 else 'bytes'} lost: {listed}"


@cache
def decoded(page: str, byte: int) -> str:
    """The character a page has for a byte, the C1 control of that number where it has none."""
    return bytes([byte]).decode(page, "ignore") or chr(byte)


@cache
def _signs(page: str, loss: Loss, times: int) -> tuple[str, ...]:
    once = tuple(_once(page, loss, byte) for byte in range(256))
    if times == 1:
        return once
    # The second reading takes the UTF-8 bytes of what the first has left.
    return tuple(
        "".join(once[byte] for byte in sign.encode()) if ord(sign or " ") >= 0x80 else sign for sign in once
    )


@cache
def _kept(signs: tuple[str, ...], undefined: str | None, times: int) -> bytes:
    """The bytes that can be told from what they become."""
    gone = {"", " ", undefined}
    return bytes(
        byte for byte in range(256) if byte < 0x80 or (signs[byte] not in gone and len(signs[byte]) >= times)
    )


def _once(page: str, loss: Loss, byte: int) -> str:
    if byte < 0x80:
        return chr(byte)
    sign = decoded(page, byte)
    if sign == SOFT_HYPHEN:
        return loss.soft_hyphen
    if sign == NO_BREAK_SPACE:
        return loss.no_break_space
    if "\x80" <= sign <= "\x9f" and loss.undefined is not None:
        return loss.undefined
    return sign
