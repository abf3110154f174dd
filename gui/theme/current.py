"""The theme that the program wears now, for colours that Qt's palette has no name for."""

from gui.theme.theme import Theme, load_theme

_worn: list[Theme] = []


def current_theme() -> Theme:
    """The theme worn now; the light one until another is put on."""
    if not _worn:
        _worn.append(load_theme("light"))
    return _worn[0]


def put_on(theme: Theme) -> None:
    """Make `theme` the one that `current_theme` gives; for ThemeSwitch, which also tells Qt."""
    _worn[:] = [theme]
