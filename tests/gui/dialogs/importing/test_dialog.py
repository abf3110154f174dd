"""What is in files is shown, corrected and chosen before anything of it is imported."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from annotation.importers import IMPORTERS
from annotation.records import Article
from gui.dialogs import files
from gui.dialogs.importing.dialog import ImportDialog
from gui.dialogs.metadata import MetadataDialog
from tests.annotation.newsroom import newsroom_file
from tests.gui.furnished import Window

TITLE, OUTLET, DAY, AUTHORS, REMARK = range(5)
TABLE = "kop;zz;dag\nEen;Woorden over de stad;2024-03-01\nTwee;Meer woorden;2024-03-02\n"


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Window:
    """The newsroom: three articles, in a window."""
    window.open(newsroom_file(tmp_path))
    return window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, one of them not in UTF-8, and something that is none."""
    place = tmp_path / "files"
    place.mkdir()
    (place / "a.txt").write_text("Un titre\n\nUn texte, " + "encore un mot " * 40 + "fin.", encoding="utf-8")
    (place / "b.txt").write_bytes("Été\n\nÀ Évry, l’été.".encode("cp1252"))
    (place / "c.bin").write_bytes(b"\x00\x01\x02" * 50)
    return place


def look(window: Window, *paths: Path) -> ImportDialog:
    """The dialog over files, all of them read."""
    window.furniture.imports.look_into(paths)
    dialog = window.shell.findChildren(ImportDialog)[-1]
    rest(window, dialog)
    return dialog


def rest(window: Window, dialog: ImportDialog) -> None:
    window.qtbot.waitUntil(lambda: not dialog._again.isActive() and not dialog._looking.is_busy)
    window.qtbot.waitUntil(lambda: not dialog.articles._timer.isActive())
    window.qtbot.waitUntil(lambda: not window.session.tasks.running)


def cells(dialog: ImportDialog, column: int) -> list[str]:
    table = dialog.articles.table
    return [str(table.index(row, column).data()) for row in range(table.rowCount())]


def tabs(dialog: ImportDialog) -> list[str]:
    pages = dialog.pages
    return [pages.tabText(place) for place in range(pages.count()) if pages.isTabVisible(place)]


def stored(window: Window) -> list[Article]:
    """The articles that came to the three of the newsroom."""
    ids = window.session.read(lambda reader: reader.article_ids())[3:]
    return window.session.read(lambda reader: [reader.get(Article, id_) for id_ in ids])


def take(window: Window, dialog: ImportDialog) -> list[Article]:
    """What came in once the button was pressed."""
    QTest.mouseClick(dialog.taking, Qt.MouseButton.LeftButton)
    window.rest()
    return stored(window)


def test_everything_that_is_found_is_told_and_nothing_is_stored(opened: Window, folder: Path) -> None:
    dialog = look(opened, folder)
    assert cells(dialog, TITLE) == ["Un titre", "Été"]
    assert cells(dialog, REMARK) == ["guessed: title", "guessed: title"]
    assert tabs(dialog) == ["Articles (2)", "Left out (1)"]
    assert dialog.heading.text() == "2 articles in the files"
    assert "2 articles have guessed values" in dialog.sentence.text()
    assert dialog.taking.text() == "Import 2 articles"
    dialog.reject()
    assert stored(opened) == []


def test_what_is_ticked_comes_in_as_it_was_corrected(opened: Window, folder: Path) -> None:
    dialog = look(opened, folder)
    table, view = dialog.articles.table, dialog.articles.view
    view.selectRow(1)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert table.index(1, TITLE).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert dialog.taking.text() == "Import this article"
    assert table.setData(table.index(0, TITLE), "Mieux")
    assert not table.setData(table.index(0, DAY), "hier")
    assert "“hier” is no day" in dialog.sentence.text()
    assert table.setData(table.index(0, DAY), "2024-05")
    assert table.setData(table.index(0, AUTHORS), "Ada Lo; Ben")
    assert cells(dialog, REMARK)[0] == ""
    (article,) = take(opened, dialog)
    assert (article.title, article.published, article.authors) == ("Mieux", "2024-05", ("Ada Lo", "Ben"))
    assert (
        opened.notices == ("Imported one article. One thing was left out.",) or "c.bin" in opened.notices[0]
    )


def test_the_whole_text_and_how_its_file_was_read_are_shown(opened: Window, folder: Path) -> None:
    dialog = look(opened, folder)
    pane = dialog.articles.pane
    opened.qtbot.waitUntil(lambda: pane.text.toPlainText().endswith("fin."))
    assert (pane.title.text(), pane.format.currentText()) == ("Un titre", "Found: Plain text")
    dialog.articles.view.selectRow(1)
    opened.qtbot.waitUntil(lambda: "Évry" in pane.text.toPlainText())
    assert pane.encoding.currentText() == "Guessed: Western (Windows-1252)"


def choose(box: QComboBox, data: str) -> None:
    """Choose an entry as a person does."""
    place = box.findData(data)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_another_encoding_and_another_format_show_at_once(opened: Window, folder: Path) -> None:
    dialog = look(opened, folder)
    dialog.articles.view.selectRow(1)
    rest(opened, dialog)
    choose(dialog.articles.pane.encoding, "cp1251")
    rest(opened, dialog)
    assert cells(dialog, TITLE)[1] == "Été".encode("cp1252").decode("cp1251")
    choose(dialog.articles.pane.format, "markdown")
    rest(opened, dialog)
    assert dialog.plan.formats
    assert set(dialog.plan.formats.values()) <= set(IMPORTERS.names)


def test_a_table_asks_for_its_columns_and_they_are_remembered(opened: Window, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    dialog = look(opened, path)
    assert dialog.pages.currentWidget() is dialog.columns, "there is no text, so this is what to do next"
    assert not dialog.taking.isEnabled()
    choose(dialog.columns.boxes["text"], "zz")
    rest(opened, dialog)
    choose(dialog.columns.boxes["published"], "dag")
    rest(opened, dialog)
    assert [cells(dialog, TITLE), cells(dialog, DAY)] == [["Een", "Twee"], ["2024-03-01", "2024-03-02"]]
    assert dialog.remembering.isVisible()
    assert len(take(opened, dialog)) == 2
    path.write_text(TABLE.replace("Een", "Drie").replace("stad", "zee"), encoding="utf-8")
    again = look(opened, path)
    assert cells(again, TITLE) == ["Drie", "Twee"]
    assert cells(again, REMARK) == ["", "already in the project"]
    assert again.taking.text() == "Import this article"
    again.reject()


def test_labels_can_become_something_else(opened: Window, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Ana came to Ulm.", "label": [[0, 3, "Person"], [12, 15, "Zebra"]]}))
    dialog = look(opened, path)
    assert tabs(dialog) == ["Articles (1)", "Labels"]
    table = dialog.labels.table
    shown = [[table.index(row, column).data() for column in range(3)] for row in range(table.rowCount())]
    assert [row[0] for row in shown] == ["Person", "Zebra"]
    assert table.setData(table.index(1, 2), "figure.kind=cardinal")
    rest(opened, dialog)
    assert table.meaning(1) == "figure.kind=cardinal"
    (article,) = take(opened, dialog)
    records = opened.session.read(lambda reader: reader.annotations(article.id))
    assert {"entity", "figure"} <= {one.layer for one in records}
    remembered = look(opened, path)
    assert remembered.labels.table.meaning(1) == "figure.kind=cardinal"
    remembered.reject()


def test_articles_are_searched_sorted_and_corrected_together(
    opened: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = look(opened, folder)
    page = dialog.articles
    page.view.horizontalHeader().sectionClicked.emit(TITLE)
    page.view.horizontalHeader().sectionClicked.emit(TITLE)
    assert cells(dialog, TITLE) == ["Été", "Un titre"]
    page.line.setText("b.txt ÉTÉ")
    assert cells(dialog, TITLE) == ["Été"]
    page.line.clear()
    page.view.selectAll()
    page.correcting.click()
    asked = dialog.findChildren(MetadataDialog)[0]
    assert asked.pages.count() == 1
    asked.lines["outlet"].setText("Le Phare")
    asked.boxes["outlet"].setChecked(True)
    asked.accept()
    assert cells(dialog, OUTLET) == ["Le Phare", "Le Phare"]
    choose(page.kind, "out")
    assert cells(dialog, TITLE) == []
    assert [one.outlet for one in take(opened, dialog)] == ["Le Phare", "Le Phare"]


def test_more_files_and_folders_can_be_added(
    opened: Window, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = look(opened, folder / "a.txt")
    monkeypatch.setattr(files, "ask_for_articles", lambda _parent: [folder / "a.txt", folder / "b.txt"])
    dialog.more.click()
    rest(opened, dialog)
    assert cells(dialog, TITLE) == ["Un titre", "Été"]
    monkeypatch.setattr(files, "ask_for_folder", lambda _parent, _start: None)
    dialog.more_folders.click()
    monkeypatch.setattr(files, "ask_for_folder", lambda _parent, _start: folder)
    dialog.more_folders.click()
    rest(opened, dialog)
    assert cells(dialog, REMARK)[2:] == ["twice in these files; guessed: title"] * 2
    assert dialog.taking.text() == "Import 2 articles"
    assert "2 that the project has, or that come twice, stay out." in dialog.sentence.text()
    dialog.reject()


def test_files_without_articles_say_so(opened: Window, folder: Path) -> None:
    dialog = look(opened, folder / "c.bin")
    assert dialog.heading.text() == "There are no articles in the files"
    assert tabs(dialog) == ["Articles (0)", "Left out (1)"]
    assert "is listed below" in dialog.sentence.text()
    assert not dialog.taking.isEnabled()
    dialog.reject()


def test_an_empty_folder_says_so(opened: Window, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".hidden.txt").write_text("Hidden\n\nwords", encoding="utf-8")
    dialog = look(opened, tmp_path / "empty")
    assert "folders are empty" in dialog.sentence.text()
    assert tabs(dialog) == ["Articles (0)"]
    dialog.reject()


def test_closing_the_project_closes_the_dialog(opened: Window, folder: Path) -> None:
    dialog = look(opened, folder)
    opened.do("project.close")
    assert not dialog.isVisible()
