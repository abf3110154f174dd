"""Which layers the article shows: what the bar below is switched to, kept from article to article."""

from gui.views.workbench import Workbench
from gui.widgets.marked_text import Visibility


class LayerSwitches:
    """Shows, dims and hides layers of the article as the layer bar is switched."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._visibility: dict[str, Visibility] = {}
        bench.bar.switched.connect(self.switch)
        bench.picker.ended.connect(self.show)
        bench.desk.opened.connect(self.show)
        self.show()

    def switch(self, layer: str, visibility: str) -> None:
        """Show a layer otherwise from now on."""
        self._visibility[layer] = Visibility(visibility)
        self.show()

    def show(self) -> None:
        """Show the layers of the open article as they were switched."""
        desk = self._bench.desk
        layers = desk.codebook.layers if desk.article else ()
        self._bench.article.set_visibility(
            {layer.id: self._visibility.get(layer.id, Visibility.SHOWN) for layer in layers}
        )
