"""One layer in focus."""

from gui.widgets.marked_text import Visibility
from tests.gui.views.annotate.conftest import Bench


def seen(bench: Bench) -> set[str]:
    """The layers that are fully shown."""
    shown = bench.room.article.visibility
    layers = [layer.id for layer in bench.desk.codebook.layers]
    return {layer for layer in layers if shown.get(layer, Visibility.SHOWN) is Visibility.SHOWN}


def test_v_brings_the_layer_of_the_selected_record_into_focus_and_again_leaves_it(bench: Bench) -> None:
    everything = seen(bench)
    bench.desk.select(bench.seen("a déclaré", "source").id)
    bench.press("V")
    assert seen(bench) == {"source"}
    bench.press("V")
    assert seen(bench) == everything


def test_escape_leaves_the_focus_when_nothing_is_selected_any_more(bench: Bench) -> None:
    everything = seen(bench)
    bench.desk.select(bench.seen("a déclaré", "source").id)
    bench.press("V", "Esc")
    assert bench.desk.record is None
    assert seen(bench) == {"source"}
    bench.press("Esc")
    assert seen(bench) == everything
    assert bench.said == "All layers shown"


def test_without_a_record_v_goes_from_layer_to_layer_and_then_to_none(bench: Bench) -> None:
    layers = [layer.id for layer in bench.desk.codebook.layers]
    for layer in layers:
        bench.press("V")
        assert seen(bench) == {layer}
    bench.press("V")
    assert seen(bench) == set(layers)


def test_a_hidden_layer_stays_hidden_out_of_focus_and_is_seen_in_it(bench: Bench) -> None:
    bench.room.bar.switched.emit("figure", "hidden")
    bench.press("V")
    assert bench.room.article.visibility["figure"] is Visibility.HIDDEN
    bench.press("V")
    assert seen(bench) == {"figure"}
    bench.press("Esc")
    assert bench.room.article.visibility["figure"] is Visibility.HIDDEN
