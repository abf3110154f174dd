"""What people marked and decided is read with what it was made from."""

from pathlib import Path

from annotation.operations import Accept, AddAnnotations, Discard
from annotation.records import Status
from tests.annotation.newsroom import ANN, BOB, TEXTS, annotation, named, newsroom


def test_each_record_of_a_person_comes_with_its_suggestion_and_its_text(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        base, other = named(project, "e1"), named(project, "e1", "a2")
        project.apply(Accept(annotations=(base.id,), actor=ANN.id))
        project.apply(Discard(annotations=(other.id,), actor=BOB.id))
        hand = annotation("x", ANN.id, "entity", {"mention": ["CRLF"]}, "a2")
        project.apply(AddAnnotations(annotations=(hand,), actor=ANN.id))
        found = {one.record.id: one for one in project.read.decided(1, project.read.last_number())}
        assert len(found) == 3
        assert found["x"].basis is None
        assert {one.record.status: one.basis for one in found.values() if one.basis} == {
            Status.ACCEPTED: base, Status.REJECTED: other,
        }  # fmt: skip
        assert all(one.text == TEXTS[one.record.article] for one in found.values())
        assert [one.article for one in project.read.decided(1, 1)] == ["a1"]


def test_records_that_are_alike_are_counted_and_those_with_other_words_are_not(tmp_path: Path) -> None:
    marked = [(ANN.id, "OTAN"), (BOB.id, "OTAN"), (ANN.id, "elle")]
    hands = [
        annotation(f"x{n}", who, "entity", {"mention": [words]}, type="ORG")
        for n, (who, words) in enumerate(marked)
    ]
    with newsroom(tmp_path) as project:
        project.apply(AddAnnotations(annotations=tuple(hands), actor=ANN.id))
        assert sorted(one.times for one in project.read.decided(1, 1)) == [1, 2]


def test_suggestions_alone_are_no_decisions(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        assert list(project.read.decided(1, 99)) == []
