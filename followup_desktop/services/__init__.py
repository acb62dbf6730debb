"""The middle floor: verbs a clerk would understand, one transaction each, `now` handed in, `Changes` handed back."""
