"""The top floor: shows snapshots, sends intents."""
