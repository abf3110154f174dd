"""Where no window can open, the user reads one sentence that says what to do."""

import ctypes
import importlib
import os
import shutil
import socket
import sys
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

from gui import startup

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="displays are found this way on Linux only")


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def failing_import(reason: str) -> object:
    real = importlib.import_module

    def load(name: str) -> ModuleType:
        if name == "PySide6.QtWidgets":
            raise ImportError(reason)
        return real(name)

    return load


def failing_load(reason: str) -> object:
    def load(name: str) -> NoReturn:
        raise OSError(reason)

    return load


def as_a_user_with(monkeypatch: pytest.MonkeyPatch, *programs: str, uid: int) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name in programs else None)
    monkeypatch.setattr(os, "geteuid", lambda: uid)


def test_the_list_names_each_package_once() -> None:
    lines = startup.PACKAGES.read_text("utf-8").splitlines()
    names = [line.partition("#")[0].strip() for line in lines]
    given = [name for name in names if name]
    assert len(given) == len(set(given)) >= 10


def test_a_window_does_not_need_the_packages_of_pip_and_of_the_tests() -> None:
    assert {"libegl1", "libxcb-cursor0"} <= set(startup.window_packages())
    assert not {"python3-venv", "xvfb", "xauth"} & set(startup.window_packages())


@LINUX
def test_the_command_to_install_uses_sudo_only_where_it_is_needed_and_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    as_a_user_with(monkeypatch, "sudo", uid=1000)
    assert startup.install_command().startswith("sudo apt-get update && sudo apt-get install -y ")
    as_a_user_with(monkeypatch, "sudo", uid=0)
    assert startup.install_command().startswith("apt-get update && apt-get install -y ")
    as_a_user_with(monkeypatch, uid=1000)
    assert startup.install_command().startswith("apt-get update && apt-get install -y ")


@LINUX
def test_a_library_that_qt_misses_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    as_a_user_with(monkeypatch, "apt-get", "sudo", uid=1000)
    reason = "libEGL.so.1: cannot open shared object file: No such file or directory"
    monkeypatch.setattr(importlib, "import_module", failing_import(reason))
    sentence = str(startup.obstacle())
    assert "libEGL.so.1" in sentence
    assert startup.install_command() in sentence
    assert "\n" not in sentence


def test_without_apt_a_library_that_qt_misses_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(
        importlib, "import_module", failing_import("DLL load failed while importing QtWidgets")
    )
    sentence = str(startup.obstacle())
    assert "DLL load failed while importing QtWidgets" in sentence
    assert "apt-get" not in sentence


@LINUX
def test_without_a_display_the_sentence_shows_two_ways_on() -> None:
    sentence = str(startup.obstacle())
    assert "no display" in sentence
    assert "selon --help" in sentence
    assert "QT_QPA_PLATFORM=offscreen" in sentence
    assert not startup.has_display()


@pytest.mark.parametrize("platform", ["offscreen", "offscreen:size=800x600", "minimal"])
def test_a_platform_that_needs_no_display_is_not_kept_from_starting(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", ":0")
    assert startup.obstacle() is None
    assert not startup.has_display()


@LINUX
def test_a_platform_plugin_that_misses_a_library_is_found_before_qt_ends_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    as_a_user_with(monkeypatch, "apt-get", uid=0)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ctypes, "CDLL", failing_load("libxcb-cursor.so.0: cannot open shared object file"))
    sentence = str(startup.obstacle())
    assert "libxcb-cursor.so.0" in sentence
    assert "libxcb-cursor0" in sentence


@LINUX
def test_the_platform_that_draws_unseen_may_miss_a_library_too(monkeypatch: pytest.MonkeyPatch) -> None:
    as_a_user_with(monkeypatch, "apt-get", uid=0)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(ctypes, "CDLL", failing_load("libfontconfig.so.1: cannot open shared object file"))
    assert "libfontconfig.so.1" in str(startup.obstacle())


@LINUX
@pytest.mark.parametrize(("variable", "name"), [("DISPLAY", ":4242"), ("WAYLAND_DISPLAY", "wayland-4242")])
def test_a_display_that_does_not_answer_is_named(
    variable: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, name)
    sentence = str(startup.obstacle())
    assert f"“{name}” does not answer" in sentence
    assert variable in sentence
    assert startup.has_display()


@LINUX
def test_a_wayland_display_that_answers_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "w")
    monkeypatch.setenv("DISPLAY", ":4242")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "w"))
        server.listen()
        assert startup.obstacle() is None


@pytest.mark.xvfb
def test_an_x_server_that_answers_is_enough(x_display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", x_display)
    assert startup.obstacle() is None
    assert startup.has_display()


@LINUX
def test_a_display_counts_only_for_the_platform_that_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    assert not startup.has_display()
    assert "no display" in str(startup.obstacle())
