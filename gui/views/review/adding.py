"""Adding what nobody saw: the words that are selected become a gold record of a layer that one chooses."""

from functools import partial

from annotation.codebook import Layer
from annotation.i18n import _
from annotation.records import Span
from gui.views.review.article import ReviewArticle
from gui.views.review.desk import ReviewDesk
from gui.widgets.numbered_menu import NumberedMenu


class Adder:
    """Asks for the layer under the words selected in the article, then begins the record on the card."""

    def __init__(self, desk: ReviewDesk, article: ReviewArticle) -> None:
        self._desk = desk
        self._article = article
        self.menu: NumberedMenu | None = None
        """What asks for the layer, while it is open."""

    def ask(self) -> None:
        """Offer the layers; refused where no words are selected."""
        text = self._article.text
        selected = text.selection()
        if self._desk.article is None or self._article.is_marking:
            return
        if selected is None:
            self._desk.refused.emit(_("Select the words in the article first, then add the record."))
            text.setFocus()
            return
        words = (Span(*selected),)
        layers = [layer for layer in self._desk.session.codebook.layers if layer.anchors]
        entries = [(_("Add {layer}", layer=layer.text), partial(self._add, layer, words)) for layer in layers]
        self.menu = NumberedMenu(text, entries)
        self.menu.closed.connect(self._forget)
        self.menu.open_under(text.cursorRect(), text.viewport())

    def _add(self, layer: Layer, words: tuple[Span, ...]) -> None:
        self._article.text.clear_selection()
        self._desk.add(layer, words)
        self._article.left.emit()

    def _forget(self) -> None:
        self.menu = None
