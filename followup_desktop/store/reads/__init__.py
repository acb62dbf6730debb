"""What the screens show: plain functions, a fixed number of statements each, giving snapshots."""
