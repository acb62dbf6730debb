"""How the shop adjusted the rules that come with the program."""

from followup_desktop.domain.cadence.rules import Override, Rule
from followup_desktop.domain.kinds import Kind
from followup_desktop.store.reads.build import tuples
from followup_desktop.store.rows import CadenceRow, KindRow

_KNOWN = frozenset(Rule)


def overrides() -> tuple[Override, ...]:
    """A rule of a newer program is left alone."""
    rows = tuples(CadenceRow.select(CadenceRow.rule, CadenceRow.is_on, CadenceRow.days))
    return tuple(Override(Rule(rule), *values) for rule, *values in rows if rule in _KNOWN)


def own_minutes() -> dict[Kind, int]:
    """How long the shop says that a kind takes, where it says so."""
    asked = KindRow.select(KindRow.code, KindRow.minutes).where(KindRow.minutes.is_null(False))
    return dict(tuples(asked))
