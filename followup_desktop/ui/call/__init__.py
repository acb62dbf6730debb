"""The guided call: purpose, script, bridge, call, wrap-up (M-1 … M-31)."""
