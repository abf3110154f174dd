"""What detection does in this project, and what it is to read now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotation.codebook import Codebook
from annotation.detectors import DETECTORS, Choices, available_languages, installed_packages
from annotation.i18n import _, ngettext
from annotation.operations.unfinished import Scope
from annotation.project.detected import Confidences
from gui.dialogs.detector_row import DetectorRow
from gui.dialogs.pipeline_row import PipelineRow
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.hairline import Hairline
from gui.widgets.label import label

HERE = "here"
"""The article that is open, beside the values of Scope."""
_WIDTH, _NAMES, _WORDS = 740, 236, 156
_SPARE = 56
"""Room for the lines that hints may take, and for what counts are told by, px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the window has to offer to detection when the form opens."""

    title: str = ""
    """The title of the open article, "" where none is open."""
    chosen: int = 0
    """How many articles are selected."""
    editable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is known of the project so far; what is None is still being counted."""

    articles: int | None = None
    unread: int | None = None
    languages: Mapping[str, int] | None = None
    found: Mapping[str, Confidences] | None = None
    whole: bool = False
    """Whether all suggestions have been counted."""


class DetectionDialog(QDialog):
    """One form. `choices` and `scope` say what was chosen; accepted when something is to be read.

    Emits `keeping` when the choices alone are to be kept.
    """

    keeping = Signal()

    def __init__(
        self, codebook: Codebook, choices: Choices, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Detection"))
        self._around = around
        self._before = choices
        self._survey = Survey()
        self.rows = {name: self._make_row(name, codebook) for name in in_order(codebook)}
        self.pipelines: dict[str, PipelineRow] = {}
        self.scopes = {key: QRadioButton() for key in (HERE, Scope.CHOSEN, Scope.UNREAD, Scope.ALL)}
        self.hint = label("", "small", wrap=True)
        self._models = QGridLayout()
        self._make_buttons()
        self._lay_out()
        self._add_languages(available_languages())
        self.choose(choices)
        self._show()
        self._fit()

    # ------------------------------------------------------------ what is chosen

    @property
    def choices(self) -> Choices:
        """What was chosen about detectors and pipelines."""
        shown = {lang: row.chosen for lang, row in self.pipelines.items()}
        return Choices(
            off=frozenset(name for name, row in self.rows.items() if not row.is_on)
            | (self._before.off - self.rows.keys()),
            thresholds={
                **{name: least for name, least in self._before.thresholds.items() if name not in self.rows},
                **{name: row.threshold for name, row in self.rows.items() if row.threshold},
            },
            pipelines={lang: name for lang, name in {**self._before.pipelines, **shown}.items() if name},
        )

    @property
    def scope(self) -> str:
        """What is to be read: a value of Scope, or HERE."""
        return next((str(key) for key, one in self.scopes.items() if one.isChecked()), "")

    def choose(self, choices: Choices) -> None:
        """Show these choices."""
        for name, row in self.rows.items():
            row.choose(on=name not in choices.off, threshold=choices.thresholds.get(name, 0.0))
        self._add_languages(choices.pipelines)
        for lang, line in self.pipelines.items():
            line.choose(choices.pipelines.get(lang, ""))
        self._follow()

    def show_survey(self, survey: Survey) -> None:
        """Show what is known of the project by now."""
        self._survey = survey
        for name, row in self.rows.items():
            if survey.found is not None:
                row.set_counted(survey.found.get(name, Confidences()), whole=survey.whole)
        if survey.languages is not None:
            self._add_languages(lang for lang in survey.languages if lang)
            for lang, line in self.pipelines.items():
                line.set_count(survey.languages.get(lang, 0))
        self._show()

    # ------------------------------------------------------------ layout

    def _make_row(self, name: str, codebook: Codebook) -> DetectorRow:
        plug = DETECTORS[name]
        layer = codebook.layer(plug.layers[0]) if plug.layers else None
        title = layer.texts if layer else name
        row = DetectorRow(name, title, help_words(name), self)
        row.changed.connect(self._follow)
        return row

    def _make_buttons(self) -> None:
        self.read = button(_("Read now"), "primary")
        self.keep = button(_("Keep the choices"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.read, QDialogButtonBox.ButtonRole.AcceptRole)
        self.read.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.keep.clicked.connect(self._keep)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("content")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        if not self._around.editable:
            column.addWidget(
                label(_("The project is open read-only: nothing can be changed or read."), wrap=True)
            )
        column.addWidget(label(_("What is suggested"), "section"))
        column.addLayout(self._lay_out_detectors())
        column.addSpacing(8)
        column.addWidget(label(_("Language models"), "section"))
        self._models.setColumnMinimumWidth(0, _NAMES)
        self._models.setColumnStretch(1, 1)
        self._models.setHorizontalSpacing(16)
        self._models.setVerticalSpacing(10)
        column.addLayout(self._models)
        column.addSpacing(8)
        column.addWidget(label(_("What to read"), "section"))
        for one in self.scopes.values():
            one.toggled.connect(self._show_hint)
            column.addWidget(one)
        column.addWidget(self.hint)
        column.addStretch()
        self._put_around(inside)

    def _lay_out_detectors(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnMinimumWidth(0, _NAMES)
        grid.setColumnMinimumWidth(2, _WORDS)
        grid.setColumnStretch(1, 1)
        for place, row in enumerate(self.rows.values()):
            row.put_into(grid, place)
            row.set_editable(self._around.editable)
        return grid

    def _put_around(self, inside: QWidget) -> None:
        """Let the form scroll where the screen is low; the buttons always show."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._inside = inside
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(Hairline())
        self.buttons.setContentsMargins(24, 12, 24, 16)
        whole.addWidget(self.buttons)

    def _fit(self) -> None:
        """Be as high as what is in it, where the screen is."""
        self._inside.ensurePolished()
        layout = self._inside.layout()
        assert layout is not None, "it was laid out"
        layout.activate()
        high = layout.heightForWidth(_WIDTH) + self.buttons.sizeHint().height() + _SPARE
        self.resize(_WIDTH, min(high, self.screen().availableGeometry().height() - _SPARE))

    def _add_languages(self, languages: Iterable[str]) -> None:
        """A line for each language that has none yet."""
        for lang in languages:
            if lang in self.pipelines:
                continue
            line = self.pipelines[lang] = PipelineRow(lang, installed_packages(), self)
            line.put_into(self._models, len(self.pipelines) - 1)
            line.choose(self._before.pipelines.get(lang, ""))
            line.set_editable(self._around.editable)
            line.changed.connect(self._follow)

    # ------------------------------------------------------------ following

    def _follow(self) -> None:
        self.keep.setEnabled(self._around.editable and self.choices != self._before)
        self._show_reading()

    def _keep(self) -> None:
        self.keeping.emit()
        self.reject()

    def _show(self) -> None:
        survey, around = self._survey, self._around
        words = {
            HERE: (_("This article: {title}", title=around.title), bool(around.title)),
            Scope.CHOSEN: (_selected_words(around.chosen), around.chosen > 0),
            Scope.UNREAD: (_counted(_("Articles that were not read yet"), survey.unread), survey.unread != 0),
            Scope.ALL: (_counted(_("All articles"), survey.articles), survey.articles != 0),
        }
        for key, (text, possible) in words.items():
            self.scopes[key].setText(text)
            self.scopes[key].setVisible(key in (Scope.UNREAD, Scope.ALL) or possible)
            self.scopes[key].setEnabled(possible and around.editable)
        self._choose_scope()
        self._show_hint()

    def _choose_scope(self) -> None:
        """Have what is likeliest be chosen: what is selected, then what is not read, then what is open."""
        possible = [key for key, one in self.scopes.items() if one.isEnabled() and not one.isHidden()]
        if self.scope in possible:
            return
        order = (Scope.CHOSEN, Scope.UNREAD, HERE, Scope.ALL)
        best = next((key for key in order if key in possible), None)
        for key, one in self.scopes.items():
            one.setAutoExclusive(False)
            one.setChecked(key == best)
            one.setAutoExclusive(True)

    def _show_hint(self) -> None:
        if self._survey.articles == 0:
            words = _("There are no articles in this project yet.")
        elif self.scope == Scope.UNREAD:
            words = _("Articles that have suggestions already are left alone.")
        else:
            words = _("What people decided stays as it is, and what they rejected does not come back. "
                      "Suggestions that nobody decided about are replaced by what is found now.")  # fmt: skip
        self.hint.setText(words)
        self._show_reading()

    def _show_reading(self) -> None:
        any_on = any(row.is_on for row in self.rows.values())
        self.read.setEnabled(self._around.editable and any_on and bool(self.scope))


def in_order(codebook: Codebook) -> list[str]:
    """The names of the detectors in the order of the codebook's layers that they are for."""
    places = {layer.id: place for place, layer in enumerate(codebook.layers)}
    plugs = DETECTORS.all()
    return sorted(plugs, key=lambda name: places.get(next(iter(plugs[name].layers), ""), len(places)))


def help_words(detector: str) -> str:
    """What a detector of the program looks for; "" for one that somebody else wrote."""
    return {
        "entities": _("Names of people, organisations, places"),
        "figures": _("Quantities, with value and unit"),
        "attributions": _("Who is credited with what"),
        "stances": _("Who is for or against what, where it is said outright"),
    }.get(detector, "")


def _selected_words(number: int) -> str:
    return ngettext("The selected article", "The {number} selected articles", number,
                    number=number_words(number))  # fmt: skip


def _counted(words: str, number: int | None) -> str:
    return words if number is None else f"{words} ({number_words(number)})"
