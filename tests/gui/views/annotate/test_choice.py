"""Records chosen together, and what they become."""

from annotation.operations import Accept, Discard
from annotation.records import Annotation
from gui.views.choice import between, in_order
from tests.gui.views.annotate.conftest import Bench


def test_what_is_selected_is_chosen_alone(bench: Bench) -> None:
    assert ids(bench) == []
    first, second = bench.seen("Lina Maro"), bench.seen("Oskar Vint")
    bench.desk.select(first.id)
    assert ids(bench) == [first.id]
    bench.desk.select(second.id)
    assert ids(bench) == [second.id]
    bench.desk.select(None)
    assert ids(bench) == []


def test_several_are_chosen_in_reading_order_and_the_last_taken_is_selected(bench: Bench) -> None:
    last, first = bench.seen("Oskar Vint"), bench.seen("Lina Maro")
    bench.desk.select(last.id)
    bench.desk.toggle(first.id)
    assert ids(bench) == [first.id, last.id]
    assert bench.record.id == first.id
    bench.desk.toggle(first.id)
    assert ids(bench) == [last.id]
    assert bench.record.id == last.id


def test_choosing_what_is_not_there_chooses_the_rest(bench: Bench) -> None:
    found = bench.seen("Lina Maro")
    bench.desk.choose(["nothing", found.id, found.id])
    assert ids(bench) == [found.id]
    bench.desk.choose(["nothing"])
    assert bench.desk.record is None


def test_panels_hear_of_another_choice_once(bench: Bench) -> None:
    told: list[str] = []
    bench.desk.selected.connect(lambda: told.append("selected"))
    bench.desk.chosen_changed.connect(lambda: told.append("chosen"))
    bench.desk.choose([bench.seen("Lina Maro").id, bench.seen("Oskar Vint").id])
    assert told == ["selected", "chosen"]


def test_accepted_suggestions_stay_chosen_as_what_they_became(bench: Bench) -> None:
    before = [bench.seen("Lina Maro").id, bench.seen("Union verte").id]
    bench.desk.choose(before)
    bench.session.apply(Accept(annotations=tuple(before), actor=bench.session.me))
    assert [bench.desk.words(record) for record in chosen(bench)] == ["Lina Maro", "Union verte"]
    assert not set(before) & set(bench.desk.chosen)
    bench.session.undo_stack.undo()
    assert ids(bench) == before


def test_what_is_gone_is_chosen_no_more(bench: Bench) -> None:
    first, second = bench.seen("Lina Maro"), bench.seen("Union verte")
    bench.desk.choose([first.id, second.id])
    bench.session.apply(Discard(annotations=(second.id,), actor=bench.session.me))
    assert ids(bench) == [first.id]
    assert bench.record.id == first.id


def test_from_one_record_to_another_lie_those_of_their_layers(bench: Bench) -> None:
    found = between(bench.seen("Oskar Vint"), bench.seen("Lina Maro"), bench.desk.records)
    layers = {record.layer for id_ in found if (record := bench.desk.records.get(id_))}
    assert layers == {"entity"}
    assert in_order(reversed(found), bench.desk.records) == tuple(found)
    assert len(found) == 3


def chosen(bench: Bench) -> list[Annotation]:
    return [record for id_ in bench.desk.chosen if (record := bench.desk.records.get(id_))]


def ids(bench: Bench) -> list[str]:
    return list(bench.desk.chosen)
