"""What agencies deliver: NITF, NewsML-G2 and NewsML 1 become articles, each as its text is printed."""

import io

import pytest

from curator import formats
from curator.domain.articles import Document
from curator.domain.errors import UnreadableFile
from curator.formats.collections import HEAD, Choices, Entry, Head
from curator.formats.feeds import newsml1_items, newsml_items, nitf_stories
from curator.formats.feeds.urgencies import importance_of
from curator.formats.readers import Claim
from curator.formats.writers.ninjs_items import URGENCIES
from curator.services.imports import collections

STORY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "nitf-3-4.dtd">
<nitf xml:lang="cs">
 <head>
  <title>pekarna-vrba</title>
  <tobject><tobject.subject tobject.subject.type="Ekonomika" tobject.subject.matter="akvizice"/></tobject>
  <docdata management-status="usable">
   <doc-id regsrc="KTA" id-string="KTA-2026-118"/><urgency ed-urg="3"/>
   <date.issue norm="20260303T081500+0100"/><doc.copyright holder="Krajská agentura" year="2026"/>
   <key-list><keyword key="pečivo"/><keyword key="akvizice"/></key-list>
   <identified-content><org>Pekárna Vrba</org><person>Jana Malá</person></identified-content>
  </docdata>
  <pubdata ex-ref="https://agentura.example/118"/>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Pekárna Vrba koupí mlýn</hl1><hl2>Cena je 40 milionů korun</hl2></hedline>
   <note><body.content><p>Titulek opraven.</p></body.content></note>
   <byline>Od <person>Jana Malá</person><byttl>redaktorka</byttl></byline>
   <dateline><location>BRNO</location> <story.date norm="20260303">3. března</story.date></dateline>
  </body.head>
  <body.content>
   <p><org idsrc="X" value="VRB">Pekárna&nbsp;Vrba</org> zaplatí <money unit="CZK">40 milionů korun</money>,
      řekla ředitelka <person>Eva <name.family>Tichá</name.family></person>.</p>
   <media media-type="image"><media-caption>Mlýn v zimě</media-caption></media>
   <hl2>Dluhy</hl2>
   <block><p>Mlýn dluží <em>devět</em> milionů.</p><ul><li>bance</li><li>obci</li></ul></block>
   <table><tr><th>Rok</th><th>Tržby</th></tr><tr><td>2025</td><td>12</td></tr></table>
  </body.content>
  <body.end><tagline>KTA jm</tagline></body.end>
 </body>
</nitf>
"""

MESSAGE = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-03T09:00:00+01:00</sent></header>
<itemSet>{items}</itemSet></newsMessage>"""

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:kta.example:{number}"
  version="2" standard="NewsML-G2" xml:lang="de">
 <rightsInfo><copyrightHolder><name>Rheinpresse</name></copyrightHolder></rightsInfo>
 <itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="nprov:KTA"/>
  <versionCreated>2026-03-03T10:30:00+01:00</versionCreated><pubStatus qcode="stat:{status}"/>
  <edNote>Mit Zitat</edNote></itemMeta>
 <contentMeta><urgency>4</urgency><contentCreated>2026-03-03T08:15:00+01:00</contentCreated>
  <creator qcode="p:9"><name>Ute Kern</name></creator>
  <language tag="de"/>
  <subject type="cpnat:abstract" qcode="medtop:04000000"><name xml:lang="en">economy</name>
   <name xml:lang="de">Wirtschaft</name></subject>
  <subject type="cpnat:organisation" qcode="org:7"><name>Ziegelei Lohmann</name></subject>
  <keyword>Ziegel</keyword><slugline>ziegelei-lohmann</slugline>
  <headline role="hld:sub">Vertrag in Wesel</headline>
  <headline role="hld:main">Ziegelei Lohmann verkauft</headline>
  <dateline>WESEL, 3. März</dateline><by>Von Ute Kern</by>
  <description role="drol:summary">Der Preis liegt bei 5 Mio. Euro.</description></contentMeta>
 <contentSet>{content}</contentSet></newsItem>"""

XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>x</title></head><body><h1>Ziegelei Lohmann verkauft</h1><p>Die Ziegelei Lohmann geht für 5 Mio. Euro an
einen Käufer aus Wesel.</p><p>Der Vertrag gilt ab <b>1. Juli</b>.</p></body></html></inlineXML>"""

NEWSML = """<?xml version="1.0" encoding="iso-8859-1"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260303T091500Z</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="fr"><Identification><NewsIdentifier><ProviderId>kta.example</ProviderId>
 <PublicIdentifier>urn:newsml:kta.example:fr118</PublicIdentifier></NewsIdentifier></Identification>
 <NewsManagement><FirstCreated>20260303T081500Z</FirstCreated><Status FormalName="Usable"/>
  <Urgency FormalName="2"/></NewsManagement>
 <NewsComponent><NewsLines><HeadLine>Le moulin de Thiers vendu</HeadLine><ByLine>Par Luc Petit</ByLine>
  <DateLine>Thiers, 3 mars</DateLine><SlugLine>thiers-moulin</SlugLine>
  <KeywordLine>industrie</KeywordLine></NewsLines>
  <AdministrativeMetadata><Provider><Party FormalName="KTA"/></Provider></AdministrativeMetadata>
  <DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>
  <NewsComponent><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
  <NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent>{content}</DataContent></ContentItem>
  </NewsComponent></NewsComponent></NewsItem></NewsML>"""


def entries(module, text: str, encoding: str = "utf-8") -> list[Entry]:
    return list(module.COLLECTION.entries(io.BytesIO(text.encode(encoding)), "118.xml", Choices()))


def only(module, text: str, encoding: str = "utf-8") -> Document:
    (entry,) = entries(module, text, encoding)
    assert not entry.reason
    return formats.read(entry.data, entry.path)


def item(content: str = XHTML, *, kind: str = "text", status: str = "usable", number: int = 1) -> str:
    return ITEM.format(content=content, kind=kind, status=status, number=number)


def body_of(read: Document) -> str:
    return read.body.of(read.text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (STORY, "nitf"),
        (MESSAGE.format(items=item()), "newsml-g2"),
        (f"<!-- dpa -->\n{item()}", "newsml-g2"),
        (NEWSML, "newsml"),
        ("<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", ""),
    ],
)
def test_a_file_is_told_by_its_root(text, name, tmp_path):
    file = tmp_path / "118.xml"
    file.write_text(text, encoding="utf-8")
    found = collections.of_file(file, file.name)
    assert (found.name if found else "") == name
    each = nitf_stories.COLLECTION.claim(Head(text.encode()[:HEAD], "118.xml"))
    assert (each is Claim.CERTAIN) == (name == "nitf")


def test_a_story_of_nitf_gives_its_fields():
    fields = only(nitf_stories, STORY).fields
    assert fields.title == "Pekárna Vrba koupí mlýn"
    assert fields.description == "Cena je 40 milionů korun"
    assert fields.published == "2026-03-03T07:15:00Z"
    assert (fields.source, fields.author) == ("Krajská agentura", "Jana Malá")
    assert (fields.language, fields.category, fields.importance) == ("cs", "Ekonomika", 4)
    assert fields.companies == ("Pekárna Vrba",)
    assert fields.tags == ("pečivo", "akvizice")
    assert fields.note == "Titulek opraven."
    assert fields.url == "https://agentura.example/118"


def test_a_story_of_nitf_is_read_as_it_is_printed():
    read = only(nitf_stories, STORY)
    assert read.front_matter["guid"] == "KTA-2026-118"
    body = body_of(read)
    assert body.startswith(
        "BRNO 3. března – Pekárna Vrba zaplatí 40 milionů korun, řekla ředitelka Eva Tichá."
    )
    assert "## Dluhy" in body
    assert "Mlýn dluží *devět* milionů.\n\n- bance\n- obci" in body
    assert "| 2025 | 12 |" in body
    assert "Mlýn v zimě" not in body
    assert "Titulek opraven" not in body


def test_a_dateline_that_the_text_has_is_not_said_twice():
    told = STORY.replace('<p><org idsrc="X"', '<p>BRNO (KTA) – <org idsrc="X"')
    assert body_of(only(nitf_stories, told)).startswith("BRNO (KTA) – Pekárna Vrba zaplatí")


def test_a_story_that_was_taken_back_says_so():
    read = only(nitf_stories, STORY.replace('"usable"', '"canceled"'))
    assert read.front_matter["status"] == "canceled"


def test_an_item_of_newsml_g2_gives_its_fields_in_its_language():
    read = only(newsml_items, item())
    fields = read.fields
    assert (fields.title, fields.description) == (
        "Ziegelei Lohmann verkauft",
        "Der Preis liegt bei 5 Mio. Euro.",
    )
    assert fields.published == "2026-03-03T07:15:00Z"
    assert (fields.source, fields.author, fields.language) == ("Rheinpresse", "Ute Kern", "de")
    assert (fields.companies, fields.tags) == (("Ziegelei Lohmann",), ("Wirtschaft", "Ziegel"))
    assert (fields.importance, fields.note) == (3, "Mit Zitat")
    assert read.front_matter["guid"] == "urn:newsml:kta.example:1"
    assert read.front_matter["slugline"] == "ziegelei-lohmann"
    body = body_of(read)
    assert body.startswith("WESEL, 3. März – Die Ziegelei Lohmann geht für 5 Mio. Euro an einen Käufer")
    assert "ab **1. Juli**." in body


@pytest.mark.parametrize(
    ("kind", "content", "told"),
    [
        ("plain", "Die Ziegelei &amp; ihr Hof.\n\nZwei Absätze.", "Die Ziegelei & ihr Hof.\n\nZwei Absätze."),
        ("html", "&lt;p&gt;Die Ziegelei ist &lt;b&gt;neu&lt;/b&gt;.&lt;/p&gt;", "Die Ziegelei ist **neu**."),
    ],
)
def test_a_text_that_is_no_xml_is_read_by_its_content_type(kind, content, told):
    inline = f'<inlineData contenttype="text/{kind}">{content}</inlineData>'
    assert body_of(only(newsml_items, item(inline))) == told


def test_nitf_within_an_item_adds_what_the_item_does_not_say():
    nitf = STORY.partition("?>")[2].partition('.dtd">')[2].replace("&nbsp;", " ")
    read = only(newsml_items, item(f'<inlineXML contenttype="application/nitf+xml">{nitf}</inlineXML>'))
    assert read.fields.title == "Ziegelei Lohmann verkauft"
    assert read.fields.category == "Ekonomika"
    assert "zaplatí 40 milionů korun" in body_of(read)


def test_a_message_gives_its_texts_and_tells_of_those_that_lie_elsewhere():
    elsewhere = '<remoteContent href="text/119.html"/>'
    items = item(number=1) + item(kind="picture", number=2) + item(elsewhere, number=3) + item(number=4)
    found = entries(newsml_items, MESSAGE.format(items=items))
    assert [each.place for each in found] == ["item 1", "item 2", "item 3"]
    assert [bool(each.data) for each in found] == [True, False, True]
    assert found[1].reason == "The text is not in the file, but in another: text/119.html."


def test_a_file_of_pictures_alone_is_refused():
    picture = '<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>'
    first = f"<NewsML><NewsItem><NewsComponent>{picture}</NewsComponent></NewsItem></NewsML>"
    for module, text in ((newsml1_items, first), (newsml_items, MESSAGE.format(items=item(kind="video")))):
        with pytest.raises(UnreadableFile, match="no news item with a text"):
            entries(module, text)


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        "<html><body>{}</body></html>",
        "<![CDATA[{}]]>",
        "<nitf><body><body.content>{}</body.content></body></nitf>",
    ],
)
def test_an_item_of_newsml_1_gives_its_text_and_fields(content):
    text = "<p>Le moulin est vendu pour 2,4 millions d'euros.</p><p>Signé en été.</p>"
    read = only(newsml1_items, NEWSML.format(content=content.format(text)), "iso-8859-1")
    fields = read.fields
    assert (fields.title, fields.author) == ("Le moulin de Thiers vendu", "Luc Petit")
    assert (fields.source, fields.language) == ("KTA", "fr")
    assert (fields.published, fields.importance, fields.tags) == ("2026-03-03T08:15:00Z", 4, ("industrie",))
    assert read.front_matter["guid"] == "urn:newsml:kta.example:fr118"
    assert body_of(read).endswith("vendu pour 2,4 millions d'euros.\n\nSigné en été.")


def test_entities_of_a_file_s_own_are_not_expanded():
    bomb = '<!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    body = "<body><body.content><p>Mlýn &b; stojí dál.</p></body.content></body>"
    (entry,) = entries(nitf_stories, f"{bomb}<nitf>{body}</nitf>")
    assert b"aaaa" not in entry.data


def nested(depth: int) -> str:
    blocks = f"{'<block>' * depth}<p>Mlýn stojí dál.</p>{'</block>' * depth}"
    return f"<nitf><body><body.content>{blocks}</body.content></body></nitf>"


def test_a_nest_of_elements_is_read_and_one_without_end_refused():
    assert only(nitf_stories, nested(200)).text == "Mlýn stojí dál."
    with pytest.raises(UnreadableFile):
        entries(nitf_stories, nested(100_000))


def test_urgencies_lead_back_to_the_importance_they_are_written_for():
    assert all(importance_of(urgency) == importance for importance, urgency in URGENCIES.items())
    assert importance_of("") is None
    assert importance_of("flash") is None


def test_elements_that_have_no_name_behind_their_prefix_hurt_nothing():
    told = STORY.replace("<block>", "<block><p>Za <x:00>Pole</x:00></p>")
    assert "Pole" in body_of(only(nitf_stories, told))
