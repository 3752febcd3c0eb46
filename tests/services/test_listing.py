import pytest

from curator.domain.articles import State
from curator.domain.errors import QueryError
from curator.services import listing
from curator.services.listing import Column, Order


def found(library, query):
    return sorted(listing.identifiers(library, query))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("story", [1, 2, 3, 5]),
        ("STORY", [1, 2, 3, 5]),
        ("zlutoucky", [1, 2, 3, 4, 5]),
        ('"plant in Brno"', [1, 2, 3, 4, 5]),
        ('"Brno in plant"', []),
        ("数据", [1, 2, 3, 4, 5]),
        ("故事", [4]),
        ("事故", []),
        ("euros milli*", [1, 2, 3, 4, 5]),
        ("million -story", [4]),
        ("id:2", [2]),
        ("id:>=4", [4, 5]),
        ("id:1 or id:3", [1, 3]),
        ("path:folder/3", [3]),
        ("path:=folder/3", []),
        ("title:story", [1, 2, 3, 5]),
        ('title:="story 3"', [3]),
        ("title:数据", [4]),
        ('company:"orchard chips"', [1, 2, 4]),
        ("company:orch*", [1, 2, 4]),
        ("company:orchard", []),
        ('company:"zaba s.r.o."', [5]),
        ("company:", [3]),
        ("company:*", [1, 2, 4, 5]),
        ("tag:ai", [1, 2, 3, 4, 5]),
        ("tag:CHIPS", [3]),
        ("-tag:chips", [1, 2, 4, 5]),
        ("language:de", [2]),
        ("lang:zh", [4]),
        ('source:"brno HEUTE"', [2]),
        ("source:the*", [1]),
        ("source:", [3, 4, 5]),
        ("author:*novak", [5]),
        ("author:novak", [5]),
        ("author:=novak", []),
        ("importance:4", [1]),
        ("importance:>=4", [1, 4]),
        ("importance:<4", [2, 5]),
        ("importance:", [3]),
        ("published:2031", [1, 2, 5]),
        ("published:2031-01", [1, 2]),
        ("published:>=2031-01-06", [2, 5]),
        ("published:>2031-01", [5]),
        ("published:<2031", [3]),
        ("published:<=2031-01", [1, 2, 3]),
        ("published:2031-01-06..2031-02", [2, 5]),
        ("published:", [4]),
        ("is:unreviewed", [1, 2, 3, 4, 5]),
        ("state:reviewed", []),
        ("set:nothing", []),
        ("has:guess", [1, 2, 3, 4, 5]),
        ("has:fact -has:company", [3]),
        ("has:doubtful", []),
        ("(tag:chips or language:de) story", [2, 3]),
        ("-(tag:chips or language:de)", [1, 4, 5]),
        ("…", [1, 2, 3, 4, 5]),
        ('AND OR" "NOT', [1, 2, 3, 4, 5]),
    ],
)
def test_a_query_finds(library, filled, query, expected):
    if query.startswith("AND"):
        with pytest.raises(QueryError):
            listing.count(library, query)
        return
    assert found(library, query) == expected
    assert listing.count(library, query) == len(expected)


@pytest.mark.parametrize(
    "words", ["NEAR(a b)", "story AND plant", "story*plant", "title:^x", "co\0lumn", "\"x' OR '1'='1\""]
)
def test_nothing_in_a_query_is_taken_for_sql(library, filled, words):
    assert found(library, words) == []
    assert listing.count(library, words) == 0


def test_a_word_before_a_colon_that_is_no_field_is_refused(library, filled):
    with pytest.raises(QueryError, match="a"):
        listing.count(library, "a:b")


@pytest.mark.parametrize("signs", ["%", "_"])
def test_signs_alone_ask_for_nothing(library, filled, signs):
    assert listing.count(library, signs) == len(filled)


@pytest.mark.parametrize("column", Column)
@pytest.mark.parametrize("descending", [True, False])
def test_pages_together_are_the_whole_list_in_order(library, filled, column, descending):
    order = Order(column, descending)
    paged, after = [], None
    while True:
        page = listing.page(library, "", order, after, 2)
        paged += [row.id for row in page.rows]
        after = page.next
        if after is None:
            break
    assert paged == listing.identifiers(library, "", order)
    assert sorted(paged) == filled


def test_a_page_as_long_as_the_list_is_the_last(library, filled):
    assert listing.page(library, "", limit=5).next is None


def test_the_newest_come_first(library, filled):
    assert listing.identifiers(library, "") == [5, 2, 1, 3, 4]


def test_a_row_has_what_the_list_shows(library, filled):
    (row,) = listing.rows(library, [1])
    assert (row.path, row.title, row.published, row.importance) == ("folder/1.md", "Story 1", "2031-01-05", 4)
    assert (row.companies, row.tags, row.state) == (("Orchard Chips",), ("AI",), State.INBOX)
    assert (row.facts_open, row.guesses) == (3, 1)


def test_rows_come_in_the_order_asked_without_those_that_are_gone(library, filled):
    assert [row.id for row in listing.rows(library, [3, 99, 1])] == [3, 1]


def test_facets_count_what_the_query_finds(library, filled):
    facets = listing.facets(library, "story")
    assert facets.companies == (("Orchard Chips", 2), ("Žába s.r.o.", 1))
    assert facets.tags == (("AI", 4), ("chips", 1))
    assert facets.languages == (("en", 3), ("de", 1))
    assert facets.states[State.INBOX] == 5
    assert facets.states[State.REVIEWED] == 0


def test_a_page_takes_the_same_number_of_queries_however_long_it_is(library, filled, add, intake):
    add(*(intake(number) for number in range(10, 60)))
    assert _queries(library, 2) == _queries(library, 50)


def _queries(library, limit):
    seen = []
    with library.reading() as connection:
        connection.connection.dbapi_connection.set_trace_callback(seen.append)
    listing.page(library, "", limit=limit)
    with library.reading() as connection:
        connection.connection.dbapi_connection.set_trace_callback(None)
    return len(seen)


def test_a_company_is_found_by_the_names_that_the_shipped_table_knows(library, add, intake):
    add(intake(1, companies=("Nvidia",)), intake(2))
    for query in ("company:英伟达", "company:=Нвидия", "-company:英伟达 or company:英伟达 id:1"):
        expected = 2 if query.startswith("-") else 1
        assert listing.count(library, query) == expected, query
        assert len(listing.page(library, query).rows) == expected
    assert listing.identifiers(library, "-company:英伟达") == [2]
    assert [name for name, _ in listing.facets(library, "company:英伟达").companies] == ["Nvidia"]


def test_a_name_that_the_library_has_means_its_own_company(library, add, intake):
    add(intake(1, companies=("Nvidia",)), intake(2, companies=("英伟达",)))
    assert listing.identifiers(library, "company:英伟达") == [2]
    assert listing.count(library, "company:nobody") == 0
