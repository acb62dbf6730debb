"""The editor of one playbook, with its effect on an example beside it (M-76)."""
