"""The shop has put one of its playbooks into its own words: the yearly thanks."""

from dataclasses import replace

from followup_desktop.domain.kinds import Kind, Purpose
from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook_draft import change_line
from followup_desktop.services.sample.corner import Corner
from followup_desktop.services.sample.telling import Story

PLEASURE = Phrase("The Corner is a nicer place on the days that you come in.")
CUE = Phrase("A nicer place")


def own_words(corner: Corner) -> Story:
    now = yield corner.ago(20, "18:40")
    edits = corner.services.playbook_edits
    draft = edits.shipped(Kind.THANK_YOU)
    at = next(n for n, line in enumerate(draft.lines) if Purpose.THANK in line.purposes)
    line = replace(draft.lines[at], words=PLEASURE, cue=CUE)
    edits.use(now, corner.ed, change_line(draft, at, line))
