"""The questions of the boards reach the project's reader."""

from annotation.project import Project
from annotation.project.boards.attributions import AttributionQuery
from annotation.project.boards.chosen import Chosen


def test_a_projects_reader_answers_the_boards(project: Project) -> None:
    boards = project.ask(lambda reader: reader.boards)
    assert boards.attributions(AttributionQuery()) == ["s1", "s2", "s3", "s4"]
    assert len(boards.keys(Chosen(), "figure")) == 3
