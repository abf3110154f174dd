"""Every kind of field has its editor; what a person decides is told once, in stored form."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from annotation.fields import FIELD_KINDS, Field
from annotation.operations import PutEntity
from annotation.records import Json
from gui.editors import editor_for, editors
from gui.editors.choice import ChoiceEditor
from gui.editors.entity import NameEditor
from gui.editors.line import LineEditor
from gui.editors.reference import ReferenceEditor
from gui.editors.tree import TreeEditor
from tests.gui.editors.conftest import Names, Open, field_of, tagged
from tests.gui.focus import focus

TEXT = Field(id="note", kind="text")
NUMBER = Field(id="value", kind="number")
DATE = Field(id="day", kind="date")
YES_NO = Field(id="vague", kind="boolean")
HOLDER = field_of("stance", "holder")


def test_every_kind_of_field_finds_an_editor_by_its_widget() -> None:
    assert {kind.widget for kind in FIELD_KINDS.all().values()} <= set(editors())


def test_an_unknown_widget_is_edited_as_a_line(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FIELD_KINDS["text"], "widget", "slider")
    assert type(editor_for(TEXT, Names())) is LineEditor


# ------------------------------------------------------------ lines


@pytest.mark.parametrize(
    ("of", "typed", "value"),
    [
        (TEXT, "  deux mots ", "deux mots"),
        (NUMBER, "1 200,50", "1200.5"),
        (NUMBER, "0012", "12"),
        (DATE, "2026-03", "2026-03"),
    ],
)
def test_a_line_commits_what_is_stored(edit: Open, of: Field, typed: str, value: Json) -> None:
    desk = edit(of)
    desk.type(typed)
    assert desk.values == []
    desk.press("Enter")
    assert desk.values == [value]


@pytest.fixture(params=["en_US", "en_GB", "fr_FR"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    """A language and country whose numbers and dates are written."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("of", "typed", "values"),
    [
        (NUMBER, "1,200", {"en_US": "1200", "en_GB": "1200", "fr_FR": "1.2"}),
        (NUMBER, "1,234,567.5", {"en_US": "1234567.5", "en_GB": "1234567.5"}),
        (NUMBER, "-0,5", {"en_US": "-0.5", "en_GB": "-0.5", "fr_FR": "-0.5"}),
        (NUMBER, "1.5", {"en_US": "1.5", "en_GB": "1.5", "fr_FR": "1.5"}),
        (DATE, "3/1/2026", {"en_US": "2026-03-01", "en_GB": "2026-01-03", "fr_FR": "2026-01-03"}),
        (DATE, "03.2026", {"en_US": "2026-03", "en_GB": "2026-03", "fr_FR": "2026-03"}),
    ],
)
def test_numbers_and_dates_are_read_as_the_language_writes_them(
    edit: Open, locale: str, of: Field, typed: str, values: dict[str, str]
) -> None:
    desk = edit(of)
    desk.type(typed)
    desk.press("Enter")
    assert desk.values == [values[locale]] if locale in values else desk.values == []


def test_a_number_is_shown_with_the_decimal_mark_of_the_language(edit: Open, locale: str) -> None:
    edit(NUMBER, "1200.5")
    mark = "," if locale == "fr_FR" else "."
    assert focus().text() == f"1\u202f200{mark}5"  # type: ignore[attr-defined]


def test_a_day_that_is_none_is_marked_and_not_stored(edit: Open) -> None:
    desk = edit(DATE)
    desk.type("40/40/2026")
    desk.press("Enter")
    assert desk.values == []
    assert focus().property("state") == "error"


def test_a_line_that_was_not_changed_commits_nothing(edit: Open) -> None:
    desk = edit(NUMBER, "10000")
    desk.press("Enter", "Tab")
    assert desk.values == []


def test_another_spelling_of_the_same_value_is_no_change(edit: Open) -> None:
    desk = edit(NUMBER, "10000")
    line = focus()
    line.selectAll()  # type: ignore[attr-defined]
    desk.type("10000,0")
    desk.press("Enter")
    assert desk.values == []
    assert line.text() == "10\u202f000"  # type: ignore[attr-defined]


def test_an_emptied_line_clears_the_value(edit: Open) -> None:
    desk = edit(TEXT, "mot")
    focus().selectAll()  # type: ignore[attr-defined]
    desk.press("Backspace", "Enter")
    assert desk.values == [None]


def test_what_does_not_fit_is_explained_and_typing_on_forgives(edit: Open) -> None:
    desk = edit(DATE)
    desk.type("hier")
    desk.press("Enter")
    assert isinstance(desk.editor, LineEditor)
    assert "2026-03-01" in desk.editor.error
    assert desk.values == []
    desk.type("!")
    assert desk.editor.error == ""


def test_escape_forgets_and_leaves(edit: Open) -> None:
    desk = edit(TEXT, "avant")
    desk.type("après")
    desk.press("Esc")
    assert (desk.values, desk.left) == ([], [True])
    assert focus().text() == "avant"  # type: ignore[attr-defined]


# ------------------------------------------------------------ yes and no


def test_yes_and_no_by_letter_digit_and_click(edit: Open) -> None:
    desk = edit(YES_NO)
    desk.type("y0")
    button = desk.editor.findChildren(QPushButton)[1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.values == [True, False, None]
    assert not button.isChecked()


def test_arrows_walk_and_enter_chooses(edit: Open) -> None:
    desk = edit(YES_NO)
    desk.press("Right")
    assert desk.values == []
    desk.press("Enter")
    assert desk.values == [False]


# ------------------------------------------------------------ tags


@pytest.mark.parametrize(
    ("typed", "value"), [("+", "favor"), ("-", "against"), ("−", "against"), ("=", "neutral"), ("±", "mixed")]
)
def test_the_sign_that_a_value_shows_chooses_it(edit: Open, typed: str, value: str) -> None:
    desk = edit(field_of("stance", "polarity"))
    desk.editor.setFocus()
    desk.type(typed)
    assert desk.values == [value]


def test_a_sign_that_needs_shift_chooses_too(edit: Open) -> None:
    desk = edit(field_of("stance", "polarity"))
    desk.editor.setFocus()
    QTest.keyClicks(focus(), "+", Qt.KeyboardModifier.ShiftModifier)
    assert desk.values == ["favor"]


def test_few_tags_stand_side_by_side_and_many_in_a_list(edit: Open) -> None:
    polarity = edit(field_of("stance", "polarity"), "against").editor
    kind = edit(field_of("entity", "type"), "PER").editor
    assert isinstance(polarity, ChoiceEditor)
    assert isinstance(kind, ChoiceEditor)
    assert polarity.row is not None
    assert polarity.row.chosen == ("against",)
    assert polarity.name.text() == "Against"
    assert kind.line is not None
    assert kind.line.text() == "Person"


@pytest.mark.parametrize(("typed", "value"), [("2", "against"), ("m", "mixed")])
def test_a_tag_is_chosen_by_its_key_or_first_letter(edit: Open, typed: str, value: str) -> None:
    desk = edit(field_of("stance", "polarity"))
    desk.type(typed)
    assert desk.values == [value]


@pytest.mark.parametrize("typed", ["2", "orga", "ORG"])
def test_a_tag_of_a_list_is_chosen_by_its_key_name_or_id(edit: Open, typed: str) -> None:
    desk = edit(field_of("entity", "type"), "PER")
    desk.type(typed)
    desk.press("Enter")
    assert desk.values == ["ORG"]


def test_a_list_opens_at_the_tag_that_is_chosen(edit: Open) -> None:
    desk = edit(field_of("entity", "type"), "GPE")
    desk.press("Down", "Enter")
    assert desk.values == []
    desk.press("Down", "Down", "Enter")
    assert desk.values == ["LOC"]


def test_what_no_tag_is_called_is_forgotten(edit: Open) -> None:
    desk = edit(field_of("entity", "type"), "PER")
    desk.type("xyzw")
    desk.press("Tab")
    assert desk.values == []
    assert isinstance(desk.editor, ChoiceEditor)
    assert desk.editor.line is not None
    assert desk.editor.line.text() == "Person"


def test_an_emptied_list_clears_the_tag(edit: Open) -> None:
    desk = edit(field_of("entity", "type"), "PER")
    desk.press("Backspace")
    assert desk.values == []
    desk.press("Enter")
    assert desk.values == [None]


def test_several_tags_are_a_list_in_the_order_of_the_tagset(edit: Open) -> None:
    desk = edit(tagged("a", "b", "c", multiple=True), ["c"])
    desk.type("a")
    desk.type("c")
    desk.type("a")
    assert desk.values == [["a", "c"], ["a"], None]


def test_many_tags_of_which_several_can_be_chosen_have_ticks(edit: Open) -> None:
    desk = edit(tagged(*(f"tag {number}" for number in range(9)), multiple=True), ["tag 1"])
    assert isinstance(desk.editor, ChoiceEditor)
    ticks = desk.editor.ticks
    assert ticks is not None
    assert ticks.button.text() == "tag 1"
    desk.press("Enter")
    assert focus() is ticks.boxes["tag 0"]
    desk.press("Space")
    assert desk.values == [["tag 0", "tag 1"]]
    assert ticks.button.text() == "tag 0, tag 1"
    desk.press("Esc")
    assert focus() is ticks.button


def test_a_tree_lists_each_tag_after_its_parent_and_shows_its_path(edit: Open) -> None:
    desk = edit(tagged("c<b", "b<a", "a", "lost<gone", kind="tree"), "b")
    assert isinstance(desk.editor, TreeEditor)
    line = desk.editor.line
    assert line is not None
    assert line.text() == "a › b"
    desk.press("Down")
    assert [row.key for row in line.rows] == ["a", "b", "c", "lost"]
    desk.press("Down", "Enter")
    assert desk.values == ["c"]
    assert line.text() == "a › b › c"


# ------------------------------------------------------------ names


def test_a_name_is_taken_from_what_is_offered(edit: Open) -> None:
    desk = edit(HOLDER, {"entity": "ana"})
    assert isinstance(desk.editor, NameEditor)
    assert desk.editor.line.text() == "Ana"
    desk.type("b")
    desk.press("Enter")
    assert desk.values == [{"entity": "ben"}]
    assert desk.first == [()]


def test_a_new_name_brings_what_must_be_done_before(edit: Open) -> None:
    desk = edit(HOLDER)
    desk.type("cleo")
    desk.press("Enter")
    assert desk.values == [{"entity": "cleo"}]
    (first,) = desk.first
    assert isinstance(first, tuple)
    assert isinstance(first[0], PutEntity)


def test_an_emptied_name_is_cleared_and_half_a_name_forgotten(edit: Open) -> None:
    desk = edit(HOLDER, {"entity": "ana"})
    desk.type("be")
    desk.press("Esc", "Esc")
    assert isinstance(desk.editor, NameEditor)
    assert (desk.values, desk.editor.line.text()) == ([], "Ana")
    desk.editor.setFocus()
    desk.editor.line.selectAll()
    desk.press("Backspace", "Enter")
    assert desk.values == [None]


def test_a_reference_can_be_picked_in_the_text(edit: Open) -> None:
    desk = edit(HOLDER)
    assert isinstance(desk.editor, ReferenceEditor)
    QTest.mouseClick(desk.editor.picker, Qt.MouseButton.LeftButton)
    assert desk.names.picked == ["holder"]


def test_a_reference_that_points_at_no_record_has_nothing_to_pick(edit: Open) -> None:
    desk = edit(Field(id="about", kind="reference", to=("concept",)))
    assert isinstance(desk.editor, ReferenceEditor)
    assert not desk.editor.picker.isVisible()
