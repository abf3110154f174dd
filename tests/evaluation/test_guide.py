"""The pages of the guide hold the figures of the last measurement."""

from pathlib import Path

import pytest

from tests.evaluation.guide import BEGIN, END, PAGES, Report, guide_table, write_pages
from tests.evaluation.run import GUIDE

NUMBERS = {"p": 0.5, "r": None, "f1": 0.25, "gold": 4, "pred": 0}
REPORTS: dict[str, Report] = {
    "own_fr_dev": {
        "Selon": {"entity": {"exact typed": NUMBERS}, "source": {"right source": {"accuracy": 0.5, "n": 2}}},
        "bare model": {"entity": {"exact typed": {**NUMBERS, "f1": 0.125}}},
    },
    "something else": {"Selon": {"entity": {"exact typed": NUMBERS}}},
}


@pytest.mark.parametrize("lang", list(PAGES))
def test_the_guide_has_a_place_for_figures(lang: str) -> None:
    page = (GUIDE / PAGES[lang]).read_text(encoding="utf-8")
    assert page.index(BEGIN) < page.index(END)


def test_a_table_says_when_and_with_what_it_was_made() -> None:
    lines = list(guide_table("en", REPORTS, "2026-01-02", ["figures/1"]))
    assert "2026-01-02" in lines[0]
    assert "figures/1" in lines[0]


def test_a_table_shows_the_model_alone_beside_entities() -> None:
    lines = list(guide_table("fr", REPORTS, "2026-01-02", []))
    assert any(line.endswith("| 4 | 0,500 |  | 0,250 | 0,125 |") for line in lines)
    assert any("0,500 de 2 justes" in line for line in lines)


def test_gold_that_has_no_name_in_the_guide_is_left_out() -> None:
    assert not any("something else" in line for line in guide_table("en", REPORTS, "", []))


def test_writing_again_replaces_the_old_table(tmp_path: Path) -> None:
    for name in PAGES.values():
        (tmp_path / name).write_text(f"before\n{BEGIN}\nformer figures\n{END}\nafter\n", encoding="utf-8")
    write_pages(tmp_path, REPORTS, "2026-01-02", [])
    first = (tmp_path / "quality.md").read_text(encoding="utf-8")
    write_pages(tmp_path, REPORTS, "2026-01-02", [])
    assert (tmp_path / "quality.md").read_text(encoding="utf-8") == first
    assert first.startswith("before")
    assert first.endswith("after\n")
    assert "former" not in first


def test_a_page_without_a_place_is_refused(tmp_path: Path) -> None:
    for name in PAGES.values():
        (tmp_path / name).write_text("nothing", encoding="utf-8")
    with pytest.raises(ValueError, match="no place"):
        write_pages(tmp_path, REPORTS, "", [])
