"""Trees as paragraphs; nothing outside the file is ever read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers import ImportFailure
from annotation.importers._reading.markup import (
    Layout,
    children,
    elements,
    first,
    line_of,
    name_of,
    paragraphs_of,
    parse_html,
    parse_xml,
    with_class,
)


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("a<br><br>b<br>c", ["a", "b\nc"]),
        ("col<mark>our</mark>ed and <span style='x'>sp</span>an", ["coloured and span"]),
        ("<p>shy\u00adness&shy;</p>", ["shyness"]),
        ("<p>Que dire&nbsp;?</p>", ["Que dire\u00a0?"]),
        ("<script>x</script><style>y</style><p>z</p><noscript>n</noscript>", ["z"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", ["a\tb", "c\td"]),
        ("<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", ["a\tb"]),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", ["a", "b"]),
        ("<ul><li>a</li><li>b</li></ul>", ["a", "b"]),
        ("<div>a<!-- hidden --> b</div>", ["a b"]),
        ("<p>a\n b</p>", ["a b"]),
        ("<p> &nbsp; </p>", []),
    ],
)
def test_a_page_has_paragraphs(html: str, paragraphs: list[str]) -> None:
    assert paragraphs_of(parse_html(html)) == paragraphs


def test_parts_are_found_by_name_and_class() -> None:
    root = parse_html("<div class='A b'><p>x</p></div><DIV CLASS=c>y</DIV>")
    assert [line_of(found) for found in with_class(root, "a")] == ["x"]
    assert [line_of(found) for found in elements(root, "div")] == ["x", "y"]
    assert name_of(elements(root, "div")[1]) == "div"
    assert children(elements(root, "div")[0], "p")[0].text == "x"
    assert first(root, "h1") is None
    assert line_of(None) == ""


def test_xml_is_read_in_spite_of_faults() -> None:
    layout = Layout(blocks=frozenset({"p"}), spaces=frozenset({"lb"}))
    root = parse_xml(b"<a xml:id='x'><p xml:id='x'>one &amp; two<lb/>three</p><p>four</a>")
    assert paragraphs_of(root, layout) == ["one & two three", "four"]


def test_entities_that_html_knows_are_text_and_others_are_nothing() -> None:
    root = parse_xml(b'<!DOCTYPE a SYSTEM "http://nowhere.invalid/a.dtd"><a>x &mdash; y &own; z</a>')
    assert " ".join(line_of(root, Layout(blocks=frozenset())).split()) == "x — y z"


def test_no_file_is_read_through_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf-8")
    data = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>before &x; after</a>'
    root = parse_xml(data.encode())
    assert "secret" not in line_of(root, Layout(blocks=frozenset()))


def test_entities_do_not_swell() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<!DOCTYPE a [<!ENTITY l0 "ha">{levels}]><a>&l9;</a>'
    assert len(line_of(parse_xml(data.encode()), Layout(blocks=frozenset()))) < 1000


def test_nesting_without_end_does_no_harm() -> None:
    assert paragraphs_of(parse_html("<div>" * 50_000 + "deep"))[-1:] in ([], ["deep"])
    assert isinstance(paragraphs_of(parse_xml(b"<a>" * 50_000 + b"deep")), list)


@pytest.mark.parametrize("data", [b"", b"   ", b"no markup", b"\x00\x01"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFailure, match="holds no XML"):
        parse_xml(data)


def test_an_empty_page_is_refused() -> None:
    with pytest.raises(ImportFailure, match="holds no HTML"):
        parse_html("")


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=100))
def test_any_text_is_a_page_or_refused(text: str) -> None:
    try:
        found = paragraphs_of(parse_html(text))
    except ImportFailure:
        return
    assert all(paragraph.strip() for paragraph in found)
