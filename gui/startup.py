"""Whether a window can open on this machine, found out before Qt is asked, which would end the process.

Nothing here needs Qt to be usable, or even installed with the system libraries that it links to.
"""

import ctypes
import importlib
import os
import re
import shlex
import shutil
import socket
import sys
from pathlib import Path

from annotation.i18n import Message
from resources import RESOURCES

PACKAGES = RESOURCES / "system-packages" / "debian.txt"
UNSEEN = frozenset({"minimal", "minimalegl", "offscreen", "vnc"})
"""Platforms of Qt that need no display."""


def obstacle() -> Message | None:
    """The sentence that says why no window can open here and what to do, or None when one can."""
    return _unusable_qt() or (_unusable_display() if sys.platform == "linux" else None)


def has_display() -> bool:
    """Whether a person would see a window: a display is there, and Qt is not told to draw elsewhere."""
    if sys.platform != "linux":
        return _asked_platform() not in UNSEEN
    return bool(_displays())


def window_packages() -> list[str]:
    """The Debian packages that a window needs: those of the list that are not marked for something else."""
    lines = (line.partition("#") for line in PACKAGES.read_text("utf-8").splitlines())
    return [name.strip() for name, _, mark in lines if name.strip() and not mark]


def install_command() -> str:
    """What to type to install the system packages, with sudo where it is needed and there."""
    apt = ["sudo", "apt-get"] if os.geteuid() != 0 and shutil.which("sudo") else ["apt-get"]
    return f"{shlex.join([*apt, 'update'])} && {shlex.join([*apt, 'install', '-y', *window_packages()])}"


def _asked_platform() -> str:
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]


def _displays() -> list[str]:
    """The platforms of Qt for which this session names a display."""
    asked = _asked_platform()
    there = [platform for platform, (variable, _) in DISPLAYS.items() if os.environ.get(variable)]
    return [platform for platform in there if asked in ("", platform)]


def _unusable_qt() -> Message | None:
    """Why the Qt modules do not load: what they link to is loaded with them."""
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return _missing(str(error))
    return None


def _unusable_display() -> Message | None:
    if _asked_platform() not in ("", *DISPLAYS):
        return _unusable_plugin(_asked_platform())
    troubles = [_trouble(platform) for platform in _displays()]
    if not troubles:
        return Message(
            "There is no display here to open a window on: use the command line (see “selon --help”), "
            "or set QT_QPA_PLATFORM=offscreen to run the window unseen."
        )
    return None if None in troubles else troubles[-1]


def _trouble(platform: str) -> Message | None:
    """What keeps a platform of Qt from showing a window on its display, or None."""
    if unusable := _unusable_plugin(platform):
        return unusable
    variable, answers = DISPLAYS[platform]
    if answers():
        return None
    return Message(
        "The display “{display}” does not answer: check the variable {variable}, "
        "or use the command line (see “selon --help”).",
        {"display": os.environ[variable], "variable": variable},
    )


def _unusable_plugin(platform: str) -> Message | None:
    """Why Qt's plugin for a platform does not load, or None; Qt complains itself of one it does not have."""
    qt = importlib.import_module("PySide6.QtCore").QLibraryInfo
    plugin = Path(qt.path(qt.LibraryPath.PluginsPath), "platforms", f"libq{platform}.so")
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return _missing(str(error)) if plugin.exists() else None
    return None


def _x_server_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _wayland_answers() -> bool:
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/"), os.environ["WAYLAND_DISPLAY"])
    with socket.socket(socket.AF_UNIX) as connection:
        return connection.connect_ex(str(path)) == 0


DISPLAYS = {
    "wayland": ("WAYLAND_DISPLAY", _wayland_answers),
    "xcb": ("DISPLAY", _x_server_answers),
}
"""Platforms of Qt that need a display: the variable that names it, and whether its server answers."""


def _missing(reason: str) -> Message:
    """The sentence for a library that does not load; `reason` is the loader's own words."""
    found = re.search(r"[\w.+-]+\.so[.\d]*", reason)
    library = found[0] if found else reason
    if sys.platform == "linux" and shutil.which("apt-get"):
        return Message(
            "The window needs the system library {library}, which is missing: install it with “{command}”.",
            {"library": library, "command": install_command()},
        )
    return Message(
        "The window needs the system library {library}, which does not load: install it, or reinstall Selon.",
        {"library": library},
    )
