"""Dividing what is exported: into train, dev and test, or into folds, alike and without copies astride."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from annotation.i18n import _
from annotation.operations.sets import SetWish
from annotation.operations.splitting import COPIES, DAY, OUTLET, Division
from gui.dialogs.export_options import CalmNumber
from gui.dialogs.export_page import ExportPage, NamedMenu
from gui.widgets.label import label

_USUAL = (80, 10, 10)


class PartsPage(ExportPage):
    """Shares, folds, and what parts have in common."""

    def __init__(self, layers: tuple[tuple[str, str], ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.split = QCheckBox(_("Into train, dev and test"))
        self.shares = tuple(CalmNumber(share, 0, 1000) for share in _USUAL)
        for box, name in zip(self.shares, (_("train"), _("dev"), _("test")), strict=True):
            box.setAccessibleName(name)
        self.fold = QCheckBox(_("Into folds for cross-validation"))
        self.folds = CalmNumber(5, 2, 100)
        self.folds.setAccessibleName(_("Folds"))
        self.seed = CalmNumber(1, 0, 999_999)
        self.strata = NamedMenu(_("Not looked at"))
        self.strata.set_entries(
            [("outlet", _("outlet")), ("lang", _("language")), ("year", _("year")), ("section", _("section")),
             ("labels", _("number of labels")),
             *((f"labels.{id_}", _("number of labels: {layer}", layer=name)) for id_, name in layers)]
        )  # fmt: skip
        self.day = QCheckBox(_("All that an outlet published on one day"))
        self.outlet = QCheckBox(_("All of an outlet"))
        self.note = label("", "muted", wrap=True)
        self._lay_out()
        self._listen()
        self._follow()

    def show_wish(self, wish: SetWish) -> None:
        """Show what is wished for."""
        division = wish.division
        self.split.setChecked(bool(division.shares))
        shares = division.shares.split("/") if division.shares else list(map(str, _USUAL))
        for box, share in zip(self.shares, shares, strict=False):
            box.setValue(int(share) if share.isdecimal() else 0)
        self.fold.setChecked(bool(division.folds))
        self.folds.setValue(division.folds or 5)
        self.seed.setValue(division.seed)
        self.strata.set_ticked(frozenset(division.stratify))
        self.day.setChecked(DAY in division.groups)
        self.outlet.setChecked(OUTLET in division.groups)
        self._follow()

    def change(self, wish: SetWish) -> SetWish:
        """The wish with what is chosen here."""
        groups = (COPIES, *((DAY,) if self.day.isChecked() else ()),
                  *((OUTLET,) if self.outlet.isChecked() else ()))  # fmt: skip
        division = Division(
            shares="/".join(str(box.value()) for box in self.shares) if self.split.isChecked() else "",
            folds=self.folds.value() if self.fold.isChecked() else 0,
            seed=self.seed.value(),
            stratify=tuple(sorted(self.strata.ticked)),
            groups=groups,
        )
        return replace(wish, division=division)

    @property
    def is_empty(self) -> bool:
        """Whether all shares of a split are nothing."""
        return self.split.isChecked() and not any(box.value() for box in self.shares)

    def _lay_out(self) -> None:
        shares = QWidget()
        row = QHBoxLayout(shares)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box, name in zip(self.shares, (_("train"), _("dev"), _("test")), strict=True):
            row.addWidget(label(name))
            row.addWidget(box)
        row.addStretch()
        self.add_row("", self.split)
        self.add_row(_("Shares"), shares)
        self.add_row("", self.fold)
        self.add_row(_("Folds"), self.folds)
        self.add_row(_("Seed: another number, another division"), self.seed)
        self.add_row(_("Parts are alike in"), self.strata)
        self.add_row(_("Stays in one part, beside copies"), self.day, self.outlet)
        self.column.addWidget(self.note)
        self.column.addStretch()

    def _listen(self) -> None:
        for box in (self.split, self.fold, self.day, self.outlet):
            box.toggled.connect(self._follow)
            box.toggled.connect(self.tell)
        for number in (*self.shares, self.folds, self.seed):
            number.valueChanged.connect(self.tell)
        self.strata.chosen.connect(self.tell)

    def _follow(self, *_anything: object) -> None:
        split, fold = self.split.isChecked(), self.fold.isChecked()
        for box in self.shares:
            box.setEnabled(split)
        self.folds.setEnabled(fold)
        for part in (self.seed, self.strata, self.day, self.outlet):
            part.setEnabled(split or fold)
        if split and fold:
            text = _("The test set is apart; the rest is divided into folds of the same size.")
        elif fold:
            text = _("Each fold is a part of its own: train on the others, test on it.")
        else:
            text = _("Copies of a text, and articles with the same text, are never in two parts.")
        self.note.setText(text)
