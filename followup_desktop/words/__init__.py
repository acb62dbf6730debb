"""Every sentence a person reads: gettext, plurals, and the wording of reasons and errors.

Domain, store and services speak in codes and values; ui, tray and cli word them here.
"""

import gettext
from collections.abc import Callable

_translations: gettext.NullTranslations = gettext.NullTranslations()


def use(translations: gettext.NullTranslations) -> None:
    """Switch the language of everything that is worded from now on."""
    global _translations
    _translations = translations


def _(message: str) -> str:
    """The translation of `message`; its named fields are filled by the caller with `.format()`."""
    return _translations.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The right plural for `count`; `{count}` is filled by the caller."""
    return _translations.ngettext(one, many, count)


N_: Callable[[str], str] = str
"""Marks a sentence for translation where it is only worded later."""
