"""Reloading: a file that another program changed becomes the current revision, field by field if need be."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from curator.domain.articles import Article, Fields, changed_fields
from curator.domain.changes import Applied, Step, Value
from curator.domain.errors import Cancelled, Conflict, CuratorError
from curator.domain.intakes import Intake
from curator.domain.progress import Progress, silent
from curator.formats.differences import unified
from curator.formats.sources import MOST_BYTES, too_large
from curator.services import reading
from curator.services.files import saving, source_files
from curator.services.imports import preparing
from curator.services.imports.preparing import File
from curator.services.reports import Report
from curator.store import additions, names, revisions
from curator.store.changes import changing, journal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from curator.services.library import Library

LABEL = "Reload from file"
KEPT = "Keep the text here"
TEXT = "text"
"""What the body goes by beside the names of fields."""


class Side(StrEnum):
    """Whose version is to stand."""

    HERE = "here"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field, or the text, as it was imported, as it is here and as it is in the file."""

    name: str
    imported: Value
    here: Value
    file: Value

    @property
    def side(self) -> Side:
        """The version that stands unless an editor says otherwise: what was edited here, else the file's."""
        return Side.HERE if self.here != self.imported and self.name != TEXT else Side.FILE

    @property
    def is_conflict(self) -> bool:
        """Whether both sides changed it, and differently."""
        return self.here != self.imported and self.file not in (self.imported, self.here)


@dataclass(frozen=True, slots=True)
class Comparison:
    """An article beside its file as it is now; `diff` is that of the texts."""

    article: Article
    intake: Intake
    data: bytes
    differences: tuple[Difference, ...]
    diff: str


class Outcome(StrEnum):
    """What became of an article."""

    RELOADED = "reloaded"
    KEPT = "kept"  # it has edits that are not saved
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ReloadItem:
    """What became of one article; `unsaved` are the fields that kept it from being reloaded."""

    article_id: int
    path: str
    outcome: Outcome
    unsaved: tuple[str, ...] = ()
    reason: str = ""
    hint: str = ""

    @property
    def changed(self) -> bool:
        """Whether the article was reloaded."""
        return self.outcome is Outcome.RELOADED


ReloadReport = Report[ReloadItem]


def reload(
    library: Library,
    ids: Sequence[int],
    progress: Progress = silent,
    on_item: Callable[[ReloadItem], None] | None = None,
) -> ReloadReport:
    """Take the files of these articles as they are now, save those with edits that are not saved.

    All are one step, which undo takes back. `progress` is told the articles done and in all; if it raises
    Cancelled, what is done stays and the report says so.
    """
    items: list[ReloadItem] = []
    step: int | None = None
    try:
        for done, number in enumerate(ids):
            progress(done, len(ids), "")
            item, step = _reloaded(library, number, step)
            items.append(item)
            if on_item is not None:
                on_item(item)
        progress(len(ids), len(ids), "")
    except Cancelled:
        return ReloadReport(tuple(items), cancelled=True)
    return ReloadReport(tuple(items))


def _reloaded(library: Library, number: int, step: int | None) -> tuple[ReloadItem, int | None]:
    item = ReloadItem(number, "", Outcome.FAILED)
    try:
        article = reading.article(library, number)
        item = replace(item, path=article.path)
        edited = tuple(changed_fields(article.imported, article.fields))
        if edited:
            return replace(item, outcome=Outcome.KEPT, unsaved=edited), step
        intake, _ = _read(library, article)
        with library.writing() as connection:
            changes = revisions.reload(connection, number, intake)
            if step is None or not journal.extend(connection, step, changes):
                made = Step(LABEL, tuple(changes))
                step = journal.record(connection, made, library.who, changing.now())
    except CuratorError as error:
        return replace(item, reason=error.message, hint=error.hint), step
    return replace(item, outcome=Outcome.RELOADED), step


def compare(library: Library, article_id: int) -> Comparison:
    """An article beside its file as it is now; CuratorError if the file is gone or cannot be read."""
    article = reading.article(library, article_id)
    intake, data = _read(library, article)
    with library.reading() as connection:
        (intake,) = additions.settled(connection, [intake])
    return Comparison(article, intake, data, tuple(_differences(article, intake)), _diff(article, intake))


def resolve(library: Library, compared: Comparison, sides: Mapping[str, Side]) -> Applied:
    """Let these versions stand (by field and `TEXT`, the others as `Difference.side` has it), in one step.

    With the text of the file its bytes become the current revision. With the text here the file is written
    anew from it; its own bytes are kept in the library. Conflict if either side changed meanwhile.
    """
    chosen = {each.name: sides.get(each.name, each.side) for each in compared.differences}
    fields = _fields(compared, chosen)
    _refuse_meanwhile(library, compared)
    if chosen.get(TEXT, Side.FILE) is Side.HERE:
        return _keep_text(library, compared, fields)
    with library.writing() as connection:
        changes = revisions.reload(connection, compared.article.id, compared.intake, fields)
        step = Step(LABEL, tuple(changes))
        journal.record(connection, step, library.who, changing.now())
    return Applied.of(step)


def _keep_text(library: Library, compared: Comparison, fields: Fields) -> Applied:
    """Write the file anew from the text here, after its own bytes were put aside."""
    number = compared.article.id
    with library.writing() as connection:
        revisions.put_aside(connection, number, compared.intake)
        changes = revisions.differences(number, compared.article.fields, fields)
        applied = changing.made(connection, KEPT, changes, library.who)
    item = saving.overwrite(library, number, compared.data)
    if item.outcome is saving.Outcome.REFUSED:
        raise CuratorError(item.reason, item.hint)
    return applied if applied.step else Applied(None, articles=frozenset({number}))


def _fields(compared: Comparison, chosen: Mapping[str, Side]) -> Fields:
    taken: dict[str, Any] = {
        name: getattr(compared.intake.fields, name)
        for name, side in chosen.items()
        if side is Side.FILE and name != TEXT
    }
    return replace(compared.article.fields, **taken)


def _refuse_meanwhile(library: Library, compared: Comparison) -> None:
    now = reading.article(library, compared.article.id)
    if (now.sha256, now.fields) != (compared.article.sha256, compared.article.fields):
        raise Conflict("The article was changed meanwhile.", "Compare it again.")
    if _bytes(now) != compared.data:
        raise Conflict("The file was changed again meanwhile.", "Compare it again.")


def _read(library: Library, article: Article) -> tuple[Intake, bytes]:
    """The file as it is now, read as an import reads it, and its bytes."""
    data = _bytes(article)
    sha256 = hashlib.sha256(data).hexdigest()
    with library.reading() as connection:
        known = names.companies(connection)
    return preparing.prepare(File(article.path, article.source_path, data, sha256), known), data


def _bytes(article: Article) -> bytes:
    data = source_files.read(article, MOST_BYTES)
    if data is None:
        raise too_large()
    return data


def _differences(article: Article, intake: Intake) -> Iterator[Difference]:
    for name in Fields.__dataclass_fields__:
        each = Difference(
            name, *(getattr(of, name) for of in (article.imported, article.fields, intake.fields))
        )
        if each.here != each.file:
            yield each
    here, file = article.body.of(article.text), intake.body.of(intake.text)
    if here != file:
        yield Difference(TEXT, here, here, file)


def _diff(article: Article, intake: Intake) -> str:
    here, file = article.body.of(article.text), intake.body.of(intake.text)
    return unified(here + "\n" if here else "", file + "\n" if file else "", article.path)
