"""The guideline is read beside the article, for the selected record or for all layers."""

from PySide6.QtCore import QUrl

from annotation.operations import ApplyCodebook
from gui.views.guidelines import GuidelinePanel, GuidePage
from tests.gui.views.annotate.conftest import Bench

GUIDED = """
guide = {en = "Mark **every** name.", fr = "Tous les noms."}
examples = ["the **OTAN**"]
chip = ["type"]"""


def panel_of(bench: Bench) -> GuidelinePanel:
    return bench.room.area.guideline


def shown(bench: Bench) -> str:
    return panel_of(bench).page.toPlainText()


def test_a_key_shows_the_guideline_and_hides_it_again(bench: Bench) -> None:
    panel = panel_of(bench)
    assert not panel.isVisible()
    bench.press("H")
    assert panel.isVisible()
    assert panel.height() >= 80
    assert "Entity" in shown(bench)
    assert "Stance" in shown(bench)
    bench.room.focus_article()
    bench.press("H")
    assert not panel.isVisible()


def test_the_guideline_is_that_of_the_selected_record(bench: Bench) -> None:
    bench.press("H")
    bench.room.focus_article()
    bench.press("J")
    layer = bench.desk.layer
    assert layer is not None
    assert shown(bench).startswith(layer.text)
    assert "Not a layer" not in shown(bench)
    others = [other.text for other in bench.desk.codebook.layers if other.id != layer.id]
    assert not any(shown(bench).startswith(name) for name in others)


def test_a_changed_guideline_is_read_at_once(bench: Bench) -> None:
    bench.press("H")
    toml = bench.session.read(lambda reader: reader.codebook_toml)
    bench.session.apply(ApplyCodebook(toml=toml.replace('\nchip = ["type"]', GUIDED, 1)))
    bench.desk.select(None)
    assert "Mark every name." in shown(bench)
    assert "✓ the OTAN" in shown(bench)


def test_a_guideline_from_elsewhere_loads_and_opens_nothing(bench: Bench) -> None:
    page = GuidePage()
    page.show_markdown("![x](file:///etc/hostname) [go](https://example.org) <b>raw</b>")
    assert page.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert not page.openLinks()
    assert "<b>raw</b>" in page.toPlainText()
    page.deleteLater()


def test_parts_of_a_guideline_stand_apart(bench: Bench) -> None:
    bench.press("H")
    document = panel_of(bench).page.document()
    blocks = []
    block = document.begin()
    while block.isValid():
        blocks.append(block.blockFormat())
        block = block.next()
    assert all(form.bottomMargin() > 0 for form in blocks)
    assert any(form.headingLevel() and form.topMargin() > form.bottomMargin() for form in blocks[1:])
