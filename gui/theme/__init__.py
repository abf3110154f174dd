"""How the program looks: colours, fonts and icons as data, worn by the whole application and changed live."""

from gui.theme.contrast import READABLE, contrast, mix, readable
from gui.theme.current import current_theme
from gui.theme.fonts import fixed_font, interface_font, load_fonts, reading_font, reading_line_height
from gui.theme.icons import icon, icon_names, pixmap, set_icon
from gui.theme.switch import SYSTEM, ThemeSwitch
from gui.theme.theme import RADIUS, SPACING, Theme, load_theme, theme_names

__all__ = [
    "RADIUS",
    "READABLE",
    "SPACING",
    "SYSTEM",
    "Theme",
    "ThemeSwitch",
    "contrast",
    "current_theme",
    "fixed_font",
    "icon",
    "icon_names",
    "interface_font",
    "load_fonts",
    "load_theme",
    "mix",
    "pixmap",
    "readable",
    "reading_font",
    "reading_line_height",
    "set_icon",
    "theme_names",
]
