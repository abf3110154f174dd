"""What the guide shows works as it is shown."""

import json
import re
from pathlib import Path

import pytest

from annotation.codebook import load_codebook
from annotation.codebook.moving import read_moves
from annotation.fields import FIELD_KINDS
from resources import RESOURCES

GUIDE = RESOURCES / "guide"


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", ["codebook.md", "codebook.fr.md"])
def test_the_codebook_of_the_guide_can_be_used(page: str) -> None:
    _moves, toml = blocks(GUIDE / page, "toml")
    codebook = load_codebook(toml)
    (layer,) = codebook.layers
    assert len(layer.roles) == 2
    assert [field.kind for field in layer.fields] == ["tree", "number", "text", "reference"]


@pytest.mark.parametrize("page", ["codebook.md", "codebook.fr.md"])
def test_the_moves_of_the_guide_can_be_read(page: str) -> None:
    moves, _toml = blocks(GUIDE / page, "toml")
    assert read_moves(moves) == {
        ("tagset", "polarity", "mixed"): "neutral",
        ("layer", "figure"): "number",
        ("layer", "figure", "field", "per"): "",
        ("layer", "source", "role", "addressee"): "content",
    }


def test_the_guide_names_no_kind_of_field_that_there_is_not() -> None:
    table = (GUIDE / "codebook.md").read_text("utf-8").partition("## Kinds of fields")[2]
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == set(FIELD_KINDS.names)


def test_the_quotes_of_the_example_are_where_it_says() -> None:
    (example,) = blocks(GUIDE / "formats.md", "json")
    article = json.loads(example)
    (annotation,) = article["annotations"]
    found = {
        role: [article["text"][start:end] for start, end in spans]
        for role, spans in annotation["spans"].items()
    }
    assert found == annotation["quotes"]


@pytest.mark.parametrize("page", sorted(GUIDE.rglob("*.md")), ids=lambda page: page.stem)
def test_a_page_opens_with_its_title(page: Path) -> None:
    assert page.read_text("utf-8").startswith("# ")
