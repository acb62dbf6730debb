"""Everything that is measured, or what is named: `python -m benchmarks store search --full`."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.harness import SIZES, Row, table

EVERY = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *EVERY], help=", ".join(EVERY))
    parser.add_argument("--full", action="store_true", help="the sizes of the goals")
    given = parser.parse_args()
    size = SIZES["full" if given.full else "small"]
    print(f"{size.customers:,} customers, {size.follow_ups:,} follow-ups", flush=True)
    rows: list[Row] = []
    # Each in full before the next: they would slow each other.
    for name in given.names or EVERY:
        print(f"… {name}", file=sys.stderr, flush=True)
        rows += import_module(f"benchmarks.bench_{name}").measure(size)
    print(table(rows))
    return 0 if all(row.is_met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
