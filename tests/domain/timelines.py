"""Random timelines of a shop PC, and what a plain reference model says should be announced.

A timeline has a true time, and a clock that somebody sets wrong and right again, in a zone that may
change; the PC sleeps, is off, the program is killed; the shop has closing days; follow-ups are
planned, moved and done; reminders are put off, put away, and quietened by a busy clerk.

`Model` is asked at every tick, knows nothing but plain comparisons, and keeps what it said in a
set. `Program` is the tray: it asks the rules only when their last answer no longer holds, and
keeps announcements as rows. Both have to say the same at the same tick.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import Kind, Rank
from followup_desktop.domain.later import Later
from followup_desktop.domain.notice import Notice
from followup_desktop.domain.putting_off import busy_until, promised_at, snoozed_until
from followup_desktop.domain.quiet import QuietRules
from followup_desktop.domain.reminder import Busy, Remindable, Told
from followup_desktop.domain.reminding import look, still_holds
from followup_desktop.domain.shop import ClosingDays, OpenHours
from followup_desktop.domain.shop_time import Now, ShopCalendar
from tests.domain.follow_ups import follow_up

TICK = timedelta(minutes=1)
"""The slowest that the tray may be: its own timer asks twice as often."""
LENGTH = timedelta(hours=28)
FOLLOW_UP_TIMES = (time(10, 30), time(16))

NIGHTS = (
    ("America/New_York", datetime(2026, 3, 8, 7, tzinfo=UTC)),
    ("America/New_York", datetime(2026, 11, 1, 6, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2026, 3, 29, 1, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2026, 10, 25, 1, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
    ("America/Santiago", datetime(2026, 4, 5, 3, tzinfo=UTC)),
    ("America/Santiago", datetime(2026, 9, 6, 4, tzinfo=UTC)),
    ("Africa/Cairo", datetime(2026, 4, 23, 22, tzinfo=UTC)),
    ("Africa/Cairo", datetime(2026, 10, 29, 21, tzinfo=UTC)),
)
"""Five zones, and the moments in which their clocks change."""

Stretches = tuple[tuple[int, int], ...]
SHOPS: tuple[tuple[Stretches, frozenset[int]], ...] = (
    (((10, 19),), frozenset(range(6))),
    (((0, 24),), frozenset(range(7))),
    (((9, 12), (14, 18)), frozenset({0, 1, 2, 3, 4, 5, 6})),
    (((22, 24), (0, 6)), frozenset(range(7))),
)
"""Hours, and the weekdays on which they hold. Two shops see the clocks change."""
CALLING: tuple[Stretches, ...] = (((0, 24),), ((8, 21),))

KINDS = (Kind.PROMISE, Kind.CALL_BACK, Kind.PROBLEM, Kind.DAY_AFTER, Kind.THANK_REFERRER)
"""Service alone: whom one may not call at all is the quiet rules' own business."""


def calendar(
    hours: Stretches, weekdays: frozenset[int], closed: frozenset[date] = frozenset()
) -> ShopCalendar:
    return ShopCalendar(
        hours=tuple(
            OpenHours(weekday, time(opens), time(closes % 24))
            for weekday in sorted(weekdays)
            for opens, closes in hours
        ),
        closing_days=tuple(ClosingDays(day, day) for day in sorted(closed)),
        follow_up_times=FOLLOW_UP_TIMES,
    )


# What happens ------------------------------------------------------------------------------------


@dataclass
class Planned:
    """A follow-up of a timeline."""

    due: DueFollowUp
    created_at: datetime
    is_open: bool = True


@dataclass
class World:
    """The PC and the shop at one true moment."""

    random: Random
    true: datetime
    zone: ZoneInfo
    hours: Stretches
    weekdays: frozenset[int]
    closed: frozenset[date]
    calling: Stretches
    skew: timedelta = timedelta()
    asleep_until: datetime = field(init=False)
    busy: datetime | None = None
    follow_ups: dict[int, Planned] = field(default_factory=dict)
    now: Now = field(init=False)
    """What the PC's clock reads."""

    def __post_init__(self) -> None:
        self.asleep_until = self.true
        self.read_clock()

    def read_clock(self) -> None:
        utc = self.true + self.skew
        self.now = Now(utc=utc, local=utc.astimezone(self.zone).replace(tzinfo=None))

    def is_open_on(self, day: date) -> bool:
        return day.weekday() in self.weekdays and day not in self.closed

    def is_allowed(self, due: DueFollowUp, notice: Notice) -> bool:
        """Whether one may be disturbed about it at all at this minute."""
        local = self.now.local
        is_open = self.is_open_on(local.date()) and _within(local, self.hours)
        if not is_open or not _within(local, self.calling):
            return False
        is_today = due.due_on == local.date()
        if due.good_from is not None and due.good_to is not None and not (
            due.is_timed and is_today
        ):  # fmt: skip
            suits = due.good_from <= local.time() < due.good_to
        else:
            suits = True
        is_from_when = due.kind not in (Kind.PROMISE, Kind.PROBLEM)
        if notice is Notice.DUE and is_today and is_from_when and due.due_time is not None:
            return suits and local.time() >= due.due_time
        return suits


def _within(local: datetime, hours: Stretches) -> bool:
    return any(opens <= local.hour < closes for opens, closes in hours)


def begin(seed: int) -> World:
    random = Random(seed)
    name, night = random.choice(NIGHTS)
    hours, weekdays = random.choice(SHOPS)
    world = World(
        random=random,
        true=night - random.uniform(0.1, 0.9) * LENGTH,
        zone=ZoneInfo(name),
        hours=hours,
        weekdays=weekdays,
        closed=_random_closing_days(random, night.date()),
        calling=random.choice(CALLING),
    )
    for number in range(1, random.randint(2, 4) + 1):
        long_ago = random.random() < 0.7
        age = timedelta(days=random.randint(1, 9)) if long_ago else timedelta()
        world.follow_ups[number] = Planned(_random_due(world, number), world.now.utc - age)
    return world


def _random_closing_days(random: Random, about: date) -> frozenset[date]:
    """None in most timelines; in the others one or two, around that day."""
    count = random.choice((0, 0, 0, 1, 2))
    return frozenset(about + timedelta(days=random.randint(-2, 2)) for _ in range(count))


def _random_due(world: World, number: int, version: int = 1) -> DueFollowUp:
    random, today = world.random, world.now.day
    kind = random.choice(KINDS)
    has_time = random.random() < 0.65
    good_from = random.choice((None, None, None, 8, 13))
    return follow_up(
        kind,
        number,
        version=version,
        due_on=today + timedelta(days=random.choice((-3, -1, 0, 0, 0, 1, 1, 2))),
        due_time=time(random.randrange(24), random.randrange(60)) if has_time else None,
        is_timed=has_time and random.random() < 0.85,
        good_from=None if good_from is None else time(good_from),
        good_to=None if good_from is None else time(good_from + 4),
    )


def events(world: World) -> Iterator[datetime]:
    """The true moments at which something happens."""
    for share in sorted(world.random.random() for _ in range(world.random.randint(0, 9))):
        yield world.true + share * LENGTH


# The plain model ----------------------------------------------------------------------------------


@dataclass
class Model:
    """Every rule as one would say it aloud, asked at every tick."""

    said: set[tuple[int, int, Notice]] = field(default_factory=set)
    said_at: dict[tuple[int, int], datetime] = field(default_factory=dict)
    put_away: set[tuple[int, int]] = field(default_factory=set)
    put_off: dict[tuple[int, int], datetime] = field(default_factory=dict)

    def tick(self, world: World) -> tuple[set[tuple[int, int, Notice]], set[int]]:
        """What is announced at this tick, and what stands in the window after it."""
        now, new, standing = world.now, set(), set()
        is_busy = world.busy is not None and timedelta() < world.busy - now.local <= timedelta(1)
        for number, planned in world.follow_ups.items():
            if not planned.is_open:
                continue
            due = planned.due
            key = (number, due.version)
            notice = None if (*key, Notice.DUE) in self.said else self._reached(planned, world)
            is_new = notice is not None and (*key, notice) not in self.said
            if is_new and notice and not is_busy and world.is_allowed(due, notice):
                new.add((*key, notice))
                self.said_at[key] = now.utc
                self.put_away.discard(key)
                self.put_off.pop(key, None)
                standing.add(number)
            elif key not in self.said_at or key in self.put_away:
                continue
            elif due.due_on <= _day_looked_at(now) and not self._is_off(key, now):
                standing.add(number)
        self.said |= new
        return new, standing

    def _is_off(self, key: tuple[int, int], now: Now) -> bool:
        until = self.put_off.get(key)
        if until is None or until <= now.local:
            return False
        return now.utc >= self.said_at[key] - timedelta(hours=1)

    def _reached(self, planned: Planned, world: World) -> Notice | None:
        due, local = planned.due, world.now.local
        if due.due_on > local.date() and due.due_on > local.date() + timedelta(days=1):
            return None
        if due.due_time is None or not due.is_timed:
            return Notice.DUE if local >= _together(planned, world) else None
        at = datetime.combine(due.due_on, due.due_time)
        if local >= at:
            return Notice.DUE
        is_soon = due.rank is Rank.PROMISES and local >= at - timedelta(minutes=10)
        return Notice.SOON if is_soon else None


def _together(planned: Planned, world: World) -> datetime:
    due, now = planned.due, world.now
    since = datetime.combine(due.due_on, due.due_time or time(0))
    was_planned_later = False
    if planned.created_at <= now.utc:
        created = now.local - (now.utc - planned.created_at)
        was_planned_later = created > since
        since = max(since, created)
    first, last = FOLLOW_UP_TIMES
    day = since.date()
    if not world.is_open_on(day):
        while not world.is_open_on(day):
            day += timedelta(days=1)
        return datetime.combine(day, first)
    if since.time() <= first:
        return datetime.combine(day, first)
    if since.time() <= last:
        return datetime.combine(day, last)
    return since + timedelta(minutes=30) if was_planned_later else since


def _day_looked_at(now: Now) -> date:
    """A clock that was set back to an earlier day hides what is due later."""
    return (now.local + timedelta(minutes=10)).date()


# The program --------------------------------------------------------------------------------------


@dataclass
class Program:
    """The tray's way of asking, with rows that outlive it."""

    rules: QuietRules
    rows: dict[tuple[int, int], Told] = field(default_factory=dict)
    asked: Now | None = None
    next_at: datetime | None = None
    standing: tuple[int, ...] = ()

    def tick(self, world: World) -> set[tuple[int, int, Notice]]:
        now = world.now
        if self.holds(now):
            return set()
        seen = look(self._remindables(world), now, self.rules, world.busy)
        self.asked, self.next_at, self.standing = now, seen.next_at, seen.standing
        for one in seen.fresh:
            self.rows[one.follow_up_id, one.version] = Told(one.notice, now.utc)
        return {(one.follow_up_id, one.version, one.notice) for one in seen.fresh}

    def holds(self, now: Now) -> bool:
        if self.asked is None or self.next_at is None:
            return False
        return still_holds(self.asked, self.next_at, now)

    def _remindables(self, world: World) -> Iterator[Remindable]:
        until = _day_looked_at(world.now)
        for number, planned in world.follow_ups.items():
            told = self.rows.get((number, planned.due.version))
            is_over = told is not None and told.is_dismissed and told.notice is Notice.DUE
            if planned.is_open and planned.due.due_on <= until and not is_over:
                yield Remindable(planned.due, planned.created_at, told)

    def written(self) -> None:
        """Something changed in the database, or the program was started anew."""
        self.asked = None


# Both, side by side -------------------------------------------------------------------------------


def run(seed: int, make: type[Program] = Program) -> int:
    """Play one timeline; fails with an AssertionError that names it. Answers how often something
    was announced."""
    world = begin(seed)
    model = Model()
    program = make(
        QuietRules(
            shop=calendar(world.hours, world.weekdays, world.closed),
            calling=calendar(world.calling, frozenset(range(7))),
        )
    )
    happenings = list(events(world))
    end = world.true + LENGTH
    while world.true < end:
        while happenings and happenings[0] <= world.true:
            happenings.pop(0)
            world.read_clock()
            _happen(world, model, program)
        if world.true >= world.asleep_until:
            world.read_clock()
            _compare(seed, world, model, program)
        world.true += TICK
    return len(model.said)


def _compare(seed: int, world: World, model: Model, program: Program) -> None:
    before = set(model.said)
    expected, standing = model.tick(world)
    announced = program.tick(world)
    where = (seed, world.now.local)
    assert announced == expected, where
    assert set(program.standing) == standing, where
    for number, version, notice in announced:
        assert (number, version, notice) not in before, where
        assert world.is_allowed(world.follow_ups[number].due, notice), where


def _happen(world: World, model: Model, program: Program) -> None:
    random = world.random
    what = random.choice(
        ("sleep", "off", "skew", "skew", "zone", "snooze", "snooze", "dismiss", "done", "move",
         "plan", "busy", "kill")
    )  # fmt: skip
    match what:
        case "sleep":
            world.asleep_until = world.true + timedelta(minutes=random.randint(1, 900))
        case "off":
            world.asleep_until = world.true + timedelta(minutes=random.randint(1, 1500))
            program.written()
        case "skew":
            world.skew = random.choice((timedelta(), _jump(random)))
        case "zone":
            world.zone = ZoneInfo(random.choice(NIGHTS)[0])
        case "kill":
            program.written()
        case "busy":
            world.busy = busy_until(random.choice(tuple(Busy)), world.now)
            program.written()
        case _:
            _answer(what, world, model, program)
            program.written()


def _jump(random: Random) -> timedelta:
    size = random.choice((timedelta(minutes=2), timedelta(hours=1), timedelta(days=2)))
    return random.uniform(-1, 1) * size


def _answer(what: str, world: World, model: Model, program: Program) -> None:
    number = world.random.choice(list(world.follow_ups))
    planned = world.follow_ups[number]
    key = (number, planned.due.version)
    match what:
        case "done":
            planned.is_open = False
        case "plan":
            new = max(world.follow_ups) + 1
            world.follow_ups[new] = Planned(_random_due(world, new), world.now.utc)
        case "move":
            planned.due = _random_due(world, number, planned.due.version + 1)
        case "dismiss" if number in program.standing and key in program.rows:
            program.rows[key] = replace(program.rows[key], is_dismissed=True)
            model.put_away.add(key)
        case "snooze" if number in program.standing and key in program.rows:
            span = world.random.choice(
                (Later.TEN_MINUTES, Later.HOUR, Later.THIS_AFTERNOON, Later.TOMORROW)
            )
            until = snoozed_until(span, promised_at(planned.due), world.now, program.rules.shop)
            program.rows[key] = replace(program.rows[key], snoozed_until=until)
            model.put_off[key] = until
