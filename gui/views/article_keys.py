"""The keys of the article that belong to no action, for the sheet of keys."""

from PySide6.QtGui import QKeySequence

from annotation.i18n import _
from gui.actions import native
from gui.widgets.keys_sheet import KeyGroup


def article_keys() -> KeyGroup:
    """What they do, in the language spoken now."""
    rows = (
        (_("Select by word"), ("Shift+Right",)),
        (_("Select by character"), ("Ctrl+Shift+Right",)),
        (_("Move the end of the record that is nearest to the caret"), ("Alt+Left", "Alt+Right")),
        (_("Move its other end"), ("Alt+Shift+Left", "Alt+Shift+Right")),
        (_("Move an end by a character"), ("Ctrl+Alt+Left", "Ctrl+Alt+Right")),
        (_("Take a record into the choice, or all up to it"), (_("Ctrl+click"), _("Shift+click"))),
        (_("Move an end of the record with the mouse; with Ctrl by character"), (_("drag"),)),
        (_("Go into the fields of the record"), ("Tab",)),
        (_("Go back, or select nothing"), ("Esc",)),
    )
    return KeyGroup(
        title=_("In the article"),
        rows=[(text, [_shown(key) for key in keys]) for text, keys in rows],
    )


def _shown(key: str) -> str:
    """A key as this system writes it; what is done with the mouse stays as it is said."""
    sequence = QKeySequence(key)
    return native(sequence) if sequence.toString() else key
