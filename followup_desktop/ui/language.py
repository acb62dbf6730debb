"""The language that the windows speak: our sentences, Qt's own dialogs, days and numbers."""

import gettext
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from followup_desktop import paths, words
from followup_desktop.ui.days import LocaleDays
from followup_desktop.words import days

DOMAIN = "followup"
OURS = "en"
"""The language that the sentences are written in."""


def known() -> tuple[str, ...]:
    """The languages that there are words for."""
    folder = _folder()
    found = [path.name for path in folder.glob("*") if _words_of(path.name).exists()]
    return tuple(sorted({OURS, *found}))


def speak(wanted: str) -> None:
    """Use `wanted`, or the system's language where it is empty, or English where there are no words
    for it. Widgets that are there already keep theirs."""
    system = QLocale.system()
    code = wanted or system.name().split("_")[0]
    if not _words_of(code).exists():
        code = OURS
    locale = QLocale(QLocale.codeToLanguage(code), system.territory())
    QLocale.setDefault(locale)
    days.use(LocaleDays(locale))
    if code != OURS:
        with _words_of(code).open("rb") as file:
            words.use(gettext.GNUTranslations(file))
    _translate_qt(locale)


def name_of(code: str) -> str:
    """A language by its own name; Qt would say which country's English it is."""
    if code == OURS:
        return "English"
    name = QLocale(QLocale.codeToLanguage(code)).nativeLanguageName()
    return name[:1].upper() + name[1:]


def _folder() -> Path:
    return paths.resources() / "locale"


def _words_of(code: str) -> Path:
    return _folder() / code / "LC_MESSAGES" / f"{DOMAIN}.mo"


def _translate_qt(locale: QLocale) -> None:
    app = QCoreApplication.instance()
    if app is None or locale.language() is QLocale.Language.English:
        return
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(locale, "qtbase", "_", folder):
        app.installTranslator(translator)
