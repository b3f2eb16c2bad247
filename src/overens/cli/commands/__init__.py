"""One file per command; each has build(), called only when the command is used or listed."""
