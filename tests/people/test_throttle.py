"""Tries by key: so many within a window, then a wait that is told."""

from __future__ import annotations

from tahqiq.people.throttle import Throttle, ThrottleLimits


def test_after_so_many_tries_one_waits_until_the_first_is_old() -> None:
    throttle = Throttle(ThrottleLimits(tries=3, window=60))
    assert [0, 0, 0] == [throttle.wait("rana", at) for at in (0, 10, 20)]
    assert [40, 1] == [throttle.wait("rana", at) for at in (20, 59)]
    assert 0 == throttle.wait("sami", 59)
    assert [0, 9] == [throttle.wait("rana", at) for at in (60, 61)]


def test_a_refused_try_does_not_prolong_the_wait() -> None:
    throttle = Throttle(ThrottleLimits(tries=1, window=60))
    assert 0 == throttle.wait("rana", 0)
    assert all(throttle.wait("rana", at) == 60 - at for at in range(1, 60))
    assert 0 == throttle.wait("rana", 60)


def test_what_did_not_fail_is_taken_back() -> None:
    throttle = Throttle(ThrottleLimits(tries=2, window=60))
    for at in range(10):
        assert 0 == throttle.wait("rana", at)
        throttle.forgive("rana")
    assert [0, 0] == [throttle.wait("rana", 10), throttle.wait("rana", 10)]
    assert throttle.wait("rana", 10)
    throttle.clear("rana")
    assert 0 == throttle.wait("rana", 10)
    throttle.forgive("nobody")


def test_the_oldest_keys_are_forgotten_first() -> None:
    throttle = Throttle(ThrottleLimits(tries=1, window=60, keys=2))
    for key in ("a", "b", "c"):
        assert 0 == throttle.wait(key, 0)
    assert throttle.wait("c", 1) and throttle.wait("b", 1)
    assert 0 == throttle.wait("a", 1)
