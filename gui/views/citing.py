"""Copying words of the article as a citation: what is said, in which article, where and when it appeared."""

from PySide6.QtGui import QGuiApplication

from annotation.i18n import _, ngettext
from annotation.records import Article, Span
from gui.views.workbench import Workbench
from gui.widgets.dates import date_words


class Citer:
    """Puts the chosen records, or the selected words, on the clipboard as text, a citation a line."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        bench.actions_table.connect_to("record.cite", self.copy)

    def copy(self) -> None:
        """Copy, and say how many were copied; nothing happens where nothing is chosen."""
        lines = self.citations()
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))
            self._bench.bar.say(ngettext("Copied as a citation.", "Copied as {n} citations.", len(lines)))

    def citations(self) -> list[str]:
        """The citations of what is chosen, in the order of the text."""
        desk = self._bench.desk
        selected = self._bench.article.text.selection()
        if desk.article is None:
            return []
        if selected is not None:
            return [citation(desk.quote([Span(*selected)]), desk.article)]
        chosen = set(desk.chosen) or ({desk.record.id} if desk.record else set())
        return [citation(desk.words(one), desk.article) for one in desk.records if one.id in chosen]


def citation(quote: str, article: Article) -> str:
    """Some words as a citation: “words” (title, authors, outlet, day, address), as far as it is known."""
    day = date_words(article.published) if article.published else ""
    known = (article.title, ", ".join(article.authors), article.outlet, day, article.url)
    where = ", ".join(part for part in known if part)
    return _("“{quote}” ({where})", quote=quote, where=where) if where else _("“{quote}”", quote=quote)
