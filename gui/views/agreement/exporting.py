"""Writing what the room computed: asked for in a dialog, done in the background, said when done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotation.agreement.by_article import COLUMNS as BY_ARTICLE
from annotation.agreement.by_article import article_rows, titles_in, write_articles
from annotation.agreement.reports import Report, report_of, write_report
from annotation.agreement.reports.wording import Table, coefficients, heading, sections
from annotation.agreement.unit_table import COLUMNS, count_units, unit_rows, write_units
from annotation.i18n import _, ngettext
from annotation.measures import Units
from gui.background import Ends, run_shown
from gui.dialogs.agreement import ARTICLES, UNITS, AgreementExportDialog, AgreementWish
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Progress
from gui.views.agreement.desk import AgreementDesk
from gui.views.agreement.study import Study
from gui.views.agreement.wish import command_of
from gui.widgets.dates import number_words

_NOTICE = "agreement"
_ROWS, _UNIT_ROWS, _CELLS = 8, 16, 9
_MANY = 2_000
"""Articles up to which each is measured for a preview, while somebody waits."""


class AgreementExport(QObject):
    """Writes what the desk of a room has computed; it goes with the room."""

    def __init__(self, shell: Shell, session: Session, desk: AgreementDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._session = session
        self._desk = desk

    def ask(self) -> None:
        """Ask what to write and where, and write it."""
        study = self._desk.study
        if study is None:
            return
        report = report_of(
            study.material,
            list(study.findings.values()),
            self._session.path.stem,
            study.codebook,
            study.people,
        )
        note = _("Labels changed since this was computed: compute again for figures of now.")
        dialog = AgreementExportDialog(
            self._session.path,
            previews(report, study),
            partial(self._command, study),
            self._shell,
            note=note if self._desk.outdated else "",
        )
        dialog.accepted.connect(lambda: self._write_wish(dialog.wish, report, study))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _command(self, study: Study, wish: AgreementWish) -> list[str]:
        names = sorted(study.people.get(who, who) for who in study.wish.annotators)
        return command_of(study.wish, self._session.path, names, wish.format.option, wish.out)

    def _write_wish(self, wish: AgreementWish | None, report: Report, study: Study) -> None:
        if wish is not None:
            self.write(wish, report, study)

    def write(self, wish: AgreementWish, report: Report, study: Study) -> None:
        """Write in the background."""
        door = self._session.door()

        def work(progress: Progress) -> None:
            progress.check()
            tables = study.material.tables
            if wish.format.option == UNITS:
                write_units(tables, study.people, wish.out)
            elif wish.format.option == ARTICLES:
                titles = door.ask(lambda reader: titles_in(reader, study.material.ended))
                watched = {key: replace(units, watch=progress.check) for key, units in tables.items()}
                write_articles(article_rows(watched, study.codebook, titles), wish.out)
            else:
                write_report(report, wish.out)

        ends: Ends[None] = Ends(
            done=lambda _nothing: self._say_written(wish.out),
            failed=lambda error: self._shell.messages.show_notice(_NOTICE, str(error), "danger"),
        )
        run_shown(self._shell, self._session.tasks, _("Export agreement"), work, ends, self)

    def _say_written(self, out: Path) -> None:
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(out.parent)))
        said = _("Written: {name}.", name=out.name)
        self._shell.messages.show_notice(_NOTICE, said, "success", _("Show the folder"), show)


def previews(report: Report, study: Study) -> Mapping[str, Callable[[], str]]:
    """What each format holds, as simple HTML, by its key."""
    whole = partial(_report_preview, report)
    return {
        "html": whole,
        "pdf": whole,
        "tex": whole,
        "csv": partial(_tables_preview, [(_("Coefficients"), coefficients(report))]),
        "articles": partial(_articles_preview, study),
        "units": partial(_units_preview, study),
    }


def _report_preview(report: Report) -> str:
    title, under = heading(report)
    return f"<h3>{escape(title)}</h3><p>{escape(under)}</p>{_tables_preview(sections(report))}"


def _tables_preview(named: list[tuple[str, Table]]) -> str:
    return "".join(f"<h4>{escape(name)}</h4>{_table(table, _ROWS)}" for name, table in named)


def _units_preview(study: Study) -> str:
    tables: Mapping[tuple[str, str | None], Units] = study.material.tables
    number = count_units(tables)
    rows = [[str(cell) for cell in row] for row in islice(unit_rows(tables, study.people), _UNIT_ROWS)]
    said = ngettext("one row in all", "{number} rows in all", number, number=number_words(number))
    return f"<h4>{escape(said)}</h4>{_table([COLUMNS, *rows], _UNIT_ROWS)}"


def _articles_preview(study: Study) -> str:
    """The worst articles of the first question that has any; articles are named when they are written."""
    if study.material.compared > _MANY:
        return f"<p>{escape(_('So many articles are measured one by one when the file is written.'))}</p>"
    question, units = next(iter(study.material.tables.items()))
    rows = article_rows({question: units}, study.codebook, {})
    shown = [[_cell(cell) for cell in row] for row in islice(rows, _UNIT_ROWS)]
    empty = BY_ARTICLE.index("title")
    return _table([[*row[:empty], *row[empty + 1 :]] for row in (BY_ARTICLE, *shown)], _UNIT_ROWS)


def _cell(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else "" if value is None else str(value)


def _table(table: Table, most: int) -> str:
    """The first rows and columns of a table, and how many rows more there are."""
    rows = "".join(_row(row, "td") for row in table[1 : most + 1])
    left = max(0, len(table) - 1 - most)
    more = ngettext("and one row more", "and {number} rows more", left, number=number_words(left))
    said = f"<p><small>{escape(more)}</small></p>" if left else ""
    return f'<table cellpadding="3">{_row(table[0], "th")}{rows}</table>{said}'


def _row(cells: Sequence[str], tag: str) -> str:
    shown = [str(cell) for cell in cells[:_CELLS]] + ["…"] * (len(cells) > _CELLS)
    return f"<tr>{''.join(f'<{tag} align=left>{escape(cell)}</{tag}>' for cell in shown)}</tr>"
