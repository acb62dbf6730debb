"""How the shop adjusted the rules that come with the program."""

from typing import TYPE_CHECKING, Any

from followup_desktop.domain.kinds import Kind
from followup_desktop.store.reads.prepared import Prepared
from followup_desktop.store.rows import CadenceRow, KindRow

if TYPE_CHECKING:
    # Late: the day's list plans nothing.
    from followup_desktop.domain.cadence.rules import Override


def overrides() -> "tuple[Override, ...]":
    """A rule of a newer program is left alone."""
    from followup_desktop.domain.cadence.rules import Override, Rule

    known = frozenset(Rule)
    return tuple(
        Override(Rule(rule), is_on, days) for rule, is_on, days in _OVERRIDES() if rule in known
    )


def own_minutes() -> dict[Kind, int]:
    """How long the shop says that a kind takes, where it says so."""
    return dict(_MINUTES())


def paused_kinds() -> frozenset[Kind]:
    """What the shop put aside for a while."""
    return frozenset(_PAUSED())


def override_ids() -> dict[str, int]:
    return {row.rule: row.id for row in CadenceRow.select(CadenceRow.rule, CadenceRow.id)}


def _as_it_is(*values: Any) -> tuple[Any, ...]:
    return values


_OVERRIDES = Prepared(
    lambda: CadenceRow.select(CadenceRow.rule, CadenceRow.is_on, CadenceRow.days),
    _as_it_is,
    {"is_on": bool},
)
_MINUTES = Prepared(
    lambda: KindRow.select(KindRow.code, KindRow.minutes).where(KindRow.minutes.is_null(False)),
    _as_it_is,
    {"code": Kind},
)
_PAUSED = Prepared(lambda: KindRow.select(KindRow.code).where(KindRow.paused), Kind, {})
