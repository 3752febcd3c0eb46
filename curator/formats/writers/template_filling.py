"""Template filling: an editor's template is filled in by a process of its own, which can do no harm.

Jinja2's sandbox keeps a template to the values it is given: it opens no file and includes no other template.
No sandbox keeps it from looping for ever or from making a text that fills the memory; so the process has a
limit of time and, where the system has such limits, of memory, and is ended when it goes beyond.
"""

from __future__ import annotations

import multiprocessing
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol

from curator.domain.articles import Article
from curator.domain.errors import CuratorError
from curator.domain.exports import Edition
from curator.formats.writers import template_values

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

SECONDS = 30.0
SECONDS_AN_ARTICLE = 0.02
"""How long a template may take, and how much longer for each article."""

MOST_MEMORY = 3 << 30
"""Bytes a template may take up, together with the articles."""

MOST_BYTES = 512 << 20
"""The largest file a template may make."""

CHUNK = 1 << 16

_FILE = "<template>"
_LOOKS_LIKE_MARKUP = re.compile(r"\s*<(?:[!?]|[A-Za-z][\w:-]*[\s/>])")
_SIGNS = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
_NOT_OFFERED = ("attr", "random")
"""Filters that go round the sandbox's own rules, or do not give the same twice."""


class _Pipe(Protocol):
    """One end of a pipe between processes; its class has another name on Windows."""

    def send(self, obj: object, /) -> None: ...
    def recv(self) -> tuple[Any, ...]: ...
    def poll(self, timeout: float, /) -> bool: ...


def filled(template: str, articles: list[Article], edition: Edition) -> Iterator[bytes]:
    """The filled-in template in pieces.

    CuratorError with the line for a template that is wrong, or for one that takes or makes too much.
    """
    context = multiprocessing.get_context("spawn")  # a fork would copy Qt and the database's connections
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        yield from _answers(ours, template, articles, edition)
    finally:
        process.kill()
        process.join()
        ours.close()


def _answers(pipe: _Pipe, template: str, articles: list[Article], edition: Edition) -> Iterator[bytes]:
    limit = SECONDS + SECONDS_AN_ARTICLE * len(articles)
    size = 0
    try:
        pipe.send((template, articles, edition, MOST_MEMORY))
        end = time.monotonic() + limit
        while True:
            if not pipe.poll(max(0.0, end - time.monotonic())):
                raise CuratorError(
                    f"The template took longer than {limit:.0f} seconds.", "See whether a loop in it ends."
                )
            kind, value = pipe.recv()
            if kind == "error":
                raise CuratorError(*value)
            if kind == "end":
                return
            size += len(value)
            if size > MOST_BYTES:
                raise CuratorError(f"The template makes more than {MOST_BYTES >> 20} MB.")
            yield value
    except (EOFError, OSError) as error:
        message = "The process that filled in the template has ended; it may have taken too much memory."
        raise CuratorError(message, "See whether a loop in the template ends.") from error


def _work(pipe: _Pipe) -> None:
    """What the process does: fill in one template and send what it makes."""
    template, articles, edition, memory = pipe.recv()
    _limit(memory)
    try:
        for piece in rendered(template, template_values.names(articles, edition)):
            pipe.send(("text", piece))
        pipe.send(("end", None))
    except CuratorError as error:
        pipe.send(("error", (error.message, error.hint)))
    except MemoryError:
        pipe.send(("error", ("The template takes up too much memory.", "See whether a loop in it ends.")))


def _limit(memory: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def rendered(template: str, names: dict[str, Any]) -> Iterator[bytes]:
    """The template filled in with these names, in pieces of UTF-8; CuratorError with the line at fault."""
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        text: list[str] = []
        size = 0
        for piece in _environment(template).from_string(template).generate(names):
            text.append(piece)
            size += len(piece)
            if size > CHUNK:
                yield _bytes(text)
                text, size = [], 0
        yield _bytes(text)
    except TemplateSyntaxError as error:
        raise CuratorError(f"The template is wrong in line {error.lineno}: {error.message}") from error
    except TemplateError as error:
        raise _wrong(error, str(error.message or error)) from error
    except RecursionError as error:
        raise _wrong(error, "it calls itself without end") from error
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise _wrong(error, str(error) or type(error).__name__) from error


def _environment(template: str) -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        autoescape=bool(_LOOKS_LIKE_MARKUP.match(_SIGNS.sub("", template))),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.pop("lipsum")
    for name in _NOT_OFFERED:
        made.filters.pop(name)
    return made


def _bytes(pieces: list[str]) -> bytes:
    return "".join(pieces).encode("utf-8", "replace")


def _wrong(error: BaseException, reason: str) -> CuratorError:
    line = _line(error.__traceback__)
    where = f" in line {line}" if line else ""
    return CuratorError(f"The template is wrong{where}: {reason}")


def _line(trace: TracebackType | None) -> int:
    """The template's line that was being filled in."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
