"""What a shared file holds, looked at before it is taken (M-76)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.playbook_draft import PlaybookDraft
from followup_desktop.domain.playbook_rows import Compared, Mark, compare
from followup_desktop.services.playbook_files import SharedPlaybooks
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.labels import Body, Muted, Small
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.shared_playbook import SharedPlaybook
from followup_desktop.words import _, ngettext
from followup_desktop.words.playbook_rows import rows


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
        card, compared = Card(), compare(rows(in_use), rows(draft))
        tick = Tick(draft.title, name=f"shared_{draft.kind}")
        is_news = draft != in_use
        tick.setChecked(is_news)
        tick.setEnabled(is_news)
        tick.ticked.connect(self._show_take)
        self.ticks[draft.kind] = tick
        card.add(tick)
        card.add(Small(_about(compared), wrap=True))
        whole = _Whole(compared, name=f"shared_{draft.kind}_whole")
        card.add(whole)
        if len(self._drafts) == 1:
            whole.unfold()
        return card

    def _show_take(self) -> None:
        self.take.setEnabled(any(tick.isChecked() for tick in self.ticks.values()))

    def _on_take(self) -> None:
        ticked = [kind for kind, tick in self.ticks.items() if tick.isChecked()]
        self.taken.emit(tuple(self._drafts[kind] for kind in ticked))


class _Whole(QWidget):
    """All of it, made once somebody wants to see it: a file may hold every playbook."""

    def __init__(self, compared: Sequence[Compared], *, name: str) -> None:
        super().__init__()
        self._compared = compared
        self._content: SharedPlaybook | None = None
        self._link = LinkButton(_("Show all of it"), self, name=name, icon="down")
        self._link.clicked.connect(self._on_clicked)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._link)

    def unfold(self) -> None:
        if self._content is None:
            self._content = SharedPlaybook(self._compared, self)
            self._layout.addWidget(self._content)
        self._content.show()
        self._link.set_label(_("Show less"))

    def _on_clicked(self) -> None:
        if self._content is None or self._content.isHidden():
            self.unfold()
        else:
            self._content.hide()
            self._link.set_label(_("Show all of it"))


def _about(compared: Sequence[Compared]) -> str:
    marks = [one.mark for one in compared]
    changed, new, gone = (marks.count(mark) for mark in (Mark.CHANGED, Mark.NEW, Mark.GONE))
    told = {
        ngettext("{count} changed", "{count} changed", changed).format(count=changed): changed,
        ngettext("{count} new", "{count} new", new).format(count=new): new,
        ngettext("{count} left out", "{count} left out", gone).format(count=gone): gone,
    }
    counted = [words for words, count in told.items() if count]
    if not counted:
        return _("The same as the one in use.")
    return _("Beside the one in use: {counted}.").format(counted=" · ".join(counted))
