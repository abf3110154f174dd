"""Every plug is documented where people look: in its module, and in the guide."""

import ast

import pytest

from tests.architecture.source import PLUG_ROOMS, REPOSITORY, Module, plugs

PLUGS = [plug for room in PLUG_ROOMS for plug in plugs(room)]


@pytest.mark.parametrize("plug", PLUGS, ids=lambda plug: plug.name)
def test_a_plug_says_in_its_module_what_it_is(plug: Module) -> None:
    first, *_ = (ast.get_docstring(plug.tree) or "").splitlines() or [""]
    assert len(first.split()) > 2, f"{plug.path}: say in a sentence what this is"


@pytest.mark.parametrize("plug", PLUGS, ids=lambda plug: plug.name)
def test_a_plug_is_named_in_the_guide(plug: Module) -> None:
    name = plug.name.rpartition(".")[2].replace("_", "-")
    pages = (REPOSITORY / "resources" / "guide").rglob("*.md")
    assert any(f"`{name}`" in page.read_text("utf-8") for page in pages), f"no guide page says `{name}`"
