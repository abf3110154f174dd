"""Which layers the article shows: what the bar below is switched to, and the one layer in focus."""

from annotation.i18n import _
from gui.views.workbench import Workbench
from gui.widgets.marked_text import Visibility


class LayerSwitches:
    """Shows, dims and hides layers of the article as the layer bar is switched, from article to article.

    While one layer is in focus, all others stand back; Esc, or the same key again, shows them as before.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._visibility: dict[str, Visibility] = {}
        self.focus = ""
        """The id of the layer in focus, or ""."""
        bench.actions_table.connect_to("view.focus-layer", self.step)
        bench.bar.switched.connect(self.switch)
        bench.picker.ended.connect(self.show)
        bench.desk.opened.connect(self.show)
        bench.nothing_left.connect(self.leave)
        self.show()

    def switch(self, layer: str, visibility: str) -> None:
        """Show a layer otherwise from now on."""
        self._visibility[layer] = Visibility(visibility)
        self.show()

    def step(self) -> None:
        """Bring the selected record's layer into focus; without one, the next layer, and in the end none."""
        layers = [layer.id for layer in self._bench.desk.codebook.layers]
        chosen = self._bench.desk.layer
        if chosen is not None and chosen.id != self.focus:
            self.focus = chosen.id
        elif chosen is not None or not layers:
            self.focus = ""
        else:
            self.focus = [*layers, ""][layers.index(self.focus) + 1 if self.focus in layers else 0]
        self._say()
        self.show()

    def leave(self) -> None:
        """Have no layer in focus."""
        if self.focus:
            self.focus = ""
            self._say()
            self.show()

    def show(self) -> None:
        """Show the layers of the open article as they were switched, those out of focus dimmed."""
        desk = self._bench.desk
        layers = desk.codebook.layers if desk.article else ()
        self._bench.article.set_visibility({layer.id: self._visibility_of(layer.id) for layer in layers})

    def _visibility_of(self, layer: str) -> Visibility:
        if self.focus == layer:
            return Visibility.SHOWN
        switched = self._visibility.get(layer, Visibility.SHOWN)
        return Visibility.DIMMED if self.focus and switched is Visibility.SHOWN else switched

    def _say(self) -> None:
        layer = self._bench.desk.codebook.layer(self.focus)
        words = _("Only {layer} in focus; Esc shows all", layer=layer.texts) if layer else ""
        self._bench.bar.say(words or _("All layers shown"))
