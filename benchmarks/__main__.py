"""Everything that is measured, or what is named: `python -m benchmarks store search`."""

import sys
from importlib import import_module
from pathlib import Path


def main(names: list[str]) -> int:
    every = sorted(
        path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*")
    )
    unknown = set(names) - set(every)
    if unknown:
        print(f"There is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(every)}.")
        return 2
    # Each in full before the next: they would slow each other.
    met = [import_module(f"benchmarks.bench_{name}").main() for name in names or every]
    return 0 if all(one is not False for one in met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
