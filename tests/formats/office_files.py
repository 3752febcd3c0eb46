"""Files of word processors as tests make them: the least archives that Word and LibreOffice take."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
_DUBLIN = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'


def word(body: str, properties: str = "", more: Mapping[str, str] = {}) -> bytes:
    """A .docx whose document has this body; `properties` are elements of its core properties."""
    return _zipped(
        {
            "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            "<Default Extension='xml' ContentType='application/xml'/></Types>",
            "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            f"<Relationship Id='r1' Type='{_RELATION}/officeDocument' Target='word/document.xml'/>"
            "</Relationships>",
            "word/document.xml": f"<w:document {_WORD} xmlns:r='{_RELATION}'><w:body>{body}"
            "</w:body></w:document>",
            "docProps/core.xml": f"<cp:coreProperties xmlns:cp='urn:x' {_DUBLIN}>{properties}"
            "</cp:coreProperties>",
            **more,
        }
    )


def paragraph(text: str, style: str = "", run: str = "") -> str:
    """A paragraph of Word's in a style, its text in one run set as `run` says."""
    styled = f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>" if style else ""
    return f"<w:p>{styled}<w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def styles(**names: str) -> dict[str, str]:
    """The part that names styles: their ids, which languages change, to the names they have in all."""
    each = "".join(
        f"<w:style w:type='paragraph' w:styleId='{key}'><w:name w:val='{name}'/></w:style>"
        for key, name in names.items()
    )
    return {
        "word/styles.xml": f"<w:styles {_WORD}>{each}</w:styles>",
        "word/_rels/document.xml.rels": "<Relationships "
        "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        f"<Relationship Id='s' Type='{_RELATION}/styles' Target='styles.xml'/></Relationships>",
    }


def open_text(body: str, properties: str = "") -> bytes:
    """An .odt with this body; `properties` are elements of its metadata."""
    names = " ".join(
        f'xmlns:{name}="{_OPEN}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta")
    )
    root = f"{names} {_XLINK} {_DUBLIN} xmlns:fo='{_OPEN}:xsl-fo-compatible:1.0' office:version='1.3'"
    bold = (
        "<office:automatic-styles><style:style style:name='B' style:family='text'>"
        "<style:text-properties fo:font-weight='bold'/></style:style></office:automatic-styles>"
    )
    inside = f"{bold}<office:body><office:text>{body}</office:text></office:body>"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    kind = "application/vnd.oasis.opendocument.text"
    return _zipped(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f"<m:manifest xmlns:m='{manifest}' m:version='1.3'>"
            f"<m:file-entry m:full-path='/' m:media-type='{kind}'/>"
            "<m:file-entry m:full-path='content.xml' m:media-type='text/xml'/></m:manifest>",
            "content.xml": f"<office:document-content {root}>{inside}</office:document-content>",
            "meta.xml": f"<office:document-meta {root}><office:meta>{properties}</office:meta>"
            "</office:document-meta>",
            "styles.xml": f"<office:document-styles {root}/>",
        }
    )


def _zipped(parts: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            part = zipfile.ZipInfo(name)  # of 1980, so that the same parts are the same bytes
            archive.writestr(part, text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
