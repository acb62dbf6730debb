"""What is measured, against what floor. `make bench`, or `python -m benchmarks store search`."""
