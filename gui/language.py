"""The language that the window speaks: the program's own texts, and those that Qt brings."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from annotation.i18n import available_languages, current_language, preferred_language, use_language

_OURS = "selon_translator"


def speak(application: QCoreApplication, code: str) -> None:
    """Speak the language `code` from now on, or the system's for ""; numbers and dates follow.

    What is already on screen has to be written anew by whoever wrote it.
    """
    use_language(code or preferred_language())
    QLocale.setDefault(_locale(current_language()))
    for old in application.findChildren(QTranslator, _OURS):
        application.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(application)
    translator.setObjectName(_OURS)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{current_language()}", folder):
        application.installTranslator(translator)


def languages() -> dict[str, str]:
    """The languages that the program speaks, {code: the language's own name for itself}."""
    return {code: _own_name(code) for code in available_languages()}


def _locale(code: str) -> QLocale:
    """The system's own locale where it speaks this language, for its country's way with numbers."""
    system = QLocale.system()
    return system if system.name().startswith(code) else QLocale(code)


def _own_name(code: str) -> str:
    name = QLocale(code).nativeLanguageName().rpartition(" ")[2]  # of "American English", say
    return name[:1].upper() + name[1:]
