"""A lead looks how far annotators agree, by keyboard alone: from the figure to the record and back."""

from pathlib import Path

from annotation.records import AnnotatorKind
from gui.views.agreement.details import PAIRS
from gui.views.agreement.room import AgreementRoom
from tests.end_to_end.person import Person
from tests.gui.views.agreement.three import three_file


def test_from_a_coefficient_to_the_record_behind_it(person: Person, tmp_path: Path) -> None:
    with person.using_the_program():
        person.furniture.projects.open(three_file(tmp_path))
        person.waits_until(lambda: person.furniture.session.is_open)
        person.presses("Ctrl+5")
        room = person.shell.rooms.room
        assert isinstance(room, AgreementRoom)
        person.waits_until(lambda: room.desk.behind is not None)
        assert person.shell.focusWidget() is room.table
        person.presses("Down")
        person.waits_until(lambda: room.desk.behind is not None and room.desk.question == ("entity", "type"))
        person.waits_until(lambda: not person.furniture.session.tasks.running)
        assert room.details.pages.selected == PAIRS
        person.presses("Enter")
        assert room.details.pairs.hasFocus()
        person.presses("Right", "Enter")
        lines = room.details.units
        assert lines.list.hasFocus()
        line = lines.current
        assert line is not None
        person.presses("Enter")
        person.waits_until(lambda: person.shell.rooms.current == "annotate")
        assert person.annotate.desk.article is not None
        assert person.annotate.desk.article.id == line.article
        person.presses("Ctrl+5")
        assert room.details.pages.selected == PAIRS
        assert lines.current == line
        people = person.furniture.session.read(lambda reader: reader.annotators())
        assert sum(one.kind is AnnotatorKind.PERSON for one in people.values()) == 4
