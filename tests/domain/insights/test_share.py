"""So many of so many: when it is said in per cent, and how sure that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.insights.share import FEWEST_FOR_PERCENT, Share


@pytest.mark.parametrize(
    ("part", "of", "percent"),
    [
        (48, 50, 96),
        (0, 50, 0),
        (50, 50, 100),
        # Not quite all is never all, and hardly any isn't none.
        (299, 300, 99),
        (1, 300, 1),
        (5, 9, None),
        (0, 0, None),
    ],
)
def test_in_per_cent(part: int, of: int, percent: int | None) -> None:
    assert Share(part, of).percent == percent


SHARES = st.integers(1, 5000).flatmap(
    lambda of: st.builds(Share, st.integers(0, of), st.just(of)),
)


@given(SHARES)
def test_what_is_sure_is_less_than_what_was_seen(share: Share) -> None:
    assert 0 <= share.at_least <= share.part / share.of + 1e-9


@given(SHARES)
def test_more_of_the_same_is_surer(share: Share) -> None:
    assert Share(share.part * 4, share.of * 4).at_least >= share.at_least - 1e-9


@given(SHARES)
def test_a_percent_is_within_half_a_point_but_for_the_last(share: Share) -> None:
    percent = share.percent
    assert (percent is None) == (share.of < FEWEST_FOR_PERCENT)
    if percent is not None:
        assert abs(percent - 100 * share.part / share.of) < 1
        assert (percent == 100) == (share.part == share.of)
        assert (percent == 0) == (share.part == 0)
