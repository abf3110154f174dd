"""Codes are a tree of layers, and everything has the same identifier each time."""

import re

from annotation.codebook import built_in_codebook, load_codebook
from annotation.exporters._marks import mark_up
from annotation.exporters._refi import code_path, codes, guid, xml_text
from annotation.exporters._sheet import read_sheets
from tests.contracts.shelf import full_shelf


def test_identifiers_are_of_the_standard_form_and_stay() -> None:
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", guid("code", "x"))
    assert guid("code", "x") == guid("code", "x") != guid("code", "y")


def test_layers_hold_their_roles_or_tags() -> None:
    root = codes(load_codebook(built_in_codebook()))
    tree = {code.get("name"): [child.get("name") for child in code.findall("Code")] for code in root}
    assert tree["source"] == ["source", "cue", "content", "addressee"]
    assert "PER" in tree["entity"]
    assert tree["stance"] == []


def test_a_label_that_the_codebook_lacks_is_a_code_all_the_same() -> None:
    root = codes(load_codebook(built_in_codebook()), {("entity", "SHIP"): None, ("dream",): None})
    names = {code.get("name"): code for code in root.iter("Code")}
    assert names["SHIP"].getparent().get("name") == "entity"
    assert names["dream"].getparent() is root


def test_every_mark_has_a_code() -> None:
    paths = {
        code_path(mark)
        for sheet in read_sheets(full_shelf(), lambda *now: None)
        for mark in mark_up(sheet).marks
    }
    assert paths == {
        ("entity", "PER"), ("entity", "MISC"), ("entity",), ("figure", "cardinal"), ("stance",),
        ("source", "source"), ("source", "cue"), ("source", "content"),
    }  # fmt: skip


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert xml_text("a\x00b\ud800c\r\n\td👍") == "a\ufffdb\ufffdc\r\n\td👍"
