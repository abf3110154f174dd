"""Which records the article shows, by who decided about them, and whose references it draws."""

from annotation.i18n import _
from annotation.records import Annotation, is_suggestion
from gui.actions import Item
from gui.views.article import ALL, NONE, SELECTED
from gui.views.workbench import Workbench

EVERYTHING, DECIDED, WAITING = "all", "decided", "waiting"


def passes(record: Annotation, wish: str) -> bool:
    """Whether a record is shown under a wish: EVERYTHING, DECIDED or WAITING."""
    return wish not in (DECIDED, WAITING) or is_suggestion(record) is (wish == WAITING)


class RecordViews:
    """Lets a person choose both in the menu; both are remembered."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._fill()
        self._apply()

    def show(self, wish: str) -> None:
        """Show only some of the records from now on; the one that is selected is always shown."""
        self._bench.settings.shown_records = wish
        self._apply()

    def draw(self, arcs: str) -> None:
        """Draw the references of all records in view, of the selected one, or none."""
        self._bench.settings.arcs = arcs
        self._apply()

    def _apply(self) -> None:
        settings, article = self._bench.settings, self._bench.article
        article.draw_arcs_of(settings.arcs if settings.arcs in (ALL, NONE) else SELECTED)
        wish = settings.shown_records
        known = wish in (DECIDED, WAITING)
        article.show_records((lambda record: passes(record, wish)) if known else None)

    def _fill(self) -> None:
        settings, table = self._bench.settings, self._bench.actions_table
        shown = {
            EVERYTHING: _("All records"),
            DECIDED: _("Only what people decided"),
            WAITING: _("Only suggestions"),
        }
        arcs = {ALL: _("Of all records"), SELECTED: _("Of the selected record"), NONE: _("Of none")}
        for family, texts, chosen, slot in (
            ("view.records", shown, settings.shown_records, self.show),
            ("view.arcs", arcs, settings.arcs, self.draw),
        ):
            items = [Item(key=key, text=text, checked=key == chosen) for key, text in texts.items()]
            table.fill(family, items, slot)
