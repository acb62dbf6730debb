"""Sentences with facts in them: a fact stands on a tint, one that doesn't exist in red."""

import re
from html import escape

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from followup_desktop.domain.facts import FACT_NAMES
from followup_desktop.domain.phrase import Span
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.tokens import Palette
from followup_desktop.words import playbooks as words

_FACT = re.compile(r"\{([^{}]*)\}")


class FactHighlighter(QSyntaxHighlighter):
    """In a field that is typed in."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme.changed.connect(self.rehighlight)

    # Qt's own

    def highlightBlock(self, text: str) -> None:
        palette = theme.current().palette
        for match in _FACT.finditer(text):
            ink, tint = _colours(palette, match[1])
            tinted = QTextCharFormat()
            tinted.setForeground(theme.colour(ink))
            tinted.setBackground(theme.colour(tint))
            # Qt counts in UTF-16 units.
            start = len(text[: match.start()].encode("utf-16-le")) // 2
            self.setFormat(start, len(match[0].encode("utf-16-le")) // 2, tinted)


def with_names(wording: str) -> str:
    """Rich text, with each fact by its name: "Did they like the [item]?"."""
    palette = theme.current().palette
    parts, at = [], 0
    for match in _FACT.finditer(wording):
        parts.append(escape(wording[at : match.start()]))
        parts.append(_tinted(words.fact(match[1]), *_colours(palette, match[1])))
        at = match.end()
    return "".join([*parts, escape(wording[at:])])


def plain_names(wording: str) -> str:
    """The same on one plain line: "About the [item]"."""
    return _FACT.sub(lambda match: f"[{words.fact(match[1])}]", wording)


def with_spans(text: str, spans: tuple[Span, ...]) -> str:
    """Rich text of a filled sentence, with what came from the card on a tint."""
    palette = theme.current().palette
    parts, at = [], 0
    for start, end in sorted(spans):
        parts.append(escape(text[at:start]))
        parts.append(_tinted(text[start:end], palette.ink, palette.primary_tint))
        at = end
    return "".join([*parts, escape(text[at:])])


def _tinted(text: str, ink: str, tint: str) -> str:
    return f'<span style="color:{ink};background-color:{tint}">&nbsp;{escape(text)}&nbsp;</span>'


def _colours(palette: Palette, name: str) -> tuple[str, str]:
    """Ink and tint of a fact."""
    if name in FACT_NAMES:
        return palette.primary_ink, palette.primary_tint
    return palette.promise.ink, palette.promise.tint
