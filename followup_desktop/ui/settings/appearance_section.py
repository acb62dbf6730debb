"""How the program looks and speaks."""

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.shop import Look, Shop
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.theme import TextSize
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.language import known, name_of
from followup_desktop.ui.settings.number_choices import NumberChoices
from followup_desktop.ui.settings.section import Section
from followup_desktop.words import _, codes
from followup_desktop.words.today import MANTRA

AS_SYSTEM = ""


class AppearanceSection(Section):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mantra_kept = ""
        self.look = Choices(
            [(look, codes.look(look)) for look in (Look.LIGHT, Look.DARK, Look.SYSTEM)],
            self,
            name="look",
        )
        self.text_size = NumberChoices(tuple(TextSize), _per_cent, self, name="text_size")
        languages = [(AS_SYSTEM, _("As the system")), *((one, name_of(one)) for one in known())]
        self.language = Picker(languages, self, name="language")
        self.mantra_shown = Tick(
            _("Show a sentence to begin the day with"), self, name="mantra_shown"
        )
        self.mantra = LineField(
            "",
            self,
            name="mantra",
            placeholder=_(MANTRA),
            serif=True,
        )
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        looks = self.add_card(_("Appearance"))
        looks.add(Field(_("Colours"), self.look))
        looks.add(Field(_("Text size"), self.text_size))
        tongue = self.add_card(_("Language"))
        tongue.add(
            Field(_("Language"), self.language, hint=_("Taken up the next time Followup opens."))
        )
        sentence = self.add_card(_("A sentence for the day"))
        sentence.add(self.mantra_shown)
        sentence.add(Field(_("Your own words, or leave it empty for ours"), self.mantra))
        self.close_column()

    def _connect(self) -> None:
        self.look.chosen.connect(lambda look: self.preference_edited.emit({"look": look}))
        self.text_size.chosen.connect(
            lambda size: self.preference_edited.emit({"text_size": int(size)})
        )
        self.language.chosen.connect(lambda code: self.preference_edited.emit({"language": code}))
        self.mantra_shown.ticked.connect(
            lambda on: self.preference_edited.emit({"mantra_shown": on})
        )
        self.mantra.editingFinished.connect(self._on_mantra_edited)

    def show_shop(self, shop: Shop) -> None:
        kept = shop.preferences
        self.look.choose(kept.look)
        self.text_size.show_number(kept.text_size)
        self.language.choose(kept.language)
        self.mantra_shown.setChecked(kept.mantra_shown)
        self._mantra_kept = kept.mantra
        if self.mantra.text() != kept.mantra and not self.mantra.hasFocus():
            self.mantra.setText(kept.mantra)
        self.mantra.setEnabled(kept.mantra_shown)

    def _on_mantra_edited(self) -> None:
        mantra = self.mantra.text().strip()
        if mantra != self._mantra_kept:
            self.preference_edited.emit({"mantra": mantra})


def _per_cent(size: int) -> str:
    return _("{size} %").format(size=size)
