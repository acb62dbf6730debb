"""What a shared file holds, looked at before it is taken (M-76)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.playbook_draft import PlaybookDraft
from followup_desktop.domain.playbook_preview import Known, filled_line
from followup_desktop.services.playbook_files import SharedPlaybooks
from followup_desktop.ui.kit.labels import Body, Muted, Small
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _, ngettext
from followup_desktop.words import playbooks as words

_LINES_SHOWN = 5


class SharedSheet(Sheet):
    """Each playbook of the file with its lines; those that stay ticked are taken, all at once."""

    taken = Signal(tuple)
    """The drafts to take."""

    def __init__(
        self,
        window: QWidget,
        shared: SharedPlaybooks,
        in_use: Mapping[Kind, PlaybookDraft],
    ) -> None:
        super().__init__(window, _("What is in {name}").format(name=shared.name), name="shared")
        self.ticks: dict[Kind, Tick] = {}
        self._drafts = {draft.kind: draft for draft in shared.drafts}
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(
            Muted(
                _("Nothing is taken yet. What you take is used by the calls begun from then on."),
                wrap=True,
            )
        )
        for draft in shared.drafts:
            self.body.addWidget(self._card(draft, in_use[draft.kind]))
        self.add_cancel(_("Leave it"))
        self.take = self.add_primary(_("Use these"), name="shared_take")
        self.take.clicked.connect(self._on_take)
        self.dismissed.connect(self.deleteLater)
        self._show_take()

    @classmethod
    def refused(cls, window: QWidget, name: str, sentence: str) -> Sheet:
        """A file that can't be used: why, and where in it."""
        sheet = Sheet(window, _("{name} can’t be used").format(name=name), name="shared_refused")
        sheet.body.addWidget(Notice(sentence, problem=True))
        sheet.body.addWidget(
            Body(_("Nothing of it was taken, and nothing was changed."), wrap=True)
        )
        sheet.add_cancel(_("Close"))
        sheet.dismissed.connect(sheet.deleteLater)
        return sheet

    def _card(self, draft: PlaybookDraft, in_use: PlaybookDraft) -> Card:
        card = Card()
        tick = Tick(draft.title, name=f"shared_{draft.kind}")
        is_news = draft != in_use
        tick.setChecked(is_news)
        tick.setEnabled(is_news)
        tick.ticked.connect(self._show_take)
        self.ticks[draft.kind] = tick
        card.add(tick)
        card.add(Small(_about(draft, in_use), wrap=True))
        for said in _news(draft, in_use)[:_LINES_SHOWN]:
            card.add(Body(said, wrap=True))
        more = len(_news(draft, in_use)) - _LINES_SHOWN
        if more > 0:
            card.add(
                Muted(ngettext("and {count} more", "and {count} more", more).format(count=more))
            )
        return card

    def _show_take(self) -> None:
        self.take.setEnabled(any(tick.isChecked() for tick in self.ticks.values()))

    def _on_take(self) -> None:
        ticked = [kind for kind, tick in self.ticks.items() if tick.isChecked()]
        self.taken.emit(tuple(self._drafts[kind] for kind in ticked))


def _news(draft: PlaybookDraft, in_use: PlaybookDraft) -> list[str]:
    """The lines that the one in use doesn't have."""
    known = {line.words.words for line in (in_use.opening, *in_use.lines)}
    sample = words.sample("", "", Known.MUCH)
    return [
        filled_line(line, sample).text
        for line in (draft.opening, *draft.lines)
        if line.words.words not in known
    ]


def _about(draft: PlaybookDraft, in_use: PlaybookDraft) -> str:
    if draft == in_use:
        return _("The same as the one in use.")
    if draft.title != in_use.title:
        takes = _("In place of “{title}”. {minutes}.")
        return takes.format(title=in_use.title, minutes=words.minutes(draft.minutes))
    return _("Takes {minutes}.").format(minutes=words.minutes(draft.minutes))
