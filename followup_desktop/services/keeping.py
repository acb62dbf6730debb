"""Keeping one's word: promises (M-38), problems (M-39), referrals (M-40).

Each has a file of its own; here is what a clerk notes without a call, in the shop or from a card.
"""

from followup_desktop.domain.caught import ProblemForm, PromiseForm, ReferralForm
from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.call_catch import CATCHERS, KINDS, keep_caught
from followup_desktop.services.call_caught import Around
from followup_desktop.services.customer_action import require
from followup_desktop.services.keeping_problems import ProblemVerbs
from followup_desktop.services.keeping_promises import SHOWN, PromiseVerbs
from followup_desktop.services.keeping_referrals import ReferralVerbs
from followup_desktop.services.rules import cadence_of


class Keeping(PromiseVerbs, ProblemVerbs, ReferralVerbs):
    def note(
        self,
        now: Now,
        clerk_id: int | None,
        customer_id: int,
        form: PromiseForm | ProblemForm | ReferralForm,
    ) -> Changes:
        """A promise, a problem or a referral, with everything that follows as on a call (M-17).
        `made_id` is its row."""
        require(customer_id)
        shop = self._shop.shop()
        around = Around(now, clerk_id, None, customer_id, shop, cadence_of(shop))
        kind = KINDS[type(form)]
        values = CATCHERS[kind].values(form, around)
        with self._store.action(Did.CAUGHT, now, clerk_id) as unit:
            made_id = keep_caught(unit, kind, values, around)
        return unit.changes(SHOWN, customer_id=customer_id, made_id=made_id)
