"""A playbook's call as it is read aloud (M-9)."""

from followup_desktop.domain.playbook_preview import PlaybookPreview
from followup_desktop.ui.rehearsal import Reading
from followup_desktop.words import _
from followup_desktop.words import call as call_words
from followup_desktop.words import playbooks as words


def readings_of(preview: PlaybookPreview) -> tuple[Reading, ...]:
    """The script, then what may come up, then what a machine hears."""
    script = [
        Reading(
            _("The opening") if line.at is None else words.part(line.filled.part),
            line.filled.text,
            line.filled.cue,
        )
        for line in preview.lines
    ]
    bridges = [Reading(call_words.detour(detour), said) for detour, said in preview.bridges]
    fears = [
        Reading(_("If they say: {they_say}").format(they_say=they_say), way_out)
        for they_say, way_out in preview.fears
    ]
    machine = Reading(_("If a machine answers"), preview.voicemail)
    return (*script, *bridges, *fears, machine)
