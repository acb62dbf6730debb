"""What the verbs of a call share: its store, its playbooks, and the call they speak of."""

from followup_desktop.domain.call_basis import CallBasis, FactWriter
from followup_desktop.domain.call_flow import ENDS, NoGo
from followup_desktop.domain.checks import TEXT_LIMIT, Why, refuse
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.facts import Facts
from followup_desktop.domain.playbook import Playbook
from followup_desktop.domain.saved_call import SavedCall
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import call_edition
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import calls as reads
from followup_desktop.store.reads.call_basis import call_basis
from followup_desktop.store.store import Store


class CallBase:
    """Made once; each group of verbs is a class of its own that stands on this one."""

    def __init__(
        self, store: Store, shop: ShopService, playbooks: Playbooks, write: FactWriter
    ) -> None:
        self._store = store
        self._shop = shop
        self._playbooks = playbooks
        self._write = write

    def _saved(self, call_id: int) -> SavedCall:
        call = reads.saved_call(call_id)
        if call is None:
            raise gone("call", call_id)
        return call

    def _unfinished(self, call_id: int) -> SavedCall:
        """A call that can still be planned, talked and answered on."""
        call = self._saved(call_id)
        if call.step in ENDS:
            raise WorldError(Trouble.BAD_VALUE, field="step", why=NoGo.OVER)
        return call

    def _playbook(self, call: SavedCall) -> Playbook:
        """The one that it was planned with."""
        held = call_edition.held(call.id)
        if held is None:
            return self._playbooks.get(call.kind)
        return self._playbooks.edition(held, call.kind)

    def _basis(self, call: SavedCall) -> CallBasis:
        basis = call_basis(call.kind, call.customer_id, call.follow_up_id, call.clerk_id)
        if basis is None:
            raise gone("customer", call.customer_id)
        return basis

    def _facts(self, call: SavedCall, now: Now) -> Facts:
        return self._write.facts(self._basis(call), now)


def gone(what: str, row_id: int) -> WorldError:
    return WorldError(Trouble.GONE, where=f"{what} {row_id}")


def as_typed(field: str, text: str, limit: int = TEXT_LIMIT) -> str:
    """Notes are kept letter by letter, spaces and lines too; only what no file can hold is left
    out."""
    kept = text.replace("\0", "").encode(errors="ignore").decode()
    if len(kept) > limit:
        raise refuse(field, Why.TOO_LONG)
    return kept
