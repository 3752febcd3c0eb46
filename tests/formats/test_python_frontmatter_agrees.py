"""python-frontmatter, the library posts are usually read with, reads the same as we do."""

from __future__ import annotations

import frontmatter
import pytest

from curator.formats.front_matter import parsing

POSTS = {
    "yaml": "---\ntitle: Most přes Odru\nimportance: 4\ntags:\n- mosty\n- řeky\nlayout: post\n---\n\nTělo.\n",
    "json": '{\n"title": "Most cez Váh",\n"importance": 2\n}\n\nText.\n',
}


@pytest.mark.parametrize("style", POSTS)
def test_both_read_the_same_values(style: str) -> None:
    text = POSTS[style]
    ours, theirs = parsing.read(text), frontmatter.loads(text)
    assert ours.style == style
    assert ours.values == theirs.metadata
    assert text[ours.body :].strip() == theirs.content
