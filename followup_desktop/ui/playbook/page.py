"""The editor's page: the playbook's parts to the left, what it would say to the right."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.kinds import Purpose
from followup_desktop.domain.playbook_edit import PlaybookEdit
from followup_desktop.domain.playbook_error import PlaybookError
from followup_desktop.domain.playbook_preview import PlaybookPreview
from followup_desktop.ui.kit.buttons import LinkButton, MenuButton, PrimaryButton, QuietButton
from followup_desktop.ui.kit.chips import Badge
from followup_desktop.ui.kit.labels import ElidedLabel, Small
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.tabs import Tabs
from followup_desktop.ui.kit.tokens import Space, TextRole, ToneName
from followup_desktop.ui.playbook.around_part import AroundPart
from followup_desktop.ui.playbook.bridges_part import BridgesPart
from followup_desktop.ui.playbook.draft_part import DraftPart, Shown
from followup_desktop.ui.playbook.preview_panel import Face, PreviewPanel
from followup_desktop.ui.playbook.purposes_part import PurposesPart
from followup_desktop.ui.playbook.script_part import ScriptPart
from followup_desktop.words import N_, _, ngettext
from followup_desktop.words import playbook_faults as faults
from followup_desktop.words import playbooks as words


class Part(StrEnum):
    SCRIPT = "script"
    PURPOSES = "purposes"
    BRIDGES = "bridges"
    AROUND = "around"


_TABS = {
    Part.SCRIPT: N_("Script"),
    Part.PURPOSES: N_("Purposes"),
    Part.BRIDGES: N_("Bridges"),
    Part.AROUND: N_("Around the call"),
}
_FACES = {
    Part.SCRIPT: Face.SCRIPT,
    Part.PURPOSES: Face.PURPOSES,
    Part.BRIDGES: Face.BRIDGES,
    Part.AROUND: Face.AROUND,
}


class PlaybookPage(QWidget):
    back_requested = Signal()
    use_requested = Signal()
    rehearsal_requested = Signal()
    share_requested = Signal()
    give_up_requested = Signal()
    shipped_requested = Signal()
    part_shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("playbook_page")
        self.parts: dict[Part, DraftPart] = {
            Part.SCRIPT: ScriptPart(self),
            Part.PURPOSES: PurposesPart(self),
            Part.BRIDGES: BridgesPart(self),
            Part.AROUND: AroundPart(self),
        }
        self.preview = PreviewPanel(self)
        self._edit: PlaybookEdit | None = None
        self._purpose: Purpose | None = None
        self._build_ui()
        self._connect()

    @property
    def part(self) -> Part:
        part = self.tabs.value()
        assert isinstance(part, Part)
        return part

    @property
    def face(self) -> Face:
        return _FACES[self.part]

    def show_part(self, part: Part) -> None:
        self.tabs.choose(part)
        self._stack.setCurrentIndex(list(self.parts).index(part))
        if self._edit is not None:
            self._show_draft()
        self.preview.back_to_top()
        self.part_shown.emit()

    def show_snapshot(self, edit: PlaybookEdit, purpose: Purpose | None) -> None:
        """The draft as it stands, and what is to be mended in it."""
        self._edit, self._purpose = edit, purpose
        draft = edit.draft
        self.heading.setText(draft.title or edit.in_use.title)
        self._show_badges(edit)
        self._show_faults(edit)
        self.use.setEnabled(edit.has_draft and not edit.faults)
        self.give_up.setEnabled(edit.has_draft)
        # One that can't be read isn't in use, and can be put away all the same.
        self.shipped.setEnabled(edit.changed_at is not None)
        self.preview.show_purposes([plan.purpose for plan in draft.purposes], purpose)
        self._show_draft()

    def show_preview(self, preview: PlaybookPreview) -> None:
        self.preview.show_preview(preview, self.face)

    def show_saved(self, sentence: str) -> None:
        self.saved.setText(sentence)

    def focus_part(self) -> None:
        self.tabs.setFocus(Qt.FocusReason.MouseFocusReason)

    # What is in sight

    def _show_draft(self) -> None:
        assert self._edit is not None
        self.parts[self.part].show_draft(Shown(self._edit.draft, self._edit.faults, self._purpose))

    def _show_badges(self, edit: PlaybookEdit) -> None:
        facts = edit.facts
        self.contact_type.set_badge(words.contact_type(facts.contact_type), ToneName.NEUTRAL)
        tone = ToneName.REFERRAL if facts.marketing else ToneName.PURCHASE
        self.marketing.set_badge(words.service_or_marketing(facts.marketing), tone)
        self.own.setVisible(edit.is_own)

    def _show_faults(self, edit: PlaybookEdit) -> None:
        count = len(edit.faults)
        self.to_mend.setVisible(bool(count))
        if count:
            told = _told(edit.faults[0])
            more = ngettext("And {count} more.", "And {count} more.", count - 1).format(
                count=count - 1
            )
            self.to_mend.set_label(
                _("To mend first: {told} {more}").format(told=told, more=more)
                if count > 1
                else _("To mend first: {told}").format(told=told)
            )
            self.to_mend.setToolTip(self.to_mend.label())
        self.state.setText("" if count else _state(edit))
        self.state.setVisible(not count)

    def _go_to_fault(self) -> None:
        """Where the first of them stands."""
        if self._edit is None or not self._edit.faults:
            return
        where = self._edit.faults[0].where
        part = next((p for p, keys in _KEYS.items() if where.partition(".")[0] in keys), None)
        if part is None:
            return
        self.show_part(part)
        if not self.parts[part].go_to(where):
            # A line of another purpose than the one in sight.
            self.preview.purpose_chosen.emit(None)
            self.parts[part].go_to(where)

    # Building

    def _build_ui(self) -> None:
        self.tabs = Tabs(
            [(part, _(label)) for part, label in _TABS.items()],
            self,
            name="playbook_tabs",
            label=_("Parts of the playbook"),
        )
        self._stack = QStackedWidget(self)
        for part in self.parts.values():
            self._stack.addWidget(Scroller(part, self))
        left = QVBoxLayout()
        left.setSpacing(Space.MEDIUM)
        bar = self.tabs.layout()
        assert bar is not None
        bar.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.tabs)
        left.addWidget(self._stack, 1)
        columns = QHBoxLayout()
        columns.setSpacing(Space.LARGE)
        columns.addLayout(left, 3)
        columns.addWidget(self.preview, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.LARGE, Space.PAGE, Space.LARGE)
        layout.setSpacing(Space.MEDIUM)
        layout.addLayout(self._head())
        layout.addLayout(columns, 1)
        layout.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        self.back = LinkButton(
            _("All playbooks"), self, name="playbooks_back", icon="arrow_left", muted=True
        )
        self.heading = ElidedLabel(role=TextRole.HEADING)
        self.contact_type, self.marketing = Badge(""), Badge("")
        self.own = Badge(_("Changed by you"), ToneName.THANKS)
        self.saved = Small()
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(self.back)
        head.addWidget(self.heading)
        for badge in (self.contact_type, self.marketing, self.own):
            head.addWidget(badge)
        head.addStretch(1)
        head.addWidget(self.saved)
        return head

    def _foot(self) -> QHBoxLayout:
        self.state = Small(wrap=True)
        self.to_mend = LinkButton("", self, name="playbook_to_mend", icon="problem")
        self.more = MenuButton(_("More"), self, name="playbook_more", large=True)
        menu = self.more.menu_shown
        menu.addAction(_("Save as a file…"), self.share_requested.emit)
        menu.addSeparator()
        self.give_up = menu.addAction(_("Give up the draft"), self.give_up_requested.emit)
        self.shipped = menu.addAction(
            _("Back to the one that came with Followup"), self.shipped_requested.emit
        )
        self.rehearse = QuietButton(_("Read it aloud"), self, name="playbook_rehearse", large=True)
        self.use = PrimaryButton(_("Use it from now on"), self, name="playbook_use", large=True)
        self.use.setToolTip(_("Ctrl+Enter"))
        foot = QHBoxLayout()
        foot.setSpacing(Space.SMALL + 2)
        foot.addWidget(self.to_mend)
        foot.addWidget(self.state, 1)
        foot.addStretch(1)
        for button in (self.more, self.rehearse, self.use):
            foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_part)
        self.parts[Part.SCRIPT].looked_at.connect(self.preview.reveal)
        self.back.clicked.connect(self.back_requested)
        self.use.clicked.connect(self.use_requested)
        self.rehearse.clicked.connect(self.rehearsal_requested)
        self.to_mend.clicked.connect(self._go_to_fault)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.use.click)


_KEYS = {
    Part.SCRIPT: ("opening", "lines"),
    Part.PURPOSES: ("purposes",),
    Part.BRIDGES: ("bridges",),
    Part.AROUND: ("title", "minutes", "why", "voicemail", "fears"),
}


def _told(error: PlaybookError) -> str:
    """With its place, where that has a name: lines have no numbers in the editor."""
    is_numbered = any(key.isdigit() for key in error.where.split("."))
    return faults.fault(error) if is_numbered else faults.placed(error)


def _state(edit: PlaybookEdit) -> str:
    """Whose words a call would use now."""
    if edit.has_draft:
        return _("A draft. The calls use it once you take it into use.")
    if edit.is_own:
        return _("In use, in your shop’s own words.")
    return _("In use, as it came with Followup.")
